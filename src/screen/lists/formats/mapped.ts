import type { ListMapping } from '../../../catalogue/list-mappings.ts';
import { headHasColumns, readTable } from '../csv-table.ts';
import type { TableRow } from '../csv-table.ts';
import { decodeList } from '../decode-list.ts';
import { isObject, jsonArray, textsOf } from '../json-records.ts';
import type { JsonObject } from '../json-records.ts';
import { readDate } from '../list-date.ts';
import type { BadRow } from '../list-file.ts';
import type { FileHead, ListFormat, ReadParty } from '../list-format.ts';
import { readMapped } from '../mapped-record.ts';
import type { MappedSource } from '../mapped-record.ts';
import { elementsAt, readXml, textsAt } from '../xml-records.ts';
import type { XmlElement } from '../xml-records.ts';

/** CSV, XML or JSON of any publisher, read by a mapping. */
export function mappedFormat(mapping: ListMapping): ListFormat {
  return {
    name: mapping.format,
    recognises: (heads) => heads.some((head) => recognises(head, mapping)),
    read(files, facts) {
      const parties: ReadParty[] = [];
      const bad: BadRow[] = [];
      let publishedAt: string | null = null;
      for (const file of files) {
        const content = READERS[mapping.kind](file.bytes, file.name, mapping);
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

const READERS: Readonly<Record<ListMapping['kind'], (bytes: Uint8Array, name: string, mapping: ListMapping) => MappedContent>> = {
  csv(bytes, name, mapping) {
    const table = readTable({ name, bytes }, mapping.delimiter, mapping.skipLines);
    const date = mapping.publishedAt === undefined ? undefined : new RegExp(mapping.publishedAt, 'u').exec(table.preface)?.[1];
    return { publishedAt: dateOf(date), records: table.rows.map((row) => ({ source: rowSource(row), line: row.line })), bad: table.bad };
  },
  xml(bytes, name, mapping) {
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
  },
  json(bytes, name, mapping) {
    const { records, around, bad } = jsonArray(decodeList(bytes), name);
    const date = mapping.publishedAt === undefined ? undefined : textsOf(around[mapping.publishedAt])[0];
    return { publishedAt: dateOf(date), records: records.map(({ value, line }) => ({ source: objectSource(value), line })), bad };
  },
};

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

function elementSource(element: XmlElement): MappedSource {
  return { valuesAt: (path) => textsAt(element, path), each: (path) => elementsAt(element, path).map(elementSource) };
}

function objectSource(object: JsonObject): MappedSource {
  return {
    valuesAt: (path) =>
      valuesAt(object, path.split('/'))
        .flatMap(textsOf)
        .map((text) => text.trim())
        .filter((text) => text !== ''),
    each: (path) => valuesAt(object, path.split('/')).flat().filter(isObject).map(objectSource),
  };
}

function valuesAt(value: unknown, path: readonly string[]): readonly unknown[] {
  const [key, ...rest] = path;
  if (key === undefined || key === '.') return [value];
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, path));
  return isObject(value) && Object.hasOwn(value, key) ? valuesAt(value[key], rest) : [];
}

/** ISO dates with a time stay as they are. */
function dateOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  return /^\d{4}-\d\d-\d\dT/u.test(text) ? text : (readDate(text) ?? readDate(text, 'month-first') ?? null);
}

function recognises({ text }: FileHead, { kind, detect, skipLines }: ListMapping): boolean {
  if (!detect.contains.every((word) => text.includes(word))) return false;
  if (kind === 'csv') return headHasColumns(text, detect.columns, skipLines);
  if (kind === 'json') return detect.contains.length > 0 && /^\s*[[{]/u.test(text);
  return detect.root !== undefined && new RegExp(`<(?:[A-Za-z_][\\w.-]*:)?${detect.root}[\\s>]`, 'u').test(text);
}
