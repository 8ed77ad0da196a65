import { PARTY_SCHEMATA, type PartySchema } from '../../model/party.ts';
import type { NameFamily } from '../name/name-part.ts';
import { areComparable } from '../name/readings-for.ts';
import { FAMILIES } from '../score/encoded-name.ts';
import { KIND_NUMBERS, kindNumber } from './name-sketches.ts';
import { schemataFit } from './party-record.ts';

/** Which schemata and readings of listed names a query of this schema, read so, may mean: 1 at the number of their kind (`kindNumber`). */
export function fitsOf(schema: PartySchema | undefined, family: NameFamily): Uint8Array {
  const query =
    (schema === undefined ? PARTY_SCHEMATA.length : PARTY_SCHEMATA.indexOf(schema)) * FAMILIES.length + FAMILIES.indexOf(family);
  let fits = known[query];
  if (fits === undefined) known[query] = fits = workOut(schema, family);
  return fits;
}

/** By schema and family of the query: a handful. */
const known: Uint8Array[] = [];

function workOut(schema: PartySchema | undefined, family: NameFamily): Uint8Array {
  const fits = new Uint8Array(KIND_NUMBERS);
  for (const [n, listed] of PARTY_SCHEMATA.entries())
    for (const [m, reading] of FAMILIES.entries())
      if (schemataFit(schema, listed) && areComparable(family, schema, reading, listed)) fits[kindNumber(n, m)] = 1;
  return fits;
}
