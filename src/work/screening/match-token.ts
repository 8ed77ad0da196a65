import { z } from 'zod';
import type { Digest } from '../../model/digest.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { Match } from '../../model/match.ts';
import { PARTY_SCHEMATA, type NameQuery } from '../../model/party.ts';
import { matchKey, subjectOfQuery } from '../../screen/match-key.ts';

const CUSTOMER = 'customer:';
/** Of the hash of a listing, enough to tell its forms apart. */
const HASH_DIGITS = 12;

/** Who a customer is when lists and names change: its own key where it has one, else what was asked. */
export function subjectOfCustomer(query: NameQuery, key?: string): string {
  return key === undefined ? subjectOfQuery(query) : `${CUSTOMER}${key}`;
}

/**
 * The key of a match as it is shown: the key of the decision, a dot, and what was asked of which form of the listing, so that "decide" can be told of a
 * match that nothing stored. The part before the dot is all that is logged.
 */
export function matchToken(subject: string, query: NameQuery, { listing }: Pick<Match, 'listing'>, listingHash?: Digest): string {
  const customer = subject.startsWith(CUSTOMER) ? [subject.slice(CUSTOMER.length)] : [];
  const payload = [listing, query, listingHash?.slice(0, HASH_DIGITS) ?? '', ...customer];
  return `${matchKey(subject, listing)}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}`;
}

/** The part of a shown key that decisions are kept under. */
export function decisionKey(token: string): string {
  return token.split('.', 1)[0] ?? token;
}

export interface ReadToken {
  readonly listing: string;
  readonly query: NameQuery;
  /** Whether a listing with this hash is the one that was matched. */
  readonly isOf: (listingHash: Digest) => boolean;
}

const payloadOf = z.tuple([
  z.string(),
  z.strictObject({
    name: z.string(),
    aliases: z.array(z.string()).optional(),
    schema: z.enum(PARTY_SCHEMATA).optional(),
    countries: z.array(z.string()).optional(),
    birthDates: z.array(z.string()).optional(),
    identifiers: z.array(z.string()).optional(),
  }),
  z.string(),
  z.string().optional(),
]);

/** What a shown key holds; null for one without. Throws `usage` for one that was mistyped or cut: a decision under it would never be found. */
export function readToken(token: string): ReadToken | null {
  const [key, payload] = token.split('.', 2);
  if (payload === undefined) return null;
  const parsed = payloadOf.safeParse(jsonOf(Buffer.from(payload, 'base64url').toString('utf8')));
  if (parsed.success) {
    const [listing, asked, hash, customer] = parsed.data;
    const query = asked as NameQuery;
    if (matchKey(subjectOfCustomer(query, customer), listing) === key)
      return { listing, query, isOf: (listingHash) => hash === '' || listingHash.startsWith(hash) };
  }
  throw new DualwatchError('usage', `the key ${token.slice(0, 60)}… is damaged; copy it whole, as "screen" or "rescreen" gives it`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
