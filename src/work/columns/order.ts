/** Where a notice stands among all: by priority, then newest first, then the later number. */
export interface Standing {
  readonly priority: number;
  readonly firstSeenAt: string;
  readonly num: number;
}

export function compareStanding(one: Standing, other: Standing): number {
  if (one.priority !== other.priority) return other.priority - one.priority;
  if (one.firstSeenAt !== other.firstSeenAt) return one.firstSeenAt < other.firstSeenAt ? 1 : -1;
  return other.num - one.num;
}

/** First place in a sorted list that stands behind `place`. */
export function placeAfter(order: readonly Standing[], place: Standing): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = order[middle];
    if (at !== undefined && compareStanding(at, place) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The sorted list with those of `changed` taken out and `standing` put in. */
export function reordered(order: readonly Standing[], changed: ReadonlySet<number>, standing: readonly Standing[]): readonly Standing[] {
  const coming = standing.toSorted(compareStanding);
  const next: Standing[] = [];
  let at = 0;
  for (const one of order) {
    if (changed.has(one.num)) continue;
    for (let new_ = coming[at]; new_ !== undefined && compareStanding(new_, one) < 0; new_ = coming[at]) {
      next.push(new_);
      at += 1;
    }
    next.push(one);
  }
  for (; at < coming.length; at += 1) {
    const new_ = coming[at];
    if (new_ !== undefined) next.push(new_);
  }
  return next;
}
