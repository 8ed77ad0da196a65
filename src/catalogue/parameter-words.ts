import { z } from 'zod';
import type { Comparator, Measured } from '../model/parameter.ts';
import { measuredSchema, wordsSchema } from './units.ts';
import { CATALOGUE_FOLDER, parseCatalogueFile, readCatalogueFile } from './yaml-file.ts';

/** A phrase that says what a number measures. */
export interface ParameterLabel {
  readonly id: string;
  readonly measured: Measured;
  /** Only for values in this base unit, or for all. */
  readonly of: string | null;
  /** ±10 is a range from −10 to 10, not how far off a value is. */
  readonly spread: boolean;
  readonly words: readonly string[];
}

export type Bound = Exclude<Comparator, '=' | 'range'>;

/** The words around numbers, in all languages; an upright bar ends what all forms of a word share. */
export interface ParameterWords {
  readonly before: readonly (readonly [string, Bound])[];
  readonly after: readonly (readonly [string, Bound])[];
  /** Between the ends of a range. */
  readonly range: readonly string[];
  /** Between the ends of a range whose first end has one of `opens` before it. */
  readonly openRange: readonly string[];
  readonly opens: readonly string[];
  /** Between numbers that share any unit; only a unit that stands in lists. */
  readonly list: readonly string[];
  readonly looseList: readonly string[];
  readonly minus: readonly string[];
  readonly plusMinus: readonly string[];
  readonly numbers: readonly (readonly [string, number])[];
  readonly multipliers: readonly (readonly [string, number])[];
  readonly notAfter: readonly string[];
  readonly notBefore: readonly string[];
  readonly notLabels: readonly string[];
  /** `640x512` */
  readonly formats: readonly string[];
  readonly labels: readonly ParameterLabel[];
  readonly frameRates: FrameRateWords;
}

/** By what a few Hz are told to be a frame rate: goods that take pictures, and words beside a value that make it the mains. */
export interface FrameRateWords {
  readonly of: readonly string[];
  readonly mains: readonly string[];
}

const inLanguages = { zh: wordsSchema, ru: wordsSchema, uk: wordsSchema, en: wordsSchema };
const wordSetSchema = z
  .strictObject({ ...inLanguages, sign: wordsSchema })
  .transform(({ zh, ru, uk, en, sign }) => [...new Set([...zh, ...ru, ...uk, ...en, ...sign])].map((word) => word.trim()));
const valuedSchema = wordsSchema.transform((words) =>
  words.map((word): readonly [string, number] => {
    const blank = word.trim().lastIndexOf(' ');
    return [word.trim().slice(0, blank), Number(word.trim().slice(blank + 1))];
  }),
);
const valuedSetSchema = z
  .strictObject({ zh: valuedSchema, ru: valuedSchema, uk: valuedSchema, en: valuedSchema })
  .transform(({ zh, ru, uk, en }) => [...zh, ...ru, ...uk, ...en]);
const boundSchema = z.partialRecord(z.enum(['>', '>=', '<', '<=', 'about']), wordSetSchema);

const fileSchema = z.strictObject({
  before: boundSchema,
  after: boundSchema,
  range: z.strictObject({
    ...inLanguages,
    sign: wordsSchema,
    opens: wordSetSchema,
    open: wordSetSchema,
  }),
  list: z.strictObject({ sign: wordsSchema, loose: z.string(), word: wordsSchema }),
  minus: wordsSchema,
  plusMinus: wordsSchema,
  numbers: valuedSetSchema,
  multipliers: valuedSetSchema,
  notAfter: wordsSchema,
  notBefore: wordsSchema,
  notLabels: wordsSchema,
  formats: wordsSchema,
  labels: z.array(
    z.strictObject({
      id: z.string(),
      of: z.string().optional(),
      spread: z.boolean().default(false),
      measured: measuredSchema,
      ...inLanguages,
    }),
  ),
  frameRates: z.strictObject({ of: z.array(z.string()).min(1), mains: wordSetSchema }),
});

/** Reads parameter-words.yaml. Throws `catalogue-invalid`. */
export function loadParameterWords(folder: string = CATALOGUE_FOLDER): ParameterWords {
  const data = parseCatalogueFile(readCatalogueFile(folder, 'parameter-words.yaml'), fileSchema);
  const { range, list } = data;
  return {
    ...data,
    before: bounds(data.before),
    after: bounds(data.after),
    range: [...range.zh, ...range.ru, ...range.uk, ...range.en, ...range.sign].map((word) => word.trim()),
    openRange: range.open,
    opens: range.opens,
    list: list.sign.map((word) => word.trim()),
    looseList: [...[...list.loose].filter((sign) => sign !== ' '), ...list.word.map((word) => word.trim())],
    labels: data.labels.map(({ id, of, spread, measured, zh, ru, uk, en }) => ({
      id,
      of: of ?? null,
      spread,
      measured,
      words: [...zh, ...ru, ...uk, ...en].map((word) => word.trim()),
    })),
  };
}

function bounds(table: z.output<typeof boundSchema>): (readonly [string, Bound])[] {
  return Object.entries(table).flatMap(([bound, words]) => (words ?? []).map((word): readonly [string, Bound] => [word, bound as Bound]));
}
