import { foldLabel } from '../../catalogue/fold-label.ts';
import type { ListMapping } from '../../catalogue/list-mappings.ts';
import { DualwatchError } from '../../model/errors.ts';
import { nearestName } from '../../model/nearest-name.ts';
import { PARTY_SCHEMATA } from '../../model/party.ts';
import { readTable } from './csv-table.ts';
import { headOf } from './file-role.ts';
import { propertiesOf, valueTypeOf } from './ftm-model.ts';
import type { ListFile } from './list-file.ts';

/**
 * Refuses a mapping of the user's own that names what is not there: a slip would leave countries or numbers out of every listing, without a word. Throws
 * `catalogue-invalid` for a property that FollowTheMoney does not have, `input-malformed` for a column that no file has.
 */
export function checkOwnMapping(mapping: ListMapping, files: readonly ListFile[]): void {
  for (const property of [...mapping.fields.map(({ to }) => to), ...Object.keys(mapping.set)]) {
    if (property === 'label' || PARTY_SCHEMATA.some((schema) => valueTypeOf(schema, property) !== undefined)) continue;
    const near = nearestName(property, PARTY_SCHEMATA.flatMap(propertiesOf));
    throw new DualwatchError(
      'catalogue-invalid',
      `the mapping ${mapping.format} writes to “${property}”, which is no property of a party in FollowTheMoney${near === undefined ? '' : `; perhaps ${near}`}`,
    );
  }
  if (mapping.kind !== 'csv') return;
  const headers = files.flatMap(({ name, bytes }) => readTable({ name, bytes: headOf(bytes) }, mapping).header);
  const there = new Set(headers.map(foldLabel));
  const missing = columnsOf(mapping).find((column) => !there.has(foldLabel(column)));
  if (missing === undefined || headers.length === 0) return;
  throw new DualwatchError(
    'input-malformed',
    `${files.map(({ name }) => name).join(', ')} has no column “${missing}”, which the mapping ${mapping.format} names. Parted by “${mapping.delimiter ?? ','}” (delimiter) its columns are ${headers
      .slice(0, SHOWN_COLUMNS)
      .map((column) => `“${column.slice(0, 60)}”`)
      .join(', ')}`,
  );
}

const SHOWN_COLUMNS = 30;

function columnsOf({ fields, schema, id, regulation, skip }: ListMapping): readonly string[] {
  return [
    ...(id === undefined ? [] : [id].flat()),
    ...fields.flatMap(({ from, when, label, country }) => [...[from].flat(), ...Object.keys(when ?? {}), label, country]),
    ...schema.has.map(({ path }) => path),
    schema.from,
    regulation,
    ...skip.flatMap((condition) => Object.keys(condition)),
  ].filter((column) => column !== undefined);
}
