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
}

export function writtenPairs(): readonly WrittenPair[] {
  const [, ...rows] = csvRows(readFileSync(new URL('written-pairs.csv', import.meta.url), 'utf8'));
  return rows
    .filter((row) => row.length >= 5)
    .map(([schema = '', name1 = '', name2 = '', isMatch, kind = '']) => ({
      schema: schema as PartySchema,
      name1,
      name2,
      isMatch: isMatch === 'true',
      kind,
    }));
}
