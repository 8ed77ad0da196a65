import type { PartySchema } from '../../model/party.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { analyseReadings } from './analyse.ts';
import { familyOf, type AnalysedName, type NameFamily } from './name-part.ts';

/**
 * All readings of a name of a party of this schema: where that leaves open whether it is a person, and the name may be one's, its readings as a person's too
 * (Vladimir is a town in the one, a given name in the other).
 */
export function readingsFor(name: string, schema: PartySchema | undefined, knowledge: NameKnowledge): readonly AnalysedName[] {
  const readings = analyseReadings(name, familyOf(schema), knowledge);
  return isOpen(schema) && mayBePerson(readings[0]) ? [...readings, ...analyseReadings(name, 'person', knowledge)] : readings;
}

/** May these readings be set against each other? A reading as a person's where the schema leaves it open is compared with persons alone. */
export function areComparable(
  asked: NameFamily,
  askedSchema: PartySchema | undefined,
  known: NameFamily,
  knownSchema: PartySchema | undefined,
): boolean {
  if (asked === known || asked === 'vessel' || known === 'vessel') return true;
  return asked === 'person' ? askedSchema === 'Person' : knownSchema === 'Person';
}

function isOpen(schema: PartySchema | undefined): boolean {
  return schema === undefined || schema === 'LegalEntity';
}

/** Two to five words, and no legal form, trade word or number among them. */
function mayBePerson(name: AnalysedName | undefined): boolean {
  const parts = name?.parts ?? [];
  if (parts.some(({ kind, weight }) => kind === 'form' || kind === 'number' || (kind === 'trade' && weight < BRAND))) return false;
  const groups = new Set(parts.filter(({ kind }) => kind !== 'particle' && kind !== 'title').map(({ group }) => group));
  return groups.size >= 2 && groups.size <= 5;
}

/** Brand words (Star, Falcon) weigh more than trade words; they are surnames too. */
const BRAND = 0.4;
