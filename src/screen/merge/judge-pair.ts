import { relateDates } from './birth-date.ts';
import { sameAddress } from './address.ts';
import { isRoleMailbox, samePhone } from './contact.ts';
import { numbersContradict, sharedNumber } from './identity-numbers.ts';
import type { NameComparer, NameRelation } from './name-relation.ts';
import { sameName } from './name-relation.ts';
import type { Profile } from './profile.ts';
import { kindsFit } from './profile.ts';

/** Proof that two listings are of one party: `strength` orders proofs, `why` says it in plain words. */
export interface Proof {
  readonly strength: number;
  readonly why: string;
}

/** Words for what forbids that two listings are of one party, or undefined where nothing does. */
export function contradiction(a: Profile, b: Profile): string | undefined {
  if (!kindsFit(a.kind, b.kind)) return `${a.listing.entity.schema} against ${b.listing.entity.schema}`;
  const numbers = numbersContradict(a.numbers, b.numbers);
  if (numbers !== undefined) return numbers;
  if (relateDates(a.birthDates, b.birthDates).relation === 'contradicts')
    return `born ${a.birthDates.join(', ')} against ${b.birthDates.join(', ')}`;
  if (a.sex.size > 0 && b.sex.size > 0 && a.sex.isDisjointFrom(b.sex)) return 'different sex';
  if (a.generation !== undefined && b.generation !== undefined && a.generation !== b.generation) return 'different generations';
  return undefined;
}

/** Judges a pair that nothing forbids. `commonness`: how many listings have a contact. */
export function provePair(a: Profile, b: Profile, comparer: NameComparer, commonness: (contact: string) => number): Proof | undefined {
  const facts = sharedFacts(a, b, commonness);
  let name = sameName(a, b);
  if (name.level === 'none' && facts.number === undefined && !facts.born && facts.contacts.length === 0) return undefined;
  if (name.level === 'none') name = comparer.relate(a, b);
  const sameList = a.listing.list === b.listing.list && a.designated && b.designated;
  return byNumber(a, facts, name) ?? (sameList ? byFullSet(a, b, facts, name) : byAttributes(a, b, facts, name));
}

interface Facts {
  readonly number: ReturnType<typeof sharedNumber>;
  readonly dates: ReturnType<typeof relateDates>;
  /** Born on the same day, or with day and month exchanged. */
  readonly born: boolean;
  /** Shared ways to reach the party, the most telling first. */
  readonly contacts: readonly Contact[];
  readonly country: string | undefined;
}

interface Contact {
  readonly kind: 'email' | 'phone' | 'address';
  readonly strength: number;
  readonly words: string;
}

function sharedFacts(a: Profile, b: Profile, commonness: (contact: string) => number): Facts {
  const dates = relateDates(a.birthDates, b.birthDates);
  const person = a.kind === 'person' || b.kind === 'person';
  const own = (contact: string): boolean => commonness(contact) <= MOST_SHARING_CONTACT;
  const email = a.emails.find((each) => b.emails.includes(each) && own(each) && !(person && isRoleMailbox(each)));
  const phone = a.phones.find((each) => own(each) && b.phones.some((other) => samePhone(each, other)));
  const address = a.addresses.find((each) => b.addresses.some((other) => sameAddress(each, other)))?.text;
  const contacts: Contact[] = [];
  if (email !== undefined) contacts.push({ kind: 'email', strength: 75, words: `e-mail ${email}` });
  if (phone !== undefined) contacts.push({ kind: 'phone', strength: 72, words: `telephone ${phone}` });
  if (address !== undefined) contacts.push({ kind: 'address', strength: 70, words: `address ${address}` });
  return {
    number: sharedNumber(a.numbers, b.numbers),
    dates,
    // New Year's Day stands for a year of which no more is known.
    born: (dates.relation === 'same day' || dates.relation === 'swapped') && !dates.date.endsWith('-01-01'),
    contacts,
    country: [...a.countries].find((each) => b.countries.has(each)),
  };
}

const MOST_SHARING_CONTACT = 6;

/** An identifier proves a party, unless the names have nothing in common: a number may be another's (an owner's, a branch's). */
function byNumber(a: Profile, { number, born, contacts }: Facts, name: NameRelation): Proof | undefined {
  if (number === undefined) return undefined;
  const proof = { strength: (number.checked ? 100 : 90) + bonus(name), why: `${number.kind} ${number.value} on both` };
  if (name.level === 'same' || name.level === 'alike' || name.level === 'part') return proof;
  if ((a.kind === 'vessel' || a.kind === 'airplane') && number.checked) return proof;
  if (born) return proof;
  if (name.level === 'none') return undefined;
  // Passports of other countries, licences of other states have the same numbers; lists give an owner's number to what it owns.
  return (a.kind === 'person' && number.value.length >= 8) || contacts.length > 0 ? proof : undefined;
}

function byAttributes(a: Profile, b: Profile, facts: Facts, name: NameRelation): Proof | undefined {
  const { dates, born, contacts } = facts;
  const prove = (strength: number, what: string): Proof => ({ strength: strength + bonus(name), why: `${nameWords(name)} and ${what}` });
  const person = a.kind === 'person' || b.kind === 'person';
  const near = name.level === 'same' || name.level === 'alike';
  const close = near || name.level === 'part';
  const twoWords = name.words > 1;
  const [contact] = contacts;
  if (person && born && dates.relation === 'same day') {
    if (near && twoWords) return prove(80, `born ${dates.date}`);
    if (close && contact !== undefined) return prove(78, `born ${dates.date}, ${contact.words}`);
  }
  if (close && contact !== undefined && (near || twoWords || !person || contact.kind !== 'address'))
    return prove(contact.strength, contact.words);
  const personal = contacts.filter(({ kind }) => kind !== 'address');
  if (name.level === 'sound' && personal[0] !== undefined) return prove(68, contacts.map(({ words }) => words).join(', '));
  // What is one name in two scripts may be far apart in letters.
  if (name.level === 'related' && contacts.length > 1 && scriptOf(name.a) !== scriptOf(name.b))
    return prove(66, contacts.map(({ words }) => words).join(', '));
  if (person && born && near && twoWords && name.bits >= BITS.telling) return prove(60, `born ${dates.date}, day and month exchanged`);
  return name.level === 'same' && dates.relation !== 'slip' ? byTellingName(a, person, facts, name) : undefined;
}

/** A telling name and a year of birth or a country: the less the fact says, the more the name must. */
function byTellingName(a: Profile, person: boolean, { dates, country }: Facts, name: NameRelation): Proof | undefined {
  const prove = (strength: number, ...facts: readonly string[]): Proof => ({ strength, why: `${nameWords(name)} and ${facts.join(', ')}` });
  const where = country === undefined ? [] : [`country ${country.toUpperCase()}`];
  if (!person) {
    const organisation = a.kind === 'organisation' || a.kind === 'any';
    return organisation && country !== undefined && name.bits >= BITS.distinctOrganisation ? prove(53, ...where) : undefined;
  }
  if (dates.date !== '' && name.words > 1 && country !== undefined && name.bits >= BITS.telling)
    return prove(58, `born ${dates.date}`, ...where);
  if (dates.date !== '' && name.words > 2 && name.bits >= BITS.veryTelling) return prove(56, `born ${dates.date}`);
  return country !== undefined && name.words > 2 && name.bits >= BITS.distinctPerson ? prove(48, ...where) : undefined;
}

/** Two entries of one authority's list: it means two parties, unless both have the same main name and say the same of everything that both say. */
function byFullSet(a: Profile, b: Profile, facts: Facts, name: NameRelation): Proof | undefined {
  const { dates, contacts } = facts;
  const main = sameName({ ...a, names: a.names.slice(0, 1) }, { ...b, names: b.names.slice(0, 1) });
  if (name.level !== 'same' || name.words < 2 || main.level !== 'same') return undefined;
  const fits = (mine: number, theirs: number, shared: boolean): boolean => mine === 0 || theirs === 0 || shared;
  const address = contacts.find(({ kind }) => kind === 'address');
  if (!fits(a.addresses.length, b.addresses.length, address !== undefined)) return undefined;
  if (!fits(a.countries.size, b.countries.size, facts.country !== undefined)) return undefined;
  if (!fits(a.birthDates.length, b.birthDates.length, dates.relation === 'same day')) return undefined;
  if (!fits(a.numbers.length, b.numbers.length, facts.number !== undefined)) return undefined;
  const why = dates.relation === 'same day' ? `born ${dates.date}` : address?.words;
  return why === undefined ? undefined : { strength: 65 + bonus(name), why: `${nameWords(main)} and ${why}, nothing else differs` };
}

/** Information that a name must have before weak facts make it a proof, in bits. */
const BITS = { telling: 20, veryTelling: 32, distinctOrganisation: 18, distinctPerson: 38 } as const;

function bonus({ level }: NameRelation): number {
  return level === 'same' ? 3 : level === 'alike' ? 2 : level === 'part' ? 1 : 0;
}

function nameWords({ level, a, b }: NameRelation): string {
  if (a.toLowerCase() === b.toLowerCase()) return 'same name';
  if (level === 'same') return scriptOf(a) === scriptOf(b) ? `same name (${a} = ${b})` : `same name in two scripts (${a} = ${b})`;
  return level === 'part' ? `one name within the other (${a}, ${b})` : `names alike (${a}, ${b})`;
}

function scriptOf(name: string): string {
  return /\p{Script=Cyrillic}/u.test(name) ? 'Cyrillic' : /[\p{Script=Latin}]/u.test(name) ? 'Latin' : 'other';
}
