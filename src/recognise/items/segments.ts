import type { Span } from '../../model/span.ts';
import { isRow } from './table-columns.ts';
import type { Separator } from './table-columns.ts';

/** A stretch of a text that may be an item: a row of a table, a number of a list with what follows it, or a sentence. */
export interface Segment extends Span {
  readonly kind: 'row' | 'numbered' | 'sentence';
  /** What parts the cells of a row where no tabs or wide gaps do. */
  readonly by?: Separator;
}

/** How a text is cut. */
export interface Cuts {
  /** Recognises the number at the start of a line. */
  readonly numbered: RegExp;
  /** Finds numbers of lots within a line. */
  readonly lots: RegExp;
  /** What parts the heads of columns that a line has, or null where it has none. */
  readonly headsBy: (line: string) => Separator | null;
}

/** Lines that go on with a numbered line before them. */
const MOST_CONTINUED = 6;

/** Cuts a text into segments, in its order, without overlaps. Linear time. */
export function segmentsOf(text: string, { numbered, lots, headsBy }: Cuts): readonly Segment[] {
  const segments: Segment[] = [];
  let open: { start: number; end: number; lines: number } | null = null;
  let by: Separator | null = null;
  const close = (): void => {
    if (open !== null) segments.push({ kind: 'numbered', start: open.start, end: open.end });
    open = null;
  };
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, end);
    by = by !== null && line.includes(by) ? by : headsBy(line);
    if (line.trim() === '') close();
    else if (by !== null || isRow(line)) {
      close();
      segments.push({ kind: 'row', start, end, ...(by === null ? {} : { by }) });
    } else if (numbered.test(line) && inlineNumbers(line, lots).length === 0) {
      close();
      open = { start, end, lines: 1 };
    } else if (open !== null && (open as { lines: number }).lines < MOST_CONTINUED && LABELLED.test(line)) {
      const current: { start: number; end: number; lines: number } = open;
      current.end = end;
      current.lines += 1;
    } else {
      close();
      sentences(text, { start, end }, lots, segments);
    }
    start = end + 1;
  }
  close();
  return segments;
}

/** A line such as "数量：20台" or "Количество: 5 шт." goes on with the item above it. */
const LABELLED = /^[\s\-–•*]{0,4}[\p{L}' .]{1,30}[:：]/u;

/** Sentences of a line; what is numbered within it (1) … 2) …) is cut as well. */
function sentences(text: string, { start, end }: Span, lots: RegExp, out: Segment[]): void {
  const line = text.slice(start, end);
  const cuts = inlineNumbers(line, lots);
  let from = 0;
  for (const [index, cut] of cuts.entries()) {
    if (index === 0 && cut > 0) plain(line.slice(0, cut), start, out);
    const to = cuts[index + 1] ?? line.length;
    out.push({ kind: 'numbered', start: start + cut, end: start + to });
    from = to;
  }
  if (cuts.length === 0) plain(line.slice(from), start + from, out);
}

function plain(part: string, at: number, out: Segment[]): void {
  let from = 0;
  for (let index = 0; index < part.length; index += 1) {
    const unit = part.charCodeAt(index);
    if (!ENDS.has(unit) || (unit === DOT && !closes(part, index))) continue;
    if (index > from) out.push({ kind: 'sentence', start: at + from, end: at + index });
    from = index + 1;
  }
  if (from < part.length) out.push({ kind: 'sentence', start: at + from, end: at + part.length });
}

/** What ends a sentence. */
const ENDS: ReadonlySet<number> = new Set(Array.from('。；;！？!?.', (sign) => sign.charCodeAt(0)));
const DOT = 0x2e;

/** A full stop: behind a word of two letters, before a capital. */
function closes(part: string, dot: number): boolean {
  const next = part.charAt(dot + 1);
  if (next === '' || next.trim() !== '') return false;
  return /^\s+\p{Lu}/u.test(part.slice(dot + 1, dot + 8)) && /[\p{L})»"]{2}$/u.test(part.slice(Math.max(0, dot - 4), dot));
}

const INLINE =
  /(?<=^|[;；,，:：。.\s])(?:[(（]?(\d{1,2})[)）]|(\d{1,2})[、．.](?!\d)|([①-⑳])|№\s?(\d{1,2})|п\.\s?(\d{1,2})[.)]?)\s?(?=[\p{L}"«“])/gu;

/** What the first of them may look like: most lines have nothing of the kind. */
const FIRST = /1[)）、．.]|①|№\s?1|п\.\s?1/;

/** Where the numbers 1, 2, 3 … of a list or of lots stand inside a line; none where there are fewer than two. */
function inlineNumbers(line: string, lots: RegExp): readonly number[] {
  if (!line.includes('1') && !line.includes('①')) return [];
  const ofLots = line.includes('2') ? inTurn(Array.from(line.matchAll(lots), lotAt(line))) : [];
  if (ofLots.length > 1) return ofLots;
  const cuts = FIRST.test(line) ? inTurn(Array.from(line.matchAll(INLINE), numberAt)) : [];
  return cuts.length > 1 ? cuts : [];
}

interface Numbered {
  readonly at: number;
  /** Not a number where what stands there is none of a list. */
  readonly number: number;
}

/** Places of 1, 2, 3 …, each the first behind the one before it. */
function inTurn(numbers: readonly Numbered[]): readonly number[] {
  const cuts: number[] = [];
  for (const { at, number } of numbers) if (number === cuts.length + 1) cuts.push(at);
  return cuts;
}

function lotAt(line: string): (match: RegExpMatchArray) => Numbered {
  return ({ index = 0, 0: found, groups = {} }) => {
    const next = line.charAt(index + found.length);
    // "lot 2 of the annex" goes on in small letters
    const isBare = /\s$/.test(found) && next.toLowerCase() === next && /\p{L}/u.test(next);
    return { at: index, number: isBare && !/[.):：、—–-]\s*$/.test(found) ? Number.NaN : Number(groups['lot']) };
  };
}

function numberAt({ index = 0, 1: a, 2: b, 3: circled, 4: c, 5: d }: RegExpMatchArray): Numbered {
  return { at: index, number: circled === undefined ? Number(a ?? b ?? c ?? d) : (circled.codePointAt(0) ?? 0) - 0x245f };
}
