import { PARTY_SCHEMATA, type PartySchema } from '../../model/party.ts';
import { areComparable, type Side } from '../name/readings-for.ts';
import { FAMILIES } from '../score/encoded-name.ts';
import { KIND_NUMBERS, kindNumber } from './name-sketches.ts';
import { schemataFit } from './party-record.ts';

/** Which schemata and readings of listed names a query, read so, may mean: 1 at the number of their kind (`kindNumber`). */
export function fitsOf({ family, anyones }: Pick<Side, 'family' | 'anyones'>, schema: Side['schema']): Uint8Array {
  const number = schema === undefined ? PARTY_SCHEMATA.length : PARTY_SCHEMATA.indexOf(schema);
  const query = (number * FAMILIES.length + FAMILIES.indexOf(family)) * 2 + (anyones === true ? 1 : 0);
  let fits = known[query];
  if (fits === undefined) known[query] = fits = workOut({ family, schema, ...(anyones === true && { anyones }) });
  return fits;
}

/** By schema and family of the query, and whether it may be anyone's: a handful. */
const known: Uint8Array[] = [];

function workOut(asked: Side): Uint8Array {
  const fits = new Uint8Array(KIND_NUMBERS);
  const note = (n: number, m: number, listed: Side & { readonly schema: PartySchema }): void => {
    if (schemataFit(asked.schema, listed.schema) && areComparable(asked, listed)) fits[kindNumber(n, m, listed.anyones === true)] = 1;
  };
  for (const [m, family] of FAMILIES.entries()) {
    for (const [n, schema] of PARTY_SCHEMATA.entries()) note(n, m, { schema, family });
    note(0, m, { schema: 'LegalEntity', family, anyones: true });
  }
  return fits;
}
