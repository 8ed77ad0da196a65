import { bestLogitOfShare } from '../score/model.ts';

/** Log odds that a name must have at least for the score: facts can lift one that alone would stay below; without any, such names need no second look. */
export function leastLogitFor(score: number, factless: boolean): number {
  return score <= 0 ? -Infinity : Math.log(score / (1 - Math.min(score, 0.9999))) - (factless ? 0.05 : 4.5);
}

/** Share of a query's weight that a name must be able to cover to be looked at, whatever the threshold. */
const LEAST_COVER = 0.42;

/** Share of the query that must correspond for log odds of at least `floor`, if all else were as good as can be. */
export function leastCoverFor(floor: number): number {
  if (floor !== lastFloor) [lastFloor, lastCover] = [floor, workOut(floor)];
  return lastCover;
}

/** Floors hardly change from one query to the next. */
let [lastFloor, lastCover] = [-Infinity, LEAST_COVER];

function workOut(floor: number): number {
  let cover = LEAST_COVER;
  // Names of glossary words alone have a level of their own from .55 on.
  while (cover < 0.55 && bestLogitOfShare({ covered: cover, bits: Infinity, words: 2, manyWords: false }) < floor) cover += 0.01;
  return cover;
}
