import { canonicalJson } from './canonical-json.ts';
import { sha256 } from './digest.ts';
import type { Digest } from './digest.ts';
import type { NoticeId } from './ids.ts';
import type { Verdict } from './match.ts';
import type { NameQuery } from './party.ts';

/** Who was compared with a listing: a party that was asked about, or a name found in a notice. */
export interface DecisionSubject {
  readonly query: NameQuery;
  /** Null for a query of the user's own. */
  readonly notice: NoticeId | null;
}

/** What a person decided about one match. Only ever added; the latest of a key counts. */
export interface Decision {
  /** {@link Match.key}. */
  readonly key: string;
  readonly verdict: Verdict;
  readonly why: string;
  readonly by: string;
  readonly at: string;
  readonly subject: DecisionSubject;
  /** {@link partyHash} of the subject. */
  readonly partyHash: Digest;
  readonly listing: string;
  /** Of the listing as the person saw it. */
  readonly listingHash: Digest;
  readonly logIndex: number;
}

/** Changes when anything changes that is known of who was asked about, but white space around the name. The notice is no part of it. */
export function partyHash(query: NameQuery): Digest {
  return sha256(canonicalJson({ ...query, name: query.name.trim() }));
}
