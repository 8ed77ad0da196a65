import type { ReactNode } from 'react';
import type { NoticeInFull } from '../../../api/routes.gen.ts';
import { useWords, type WordKey } from '../../../words/use-words.ts';
import css from './notice-text.module.css';

const CUT_WORDS = {
  mentions: 'cutMentions',
  codes: 'cutCodes',
  items: 'cutItems',
  parameters: 'cutValues',
} as const satisfies Record<NonNullable<NoticeInFull['cut']>[number], WordKey<'notice'>>;

/** What keeps a text from being told, or from being told to its end: it lost its words, or has more than is looked through. */
export function Untold({ cut = [], garbled }: { readonly cut: NoticeInFull['cut']; readonly garbled: NoticeInFull['garbled'] }): ReactNode {
  const say = useWords('notice');
  if (cut.length === 0 && garbled === undefined) return null;
  return (
    <div role="note" className={css.untold}>
      {garbled !== undefined && (
        <p>
          {garbled.written === null || garbled.readAs === null
            ? say('garbledLost')
            : say('garbledAs', { written: garbled.written, readAs: garbled.readAs })}
        </p>
      )}
      {cut.map((what) => (
        <p key={what}>{say(CUT_WORDS[what])}</p>
      ))}
    </div>
  );
}
