import type { Span } from '../model/span.ts';

/** A text whose scattered words are joined, with the way back. */
export interface Joined {
  readonly text: string;
  /** The stretch of the original that gave `text.slice(start, end)`. */
  originalSpan(start: number, end: number): Span;
}

/** Signs that are put between letters. */
const BETWEEN = String.raw`[ \u00a0.\-_*\u00b7\u2022|~+]`;
const LETTER = String.raw`[A-Za-z\u00c0-\u024f\u0400-\u04ff]`;
const HAN = String.raw`[\u3400-\u9fff\uf900-\ufaff]`;
/** A sign that nobody writes between Han characters otherwise. */
const ODD = String.raw`[._*\u2022|+\uff0e\uff0a\uff3f]`;
/** A sign that stands between Han words too: only between single characters it is a disguise. */
const USUAL = String.raw`[\-\u00b7~/\u2014\uff0d]`;

const SCATTERED = new RegExp(
  `(?<![A-Za-z\\u00c0-\\u024f\\u0400-\\u04ff\\d])${LETTER}(${BETWEEN})(?:${LETTER}\\1){2,40}${LETTER}(?![A-Za-z\\u00c0-\\u024f\\u0400-\\u04ff\\d])` +
    `|${HAN}(?:${ODD}${HAN}){1,12}|${HAN}(?:${USUAL}${HAN}){2,12}`,
  'g',
);

/** A quick look at texts without Han characters: three single letters in a row. */
const SINGLES = new RegExp(`${BETWEEN}${LETTER}${BETWEEN}${LETTER}${BETWEEN}${LETTER}(?!${LETTER})`);
const SOME_HAN = new RegExp(HAN);

/** Joins words whose letters are set apart by signs or blanks: `п.о.д.а.в.и.т.е.л.ь`, `无*人*机`, `d r o n e`. Null where a text has none. Linear time. */
export function joinScattered(text: string): Joined | null {
  if (!(SOME_HAN.test(text) ? mayBeScattered(text) : SINGLES.test(text))) return null;
  const parts: string[] = [];
  /** For each part: where it begins in the joined text and in the original; inside a joined word every second unit is left out. */
  const starts: number[] = [];
  const origins: { readonly at: number; readonly step: 1 | 2 }[] = [];
  let length = 0;
  let from = 0;
  const add = (part: string, at: number, step: 1 | 2): void => {
    if (part === '') return;
    starts.push(length);
    origins.push({ at, step });
    parts.push(part);
    length += part.length;
  };
  SCATTERED.lastIndex = 0;
  for (let match = SCATTERED.exec(text); match !== null; match = SCATTERED.exec(text)) {
    const [found] = match;
    add(text.slice(from, match.index), from, 1);
    let joined = '';
    for (let at = 0; at < found.length; at += 2) joined += found.charAt(at);
    add(joined, match.index, 2);
    from = match.index + found.length;
  }
  if (from === 0) return null;
  add(text.slice(from), from, 1);
  const back = (offset: number): number => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    const { at, step } = origins[low] ?? { at: 0, step: 1 };
    return at + (offset - (starts[low] ?? 0)) * step;
  };
  return {
    text: parts.join(''),
    originalSpan: (start, end) =>
      end <= start ? { start: back(start), end: back(start) } : { start: back(start), end: back(end - 1) + 1 },
  };
}

const SIGN = 1;
const ODD_SIGN = 2;
const ALPHABETIC = 4;
const HAN_UNIT = 8;

/** What each UTF-16 unit is to {@link mayBeScattered}, as bits. */
const kinds = ((): Uint8Array => {
  const table = new Uint8Array(65_536);
  const mark = (pattern: string, kind: number): void => {
    const regex = new RegExp(pattern);
    for (let code = 0; code < 65_536; code += 1) if (regex.test(String.fromCharCode(code))) table[code] = (table[code] ?? 0) | kind;
  };
  mark(`${BETWEEN}|${USUAL}`, SIGN);
  mark(ODD, ODD_SIGN);
  mark(LETTER, ALPHABETIC);
  mark(HAN, HAN_UNIT);
  return table;
})();

/** The same for texts with Han characters, and an odd sign between those: nearly every text has neither, and one quick loop shows it. */
function mayBeScattered(text: string): boolean {
  let twoBack = 0;
  let oneBack = 0;
  for (let at = 0; at < text.length; at += 1) {
    const kind = kinds[text.charCodeAt(at)] ?? 0;
    if ((kind & (SIGN | ODD_SIGN)) !== 0) {
      if ((kind & ODD_SIGN) !== 0 && (oneBack & kindAt(text, at + 1) & HAN_UNIT) !== 0) return true;
      if ((kind & twoBack & SIGN) !== 0) {
        if ((oneBack & ALPHABETIC) !== 0 && isFourSingles(text, at)) return true;
        if ((oneBack & kindAt(text, at - 3) & kindAt(text, at + 1) & HAN_UNIT) !== 0) return true;
      }
    }
    twoBack = oneBack;
    oneBack = kind;
  }
  return false;
}

/** Four letters, each a word of its own, the last sign between them at `at`; the signs before it and the letter next to it are known. */
function isFourSingles(text: string, at: number): boolean {
  return (
    (kindAt(text, at - 4) & SIGN) !== 0 &&
    (kindAt(text, at - 3) & kindAt(text, at - 5) & kindAt(text, at + 1) & ALPHABETIC) !== 0 &&
    ((kindAt(text, at - 6) | kindAt(text, at + 2)) & ALPHABETIC) === 0
  );
}

function kindAt(text: string, at: number): number {
  return at < 0 || at >= text.length ? 0 : (kinds[text.charCodeAt(at)] ?? 0);
}
