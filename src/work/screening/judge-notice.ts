import type { Decision } from '../../model/decision.ts';
import type { TextMatch } from '../../model/match.ts';
import type { ListedParty } from '../../model/notice.ts';
import type { Store } from '../../store/port.ts';
import { isCleared, shownDecision, type MatchDecision } from './judged-match.ts';

export interface JudgedTextMatch extends TextMatch {
  readonly decision?: MatchDecision;
}

/** Gives the matches of notices what was decided about them: all stay, also those that were cleared. */
export async function judgeNotices(
  store: Pick<Store, 'decisionsFor' | 'listingById'>,
  notices: readonly (readonly TextMatch[])[],
): Promise<readonly (readonly JudgedTextMatch[])[]> {
  const keys = [...new Set(notices.flatMap((matches) => matches.map(({ key }) => key)))];
  if (keys.length === 0) return notices;
  const decisions = await store.decisionsFor(keys);
  const shown = new Map<string, MatchDecision>();
  // The key holds all that was asked about: the notice and the name as it writes it. Only the listing can have changed.
  for (const [key, [decision]] of decisions)
    if (decision !== undefined) shown.set(key, await shownDecision(store, decision, decision.subject.query));
  return notices.map((matches) => matches.map((match) => withDecision(match, shown.get(match.key))));
}

function withDecision(match: TextMatch, decision: MatchDecision | undefined): JudgedTextMatch {
  return decision === undefined ? match : { ...match, decision };
}

/**
 * The parties that a notice names, best first, each once, without those that were cleared. Where a party is named in several ways, one that somebody
 * confirmed speaks for it before one that nobody looked at, and that before one of which somebody is unsure.
 */
export function listedParties(judged: readonly JudgedTextMatch[]): readonly ListedParty[] {
  const parties = new Map<string, JudgedTextMatch[]>();
  for (const match of judged) if (!isCleared(match)) parties.set(match.id, [...(parties.get(match.id) ?? []), match]);
  const listed = Array.from(parties.values(), (matches): ListedParty | undefined => {
    const [best] = matches.toSorted(
      (a, b) => weightOf(b) - weightOf(a) || Number(isPublisher(b)) - Number(isPublisher(a)) || b.score - a.score,
    );
    if (best === undefined) return undefined;
    const { list, listing, id, caption, score, decision } = best;
    const publishes = matches.some((match) => isPublisher(match) && weightOf(match) === weightOf(best));
    return {
      list,
      listing,
      id,
      caption,
      score,
      ...(decision?.holds === true ? { verdict: decision.verdict } : {}),
      ...(publishes ? { publisher: true as const } : {}),
    };
  });
  return listed
    .filter((party) => party !== undefined)
    .toSorted((a, b) => Number(b.publisher === true) - Number(a.publisher === true) || b.score - a.score || (a.id < b.id ? -1 : 1));
}

const WEIGHTS: Readonly<Record<Decision['verdict'], number>> = { hit: 2, unsure: 0, cleared: 1 };

/** A clearance that holds no more counts as nothing said. */
function weightOf({ decision }: JudgedTextMatch): number {
  return decision === undefined ? 1 : WEIGHTS[decision.verdict];
}

function isPublisher({ field }: JudgedTextMatch): boolean {
  return field === 'publisher';
}
