/**
 * Do names made of the glossary alone correspond so far that they may tell parties apart? `mine` and `theirs` are the shares of either name's weight; where these are
 * sums taken in another order, or bounds of them, `slack` is what they may be off.
 */
export function glossaryMayTell(mine: number, theirs: number, slack = 0): boolean {
  return Math.max(mine, theirs) >= MOST - slack && Math.min(mine, theirs) >= LEAST - slack;
}

const MOST = 0.85;
const LEAST = 0.55;
