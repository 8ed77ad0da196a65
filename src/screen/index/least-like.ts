import { FAMILIES } from '../score/encoded-name.ts';
import { evidenceOf } from '../score/features.ts';
import { weightsFor } from '../score/model.ts';
import type { QueryTable } from '../score/query-table.ts';

/** Likenesses are tried in steps of this part of one. */
const STEPS = 32;

/**
 * How like a unit must be to the queried words at `entry` (a part of the query, or neighbours written together; by its number in the table) for a name to reach the floor in which
 * the two are paired: less like ones need not be looked for. All other parts of the query are taken to correspond wholly, and all of the name. A name whose alignment takes
 * a less like pair stays below; one whose alignment takes none is what it is without. For pairs in which a word stands for one of the glossary this says nothing. 0 where any will do.
 */
export function leastLike(query: QueryTable, entry: number, floor: number): number {
  let others = 0;
  for (let part = 0; part < query.parts; part += 1) if ((query.mask[entry]! & (1 << part)) === 0) others += query.bits[part]!;
  // No more like, the pair brings no more: the greatest step that is not enough is found by halving.
  let enough = STEPS;
  let tooLittle = 0;
  while (enough - tooLittle > 1) {
    const step = (enough + tooLittle) >>> 1;
    if (bestWith(query, entry, step / STEPS, others) < floor - ROUNDING) tooLittle = step;
    else enough = step;
  }
  return tooLittle / STEPS;
}

/** The best log odds of a name one of whose pairs is so like, from 0 to 1; `others`: bits of all parts of the query that are none of it. */
function bestWith(query: QueryTable, entry: number, similarity: number, others: number): number {
  const evidence = evidenceOf(similarity, FAMILIES[query.family] === 'person');
  const lost = (1 - evidence) * query.weight[entry]!;
  const covered = 1 - lost / Math.max(query.total, 0.05);
  const bits = query.bits[entry]! * evidence * evidence + others;
  let most = -Infinity;
  for (const weights of MODELS[query.family]!) {
    const best =
      weights[0]! +
      weights[1]! * covered +
      weights[2]! +
      weights[3]! * covered +
      weights[4]! * covered ** 2 +
      weights[7]! * Math.min(bits / 20, 2.5) +
      weights[17]! +
      weights[8]! * lost;
    if (best > most) most = best;
  }
  return most;
}

/** By family of the query: the weights of each model that it may be judged by. */
const MODELS = FAMILIES.map((mine) => [...new Set(FAMILIES.map((theirs) => weightsFor(mine, theirs)))]);

/** Sums taken in another order differ by less. */
const ROUNDING = 1e-9;
