import { isUtf8 } from 'node:buffer';
import { decodeList } from './decode-list.ts';
import { lineCounter } from './line-counter.ts';
import { withId, type BadRow, type ListFile } from './list-file.ts';
import { wholeValues } from './whole-values.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export interface JsonRecord {
  readonly line: number;
  readonly value: JsonObject;
}

/** No record of a list comes near; a longer line is no record. */
const LONGEST_RECORD = 16 << 20;
const NEWLINE = 0x0a;

/** Id of the party of a record, of one that is broken by what is whole of it; undefined or empty where it has none. */
export type RecordId = (record: JsonObject) => string | undefined;

/** Of a record that cannot be read so much is looked at for the id of its party. */
const LONGEST_BEGINNING = 64 * 1024;

/** Objects of a file of JSON lines, one at a time: a file may be larger than a string can be. What is no object goes to `bad`. */
export function* jsonLines(file: ListFile, bad: BadRow[], idOf: RecordId): Generator<JsonRecord> {
  const { bytes } = file;
  if (bytes[0] === 0xff || bytes[0] === 0xfe || (bytes.length < 1 << 26 && !isUtf8(bytes))) {
    let line = 0;
    for (const text of decodeList(bytes).split('\n')) yield* parseLine(text, ++line, file.name, bad, idOf);
    return;
  }
  const decoder = new TextDecoder('utf-8');
  let line = 0;
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(NEWLINE, start);
    const end = found < 0 ? bytes.length : found;
    line++;
    if (end - start > LONGEST_RECORD)
      bad.push(
        withId(
          { file: file.name, line, why: 'the line is longer than 16 MB' },
          idOf(wholeValues(decoder.decode(bytes.subarray(start, start + LONGEST_BEGINNING)))),
        ),
      );
    else yield* parseLine(decoder.decode(bytes.subarray(start, end)), line, file.name, bad, idOf);
    start = end + 1;
  }
}

function* parseLine(text: string, line: number, file: string, bad: BadRow[], idOf: RecordId): Generator<JsonRecord> {
  if (text.trim() === '') return;
  const value = parseObject(text, file, line, bad, idOf);
  if (value !== undefined) yield { line, value };
}

/** The objects of the first array of a JSON document (`[…]` or `{"entities": […]}`), each with its line, and the text around them as an object. */
export function jsonArray(
  text: string,
  file: string,
  idOf: RecordId,
): { readonly records: readonly JsonRecord[]; readonly around: JsonObject; readonly bad: readonly BadRow[] } {
  const bad: BadRow[] = [];
  const records: JsonRecord[] = [];
  const lineOf = lineCounter(text);
  const open = text.indexOf('[');
  let at = open + 1;
  if (open < 0) return { records, around: {}, bad: [{ file, line: 1, why: 'the document holds no array of records' }] };
  let depth = 0;
  let start = 0;
  // Only strings, braces and brackets matter: the parser proper reads each record.
  const tokens = /["{}[\]]/gu;
  tokens.lastIndex = at;
  for (let token = tokens.exec(text); token !== null; token = tokens.exec(text)) {
    const [sign] = token;
    at = token.index + 1;
    if (sign === '"') {
      at = endOfString(text, at);
      tokens.lastIndex = at;
    } else if (sign === '{' || sign === '[') {
      if (depth++ === 0) start = token.index;
    } else if (depth === 0) {
      at = token.index;
      break;
    } else if (--depth === 0) {
      const value = parseObject(text.slice(start, at), file, lineOf(start), bad, idOf);
      if (value !== undefined) records.push({ line: lineOf(start), value });
    }
  }
  if (depth > 0)
    bad.push(
      withId(
        { file, line: lineOf(start), why: 'the file ends inside of this record' },
        idOf(wholeValues(text.slice(start, start + LONGEST_BEGINNING))),
      ),
    );
  return { records, around: aroundOf(text, open, at), bad };
}

function endOfString(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return at + 1;
  }
  return text.length;
}

function aroundOf(text: string, open: number, close: number): JsonObject {
  const head = `${text.slice(0, open)}[${text.slice(close)}`;
  const parsed = tryParse(head) ?? tryParse(`${text.slice(0, open)}[]}`);
  return isObject(parsed) ? parsed : {};
}

function parseObject(text: string, file: string, line: number, bad: BadRow[], idOf: RecordId): JsonObject | undefined {
  const value = text.length > LONGEST_RECORD ? undefined : tryParse(text);
  if (isObject(value)) return value;
  const why =
    text.length > LONGEST_RECORD ? 'the record is longer than 16 MB' : value === undefined ? 'is no JSON' : 'is JSON, but no object';
  bad.push(withId({ file, line, why }, idOf(wholeValues(text.slice(0, LONGEST_BEGINNING)))));
  return undefined;
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The strings and numbers of a value that may be one or a list; nothing else. */
export function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string' || typeof item === 'number').map(String) : [];
}
