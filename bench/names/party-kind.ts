import { kindJudge } from '../../scripts/name-words/kind-judge.ts';
import { peersList } from './peers-list.ts';
import type { PeerParty } from './peers-list.ts';

/** Whether a party is a natural person. The American lists leave that open for many (`LegalEntity`): there the words of the names decide. */
export function isPerson({ id, schema, names }: PeerParty): boolean {
  if (schema !== 'LegalEntity' || id.startsWith('eu-')) return schema === 'Person';
  judge ??= kindJudge(
    peersList(['ofac', 'un', 'eu']).map((party) => ({
      kind:
        party.schema === 'Person' ? 'person' : party.schema === 'LegalEntity' && !party.id.startsWith('eu-') ? undefined : 'organisation',
      names: party.names,
    })),
  );
  return judge(names) === 'person';
}

let judge: ReturnType<typeof kindJudge> | undefined;
