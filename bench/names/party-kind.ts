import type { PartySchema } from '../../src/model/party.ts';

/** Whether a schema means a natural person. `LegalEntity` counts as an organisation. */
export function isPersonSchema(schema: PartySchema): boolean {
  return schema === 'Person';
}
