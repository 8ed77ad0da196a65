import type { Match } from '../../model/match.ts';
import type { NameQuery } from '../../model/party.ts';
import { matchKey, subjectOfQuery } from '../../screen/match-key.ts';

/** Who a customer is when lists and names change: its own key where it has one, else what was asked. */
export function subjectOfCustomer(query: NameQuery, key?: string): string {
  return key === undefined ? subjectOfQuery(query) : `customer:${key}`;
}

/**
 * The key of a match as it is shown: the key of the decision, a dot, and what was asked, so that "decide" can be told of a match that nothing stored.
 * The part before the dot is all that is logged.
 */
export function matchToken(subject: string, query: NameQuery, { listing }: Pick<Match, 'listing'>): string {
  return `${matchKey(subject, listing)}.${Buffer.from(JSON.stringify([listing, query])).toString('base64url')}`;
}

/** The part of a shown key that decisions are kept under. */
export function decisionKey(token: string): string {
  return token.split('.', 1)[0] ?? token;
}

/** What a shown key holds; undefined for one without, or one that was mistyped. */
export function readToken(token: string): { readonly listing: string; readonly query: NameQuery } | undefined {
  const payload = token.split('.', 2)[1];
  if (payload === undefined) return undefined;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    if (!Array.isArray(parsed)) return undefined;
    const [listing, query] = parsed as readonly unknown[];
    if (typeof listing !== 'string' || typeof query !== 'object' || query === null || !('name' in query) || typeof query.name !== 'string')
      return undefined;
    return { listing, query: query as NameQuery };
  } catch {
    return undefined;
  }
}
