import { JAPANESE_GIVEN_NAMES, JAPANESE_NAME_PARTS } from './japanese-given-names-table.ts';
import { JAPANESE_SURNAMES } from './japanese-surnames-table.ts';
import { oneFormOfJapanese } from './japanese-forms.ts';

/**
 * Common readings of a Japanese person's name in Han, surname first, Hepburn without long marks, at most 6: '山田太郎' →
 * ['yamada taro']. Characters may be Japanese, traditional or simplified; a blank between the names is allowed. [] where the
 * name is not recognisable as Japanese: its surname must be a known one and its given name known or made of known parts.
 */
export function japaneseReadings(name: string): readonly string[] {
  const plain = oneFormOfJapanese(name.replace(/[\s・]+/gu, ''));
  if (plain.length < 2 || plain.length > MOST_CHARACTERS) return [];
  tables ??= readTables();
  const found: string[] = [];
  for (let length = Math.min(MOST_SURNAME, plain.length - 1); length > 0; length -= 1) {
    const surnames = tables.surnames.get(plain.slice(0, length)) ?? NONE;
    if (surnames.length === 0) continue;
    const given = givenReadings(plain.slice(length), tables);
    found.push(...given.flatMap((one) => surnames.map((surname) => `${surname} ${one}`)));
  }
  return [...new Set(found)].slice(0, MOST_READINGS);
}

/** Characters of the surname that the first of `japaneseReadings` reads: 2 of 山田太郎; 0 where there is none. */
export function japaneseSurnameLength(name: string): number {
  const plain = oneFormOfJapanese(name);
  const [first] = japaneseReadings(name);
  for (let length = Math.min(MOST_SURNAME, plain.length - 1); first !== undefined && length > 0; length -= 1)
    if (tables?.surnames.get(plain.slice(0, length))?.some((surname) => first.startsWith(`${surname} `)) === true) return length;
  return 0;
}

const NONE: readonly string[] = [];
const MOST_READINGS = 6;
/** 勅使河原 and 五十嵐 are long; 権兵衛 and 平八郎 too. */
const MOST_CHARACTERS = 8;
const MOST_SURNAME = 4;

type Table = ReadonlyMap<string, readonly string[]>;

interface JapaneseTables {
  readonly surnames: Table;
  readonly givenNames: Table;
  readonly firstParts: Table;
  readonly lastParts: Table;
}

let tables: JapaneseTables | undefined;

/** A known name's readings, or those of its two parts (和 kazu + 夫 o → kazuo). */
function givenReadings(given: string, { givenNames, firstParts, lastParts }: JapaneseTables): readonly string[] {
  const known = givenNames.get(given);
  if (known !== undefined) return known;
  const readings: string[] = [];
  for (let cut = 1; cut < given.length; cut += 1) {
    const lasts = lastParts.get(given.slice(cut)) ?? NONE;
    for (const first of firstParts.get(given.slice(0, cut)) ?? NONE) readings.push(...lasts.map((last) => first + last));
  }
  return readings;
}

/** Read at the first question: most runs read no Japanese name. */
function readTables(): JapaneseTables {
  const [first = '', last = ''] = JAPANESE_NAME_PARTS.split('\n|');
  return {
    surnames: readTable(JAPANESE_SURNAMES),
    givenNames: readTable(JAPANESE_GIVEN_NAMES),
    firstParts: readTable(first),
    lastParts: readTable(last),
  };
}

function readTable(text: string): Table {
  const table = new Map<string, readonly string[]>();
  for (const entry of text.trim().split(/[|\n]/u)) {
    const [written = '', readings = ''] = entry.split(' ');
    const name = oneFormOfJapanese(written);
    table.set(name, [...new Set([...(table.get(name) ?? NONE), ...readings.split(',')])]);
  }
  return table;
}
