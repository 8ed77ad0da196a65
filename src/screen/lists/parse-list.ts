import { packagedListFacts } from '../../catalogue/list-facts.ts';
import type { ListFacts } from '../../catalogue/list-facts.ts';
import type { ListMapping } from '../../catalogue/list-mappings.ts';
import { DualwatchError } from '../../model/errors.ts';
import { binaryKind, documentKind } from '../../text/file-kind.ts';
import { decodeList } from './decode-list.ts';
import { headOf } from './file-role.ts';
import { listFormats } from './formats.ts';
import { mappedFormat } from './formats/mapped.ts';
import { checkOwnMapping } from './own-mapping.ts';
import type { ListFile, ParsedList } from './list-file.ts';
import type { FileHead, ListFormat } from './list-format.ts';
import { isPlainXml } from './plain-xml.ts';
import { madeListings } from './made-listings.ts';

export interface ParseListOptions {
  /** Name of the format, where it is known; otherwise the bytes tell. */
  readonly format?: string;
  /** The user's own: how to read a file of any other kind; goes before `format`. */
  readonly mapping?: ListMapping;
  /** What the parsers know; by default what comes with the package. */
  readonly facts?: ListFacts;
}

/** Name of the format of a list, or undefined where none fits. */
export function detectListFormat(files: readonly ListFile[], facts: ListFacts = packagedListFacts()): string | undefined {
  return formatOf(files, facts)?.name;
}

/**
 * Reads the files of one list. Bad rows are reported and kept out; ids are unique.
 * Throws `input-malformed` where no format fits or nothing can be read, `usage` where `format` is not known, and what {@link checkOwnMapping} throws.
 */
export function parseList(list: string, files: readonly ListFile[], options: ParseListOptions = {}): ParsedList {
  const facts = options.facts ?? packagedListFacts();
  const format = chosenFormat(list, files, options, facts);
  const { publishedAt, parties, bad, doubts = [] } = format.read(files, facts);
  const made = madeListings(list, parties, files.length > 1);
  const all = [...bad, ...made.bad];
  if (made.listings.length === 0) {
    const [first] = all;
    const why = first === undefined ? 'it holds no records' : `${first.file}, line ${first.line}: ${first.why}`;
    throw new DualwatchError('input-malformed', `nothing of the list ${list} can be read as ${format.name}: ${why}`);
  }
  return {
    format: format.name,
    publishedAt,
    listings: made.listings,
    bad: all,
    rows: made.rows,
    folded: made.folded,
    unread: made.unread,
    doubts,
  };
}

function chosenFormat(list: string, files: readonly ListFile[], options: ParseListOptions, facts: ListFacts): ListFormat {
  refuseNoText(list, files, options.mapping);
  if (options.mapping !== undefined) {
    checkOwnMapping(options.mapping, files);
    return mappedFormat(options.mapping);
  }
  const known = listFormats(facts);
  if (options.format !== undefined) {
    const named = known.find(({ name }) => name === options.format);
    if (named !== undefined) return named;
    throw new DualwatchError('usage', `there is no list format “${options.format}”; known are ${namesOf(known)}`);
  }
  const empty = files.find(({ bytes }) => bytes.length === 0);
  if (empty !== undefined) throw new DualwatchError('input-malformed', `the list ${list} cannot be read: ${empty.name} is empty`);
  const format = formatOf(files, facts);
  if (format !== undefined) return format;
  const names = files.map(({ name }) => name).join(', ') || 'no file';
  throw new DualwatchError(
    'input-malformed',
    `the list ${list} (${names}) has no format that is known. A table of your own is read where its first line has a column called name (or 名称, наименование, назва …). For any other file write a mapping and name it with --mapping (catalogue/mappings/ has examples), or name one of these formats with --format: ${namesOf(known)}`,
  );
}

function formatOf(files: readonly ListFile[], facts: ListFacts): ListFormat | undefined {
  const heads: FileHead[] = files.map(({ name, bytes }) => ({ name, text: decodeList(headOf(bytes)) }));
  return listFormats(facts).find((format) => format.recognises(heads));
}

function refuseNoText(list: string, files: readonly ListFile[], mapping: ListMapping | undefined): void {
  for (const { name, bytes } of files) {
    const isPage = documentKind(headOf(bytes)) === 'a web page' && !(mapping?.kind === 'xml' && isPlainXml(decodeList(bytes)));
    const kind = binaryKind(headOf(bytes)) ?? (isPage ? 'a web page' : undefined);
    if (kind !== undefined)
      throw new DualwatchError(
        'input-malformed',
        `the list ${list} cannot be read: ${name} is ${kind}; give the file that its publisher offers as CSV, XML or JSON, or save it as CSV in UTF-8`,
      );
  }
}

function namesOf(formats: readonly ListFormat[]): string {
  return formats.map(({ name }) => name).join(', ');
}
