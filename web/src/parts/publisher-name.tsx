import type { ReactNode } from 'react';
import { useReading } from '../api/readings.ts';
import { useWords } from '../words/use-words.ts';
import css from './publisher-name.module.css';
import { ShownText } from './shown-text.tsx';

/** Who published something, as it is written; and, for who does not read its script, a reading of it that is no translation. */
export function PublisherName({ name, brief = false }: { readonly name: string; readonly brief?: boolean }): ReactNode {
  if (brief) return <Brief name={name} />;
  return (
    <>
      <ShownText text={name} />
      <NameReading name={name} />
    </>
  );
}

/** Where there is room for one of the two, who needs the reading sees that first. */
function Brief({ name }: { readonly name: string }): ReactNode {
  const reading = useReading(name);
  return (
    <>
      {reading !== null && (
        <>
          <ShownText text={reading} />{' '}
        </>
      )}
      <ShownText text={name} />
    </>
  );
}

/** The reading alone, with what it is. */
export function NameReading({ name, below = false }: { readonly name: string; readonly below?: boolean }): ReactNode {
  const terms = useWords('terms');
  const reading = useReading(name);
  if (reading === null) return null;
  return (
    <span className={below ? css.below : css.beside} title={terms('nameReading', { reading })}>
      {!below && ' '}
      <ShownText text={reading} />
    </span>
  );
}
