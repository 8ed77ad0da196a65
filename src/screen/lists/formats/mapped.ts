import type { ListMapping } from '../../../catalogue/list-mappings.ts';
import { headHasColumns, readTable } from '../csv-table.ts';
import type { TableRow } from '../csv-table.ts';
import { decodeList } from '../decode-list.ts';
import { isObject, jsonArray, textsOf } from '../json-records.ts';
import type { JsonObject } from '../json-records.ts';
import { readDate } from '../list-date.ts';
import type { BadRow, PartyMarks } from '../list-file.ts';
import type { FileHead, ListFormat, ReadParty } from '../list-format.ts';
import { readMapped, wholeId } from '../mapped-record.ts';
import type { MappedSource } from '../mapped-record.ts';
import { marksOf } from '../party-draft.ts';
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
      const { files: kinds, default: usual } = mapping.schema;
      for (const [n, file] of files.entries()) {
        const kind = kinds.length === files.length ? (kinds[n] ?? usual) : usual;
        const read = (source: MappedSource, line: number): ReadParty | undefined =>
          readMapped(source, mapping, facts, { file: file.name, line, kind });
        const content = READERS[mapping.kind](file.bytes, file.name, mapping, {
          take(source, line) {
            const party = read(source, line);
            if (party !== undefined) parties.push(party);
          },
          marks(source, line) {
            const party = read(source, line);
            return party === undefined ? {} : marksOf(party.draft);
          },
        });
        bad.push(...content.bad);
        publishedAt ??= content.publishedAt;
      }
      return { publishedAt, parties, bad };
    },
  };
}

interface MappedContent {
  readonly publishedAt: string | null;
  readonly bad: readonly BadRow[];
}

interface MappedParties {
  take(source: MappedSource, line: number): void;
  /** By what the party of a record that cannot be read is known, where it has no id. */
  marks(source: MappedSource, line: number): { readonly marks?: PartyMarks };
}

type Reader = (bytes: Uint8Array, name: string, mapping: ListMapping, parties: MappedParties) => MappedContent;

const READERS: Readonly<Record<ListMapping['kind'], Reader>> = {
  csv(bytes, name, mapping, { take, marks }) {
    const table = readTable(
      { name, bytes },
      { ...mapping, idOf: (row) => wholeId(rowSource(row), mapping), marksOf: (row) => marks(rowSource(row), row.line) },
    );
    const date = mapping.publishedAt === undefined ? undefined : new RegExp(mapping.publishedAt, 'u').exec(table.preface)?.[1];
    for (const row of table.rows) take(rowSource(row), row.line);
    return { publishedAt: dateOf(date, mapping), bad: table.bad };
  },
  xml(bytes, name, mapping, { take }) {
    const { namesUntil } = mapping;
    const sourceOf = (element: XmlElement): MappedSource =>
      elementSource(namesUntil === undefined ? element : cutNames(element, namesUntil));
    const idOf = (element: XmlElement): string => wholeId(sourceOf(element), mapping);
    const content = readXml(decodeList(bytes), name, new Set([mapping.record ?? '']), idOf, ({ element, line }) =>
      take(sourceOf(element), line),
    );
    const date =
      mapping.publishedAt === undefined
        ? undefined
        : (content.root?.attributes[mapping.publishedAt] ?? content.around.get(mapping.publishedAt));
    return { publishedAt: dateOf(date, mapping), bad: content.bad };
  },
  json(bytes, name, mapping, { take }) {
    const { records, around, bad } = jsonArray(decodeList(bytes), name, (record) => wholeId(objectSource(record), mapping));
    const date = mapping.publishedAt === undefined ? undefined : textsOf(around[mapping.publishedAt])[0];
    for (const { value, line } of records) take(objectSource(value), line);
    return { publishedAt: dateOf(date, mapping), bad };
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

function cutNames(element: XmlElement, mark: string): XmlElement {
  return { ...element, name: element.name.split(mark, 1)[0] ?? '', children: element.children.map((child) => cutNames(child, mark)) };
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

/** ISO dates with a time stay as they are; `20260101` is one too. */
function dateOf(text: string | undefined, { dayOrder }: ListMapping): string | null {
  if (text === undefined) return null;
  if (/^\d{4}-\d\d-\d\dT/u.test(text)) return text;
  const compact = /^(\d{4})(\d\d)(\d\d)$/u.exec(text.trim());
  if (compact) return compact.slice(1).join('-');
  return readDate(text, dayOrder) ?? readDate(text, 'month-first') ?? null;
}

function recognises({ text }: FileHead, { kind, detect, skipLines }: ListMapping): boolean {
  if (!detect.contains.every((word) => text.includes(word))) return false;
  if (kind === 'csv') return headHasColumns(text, detect.columns, skipLines);
  if (kind === 'json') return detect.contains.length > 0 && /^\s*[[{]/u.test(text);
  return detect.root !== undefined && new RegExp(`<(?:[A-Za-z_][\\w.-]*:)?${detect.root}[\\s>]`, 'u').test(text);
}
