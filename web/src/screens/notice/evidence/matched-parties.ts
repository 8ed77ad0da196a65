import type { NoticeInFull } from '../../../api/routes.gen.ts';
import type { Span } from '../place.ts';

type TextMatch = NoticeInFull['matches'][number];

/** A match that a person decides about, with all places where the notice has the name. */
export interface Matched {
  readonly key: string;
  readonly match: TextMatch;
  readonly spans: readonly Span[];
}

/** Matches by their key, those that nobody has decided about first, or whose decision holds no more; then the more likely before the less. */
export function partiesOf(matches: readonly TextMatch[]): readonly Matched[] {
  return [...Map.groupBy(matches, ({ key }) => key)]
    .flatMap(([key, members]): readonly Matched[] => {
      const [first] = members.toSorted((a, b) => b.score - a.score);
      return first === undefined ? [] : [{ key, match: first, spans: members.filter(({ start, end }) => end > start) }];
    })
    .toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || b.match.score - a.match.score);
}

function isOpen({ match: { decision } }: Matched): boolean {
  return decision === undefined || decision['holds'] === false;
}
