import { useState, type ReactNode } from 'react';
import type { NoticeInFull } from '../../api/routes.gen.ts';
import { Button } from '../../parts/button.tsx';
import { cutTitle } from '../../parts/cut-title.ts';
import { ShownText } from '../../parts/shown-text.tsx';
import { useWords } from '../../words/use-words.ts';
import css from './reader.module.css';

/** The title of a notice as published; of one that would fill a screen the beginning, and all of it for whoever asks, or on paper. */
export function ReaderTitle({
  notice,
  heading: Heading,
  whole,
}: {
  readonly notice: Pick<NoticeInFull, 'id' | 'lang' | 'title'>;
  readonly heading: 'h1' | 'h2';
  readonly whole: boolean;
}): ReactNode {
  const say = useWords('notice');
  const [isOpen, setOpen] = useState(false);
  const title = notice.title ?? say('noTitle');
  const cut = whole ? title : cutTitle(title);
  const id = `title-${notice.id}`;
  return (
    <div>
      <Heading className={css.title} id={id} lang={notice.lang === 'und' ? undefined : notice.lang}>
        <ShownText text={isOpen || cut === title ? title : `${cut}…`} />
      </Heading>
      {cut !== title && (
        <Button kind="quiet" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
          {say(isOpen ? 'titleCut' : 'titleWhole')}
        </Button>
      )}
    </div>
  );
}
