import type { CaseFact, CaseFactKind, CaseSuggestion, SuggestionReason, TiedText } from '../../model/case-suggestion.ts';
import type { CopyKind } from '../../model/copy.ts';

/** Below it nothing is suggested: goods and a day that two texts share are common. */
export const LEAST_SCORE = 30;

/** Points of one shared fact, and of how many of its kind. */
const POINTS: Readonly<Record<CaseFactKind, readonly [points: number, most: number]>> = {
  link: [60, 1],
  quote: [45, 1],
  tradeName: [25, 3],
  body: [25, 2],
  code: [10, 2],
  date: [12, 1],
  good: [6, 3],
};
const COPY_POINTS: Readonly<Record<CopyKind, number>> = { verbatim: 80, edited: 70, partial: 55, translated: 45 };
const NEAR_IN_TIME = 5;
const NEAR_MS = 14 * 86_400_000;

/**
 * How much ties a text to a case: copies, links, quoted words, trade names, bodies, days, goods that it shares with what the case holds. A fact that many
 * notices share counts less: `rarity` gives 0 to 1 for it. `more` are reasons that no text shows. Pure; undefined where too little ties it.
 */
export function scoreSuggestion(
  held: readonly TiedText[],
  candidate: TiedText,
  rarity: (fact: CaseFact) => number,
  more: readonly SuggestionReason[] = [],
): Pick<CaseSuggestion, 'score' | 'reasons'> | undefined {
  const reasons = [...more, ...copyReasons(held, candidate), ...factReasons(held, candidate, rarity)];
  // Time alone ties nothing together.
  const whole = reasons.length === 0 ? [] : [...reasons, ...timeReason(held, candidate)];
  const sum = whole.reduce((points, one) => points + one.points, 0);
  if (sum < LEAST_SCORE) return undefined;
  return { score: Math.min(100, sum), reasons: whole.toSorted((one, other) => other.points - one.points) };
}

function copyReasons(held: readonly TiedText[], candidate: TiedText): readonly SuggestionReason[] {
  const best = candidate.copies
    .filter(({ other }) => held.some(({ id }) => id === other))
    .map(({ other, kind, score }) => ({ other, kind, points: Math.round(COPY_POINTS[kind] * score) }))
    .toSorted((one, other) => other.points - one.points)[0];
  if (best === undefined) return [];
  const why = best.kind === 'translated' ? 'may be the same text in another language' : `has the same text (${best.kind})`;
  return [{ kind: 'copy', points: best.points, why, with: best.other, there: null, here: null }];
}

function factReasons(held: readonly TiedText[], candidate: TiedText, rarity: (fact: CaseFact) => number): readonly SuggestionReason[] {
  const known = new Map<string, { readonly fact: CaseFact; readonly of: TiedText }>();
  for (const of of held) for (const fact of of.facts) if (!known.has(keyOf(fact))) known.set(keyOf(fact), { fact, of });
  const shared = new Map<string, SuggestionReason>();
  for (const fact of candidate.facts) {
    const there = known.get(keyOf(fact));
    if (there === undefined || shared.has(keyOf(fact))) continue;
    const points = Math.round(POINTS[fact.kind][0] * rarity(there.fact));
    if (points > 0)
      shared.set(keyOf(fact), {
        kind: fact.kind,
        points,
        why: whyOf(fact, there.fact),
        with: there.of.id,
        there: there.fact.said,
        here: fact.said,
      });
  }
  const ofKind = Map.groupBy(shared.values(), ({ kind }) => kind);
  return [...ofKind].flatMap(([kind, reasons]) =>
    reasons.toSorted((one, other) => other.points - one.points).slice(0, POINTS[kind as CaseFactKind][1]),
  );
}

function timeReason(held: readonly TiedText[], candidate: TiedText): readonly SuggestionReason[] {
  if (candidate.at === null) return [];
  const at = Date.parse(candidate.at);
  const near = held.find((one) => one.at !== null && Math.abs(Date.parse(one.at) - at) <= NEAR_MS);
  return near === undefined
    ? []
    : [{ kind: 'time', points: NEAR_IN_TIME, why: 'published within two weeks of it', with: near.id, there: null, here: null }];
}

function whyOf(fact: CaseFact, there: CaseFact): string {
  const both = fact.shown === there.shown ? fact.shown : `${fact.shown} (there: ${there.shown})`;
  switch (fact.kind) {
    case 'tradeName':
      return `names ${both}`;
    case 'good':
      return `names goods of the same kind: ${both}`;
    case 'body':
      return `names the body ${both}`;
    case 'quote':
      return `has words of it: ${both}`;
    case 'date':
      return `names its day, ${both}`;
    case 'code':
      return `names the code ${both}`;
    case 'link':
      return 'links to it';
  }
}

function keyOf({ kind, key }: CaseFact): string {
  return `${kind} ${key}`;
}
