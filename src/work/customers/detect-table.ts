import { isAscii, isUtf8 } from 'node:buffer';
import { columnWord } from '../../catalogue/customer-columns.ts';
import { detectCharset } from '../../read/charset.ts';
import { bareCharset } from '../../text/bare-charset.ts';
import { RowSplitter } from '../../text/row-splitter.ts';
import { CUSTOMER_ROWS, type TableShape } from './table-shape.ts';

const DELIMITERS = ['\t', ';', '|', ','] as const;
/** Rows that are looked at to find the delimiter. */
const SAMPLE_ROWS = 100;
/** Share of rows that must have as many cells as the first for a character to be the delimiter: names of companies have commas too. */
const AGREEING_SHARE = 0.8;
/** The line `sep=;` before everything. */
const SAID_DELIMITER = /^sep=(.)\r?\n/i;
const AGREEING_WITH_HEADER = 0.2;

/**
 * Charset, format, delimiter, quote and line end of a file, from its first bytes. `headers` are words ({@link columnWord}) that name columns: a first
 * line with such cells needs fewer rows to agree with it. Never throws: what is no table is a column of lines.
 */
export function detectTable(head: Uint8Array, headers: ReadonlySet<string> = new Set()): TableShape {
  const charset = charsetOfTable(head);
  const text = new TextDecoder(charset).decode(head, { stream: true });
  const lineEnd = !text.includes('\n') && text.includes('\r') ? '\r' : '\n';
  const base = { charset, quote: '"', lineEnd } as const;
  if (text.trimStart().startsWith('{')) return { ...base, format: 'jsonl', delimiter: null };
  // Excel writes its delimiter above the table.
  const said = SAID_DELIMITER.exec(text)?.[1];
  if (said !== undefined) return { ...base, format: 'csv', delimiter: said };
  const quote = quoteOf(text);
  return { ...base, quote, format: 'csv', delimiter: delimiterOf(text, { quote, lineEnd }, headers) };
}

function charsetOfTable(head: Uint8Array): string {
  const wide = wideOf(head);
  if (wide !== null) return wide;
  // A character cut in two at the end of the sample must not speak against UTF-8.
  const end = head.lastIndexOf(0x0a);
  const whole = end > 0 ? head.subarray(0, end) : head;
  if (hasSoundLines(whole)) return 'utf-8';
  const charset = detectCharset(whole);
  return charset.startsWith('utf-') ? charset : (bareCharset(whole) ?? charset);
}

/** Damage in some rows must not give the whole file another encoding: lines of others are hardly ever sound UTF-8 by chance. */
function hasSoundLines(bytes: Uint8Array): boolean {
  let [sound, broken, sequences] = [0, 0, 0];
  for (let at = 0; at < bytes.length && sound + broken < SAMPLE_ROWS;) {
    const found = bytes.indexOf(0x0a, at);
    const line = bytes.subarray(at, found < 0 ? bytes.length : found);
    at += line.length + 1;
    if (isAscii(line)) continue;
    if (!isUtf8(line)) broken += 1;
    else {
      sound += 1;
      for (const byte of line) if (byte >= 0xc2) sequences += 1;
    }
  }
  return sequences >= 4 && sound >= broken;
}

/**
 * Text of one byte a character has no NUL; in UTF-16 each delimiter and line end has one, on the same side throughout. A few that stand in damaged names
 * are fewer than the lines.
 */
function wideOf(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return null;
  const nuls = [0, 0];
  let lines = 0;
  const size = Math.min(head.length, 65_536);
  for (let at = 0; at < size; at += 1) {
    if (head[at] === 0) nuls[at & 1] = (nuls[at & 1] ?? 0) + 1;
    else if (head[at] === 0x0a) lines += 1;
  }
  const [even = 0, odd = 0] = nuls;
  const least = Math.max(1, lines / 2);
  if (odd > least && even * 20 < odd) return 'utf-16le';
  if (even > least && odd * 20 < even) return 'utf-16be';
  return null;
}

function quoteOf(text: string): '"' | "'" {
  if (text.includes('"')) return '"';
  const lines = text.split('\n', SAMPLE_ROWS).filter((line) => line !== '');
  return lines.length > 1 && lines.every((line) => /^'.*'\s*$/.test(line)) ? "'" : '"';
}

function delimiterOf(text: string, known: Pick<TableShape, 'quote' | 'lineEnd'>, headers: ReadonlySet<string>): string | null {
  let best: { readonly delimiter: string; readonly share: number; readonly cells: number } | undefined;
  for (const delimiter of DELIMITERS) {
    const splitter = new RowSplitter({ ...known, delimiter }, CUSTOMER_ROWS);
    const rows = splitter.push(text.slice(0, 65_536)).slice(0, SAMPLE_ROWS);
    if (rows.length === 0) rows.push(...splitter.end());
    const first = rows[0];
    if (first === undefined || !('cells' in first) || first.cells.length < 2) continue;
    const cells = first.cells.length;
    const share = rows.filter((row) => 'cells' in row && row.cells.length === cells).length / rows.length;
    if (share < (first.cells.some((cell) => headers.has(columnWord(cell))) ? AGREEING_WITH_HEADER : AGREEING_SHARE)) continue;
    if (best === undefined || share > best.share || (share === best.share && cells > best.cells)) best = { delimiter, share, cells };
  }
  return best?.delimiter ?? null;
}
