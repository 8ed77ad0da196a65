import { isVowel } from '../name/sound-codes.ts';
import { partsOf } from '../name/transcribed.ts';

/** What letters of skeletons (see `skeleton`) an initial of pinyin spells in foreign names, each with a cost in tenths; `-`: nothing at all. */
const SPELLS: Readonly<Record<string, string>> = {
  b: 'b0 p3 v3',
  p: 'p0 b2 f4',
  f: 'f0 v0 p4 h3',
  w: 'v0 u0 f3 h2 g3 -2',
  m: 'm0',
  d: 'd0 t2',
  t: 't0 d2 s4',
  n: 'n0',
  l: 'l0 r0',
  r: 'Z1 i2 r2 l2 g3 z3',
  g: 'g0 k2 h2',
  k: 'k0 g1 h3 C3',
  h: 'h0 k2 g2 v3 f4 -3',
  j: 'i1 Z1 z1 g1 d1 t1 k1 C2 X2 s3 -4',
  q: 'C0 k1 X1 t1 S3 g2 z2 d2 i2 s3',
  x: 'S0 s0 h1 C2 X2 z2',
  zh: 'Z0 z1 i1 C2 g2 d2',
  ch: 'C0 S2 X2 t2',
  sh: 'S0 s1 C2 Z3 i3',
  z: 'z0 X1 s1 Z2 C3 d4',
  c: 'X0 z1 s1 C2',
  s: 's0 z1 t3 S2 X2 C4',
  y: 'i0 -0',
};

export interface TranscribedSound {
  /** Cost of a letter by its code; Infinity-like where it is not spelled so. */
  readonly costs: Uint8Array;
  /** Of leaving it out. */
  readonly gap: number;
  readonly vowel: boolean;
}

const NOT_SO = 12;
const VOWELS = 'aeiou';
/** Vowels that are far from one another. */
const FAR = new Set(['ai', 'ia', 'ui', 'iu', 'io', 'oi', 'au', 'ua']);

/** From letters of skeletons, each with its cost in tenths: `b0 p3 -5`; `gap` where nothing says what it costs to leave it out. */
export function soundOf(spells: string, gap: number): TranscribedSound {
  const costs = new Uint8Array(128).fill(NOT_SO);
  let left = gap;
  for (const one of spells.split(' ')) {
    const cost = Number(one.slice(1));
    if (one.startsWith('-')) left = cost;
    else costs[one.charCodeAt(0)] = cost;
  }
  return { costs, gap: left, vowel: false };
}

const INITIALS = new Map(Object.entries(SPELLS).map(([initial, spells]) => [initial, soundOf(spells, 8)]));
const CODA_N: TranscribedSound = soundOf('n0 m2', 5);
const CODA_L: TranscribedSound = soundOf('l0 r0', 3);
export const VOWEL_SOUNDS: ReadonlyMap<string, TranscribedSound> = new Map(
  Array.from(VOWELS, (vowel): [string, TranscribedSound] => {
    const costs = new Uint8Array(128).fill(NOT_SO);
    for (const other of VOWELS) costs[other.charCodeAt(0)] = other === vowel ? 0 : FAR.has(vowel + other) ? 4 : 3;
    return [vowel, { costs, gap: 1, vowel: true }];
  }),
);

/** The sounds that syllables of pinyin spell, for {@link transcribedLikeness}. */
export function transcribedSounds(syllables: readonly string[]): readonly TranscribedSound[] {
  return syllables.flatMap((syllable) => {
    const { initial, vowels, coda } = partsOf(syllable);
    const long = /^[zcs]h/.test(syllable) ? `${initial}h` : initial;
    const sounds: TranscribedSound[] = [];
    const first = INITIALS.get(long);
    if (first !== undefined) sounds.push(first);
    for (const vowel of vowels) {
      const sound = VOWEL_SOUNDS.get(vowel === 'v' ? 'u' : vowel);
      if (sound !== undefined) sounds.push(sound);
    }
    if (coda !== '') sounds.push(coda === 'N' ? CODA_N : CODA_L);
    return sounds;
  });
}

/** What vowels cost, in tenths. */
export interface VowelCosts {
  /** Those of the skeleton that no sound stands for, and one at its beginning. */
  readonly unwritten: number;
  readonly opening: number;
  /** A vowel for a y or j at the beginning, which skeletons write i too: Jung is no Ung. */
  readonly glide: number;
}

const IN_HAN: VowelCosts = { unwritten: 2, opening: 2, glide: 0 };
const [A, I] = [0x61, 0x69];

/** Cost, in tenths, of a letter of the skeleton that no sound stands for. */
function extra(key: string, at: number, { unwritten, opening }: VowelCosts): number {
  const code = key.charCodeAt(at);
  if (isVowel(code)) return at === 0 ? opening : unwritten;
  const next = key.charCodeAt(at + 1);
  const closes = Number.isNaN(next) || !isVowel(next);
  // Chinese has no r at the end of a syllable, and no two consonants in it.
  if (code === 0x72) return closes ? 1 : 6;
  if (code === 0x6c) return closes ? 3 : 7;
  if (code === 0x68) return 2;
  if (code === 0x67 && key.charCodeAt(at - 1) === 0x6e) return 1;
  return at === 0 ? 12 : closes ? 6 : 8;
}

/**
 * How like a word in Latin letters, by its skeleton, is what Chinese spells with these sounds, 0 to 1. An edit distance between their
 * sounds, in which a vowel is little, an l or r at the end of a syllable less, and a consonant what it may stand for. `vowels`: what vowels cost. Of words that
 * are not more like than `least` nothing is said but that ({@link UNLIKE}): nothing costs less than nothing, so that a cell which costs too much is on no way to what costs less
 * (Ukkonen's cut-off), and only the few others are worked out.
 */
export function transcribedLikeness(sounds: readonly TranscribedSound[], key: string, vowels: VowelCosts = IN_HAN, least = UNLIKE): number {
  const size = key.length;
  if (size > MOST_LETTERS) return 0;
  let consonants = 0;
  for (let at = 0; at < size; at += 1) {
    const code = key.charCodeAt(at);
    letters[at] = code;
    if (!isVowel(code)) consonants += 1;
  }
  let spoken = 0;
  for (const { vowel } of sounds) if (!vowel) spoken += 1;
  // What costs as much is as unlike as can be.
  const most = 10 * (0.45 * Math.max(consonants, spoken) + 0.4);
  const tooMuch = (most * (1 - least)) / (1 - UNLIKE) + ROUNDING;
  let [row, next] = rows;
  row[0] = 0;
  // Of each row only the cells from `first` to `last` are read, since all others are too much; the one behind them says so.
  let first = 0;
  let last = 0;
  for (; last < size; last += 1) {
    extras[last] = extra(key, last, vowels);
    row[last + 1] = row[last]! + extras[last]!;
    if (row[last + 1]! >= tooMuch) break;
  }
  let known = Math.min(last + 1, size);
  const glide = size > 1 && letters[0] === I && isVowel(letters[1]!) ? vowels.glide : 0;
  for (const { costs, gap } of sounds) {
    let begin = -1;
    let end = -1;
    let before = NEVER;
    for (let j = first; j <= size; j += 1) {
      // Out of what is left of the row before, and of the cell before.
      let cost = j <= last ? row[j]! + gap : NEVER;
      if (j > first && j <= last + 1) {
        const code = letters[j - 1]!;
        let said = row[j - 1]! + (code < 128 ? costs[code]! : NOT_SO);
        if (j === 1 && glide !== 0 && costs[A] === 0) said += glide;
        if (said < cost) cost = said;
      }
      if (before !== NEVER) {
        for (; known < j; known += 1) extras[known] = extra(key, known, vowels);
        if (before + extras[j - 1]! < cost) cost = before + extras[j - 1]!;
      }
      if (cost < tooMuch) {
        if (begin < 0) begin = j;
        end = j;
        next[j] = before = cost;
      } else {
        next[j] = before = NEVER;
        if (j > last) break;
      }
    }
    if (begin < 0) return UNLIKE;
    first = begin;
    last = end;
    [row, next] = [next, row];
  }
  return last < size ? UNLIKE : 1 - (1 - UNLIKE) * Math.min(1, row[size]! / most);
}

const UNLIKE = 0.3;
/** The limit on costs, which are whole tenths, is rounded. */
const ROUNDING = 1e-6;
/** More than any cost. */
const NEVER = 1e9;
/** Skeletons are shorter. */
const MOST_LETTERS = 40;
const rows: readonly [Float64Array, Float64Array] = [new Float64Array(MOST_LETTERS + 1), new Float64Array(MOST_LETTERS + 1)];
const extras = new Float64Array(MOST_LETTERS);
const letters = new Uint16Array(MOST_LETTERS);
