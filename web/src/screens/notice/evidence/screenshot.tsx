import { useState, type ReactNode } from 'react';
import { addressOf } from '../../../api/ask.ts';
import type { Capture } from '../../../api/routes.gen.ts';
import { useMay } from '../../../api/who.ts';
import { Moment } from '../../../parts/moment.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useAllOpen } from '../all-open.ts';
import css from './evidence-list.module.css';

/** The page as the browser showed it, with its PDF. Pictures show contacts as they are, so that only analysts see them. */
export function Screenshot({ capture: { sha256, at } }: { readonly capture: Capture }): ReactNode {
  const [say, shell] = [useWords('notice'), useWords('shell')];
  const open = useAllOpen();
  const may = useMay('analyst');
  const [missing, setMissing] = useState(false);
  if (!may) return <p className={css.nothing}>{shell('notAllowed')}</p>;
  const picture = addressOf('GET /api/v1/captures/:sha256/screenshot', { params: { sha256 } });
  return (
    <>
      <p className={css.soft}>
        {say('pictureOf')} <Moment at={at} /> ·{' '}
        <a href={addressOf('GET /api/v1/captures/:sha256/pdf', { params: { sha256 } })}>{say('asPdf')}</a>
      </p>
      {missing ? (
        <p className={css.nothing}>{say('pictureLost')}</p>
      ) : (
        <a href={picture} target="_blank" rel="noopener noreferrer" title={say('openPicture')}>
          <img
            className={css.shot}
            src={picture}
            alt={say('pictureAlt')}
            loading={open ? 'eager' : 'lazy'}
            onError={() => setMissing(true)}
          />
        </a>
      )}
    </>
  );
}
