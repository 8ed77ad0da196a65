/** How two parties' dates of birth stand to each other, best pair of dates first. `contradicts`: they cannot be of one person. */
export type DateRelation = 'same day' | 'swapped' | 'same month' | 'same year' | 'slip' | 'contradicts' | 'unknown';

/**
 * Compares dates of birth (`YYYY[-MM[-DD]]`). Lists give several where they are not sure: the best pair counts.
 * `swapped`: day and month exchanged. `slip`: one digit differs or two neighbours are exchanged (day and month exchanged or not),
 * or the year agrees and the day does not; proves nothing, forbids nothing.
 */
export function relateDates(a: readonly string[], b: readonly string[]): { readonly relation: DateRelation; readonly date: string } {
  let best: { readonly relation: DateRelation; readonly date: string } = { relation: 'unknown', date: '' };
  for (const x of a) {
    for (const y of b) {
      const relation = relate(x, y);
      if (best.relation === 'unknown' || RANK[relation] > RANK[best.relation]) best = { relation, date: x.length > y.length ? y : x };
    }
  }
  return best;
}

const RANK: Readonly<Record<DateRelation, number>> = {
  'same day': 6,
  swapped: 5,
  'same month': 4,
  'same year': 3,
  slip: 2,
  contradicts: 1,
  unknown: 0,
};

function relate(x: string, y: string): DateRelation {
  if (x === y) return x.length === 10 ? 'same day' : x.length === 7 ? 'same month' : 'same year';
  if (x.startsWith(y) || y.startsWith(x)) return Math.min(x.length, y.length) === 7 ? 'same month' : 'same year';
  if (x.length === 10 && y.length === 10) {
    if (swapDate(x) === y) return 'swapped';
    if (x.slice(0, 4) === y.slice(0, 4) || oneSlip(x, y) || oneSlip(swapDate(x) ?? x, y) || oneSlip(x, swapDate(y) ?? y)) return 'slip';
  }
  return 'contradicts';
}

/** Day and month of a full date exchanged, or undefined where that is no date. */
export function swapDate(date: string): string | undefined {
  return date.length === 10 && Number(date.slice(8)) <= 12 ? `${date.slice(0, 4)}-${date.slice(8)}-${date.slice(5, 7)}` : undefined;
}

function oneSlip(x: string, y: string): boolean {
  const apart = Array.from(x, (_, n) => n).filter((n) => x[n] !== y[n]);
  const [first = 0, second] = apart;
  if (apart.length === 1) return first >= 3;
  return apart.length === 2 && second === first + 1 && first >= 2 && x[first] === y[second] && x[second] === y[first];
}
