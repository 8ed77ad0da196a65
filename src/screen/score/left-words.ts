/**
 * What words that stand alone cost a pair at least, in log odds: `contradiction` is what stands open on both sides at least, `most` the weight of the
 * words that are left on the side that has more, at least. The gain of a complete pair is in it: log odds without it are more than `-cost + complete`.
 */
export function leastCostOfLeft(weights: readonly number[], person: boolean, contradiction: number, most: number): number {
  if (most <= 0) return -weights[17]!;
  const omitted = Math.max(0, most - contradiction);
  const more = person ? Math.sqrt(omitted) : omitted;
  // What is left of one side contradicts the other or is only omitted: the cost of it is least at either end.
  return Math.min(-weights[5]! * contradiction - weights[6]! * more, -weights[5]! * Math.max(most, contradiction));
}
