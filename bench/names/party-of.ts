import { sha256 } from '../../src/model/digest.ts';
import type { Party } from '../../src/model/party.ts';
import type { PeerParty } from './peers-list.ts';

/** A listed party as the engine's index takes it: one listing with its names. */
export function partyOf({ id, schema, names }: PeerParty): Party {
  const [name = '', ...alias] = names;
  const entity = { id, schema, caption: name, properties: { name: [name], alias } };
  return { id, listings: [{ list: id.slice(0, id.indexOf('-')), id, hash: sha256(id), line: 1, entity }] };
}
