import type { NameQuery, PartySchema } from '../../model/party.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { analyseReadings } from './analyse.ts';
import { isKoreanPerson } from './korean-person.ts';
import { familyOf, type AnalysedName, type NamePart } from './name-part.ts';

/**
 * All readings of a name of a party of this schema: where that leaves open whether it is a person, and the name may be one's, its readings as a person's too
 * (Vladimir is a town in the one, a given name in the other).
 */
export function readingsFor(name: string, schema: PartySchema | undefined, knowledge: NameKnowledge): readonly AnalysedName[] {
  const readings = analyseReadings(name, familyOf(schema), knowledge);
  if (!isOpen(schema) || !(mayBePerson(readings[0]) || isUnpartedKorean(readings[0], knowledge))) return readings;
  const all = [...readings, ...analyseReadings(name, 'person', knowledge)];
  const isCalled = all.some(({ family, parts }) => family === 'person' && parts.some((part) => isGivenName(part, knowledge)));
  return isCalled ? all.map((reading): AnalysedName => ({ ...reading, anyones: true })) : all;
}

/** A reading of one of the names of a query. */
export type QueriedReading = AnalysedName & { readonly queried: string };

/** All readings of all names of a query, those of its first name first. */
export function readingsOfQuery({ name, aliases = [], schema }: NameQuery, knowledge: NameKnowledge): readonly QueriedReading[] {
  return [name, ...aliases].flatMap((queried) =>
    readingsFor(queried, schema, knowledge).map((reading): QueriedReading => ({ ...reading, queried })),
  );
}

/** A reading, as far as it hangs on it what it may be set against. */
export type Side = Pick<AnalysedName, 'family' | 'anyones'> & { readonly schema: PartySchema | undefined };

/**
 * May these readings be set against each other? A reading as a person's where the schema leaves it open is compared with persons alone; two names that may well be persons' are not
 * compared as organisations'.
 */
export function areComparable(asked: Side, known: Side): boolean {
  if (asked.family === 'organisation' && known.family === 'organisation') return asked.anyones !== true || known.anyones !== true;
  if (asked.family === known.family || asked.family === 'vessel' || known.family === 'vessel') return true;
  return asked.family === 'person' ? asked.schema === 'Person' : known.schema === 'Person';
}

/** A word that the catalogue has as a given name, or as one of its surnames. */
function isGivenName({ kind, keys }: NamePart, knowledge: NameKnowledge): boolean {
  return kind === 'word' && keys[0] !== undefined && knowledge.givenNames.has(keys[0]);
}

function isOpen(schema: PartySchema | undefined): boolean {
  return schema === undefined || schema === 'LegalEntity';
}

/** May it be a person's, as far as its words tell: two to five words, and no legal form, trade word or number among them. */
export function mayBePerson(name: AnalysedName | undefined): boolean {
  const parts = name?.parts ?? [];
  if (parts.some(({ kind, weight }) => kind === 'form' || kind === 'number' || (kind === 'trade' && weight < BRAND))) return false;
  const groups = new Set(parts.filter(({ kind }) => kind !== 'particle' && kind !== 'title').map(({ group }) => group));
  return groups.size >= 2 && groups.size <= 5;
}

/** A Korean's name of one word in Hangul, unless the glossary, whose places are among its words, knows it. */
function isUnpartedKorean(name: AnalysedName | undefined, { hangul }: NameKnowledge): boolean {
  const [part, other] = name?.parts ?? [];
  if (name === undefined || part?.kind !== 'word' || other !== undefined) return false;
  return !hangul.has(part.text) && !part.keys.some((key) => key.startsWith('#')) && isKoreanPerson(name.name);
}

/** Brand words (Star, Falcon) weigh more than trade words; they are surnames too. */
const BRAND = 0.4;
