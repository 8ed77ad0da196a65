/** The number of the next round, as tables of 32-bit numbers keep it: from 1 to 2³² − 1 and again from 1. What has had no round is 0 there. */
export function nextRound(round: number): number {
  return (round + 1) >>> 0 || 1;
}
