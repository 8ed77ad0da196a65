import type { Looks } from './hit.ts';
import type { Possible } from './span-likeness.ts';
import { couldSettle, mayStand } from './standing.ts';

/**
 * False where words that may be a name could not stand as they are written, by themselves or by what stands near, whatever verifying them would show.
 * `hints`: those of the looks that may speak for the name. `foreign`: it is listed in another script.
 */
export function mayMatter(
  { person, words, places, trades, bits, longest }: Possible,
  looks: Looks,
  hints: number,
  foreign: boolean,
): boolean {
  const best = { ...looks, ...NO_HIT, hints, person, words, places, trades, bits, longest, common: 0 };
  for (let n = Math.min(words, MOST_WORDS); n >= 0; n -= 1) {
    best.words = n === MOST_WORDS ? words : n;
    if (mayStand(best, best) && couldSettle(best, foreign)) return true;
  }
  best.common = 1;
  return mayStand(best, best) && couldSettle(best, foreign);
}

/** More words than rules ask for. */
const MOST_WORDS = 4;
const NO_HIT = { name: 0, start: 0, end: 0, score: 1, missing: 0, rarest: 99, initials: 0, spelled: true } as const;
