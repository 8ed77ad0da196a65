import { z } from 'zod';
import { commaWords } from './comma-words.ts';
import { parseCatalogueFile } from './yaml-file.ts';
import type { CatalogueFile } from './yaml-file.ts';

/** What may stand behind an English word for goods without taking its place, in lower case. */
export interface CompoundWords {
  /** Devices, parts and forms of goods, singular: a compound that ends in one is goods still. */
  readonly heads: ReadonlySet<string>;
  /** Words that begin something else. */
  readonly joins: ReadonlySet<string>;
}

const words = commaWords.transform((list): ReadonlySet<string> => new Set(list));
const schema = z.strictObject({ heads: words, joins: words });

/** Reads `compounds.yaml`. Throws `catalogue-invalid`. */
export function readCompoundWords(file: CatalogueFile): CompoundWords {
  return parseCatalogueFile(file, schema);
}
