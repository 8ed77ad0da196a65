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

/** More changes at once cost less in one pass over all than one by one. */
const FEW = 64;

/** Takes out of a sorted list those that are `gone` and puts those that are `coming` in their places; the list is changed, and may be given back as a new one. */
export function reordered(order: Standing[], gone: readonly Standing[], coming: readonly Standing[]): Standing[] {
  if (gone.length + coming.length > FEW) return merged(order, new Set(gone.map(({ num }) => num)), coming);
  for (const one of gone) order.splice(placeAfter(order, one) - 1, 1);
  for (const one of coming) order.splice(placeAfter(order, one), 0, one);
  return order;
}

function merged(order: readonly Standing[], gone: ReadonlySet<number>, coming: readonly Standing[]): Standing[] {
  const sorted = coming.toSorted(compareStanding);
  const next: Standing[] = [];
  let at = 0;
  for (const one of order) {
    if (gone.has(one.num)) continue;
    for (let new_ = sorted[at]; new_ !== undefined && compareStanding(new_, one) < 0; new_ = sorted[at]) {
      next.push(new_);
      at += 1;
    }
    next.push(one);
  }
  next.push(...sorted.slice(at));
  return next;
}
