import { z } from 'zod';
import { MEASURED } from '../model/parameter.ts';
import type { Measured } from '../model/parameter.ts';
import { CATALOGUE_FOLDER, parseCatalogueFile, readCatalogueFile } from './yaml-file.ts';

/** A unit of measure. A value `v` in it is `toBase(unit, v)` in `base`. */
export interface Unit {
  /** `Hz`, `m`, `W`, …; empty for axes. */
  readonly base: string;
  /** How many base units it is. */
  readonly is: number;
  /** Added after that: 273.15 for °C. */
  readonly plus: number;
  /** A level above one milliwatt or one watt, in decibels. */
  readonly scale: 'linear' | 'dBm' | 'dBW';
  /** What a value may measure; the first where no label says more. */
  readonly measured: readonly Measured[];
  /** What a range of values measures where no label says more. */
  readonly ofRange: Measured | null;
  /** Numbers may share it across commas. */
  readonly lists: boolean;
  /** Counts only where a label says what is measured. */
  readonly labelled: boolean;
  /** May stand before its number: TPP 4800. */
  readonly prefix: boolean;
}

/** A spelling of a unit; an upright bar in it ends what all forms of a word share. */
export interface UnitSpelling {
  readonly text: string;
  readonly unit: Unit;
}

/** The units of units.yaml with their spellings in all languages, in the order of the file. */
export type Units = readonly UnitSpelling[];

export const measuredSchema = z.enum(MEASURED);

/** Words with commas between them. */
export const wordsSchema = z
  .string()
  .default('')
  .transform((text) => text.split(/,(?=\s)\s*|,$/).filter((word) => word.trim() !== ''));

const unitSchema = z.strictObject({
  is: z.number().positive(),
  plus: z.number().default(0),
  scale: z.enum(['linear', 'dBm', 'dBW']).default('linear'),
  as: measuredSchema.optional(),
  ofRange: measuredSchema.optional(),
  lists: z.boolean().optional(),
  labelled: z.boolean().default(false),
  prefix: z.boolean().default(false),
  zh: wordsSchema,
  ru: wordsSchema,
  uk: wordsSchema,
  en: wordsSchema,
});

const fileSchema = z.array(
  z.strictObject({
    base: z.string(),
    measured: z.array(measuredSchema).min(1),
    lists: z.boolean().default(false),
    units: z.array(unitSchema).min(1),
  }),
);

/** Reads units.yaml. Throws `catalogue-invalid`. */
export function loadUnits(folder: string = CATALOGUE_FOLDER): Units {
  return parseCatalogueFile(readCatalogueFile(folder, 'units.yaml'), fileSchema).flatMap(({ base, measured, lists, units }) =>
    units.flatMap(({ is, plus, scale, as, ofRange, labelled, prefix, zh, ru, uk, en, ...own }) => {
      const first = as === undefined ? measured : [as, ...measured.filter((one) => one !== as)];
      const unit: Unit = { base, is, plus, scale, measured: first, ofRange: ofRange ?? null, lists: own.lists ?? lists, labelled, prefix };
      return [...new Set([...zh, ...ru, ...uk, ...en])].map((text): UnitSpelling => ({ text: text.trim(), unit }));
    }),
  );
}

/** Units by their spellings, as the control lists write them: `um` and `µm`, `m3/h` and `m³/h` are one. An empty name is a bare number: axes. */
export function unitsByName(units: Units): ReadonlyMap<string, Unit> {
  const counts = units.findLast(({ unit }) => unit.base === '');
  return new Map([
    ...units.toReversed().map(({ text, unit }): [string, Unit] => [text.replace('|', '').normalize('NFKC'), unit]),
    ...(counts === undefined ? [] : [['', counts.unit] as const]),
  ]);
}

/** A value of a unit in its base unit. */
export function toBase({ is, plus, scale }: Unit, value: number): number {
  const exact = scale === 'dBm' ? 10 ** ((value - 30) / 10) : scale === 'dBW' ? 10 ** (value / 10) : value * is + plus;
  // 2.4 × 1e9 and 12 × 1e-6 leave dust in the last digits
  return Number(exact.toPrecision(12));
}
