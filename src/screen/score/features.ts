import type { Alignment } from './alignment.ts';
import { PART_KIND } from './alignment.ts';
import { FAMILIES } from './encoded-name.ts';
import type { QueryTable } from './query-table.ts';
import { sonForFather } from './son-for-father.ts';

/** What a score is made of; order and meaning are those of the weights in `model.ts`. */
export const FEATURES = [
  'one',
  /** Shares of the query's and of the listed name's weight that correspond, by likeness. */
  'queryCovered',
  'listedCovered',
  'leastCovered',
  'leastCoveredSquared',
  /** Both sides have distinctive words that the other lacks: a contradiction. */
  'contradiction',
  /** Only one side has them: an omission. */
  'omission',
  /** Information of what corresponds, in bits / 20, at most 2.5. */
  'information',
  /** Weight lost to differences inside words that correspond. */
  'slips',
  'numbersDiffer',
  'placesDiffer',
  'tradesDiffer',
  /** Share of pairs out of order. */
  'disorder',
  'formsDiffer',
  /** Share of the pairs that are initials. */
  'initials',
  /** Distinctive words that correspond: none, or just one where there are more. */
  'noWord',
  'oneWordOfMore',
  /** Everything distinctive corresponds on both sides. */
  'complete',
] as const;

export const FEATURE_COUNT = FEATURES.length;

const { word, initial, place, trade, form, number } = PART_KIND;

/** Fills `out` with the features of the last alignment. */
export function featuresOf(query: QueryTable, aligned: Alignment, out: Float64Array): void {
  out.fill(0);
  let queryTotal = query.total;
  let listedTotal = aligned.total;
  let queryMatched = 0;
  let listedMatched = 0;
  let bits = 0;
  let slips = 0;
  let initials = 0;
  let words = 0;
  let numbers = 0;
  let forms = 0;
  const person = FAMILIES[query.family] === 'person' || FAMILIES[aligned.family] === 'person';
  for (let n = 0; n < aligned.pairs; n += 1) {
    const q = aligned.pairQuery[n]!;
    const first = aligned.pairFirst[n]!;
    const similarity = evidenceOf(aligned.pairSimilarity[n]!, person);
    let listedWeight = 0;
    let listedBits = 0;
    for (let j = first; j < first + aligned.pairLength[n]!; j += 1) {
      listedWeight += aligned.weight[j]!;
      listedBits += aligned.bits[j]!;
    }
    const kind = query.kind[q]!;
    let queryWeight = query.weight[q]!;
    // A word that stands for one of the glossary on the other side is that word with a slip, and tells no more than it.
    const single = aligned.pairLength[n]! === 1 && q < query.parts;
    const isInitial = single && (kind === initial || aligned.kind[first] === initial);
    if (single && kind === word && isGlossary(aligned.kind[first]!) && listedWeight < queryWeight) {
      queryTotal -= queryWeight - listedWeight;
      queryWeight = listedWeight;
    } else if (single && aligned.kind[first] === word && isGlossary(kind) && queryWeight < listedWeight) {
      listedTotal -= listedWeight - queryWeight;
      listedWeight = queryWeight;
    }
    queryMatched += queryWeight * similarity;
    listedMatched += listedWeight * similarity;
    bits += Math.min(query.bits[q]!, listedBits) * similarity * similarity;
    if (!isInitial) slips += (1 - similarity) * Math.max(queryWeight, listedWeight);
    if (isInitial) {
      initials += 1;
      words += 0.5;
    } else if (!single) words += similarity * Math.min(2, Math.max(aligned.pairLength[n]!, bitsIn(query.mask[q]!)));
    else if (isTelling(kind, queryWeight) && isTelling(aligned.kind[first]!, listedWeight)) words += similarity;
    if (kind === number) numbers += 1;
    if (kind === form) forms += 1;
  }
  let queryLeft = 0;
  let listedLeft = 0;
  let queryTrades = 0;
  let listedTrades = 0;
  let queryWords = 0;
  let queryInitials = 0;
  let queryOpen = 0;
  let queryNumbers = 0;
  let listedNumbers = 0;
  let queryPlaces = 0;
  let listedPlaces = 0;
  let queryForms = 0;
  let listedForms = 0;
  for (let q = 0; q < query.parts; q += 1) {
    const kind = query.kind[q]!;
    if (isTelling(kind, query.weight[q]!)) queryWords += 1;
    if (kind === form && query.weight[q]! > GENERIC_FORM) queryForms += 1;
    if ((aligned.usedQuery & (1 << q)) !== 0) continue;
    if (kind === number || isTelling(kind, query.weight[q]!)) queryLeft += query.weight[q]!;
    if (kind === initial) queryInitials += 1;
    if (kind === word) queryOpen += 1;
    if (kind === trade && isOfTrade(query.weight[q]!)) queryTrades += 1;
    if (kind === number) queryNumbers += 1;
    if (kind === place) queryPlaces += 1;
  }
  let listedWords = 0;
  let listedInitials = 0;
  let listedOpen = 0;
  for (let j = 0; j < aligned.parts; j += 1) {
    const kind = aligned.kind[j]!;
    if (isTelling(kind, aligned.weight[j]!)) listedWords += 1;
    if (kind === form && aligned.weight[j]! > GENERIC_FORM) listedForms += 1;
    if ((aligned.usedListed & (1 << j)) !== 0) continue;
    if (kind === number || isTelling(kind, aligned.weight[j]!)) listedLeft += aligned.weight[j]!;
    if (kind === initial) listedInitials += 1;
    if (kind === word) listedOpen += 1;
    if (kind === trade && isOfTrade(aligned.weight[j]!)) listedTrades += 1;
    if (kind === number) listedNumbers += 1;
    if (kind === place) listedPlaces += 1;
  }
  queryTotal = Math.max(queryTotal, 0.05);
  listedTotal = Math.max(listedTotal, 0.05);
  const least = Math.min(queryMatched / queryTotal, listedMatched / listedTotal);
  out[0] = 1;
  out[1] = queryMatched / queryTotal;
  out[2] = listedMatched / listedTotal;
  out[3] = least;
  out[4] = least * least;
  // Initials that stand for nothing on the other side, where something is left there too: J. A. Smith is not J. B. Smith.
  const strangers =
    queryInitials + listedInitials === 0
      ? 0
      : person
        ? Math.min(queryLeft + OPEN_INITIAL * queryInitials, listedLeft + OPEN_INITIAL * listedInitials)
        : OPEN_INITIAL * Math.min(queryInitials, listedInitials);
  // In persons' names a common word contradicts another as much as a rare one does.
  const level = person && queryOpen > 0 && listedOpen > 0 ? OPEN_WORDS : 0;
  const otherSon = (query.sonOf | aligned.sonOf) === 0 ? 0 : sonForFather(query, aligned);
  out[5] = Math.max(strangers, level, otherSon, Math.min(queryLeft, listedLeft));
  // Each further word left out of a person's name says less.
  const omitted = Math.max(0, Math.max(queryLeft, listedLeft) - out[5]);
  out[6] = person ? Math.sqrt(omitted) : omitted;
  out[7] = Math.min(bits / 20, 2.5);
  out[8] = slips;
  out[9] = queryNumbers > 0 && listedNumbers > 0 ? 1 : 0;
  out[10] = queryPlaces > 0 && listedPlaces > 0 ? 1 : 0;
  out[11] = Math.min(queryTrades, listedTrades);
  out[12] = disorderOf(query, aligned);
  out[13] = queryForms > 0 && listedForms > 0 && forms === 0 ? 1 : 0;
  out[14] = aligned.pairs === 0 ? 0 : initials / aligned.pairs;
  out[15] = numbers > 0 ? 0 : Math.max(0, 1 - 2 * words);
  // Between one word and two: by how much.
  out[16] = words > 0 && Math.max(queryWords, listedWords) > 1 ? Math.min(1, Math.max(0, 2 * (1.5 - words))) : 0;
  out[17] = queryLeft === 0 && listedLeft === 0 && words > 0 ? 1 : 0;
}

/** Share of pairs out of order; forms stand before names and behind them. */
function disorderOf(query: QueryTable, aligned: Alignment): number {
  let inversions = 0;
  let all = 0;
  for (let n = 0; n < aligned.pairs; n += 1) {
    if (query.kind[aligned.pairQuery[n]!] === form) continue;
    for (let m = 0; m < n; m += 1) {
      if (query.kind[aligned.pairQuery[m]!] === form) continue;
      const product =
        (query.place[aligned.pairQuery[n]!]! - query.place[aligned.pairQuery[m]!]!) * (aligned.pairFirst[n]! - aligned.pairFirst[m]!);
      if (product < 0) inversions += 1;
      if (product !== 0) all += 1;
    }
  }
  return all === 0 ? 0 : inversions / all;
}

/** What a likeness is worth: half alike is rather another word, in persons' names more so. */
export function evidenceOf(similarity: number, person: boolean): number {
  if (similarity >= 0.95) return similarity;
  return person ? similarity * Math.sqrt(similarity) : similarity;
}

/** Trade words above this weight are brand words: names are made of them. */
const BRAND = 0.4;

/** A trade word that is no brand word, and neither said again nor of a parent body. */
function isOfTrade(weight: number): boolean {
  return weight <= BRAND && weight >= LIGHT;
}

const LIGHT = 0.1;

/** Forms up to this weight go with any other: a company may be of any form. */
const GENERIC_FORM = 0.022;

/** What words that stand open on both sides count at least. */
export const OPEN_WORDS = 0.6;

/** What an open initial counts in a contradiction. */
const OPEN_INITIAL = 0.8;

function bitsIn(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** Trade words, places and forms. */
function isGlossary(kind: number): boolean {
  return kind === trade || kind === place || kind === form;
}

/** Words and brand words tell parties apart. */
export function isTelling(kind: number, weight: number): boolean {
  return kind === word || (kind === trade && weight > BRAND);
}
