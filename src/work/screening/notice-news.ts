import type { ChangedNotice } from './screen-notices.ts';

/** What a person who looks on wants to know of a notice whose matches changed, a line each. */
export function noticeNews({ notice, title, added, removed, lapsed }: ChangedNotice): readonly string[] {
  const of = `notice ${notice}${title === null ? '' : ` (${title})`}`;
  return [
    ...added.map(({ caption, list, score }) => `${of} names ${caption} (${list}, ${score.toFixed(2)})`),
    ...removed.map(({ caption, list }) => `${of} names ${caption} (${list}) no more`),
    ...lapsed.map(({ caption, decision }) => `${of}: that ${caption} was cleared holds no more, ${decision?.lapsed ?? ''}`),
  ];
}
