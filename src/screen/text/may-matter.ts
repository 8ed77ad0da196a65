import type { Hit, Looks } from './hit.ts';
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
  for (let n = Math.min(words, MOST_WORDS); n >= 0; n -= 1)
    for (const common of n === 0 ? [0, 1] : [0]) {
      const best: Hit = { ...looks, ...NO_HIT, hints, person, words: n === MOST_WORDS ? words : n, places, trades, bits, longest, common };
      if (mayStand(best, best) && couldSettle(best, foreign)) return true;
    }
  return false;
}

/** More words than rules ask for. */
const MOST_WORDS = 4;
const NO_HIT = { name: 0, start: 0, end: 0, score: 1, missing: 0, rarest: 99 } as const;
