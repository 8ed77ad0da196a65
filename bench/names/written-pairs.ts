import { readFileSync } from 'node:fs';
import type { PartySchema } from '../../src/model/party.ts';
import { csvRows } from './csv-rows.ts';

/** Two names, and whether a reviewer would take them for one party: written by somebody who had not seen the rules. */
export interface WrittenPair {
  readonly schema: PartySchema;
  readonly name1: string;
  readonly name2: string;
  readonly isMatch: boolean;
  readonly kind: string;
  /** Countries of either party, where the writer gave them: ISO 3166-1 alpha-2. */
  readonly countries1: readonly string[];
  readonly countries2: readonly string[];
  /** Rows with an odd number are for measuring alone: nobody reads them while tuning. */
  readonly heldOut: boolean;
}

/** Its `kind` is the writing. */
export const SCRIPTS_FILE = 'written-pairs-scripts.csv';

/**
 * Three writers, three files; the fourth by somebody who knew the code, before it was run on them: the classes that checks of a scorer are written for. The fifth, of such classes
 * too, by somebody who had seen neither code nor the other pairs. The sixth sets names in Han against Latin and Cyrillic ones, the seventh and eighth (the latter mostly firms and bodies) what a screening analyst meets in customer files, crew lists and notices of many scripts; all by somebody who had seen nothing either. The last is by somebody who knew the code, before it was run on them: public persons and firms in
 * eleven kinds of writing, each against another who is easily taken for them.
 */
export const WRITTEN_FILES = [
  'written-pairs.csv',
  'written-pairs-latin.csv',
  'written-pairs-real.csv',
  'written-pairs-checks.csv',
  'written-pairs-fifth.csv',
  'written-pairs-han.csv',
  'written-pairs-seventh.csv',
  'written-pairs-eighth.csv',
  SCRIPTS_FILE,
] as const;

/** All pairs of these files, or of one. */
export function writtenPairs(files: readonly string[] = WRITTEN_FILES): readonly WrittenPair[] {
  return files.flatMap((file) => {
    const [, ...rows] = csvRows(readFileSync(new URL(file, import.meta.url), 'utf8'));
    return rows
      .filter((row) => row.length >= 5)
      .map(([schema = '', name1 = '', name2 = '', isMatch, kind = '', country1 = '', country2 = ''], n) => ({
        schema: schema as PartySchema,
        name1,
        name2,
        isMatch: isMatch === 'true',
        kind,
        countries1: country1 === '' ? [] : [country1],
        countries2: country2 === '' ? [] : [country2],
        heldOut: n % 2 === 1,
      }));
  });
}
