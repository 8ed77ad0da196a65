import { z } from 'zod';
import { commaWords } from './comma-words.ts';
import { CATALOGUE_FOLDER, parseCatalogueFile, readCatalogueFile } from './yaml-file.ts';
import type { CatalogueFile } from './yaml-file.ts';

/** Words by which a text is cut into items; a bar ends the part of a word that all its forms share. */
export interface ItemWords {
  readonly units: readonly string[];
  readonly quantity: readonly string[];
  readonly columns: {
    readonly name: readonly string[];
    readonly unit: readonly string[];
    readonly budget: readonly string[];
    readonly price: readonly string[];
  };
  /** ISO 4217 code → how it is written. */
  readonly currencies: ReadonlyMap<string, readonly string[]>;
  /** Factor → how it is written. */
  readonly multipliers: ReadonlyMap<number, readonly string[]>;
  readonly listWords: readonly string[];
  /** Labels of lines that say what is bought. */
  readonly subject: readonly string[];
  /** Before goods: they are bought, or offered. */
  readonly wanted: readonly string[];
  /** In the sentence of goods: they are not. */
  readonly refused: readonly string[];
  /** Number → words for it. */
  readonly numbers: ReadonlyMap<number, readonly string[]>;
}

const byLanguage = z.strictObject({ zh: commaWords, ru: commaWords, uk: commaWords, en: commaWords });

const itemsFileSchema = z.strictObject({
  units: byLanguage,
  quantity: byLanguage,
  columns: z.strictObject({ name: commaWords, unit: commaWords, budget: commaWords, price: commaWords }),
  currencies: z.record(z.string().regex(/^[A-Z]{3}$/), commaWords),
  multipliers: z.record(z.string().regex(/^\d+$/), commaWords),
  listWords: commaWords,
  subject: byLanguage,
  wanted: byLanguage,
  refused: byLanguage,
  numbers: z.record(z.string().regex(/^\d+$/), commaWords),
});

/** Reads items.yaml. Throws `catalogue-invalid` with the entry that is wrong. */
export function loadItemWords(folder = CATALOGUE_FOLDER): ItemWords {
  return readItemWords(readCatalogueFile(folder, 'items.yaml'));
}

/** What items.yaml says. Throws `catalogue-invalid` with the entry that is wrong. */
export function readItemWords(file: CatalogueFile): ItemWords {
  const data = parseCatalogueFile(file, itemsFileSchema);
  return {
    units: Object.values(data.units).flat(),
    quantity: Object.values(data.quantity).flat(),
    columns: data.columns,
    currencies: new Map(Object.entries(data.currencies)),
    multipliers: byNumber(data.multipliers),
    listWords: data.listWords,
    subject: Object.values(data.subject).flat(),
    wanted: Object.values(data.wanted).flat(),
    refused: Object.values(data.refused).flat(),
    numbers: byNumber(data.numbers),
  };
}

function byNumber(record: Readonly<Record<string, readonly string[]>>): Map<number, readonly string[]> {
  return new Map(Object.entries(record).map(([number, words]) => [Number(number), words]));
}
