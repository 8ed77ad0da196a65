/**
 * How like two skeletons are, 0 to 1: 1 for equal ones, 0 where more than slips of typing or hearing separate them.
 * A weighted edit distance (optimal string alignment): a vowel for another or a letter for one that sounds like it costs less than
 * a strange one, and the first letter more than others. Short words are strict: up to two letters nothing may differ, up to five one edit, then two.
 */
export function keySimilarity(a: string, b: string): number {
  if (a === b) return 1;
  const edits = allowedEdits(Math.min(a.length, b.length));
  if (edits === 0 || Math.abs(a.length - b.length) > edits) return 0;
  const cost = edits === 1 ? costOfOneEdit(a, b) : weightedDistance(a, b, edits);
  if (cost === Infinity || digitsDiffer(a, b)) return 0;
  const longest = Math.max(a.length, b.length);
  const similarity = likenessOfCost(cost, longest);
  // Transliterations disagree about vowels, not about consonants: Muhammad, Mohamed; Hezbollah, Hizballah.
  return longest >= 5 && sameConsonants(a, b) ? Math.max(similarity, 0.87) : similarity;
}

/** Another number is another party: Studio54 is not Studio55. */
function digitsDiffer(a: string, b: string): boolean {
  let i = 0;
  let j = 0;
  for (;;) {
    while (i < a.length && a.charCodeAt(i) > NINE) i += 1;
    while (j < b.length && b.charCodeAt(j) > NINE) j += 1;
    if (i === a.length || j === b.length) return i !== a.length || j !== b.length;
    if (a.charCodeAt(i) !== b.charCodeAt(j)) return true;
    i += 1;
    j += 1;
  }
}

const NINE = 0x39;

/** Likeness of two words, the longer of so many letters, that edits of so much cost separate. In a short word one letter is much: Fang is not Feng. */
export function likenessOfCost(cost: number, longest: number): number {
  const similarity = 1 - cost / (0.45 * longest + 0.6);
  return similarity < LEAST ? 0 : longest <= 4 ? similarity * 0.85 : similarity;
}

/** True where both have the same consonants in the same order, at least three of them. */
export function sameConsonants(a: string, b: string): boolean {
  let i = 0;
  let j = 0;
  let n = 0;
  for (;;) {
    while (i < a.length && CLASS[a.charCodeAt(i) & 127] === VOWEL) i += 1;
    while (j < b.length && CLASS[b.charCodeAt(j) & 127] === VOWEL) j += 1;
    if (i === a.length || j === b.length) return i === a.length && j === b.length && n >= 3;
    if (a.charCodeAt(i) !== b.charCodeAt(j)) return false;
    i += 1;
    j += 1;
    n += 1;
  }
}

/** Less than this is no likeness. */
const LEAST = 0.5;

/** Edits that a word of so many letters may have. */
export function allowedEdits(length: number): 0 | 1 | 2 {
  return length <= 2 ? 0 : length <= 5 ? 1 : 2;
}

/** What it costs more that the first letters differ. */
const FIRST_LETTER = 0.6;

/** Cost of the one edit that turns `a` into `b`, or Infinity where it takes more. Two cheap edits are no substitute: that `g` is gone is not `h` gone and `g` for `h`. */
function costOfOneEdit(a: string, b: string): number {
  const long = a.length < b.length ? b : a;
  const short = a.length < b.length ? a : b;
  let at = 0;
  while (at < short.length && long.charCodeAt(at) === short.charCodeAt(at)) at += 1;
  if (long.length > short.length) return isSameFrom(long, at + 1, short, at) ? gapCost(long, at) : Infinity;
  const x = long.charCodeAt(at);
  const y = short.charCodeAt(at);
  if (isSameFrom(long, at + 1, short, at + 1)) return swapCost(x, y) + (at === 0 ? FIRST_LETTER : 0);
  const isExchange = x === short.charCodeAt(at + 1) && y === long.charCodeAt(at + 1);
  return isExchange && isSameFrom(long, at + 2, short, at + 2) ? EXCHANGE : Infinity;
}

/** Are both the same from there to their ends? */
function isSameFrom(a: string, from: number, b: string, other: number): boolean {
  if (a.length - from !== b.length - other) return false;
  for (let n = from; n < a.length; n += 1) if (a.charCodeAt(n) !== b.charCodeAt(n - from + other)) return false;
  return true;
}

/** Cost of two neighbouring letters that changed places. */
const EXCHANGE = 0.6;

const WIDTH = 32;
const costs = [new Float64Array(WIDTH + 1), new Float64Array(WIDTH + 1), new Float64Array(WIDTH + 1)] as const;
const counts = [new Int32Array(WIDTH + 1), new Int32Array(WIDTH + 1), new Int32Array(WIDTH + 1)] as const;

/** Least cost of turning `a` into `b` with at most `edits` edits, or Infinity. Cells off the diagonal band are never looked at. */
function weightedDistance(a: string, b: string, edits: number): number {
  let twoBack: Float64Array = costs[0];
  let previous: Float64Array = costs[1];
  let row: Float64Array = costs[2];
  let twoBackN: Int32Array = counts[0];
  let previousN: Int32Array = counts[1];
  let rowN: Int32Array = counts[2];
  const far = 1e9;
  for (let j = 0; j <= b.length; j += 1) {
    previous[j] = j === 0 ? 0 : previous[j - 1]! + gapCost(b, j - 1);
    previousN[j] = j;
  }
  for (let i = 1; i <= a.length; i += 1) {
    const from = Math.max(1, i - edits);
    const to = Math.min(b.length, i + edits);
    const x = a.charCodeAt(i - 1);
    row[from - 1] = from === 1 ? previous[0]! + gapCost(a, i - 1) : far;
    rowN[from - 1] = from === 1 ? i : WIDTH;
    let least: number = rowN[from - 1]!;
    for (let j = from; j <= to; j += 1) {
      const y = b.charCodeAt(j - 1);
      let cost = previous[j - 1]!;
      let n = previousN[j - 1]!;
      if (x !== y) {
        cost += swapCost(x, y) + (i === 1 && j === 1 ? FIRST_LETTER : 0);
        n += 1;
      }
      if (j < i + edits) {
        const up = previous[j]! + gapCost(a, i - 1);
        if (up < cost) {
          cost = up;
          n = previousN[j]! + 1;
        }
      }
      if (j > i - edits) {
        const left = row[j - 1]! + gapCost(b, j - 1);
        if (left < cost) {
          cost = left;
          n = rowN[j - 1]! + 1;
        }
      }
      if (i > 1 && j > 1 && x === b.charCodeAt(j - 2) && y === a.charCodeAt(i - 2)) {
        const swapped = twoBack[j - 2]! + EXCHANGE;
        if (swapped < cost) {
          cost = swapped;
          n = twoBackN[j - 2]! + 1;
        }
      }
      row[j] = cost;
      rowN[j] = n;
      if (n < least) least = n;
    }
    if (least > edits) return Infinity;
    if (to < b.length) {
      row[to + 1] = far;
      rowN[to + 1] = WIDTH;
    }
    const free = twoBack;
    twoBack = previous;
    previous = row;
    row = free;
    const freeN = twoBackN;
    twoBackN = previousN;
    previousN = rowN;
    rowN = freeN;
  }
  return previousN[b.length]! > edits ? Infinity : previous[b.length]!;
}

const VOWEL = 1;
/** Class of a letter: vowels are 1, consonants that are often taken for one another share a class. */
const CLASS = new Uint8Array(128);
for (const [n, letters] of ['', 'aeiou', 'szSZXC', 'kgh', 'bp', 'dt', 'vf', 'mn', 'lr'].entries())
  for (const letter of letters) CLASS[letter.charCodeAt(0)] = n;

/** Letters that schemes of transliteration put for one another: ch for kh, zh for j, w for u. */
const NEAR = new Float64Array(128 * 128);
for (const [pair, cost] of Object.entries({
  Ch: 0.3,
  Ck: 0.4,
  Zi: 0.35,
  Xs: 0.3,
  Xz: 0.3,
  XC: 0.4,
  Ss: 0.4,
  Zz: 0.35,
  CS: 0.4,
  vu: 0.4,
  vb: 0.5,
  gh: 0.4,
  kg: 0.5,
  sz: 0.4,
  sk: 0.6,
  kh: 0.5,
  ie: 0.4,
  ae: 0.45,
  ou: 0.4,
  ao: 0.4,
})) {
  const x = pair.charCodeAt(0);
  const y = pair.charCodeAt(1);
  NEAR[x * 128 + y] = cost;
  NEAR[y * 128 + x] = cost;
}

function swapCost(x: number, y: number): number {
  const near = NEAR[(x & 127) * 128 + (y & 127)]!;
  if (near !== 0) return near;
  const kind = CLASS[x & 127]!;
  return kind !== 0 && kind === CLASS[y & 127] ? 0.55 : 1;
}

/** Are two letters of skeletons, as UTF-16 units, often put for one another? */
export function soundAlike(x: number, y: number): boolean {
  return swapCost(x, y) < 1;
}

/** A letter too many or too few. */
function gapCost(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (at === 0) return 1.2;
  if (code === 0x68) return 0.45;
  return CLASS[code & 127] === VOWEL ? 0.65 : 1;
}
