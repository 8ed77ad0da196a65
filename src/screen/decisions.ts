import { partyHash, type Decision } from '../model/decision.ts';
import type { Digest } from '../model/digest.ts';
import type { NameQuery } from '../model/party.ts';
import { foldText } from '../text/fold.ts';

/** Who is compared now. `listingHash` is null where the listing is on its list no more. */
export interface ComparedNow {
  readonly partyHash: Digest;
  readonly listingHash: Digest | null;
}

export type Holding = { readonly holds: true } | { readonly holds: false; readonly why: string };

/**
 * Whether a decision still speaks for a match. A clearance lapses as soon as anything is known otherwise of either side than when it was made: it
 * hides a match, and must not hide another one. A hit and an open question hide nothing; they stand until somebody decides anew.
 */
export function decisionHolds(decision: Pick<Decision, 'verdict' | 'at' | 'partyHash' | 'listingHash'>, now: ComparedNow): Holding {
  if (decision.verdict !== 'cleared') return { holds: true };
  const since = `since ${decision.at.slice(0, 10)}, when it was cleared`;
  if (now.listingHash === null) return { holds: false, why: `the listing was removed ${since}` };
  const listing = now.listingHash !== decision.listingHash;
  const party = now.partyHash !== decision.partyHash;
  if (listing && party) return { holds: false, why: `the listing and what is known of the party asked about changed ${since}` };
  if (listing) return { holds: false, why: `the listing changed ${since}` };
  if (party) return { holds: false, why: `what is known of the party asked about changed ${since}` };
  return { holds: true };
}

/**
 * Which of the decisions under a key speaks about the party of `query`: the latest about this very party; else the latest about one of its name, of which
 * other things were known. Two files may number their customers alike: of one with another name only a clearance counts, as one that has lapsed, since it
 * may be this customer under the name that it had before. `decisions` are newest first.
 */
export function decisionAbout(decisions: readonly Decision[], query: NameQuery): Decision | undefined {
  const party = partyHash(query);
  return (
    decisions.find((one) => one.partyHash === party) ??
    decisions.find(({ subject }) => isSameName(subject.query, query)) ??
    decisions.find(({ verdict }) => verdict === 'cleared')
  );
}

/** But for what folding removes: letter case, accents, white space. */
export function isSameName(one: NameQuery, other: NameQuery): boolean {
  return one.name === other.name || foldedName(one) === foldedName(other);
}

function foldedName({ name }: NameQuery): string {
  return foldText(name.trim().replaceAll(/\s+/gu, ' ').slice(0, 2000)).text;
}
