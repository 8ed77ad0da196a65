import { isAscii } from 'node:buffer';
import type { Readable } from 'node:stream';
import { DualwatchError } from '../../model/errors.ts';
import { binaryKind, documentKind } from '../../text/file-kind.ts';
import { detectTable } from './detect-table.ts';
import { JsonLineSplitter } from './json-line-splitter.ts';
import { openInput, type Input } from './open-input.ts';
import { RowSplitter } from '../../text/row-splitter.ts';
import { CUSTOMER_ROWS, type TableShape, type WrittenRow } from './table-shape.ts';

/** A file of rows as they are written. */
export interface Table extends Pick<Input, 'size' | 'bytesRead' | 'digest'> {
  readonly shape: TableShape;
  /** The first rows, as many as a piece of the file holds; empty only where the file is. */
  readonly first: readonly WrittenRow[];
  /** All after them, piece by piece; a piece may hold none. */
  readonly rest: AsyncIterable<readonly WrittenRow[]>;
}

/** Enough to see which encoding it is; of a file that begins with plain ASCII up to the second bound is read. */
const HEAD_BYTES = 65_536;
const ASCII_HEAD_BYTES = 16 * 1024 * 1024;

/**
 * Opens CSV, TSV or JSON lines in any usual encoding, gzip or not; `-` is stdin. `headers` are words that name columns. Throws `input-unreadable`, and
 * `input-malformed` for what is no text, such as a workbook; reading on throws these and `input-too-large`.
 */
export async function openTable(path: string, headers: ReadonlySet<string>, stdin?: Readable): Promise<Table> {
  const input = await openInput(path, stdin);
  const chunks: AsyncIterator<Uint8Array> = input.chunks[Symbol.asyncIterator]();
  const head = await readHead(chunks);
  const bytes = Buffer.concat(head);
  const kind = binaryKind(bytes) ?? documentKind(bytes);
  if (kind !== undefined)
    throw new DualwatchError(
      'input-malformed',
      `${path === '-' ? 'stdin' : path} is ${kind} and no table of text; open it in its own program and save or export it as CSV in UTF-8`,
    );
  const shape = detectTable(bytes, headers);
  const rest = piecesOf(head, chunks, shape);
  let first: readonly WrittenRow[] = [];
  while (first.length === 0) {
    const piece = await rest.next();
    if (piece.done === true) break;
    first = piece.value;
  }
  // A line that says the delimiter is no row.
  const [said] = first;
  if (said !== undefined && 'cells' in said && said.cells.length === 2 && /^sep=$/i.test(said.cells[0] ?? '')) first = first.slice(1);
  return { shape, first, rest, size: input.size, bytesRead: input.bytesRead, digest: input.digest };
}

/** The file's rows as they become whole: the head piece by piece too, so that no more rows are held than one piece has. */
async function* piecesOf(
  head: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
  shape: TableShape,
): AsyncGenerator<readonly WrittenRow[], void> {
  const decoder = new TextDecoder(shape.charset);
  const splitter = shape.format === 'jsonl' ? new JsonLineSplitter() : new RowSplitter(shape, CUSTOMER_ROWS);
  for (const chunk of head) yield splitter.push(decoder.decode(chunk, { stream: true }));
  for (let next = await rest.next(); next.done !== true; next = await rest.next())
    yield splitter.push(decoder.decode(next.value, { stream: true }));
  yield splitter.push(decoder.decode());
  yield splitter.end();
}

async function readHead(chunks: AsyncIterator<Uint8Array>): Promise<readonly Uint8Array[]> {
  const read: Uint8Array[] = [];
  let [size, ascii] = [0, true];
  while (size < HEAD_BYTES || (ascii && size < ASCII_HEAD_BYTES)) {
    const next = await chunks.next();
    if (next.done === true) break;
    read.push(next.value);
    size += next.value.length;
    ascii &&= isAscii(next.value);
  }
  return read;
}
