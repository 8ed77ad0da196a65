import type { ListMapping } from '../../../catalogue/list-mappings.ts';
import { headHasColumns, readTable } from '../csv-table.ts';
import type { TableRow } from '../csv-table.ts';
import { decodeList } from '../decode-list.ts';
import { readDate } from '../list-date.ts';
import type { BadRow } from '../list-file.ts';
import type { FileHead, ListFormat, ReadParty } from '../list-format.ts';
import { readMapped } from '../mapped-record.ts';
import type { MappedSource } from '../mapped-record.ts';
import { elementsAt, readXml, textsAt } from '../xml-records.ts';
import type { XmlElement } from '../xml-records.ts';

/** CSV or XML of any publisher, read by a mapping. */
export function mappedFormat(mapping: ListMapping): ListFormat {
  return {
    name: mapping.format,
    recognises: (heads) => heads.some((head) => recognises(head, mapping)),
    read(files, facts) {
      const parties: ReadParty[] = [];
      const bad: BadRow[] = [];
      let publishedAt: string | null = null;
      for (const file of files) {
        const records = mapping.kind === 'csv' ? csvRecords(mapping) : xmlRecords(mapping);
        const content = records(file.bytes, file.name);
        bad.push(...content.bad);
        publishedAt ??= content.publishedAt;
        for (const { source, line } of content.records) {
          const party = readMapped(source, mapping, facts, file.name, line);
          if (party !== undefined) parties.push(party);
        }
      }
      return { publishedAt, parties, bad };
    },
  };
}

interface MappedContent {
  readonly publishedAt: string | null;
  readonly records: readonly { readonly source: MappedSource; readonly line: number }[];
  readonly bad: readonly BadRow[];
}

function csvRecords(mapping: ListMapping): (bytes: Uint8Array, name: string) => MappedContent {
  return (bytes, name) => {
    const table = readTable({ name, bytes }, mapping.delimiter, mapping.skipLines);
    const date = mapping.publishedAt === undefined ? undefined : new RegExp(mapping.publishedAt, 'u').exec(table.preface)?.[1];
    return { publishedAt: dateOf(date), records: table.rows.map((row) => ({ source: rowSource(row), line: row.line })), bad: table.bad };
  };
}

function rowSource(row: TableRow): MappedSource {
  const source: MappedSource = {
    valuesAt(column) {
      const value = row.cell(column).trim();
      return value === '' ? [] : [value];
    },
    each: () => [source],
  };
  return source;
}

function xmlRecords(mapping: ListMapping): (bytes: Uint8Array, name: string) => MappedContent {
  return (bytes, name) => {
    const content = readXml(decodeList(bytes), name, new Set([mapping.record ?? '']));
    const date =
      mapping.publishedAt === undefined
        ? undefined
        : (content.root?.attributes[mapping.publishedAt] ?? content.around.get(mapping.publishedAt));
    return {
      publishedAt: dateOf(date),
      records: content.records.map(({ element, line }) => ({ source: elementSource(element), line })),
      bad: content.bad,
    };
  };
}

function elementSource(element: XmlElement): MappedSource {
  return { valuesAt: (path) => textsAt(element, path), each: (path) => elementsAt(element, path).map(elementSource) };
}

/** ISO dates with a time stay as they are. */
function dateOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  return /^\d{4}-\d\d-\d\dT/u.test(text) ? text : (readDate(text) ?? readDate(text, 'month-first') ?? null);
}

function recognises({ text }: FileHead, { kind, detect, skipLines }: ListMapping): boolean {
  if (!detect.contains.every((word) => text.includes(word))) return false;
  if (kind === 'csv') return headHasColumns(text, detect.columns, skipLines);
  return detect.root !== undefined && new RegExp(`<(?:[A-Za-z_][\\w.-]*:)?${detect.root}[\\s>]`, 'u').test(text);
}
