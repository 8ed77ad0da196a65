import { NAME_PROPERTIES, PARTY_SCHEMATA } from '../../src/model/party.ts';
import type { FtmEntity } from '../../src/model/party.ts';
import type { PeerParty } from './peers-list.ts';
import { sharedJsonLines } from './shared-names.ts';

/** Parties of yente's small test data set about one maker of drones: many spellings of each name in Latin and Cyrillic. */
export function zalaParties(): PeerParty[] {
  const entities = sharedJsonLines('yente_zala_entities.ftm.json') as FtmEntity[];
  return entities
    .filter(({ schema }) => PARTY_SCHEMATA.includes(schema))
    .map(({ id, schema, caption, properties }) => {
      const names = NAME_PROPERTIES.flatMap((property) => properties[property] ?? []);
      return { id: `zala-${id}`, schema, names: [...new Set([caption, ...names])] };
    });
}
