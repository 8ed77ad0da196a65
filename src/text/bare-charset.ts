import { ACCENTS, LETTERS, WESTERN, isCommonHan, isCommonHangul, isOrdinaryHan } from './bare-charset-letters.ts';

/**
 * Encodings in which tables are kept that say nothing of it, with what speaks against each before any byte is read, in bits: how much rarer it is than the others.
 * Names of the WHATWG.
 */
const CANDIDATES: ReadonlyMap<string, number> = new Map([
  ['gb18030', 0],
  ['windows-1251', 0.5],
  ['windows-1252', 0],
  ['big5', 2],
  ['shift_jis', 2],
  ['euc-kr', 2],
  ['windows-1250', 3],
  ['windows-1253', 3],
  ['windows-1255', 3],
  ['windows-1256', 3],
  ['windows-874', 3],
  ['euc-jp', 3],
  ['windows-1254', 4],
  ['ibm866', 7],
  ['koi8-r', 8],
  ['koi8-u', 9],
  ['x-mac-cyrillic', 12],
]);

/** Bytes beyond ASCII, side by side, that tell one encoding from another. */
const FEWEST = 13;

/** Enough for certainty, and few enough to cost nothing. */
const SAMPLE_BYTES = 12_000;

/**
 * The likeliest encoding of a text of names that is no UTF-8 and declares none: the one in which its characters are the most usual ones. `undefined` where so little
 * is beyond ASCII, a name or two, that chance would decide.
 * Lines without other bytes are passed over. Pure, bounded work but for the search for such lines.
 */
export function bareCharset(bytes: Uint8Array): string | undefined {
  const sample = linesBeyondAscii(bytes);
  if (isTooLittle(sample)) return undefined;
  let best: string | undefined;
  let lowest = Infinity;
  for (const [name, against] of CANDIDATES) {
    const cost =
      against +
      costOf(new TextDecoder(name).decode(sample), {
        accents: ACCENTS.get(name) ?? WESTERN,
        kana: JAPANESE.has(name) ? KANA : FOREIGN_KANA,
      });
    if (cost >= lowest) continue;
    lowest = cost;
    best = name;
  }
  return best;
}

/** Nothing beyond ASCII, or a name or two of which each encoding makes some letters: accents between letters of ASCII tell more. */
function isTooLittle(sample: Uint8Array): boolean {
  const { high, runs } = beyondAscii(sample);
  return high === 0 || (high < FEWEST && high >= runs * 2.5);
}

/** How many bytes are beyond ASCII, in how many runs, and how many of them are from C0 on, where most encodings of one byte a letter have their letters. */
export function beyondAscii(bytes: Uint8Array): Readonly<Record<'high' | 'runs' | 'letters', number>> {
  let [high, runs, letters] = [0, 0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    if (byte < 0x80) continue;
    high += 1;
    if (byte >= 0xc0) letters += 1;
    if (at === 0 || bytes[at - 1]! < 0x80) runs += 1;
  }
  return { high, runs, letters };
}

/** What is usual in one encoding and not in others that have it too. */
interface Usual {
  readonly accents: ReadonlyMap<string, number>;
  /** Bits of a kana. */
  readonly kana: number;
}

const JAPANESE: ReadonlySet<string> = new Set(['shift_jis', 'euc-jp']);

/** Bytes of a line that are taken with its first one beyond ASCII. */
const BEFORE = 200;

/** No byte of a line end is part of a character in any candidate. */
function linesBeyondAscii(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(SAMPLE_BYTES);
  let size = 0;
  for (let at = 0; at < bytes.length && size < SAMPLE_BYTES;) {
    const end = endOfLine(bytes, at);
    const first = bytes.subarray(at, end).findIndex((byte) => byte >= 0x80);
    if (first >= 0) {
      // A long line may be ASCII for long.
      const from = at + Math.max(0, first - BEFORE);
      const line = bytes.subarray(from, Math.min(end, from + SAMPLE_BYTES - size));
      sample.set(line, size);
      size += line.length;
    }
    at = end;
  }
  return sample.subarray(0, size);
}

function endOfLine(bytes: Uint8Array, from: number): number {
  let end = from;
  while (end < bytes.length && bytes[end] !== 0x0a && bytes[end] !== 0x0d) end += 1;
  return Math.min(end + 1, bytes.length);
}

/** What is no character of the encoding, or none that is written. */
const INVALID = 24;
const SYMBOL = 13;
const MARK = 6;
const ACCENT = 11;
const KANA = 6.5;
const FOREIGN_KANA = 12;
const NARROW_KANA = 12;
const COMMON_HANGUL = 8;
const HANGUL = 13;
const COMMON_HAN = 9;
const HAN = 13;
const RARE_HAN = 19;
/** A letter of another script inside of a word. */
const OTHER_SCRIPT = 8;
const CAPITAL = 2;
const FURTHER_CAPITAL = 0.5;
/** Names begin with capitals, where a script has any. */
const SMALL_AT_START = 2;
const CAPITAL_INSIDE = 9;

type Kind = 'none' | 'ascii' | 'latin' | 'han' | 'kana' | 'hangul' | keyof typeof LETTERS;

/** Bits of what is not ASCII: minus the logarithm of how usual each character is, and more where words mix scripts or have capitals inside. */
function costOf(text: string, usual: Usual): number {
  let bits = 0;
  let before: Kind = 'none';
  let isSmallBefore = false;
  let isCapitalBefore = false;
  for (const char of text) {
    const [kind, cost] = look(char, usual);
    const isCapital = kind !== 'ascii' && char !== char.toLowerCase();
    if (kind !== 'ascii' && kind !== 'none' && isCapital)
      bits += isSmallBefore ? CAPITAL_INSIDE : isCapitalBefore ? FURTHER_CAPITAL : CAPITAL;
    if (isSmall(char) && before === 'none' && kind !== 'ascii' && kind !== 'latin') bits += SMALL_AT_START;
    if (!goTogether(before, kind)) bits += OTHER_SCRIPT;
    bits += cost;
    before = kind;
    isCapitalBefore = kind !== 'none' && char !== char.toLowerCase();
    isSmallBefore = kind !== 'none' && isSmall(char);
  }
  return bits;
}

function isSmall(char: string): boolean {
  return char !== char.toUpperCase();
}

/** Japanese mixes Han and kana, Korean seldom Han; brands in Latin letters stand beside each of them. */
function goTogether(one: Kind, other: Kind): boolean {
  if (one === other || one === 'none' || other === 'none') return true;
  if (isLatin(one) && isLatin(other)) return true;
  return (one === 'han' && other === 'kana') || (one === 'kana' && other === 'han');
}

function isLatin(kind: Kind): boolean {
  return kind === 'ascii' || kind === 'latin';
}

function look(char: string, { accents, kana }: Usual): readonly [Kind, number] {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80) return [isAsciiLetter(code) ? 'ascii' : 'none', 0];
  if (code < 0xa0 || code === 0xfffd || (code >= 0xe000 && code < 0xf900)) return ['none', INVALID];
  if (code >= 0xc0 && code < 0x250 && code !== 0xd7 && code !== 0xf7) return ['latin', accents.get(char.toLowerCase()) ?? ACCENT];
  if (code >= 0x3041 && code < 0x3100) return ['kana', kana];
  if (code >= 0xff61 && code < 0xffa0) return ['none', NARROW_KANA];
  if (code >= 0xac00 && code < 0xd7a4) return ['hangul', isCommonHangul(char) ? COMMON_HANGUL : HANGUL];
  if ((code >= 0x3400 && code < 0xa000) || code >= 0x20000)
    return ['han', isCommonHan(char) ? COMMON_HAN : isOrdinaryHan(char) ? HAN : RARE_HAN];
  const small = char.toLowerCase();
  for (const script of SCRIPTS) {
    const cost = LETTERS[script].get(small);
    if (cost !== undefined) return [script, cost];
  }
  return ['none', char === NO_BREAK ? 0 : MARKS.has(char) ? MARK : SYMBOL];
}

/** Office programs part thousands by it. */
const NO_BREAK = '\u00a0';

const SCRIPTS = ['cyrillic', 'greek', 'hebrew', 'arabic', 'thai'] as const;

function isAsciiLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

const MARKS: ReadonlySet<string> = new Set('“”‘’«»„–—…·№°®©§£€ºª²³½×±µ´ 　、。（），：；！？《》【】「」・');
