import type { NoticeInFull } from '../../../api/routes.gen.ts';
import type { Span } from '../place.ts';

type TextMatch = NoticeInFull['matches'][number];
export type Verdict = 'hit' | 'cleared' | 'unsure';

export interface Decided {
  readonly verdict: Verdict;
  readonly why: string;
  readonly by: string;
  readonly at: string | undefined;
  /** Why it no longer holds. */
  readonly lapsed: string | undefined;
}

/** A match that a person decides about, with all places where the notice has the name. */
export interface Matched {
  readonly key: string;
  readonly match: TextMatch;
  readonly spans: readonly Span[];
  readonly decision: Decided | undefined;
}

/** Matches by their key, those that nobody has decided about first, the more likely before the less. */
export function partiesOf(matches: readonly TextMatch[]): readonly Matched[] {
  return [...Map.groupBy(matches, ({ key }) => key)]
    .flatMap(([key, members]): readonly Matched[] => {
      const [first] = members.toSorted((a, b) => b.score - a.score);
      if (first === undefined) return [];
      return [{ key, match: first, spans: members.filter(({ start, end }) => end > start), decision: decidedOf(first) }];
    })
    .toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || b.match.score - a.match.score);
}

function isOpen({ decision }: Matched): boolean {
  return decision === undefined || decision.lapsed !== undefined;
}

function decidedOf({ decision }: TextMatch): Decided | undefined {
  if (decision === undefined) return undefined;
  const { verdict, why, by, at, lapsed } = decision;
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  return { verdict, why: text(why) ?? '', by: text(by) ?? '', at: text(at), lapsed: text(lapsed) };
}
