import { addressKeys } from './address.ts';
import { swapDate } from './birth-date.ts';
import { phoneKey } from './contact.ts';
import type { Profile } from './profile.ts';

/**
 * Pairs of listings that may be of one party: those that share a number, a contact, an address, a date of birth or a name. Near linear:
 * what more than {@link MOST_SHARING} listings share tells too little to look at. Each pair once, the smaller number first.
 */
export function candidatePairs(profiles: readonly Profile[]): ReadonlySet<number> {
  const blocks = new Map<string, number[]>();
  for (const profile of profiles) {
    for (const key of new Set(keysOf(profile))) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [profile.n]);
      else block.push(profile.n);
    }
  }
  const pairs = new Set<number>();
  for (const block of blocks.values()) {
    if (block.length > MOST_SHARING) continue;
    for (const [at, a] of block.entries()) {
      for (const b of block.slice(at + 1)) pairs.add(a < b ? a * profiles.length + b : b * profiles.length + a);
    }
  }
  return pairs;
}

/** How many listings have each e-mail address and telephone number: what many share is an office, no party. */
export function countContacts(profiles: readonly Profile[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { emails, phones } of profiles)
    for (const contact of new Set([...emails, ...phones])) counts.set(contact, (counts.get(contact) ?? 0) + 1);
  return counts;
}

const MOST_SHARING = 60;

function keysOf(profile: Profile): readonly string[] {
  return [
    ...profile.numbers.map(({ value }) => `i ${value}`),
    ...profile.emails.map((email) => `e ${email}`),
    ...profile.phones.map((phone) => `p ${phoneKey(phone)}`),
    ...profile.birthDates.filter((date) => date.length === 10).flatMap((date) => dateKeys(date, profile)),
    ...profile.addresses.flatMap(addressKeys),
    ...profile.names.flatMap(({ key }) => (key === undefined ? [] : `n ${key}`)),
  ];
}

/** Day and month in either order; with the first letters of the words, since a day has many people in a great list. */
function dateKeys(date: string, { names }: Profile): readonly string[] {
  const swapped = swapDate(date) ?? date;
  const day = swapped < date ? swapped : date;
  const letters = new Set(names.flatMap(({ parts }) => parts.map(({ keys }) => keys[0]?.charAt(0) ?? '')));
  return [...letters].map((letter) => `d ${day} ${letter}`);
}
