import type { Span } from '../model/span.ts';

/** A text whose scattered words are joined, with the way back. */
export interface Joined {
  readonly text: string;
  /** Words that were joined, in offsets of the original. */
  readonly scattered: readonly Span[];
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
    `|${HAN}(?:${ODD}${HAN}){1,12}|(?<!${HAN})${HAN}(?:${USUAL}${HAN}){2,12}`,
  'g',
);

/** Joins words whose letters are set apart by signs or blanks: `п.о.д.а.в.и.т.е.л.ь`, `无*人*机`, `d r o n e`. Null where a text has none. Linear time. */
export function joinScattered(text: string): Joined | null {
  if (!mayBeScattered(text)) return null;
  const scattered: Span[] = [];
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
    scattered.push({ start: match.index, end: from });
  }
  if (scattered.length === 0) return null;
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
    scattered,
    originalSpan: (start, end) =>
      end <= start ? { start: back(start), end: back(start) } : { start: back(start), end: back(end - 1) + 1 },
  };
}

const SIGN = 1;
const ODD_SIGN = 2;
const ALPHABETIC = 3;
const HAN_UNIT = 4;

/** What each UTF-16 unit is to {@link mayBeScattered}. */
const kinds = ((): Uint8Array => {
  const table = new Uint8Array(65_536);
  const mark = (pattern: string, kind: number): void => {
    const regex = new RegExp(pattern);
    for (let code = 0; code < 65_536; code += 1) if (regex.test(String.fromCharCode(code))) table[code] = kind;
  };
  mark(`${BETWEEN}|${USUAL}`, SIGN);
  mark(ODD, ODD_SIGN);
  mark(LETTER, ALPHABETIC);
  mark(HAN, HAN_UNIT);
  return table;
})();

/** Two single letters in a row behind signs, or an odd sign between Han characters: nearly every text has neither, and one quick loop shows it. */
function mayBeScattered(text: string): boolean {
  let before = 0;
  let inRow = 0;
  let singles = 0;
  for (let at = 0; at < text.length; at += 1) {
    const kind = kinds[text.charCodeAt(at)] ?? 0;
    if (kind >= ALPHABETIC) {
      if (kind === HAN_UNIT && before === ODD_SIGN && (kinds[text.charCodeAt(at - 2)] ?? 0) === HAN_UNIT) return true;
      inRow = kind === before ? 2 : 1;
      if (inRow === 2) singles = 0;
      else if (singles >= 2) return true;
    } else if (kind === 0) {
      singles = 0;
      inRow = 0;
    } else {
      singles = inRow === 1 ? singles + 1 : 0;
      inRow = 0;
    }
    before = kind;
  }
  return false;
}
