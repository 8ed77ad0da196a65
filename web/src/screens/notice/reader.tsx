import type { ReactNode } from 'react';
import type { NoticeInFull } from '../../api/routes.gen.ts';
import { Answered } from '../../parts/answered.tsx';
import { Empty } from '../../parts/empty.tsx';
import { shownString } from '../../parts/shown-text-pieces.ts';
import { useWords, type WordKey } from '../../words/use-words.ts';
import type { Tab } from './address.ts';
import { ReaderHead } from './reader-head.tsx';
import { Ribbon } from './ribbon.tsx';
import { NoticeText } from './text/notice-text.tsx';
import { textState, type TextState } from './text-state.ts';
import { useNotice } from './use-notice.ts';
import css from './reader.module.css';

/** Reads no text: a PDF, a picture, an Office file. */
const BINARY_READER = 'general/binary';

const NO_TEXT = {
  read: ['noTextTitle', 'noText'],
  none: ['noTextTitle', 'noText'],
  reading: ['readingTitle', 'readingHint'],
  unvisited: ['unvisitedTitle', 'unvisitedHint'],
} as const satisfies Record<TextState, readonly [WordKey<'notice'>, WordKey<'notice'>]>;

interface Reading {
  /** What can be done with the notice, beside its title. */
  readonly acts?: ReactNode;
  /** The heading that its title is on this screen. */
  readonly heading?: 'h1' | 'h2';
  /** Shows a tab of the evidence: a mark of the text was chosen. */
  readonly onTab?: ((tab: Tab) => void) | undefined;
}

/** A notice to be read: title, where and when it stood, and its text as published with what was recognised. Made for every screen that shows notices. */
export function Reader({ id, ...reading }: Reading & { readonly id: string }): ReactNode {
  return <Answered query={useNotice(id)}>{(notice) => <Read notice={notice} {...reading} />}</Answered>;
}

function Read({ notice, acts, heading = 'h2', onTab }: Reading & { readonly notice: NoticeInFull }): ReactNode {
  const say = useWords('notice');
  return (
    <article className={css.reader} aria-label={say('noticeNamed', { title: shownString((notice.title ?? notice.url).slice(0, 300)) })}>
      <ReaderHead notice={notice} acts={acts} heading={heading} />
      <Ribbon observations={notice.observations} />
      {notice.reading?.reader === BINARY_READER ? (
        <Empty title={say('noTextTitle')}>{say('noTextFile')}</Empty>
      ) : notice.reading === null ? (
        <Empty title={say(NO_TEXT[textState(notice)][0])}>{say(NO_TEXT[textState(notice)][1])}</Empty>
      ) : (
        <NoticeText notice={notice} onFindings={onTab === undefined ? undefined : () => onTab('findings')} key={notice.id} />
      )}
    </article>
  );
}
