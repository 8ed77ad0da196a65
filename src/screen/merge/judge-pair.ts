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
  if (name.level === 'none' && !facts.strong) return undefined;
  if (name.level === 'none') name = comparer.relate(a, b);
  const sameList = a.listing.list === b.listing.list && a.designated && b.designated;
  return byNumber(a, facts, name) ?? (sameList ? byFullSet(a, b, facts, name) : byAttributes(a, b, facts, name));
}

interface Facts {
  readonly number: ReturnType<typeof sharedNumber>;
  readonly dates: ReturnType<typeof relateDates>;
  readonly email: string | undefined;
  readonly phone: string | undefined;
  readonly address: string | undefined;
  readonly country: string | undefined;
  /** Anything but the country. */
  readonly strong: boolean;
}

function sharedFacts(a: Profile, b: Profile, commonness: (contact: string) => number): Facts {
  const number = sharedNumber(a.numbers, b.numbers);
  const dates = relateDates(a.birthDates, b.birthDates);
  const person = a.kind === 'person' || b.kind === 'person';
  const own = (contact: string): boolean => commonness(contact) <= MOST_SHARING_CONTACT;
  const email = a.emails.find((each) => b.emails.includes(each) && own(each) && !(person && isRoleMailbox(each)));
  const phone = a.phones.find((each) => own(each) && b.phones.some((other) => samePhone(each, other)));
  const address = a.addresses.find((each) => b.addresses.some((other) => sameAddress(each, other)))?.text;
  const country = [...a.countries].find((each) => b.countries.has(each));
  const born = dates.relation === 'same day' || dates.relation === 'swapped';
  return {
    number,
    dates,
    email,
    phone,
    address,
    country,
    strong: number !== undefined || born || email !== undefined || phone !== undefined || address !== undefined,
  };
}

const MOST_SHARING_CONTACT = 6;

/** An identifier proves a party, unless the names have nothing in common: a number may be another's (an owner's, a branch's). */
function byNumber(a: Profile, { number, dates, address }: Facts, name: NameRelation): Proof | undefined {
  if (number === undefined) return undefined;
  const craft = a.kind === 'vessel' || a.kind === 'airplane';
  if (name.level === 'none' && !(craft && number.checked)) return undefined;
  const loose = name.level === 'related' && !number.checked;
  const born = dates.relation === 'same day' || dates.relation === 'swapped';
  // Passports of other countries, licences of other states have the same numbers.
  if (loose && number.value.length < 8 && !born && address === undefined) return undefined;
  return { strength: (number.checked ? 100 : 90) + bonus(name), why: `${number.kind} ${number.value} on both` };
}

function byAttributes(a: Profile, b: Profile, facts: Facts, name: NameRelation): Proof | undefined {
  const { dates, email, phone, address, country } = facts;
  const said = nameWords(name);
  const prove = (strength: number, what: string): Proof => ({ strength: strength + bonus(name), why: `${said} and ${what}` });
  const person = a.kind === 'person' || b.kind === 'person';
  const near = name.level === 'same' || name.level === 'alike';
  const close = near || name.level === 'part';
  if (name.level === 'none' || name.words === 0) return undefined;
  const twoWords = name.words > 1;
  if (person && dates.relation === 'same day') {
    if (near && twoWords) return prove(80, `born ${dates.date}`);
    if (close && (email ?? phone ?? address) !== undefined) return prove(78, `born ${dates.date}, ${contactWords(facts)}`);
  }
  if (close && email !== undefined) return prove(75, `e-mail ${email}`);
  if (close && phone !== undefined) return prove(72, `telephone ${phone}`);
  if (close && address !== undefined && (near || twoWords || !person)) return prove(70, `address ${address}`);
  if (person && near && twoWords && dates.relation === 'swapped' && name.bits >= BITS.telling)
    return prove(60, `born ${dates.date}, day and month exchanged`);
  if (name.level !== 'same' || country === undefined || dates.relation === 'slip') return undefined;
  if (person && twoWords && (dates.relation === 'same year' || dates.relation === 'same month') && name.bits >= BITS.telling)
    return prove(55, `born ${dates.date}, country ${country.toUpperCase()}`);
  if (!person && a.kind !== 'vessel' && a.kind !== 'airplane' && name.bits >= BITS.distinctOrganisation)
    return prove(50, `country ${country.toUpperCase()}`);
  if (person && name.words > 2 && name.bits >= BITS.distinctPerson) return prove(45, `country ${country.toUpperCase()}`);
  return undefined;
}

/** Two entries of one authority's list: it means two parties, unless they say the same of everything that both say. */
function byFullSet(a: Profile, b: Profile, facts: Facts, name: NameRelation): Proof | undefined {
  const { dates, address } = facts;
  if (name.level !== 'same' || name.words < 2) return undefined;
  const fits = (mine: number, theirs: number, shared: boolean): boolean => mine === 0 || theirs === 0 || shared;
  if (!fits(a.addresses.length, b.addresses.length, address !== undefined)) return undefined;
  if (!fits(a.countries.size, b.countries.size, facts.country !== undefined)) return undefined;
  if (!fits(a.birthDates.length, b.birthDates.length, dates.relation === 'same day')) return undefined;
  if (!fits(a.numbers.length, b.numbers.length, facts.number !== undefined)) return undefined;
  const why = dates.relation === 'same day' ? `born ${dates.date}` : address === undefined ? undefined : `address ${address}`;
  return why === undefined ? undefined : { strength: 65 + bonus(name), why: `${nameWords(name)} and ${why}, nothing else differs` };
}

/** Information that a name must have before weak facts make it a proof, in bits. */
const BITS = { telling: 20, distinctOrganisation: 18, distinctPerson: 38 } as const;

function bonus({ level }: NameRelation): number {
  return level === 'same' ? 3 : level === 'alike' ? 2 : level === 'part' ? 1 : 0;
}

function contactWords({ email, phone, address }: Facts): string {
  return email !== undefined ? `e-mail ${email}` : phone !== undefined ? `telephone ${phone}` : `address ${address}`;
}

function nameWords({ level, a, b }: NameRelation): string {
  if (a === b) return 'same name';
  if (level === 'same') return scriptOf(a) === scriptOf(b) ? `same name (${a} = ${b})` : `same name in two scripts (${a} = ${b})`;
  return level === 'alike' ? `names alike (${a}, ${b})` : `one name within the other (${a}, ${b})`;
}

function scriptOf(name: string): string {
  return /\p{Script=Cyrillic}/u.test(name) ? 'Cyrillic' : /[\p{Script=Latin}]/u.test(name) ? 'Latin' : 'other';
}
