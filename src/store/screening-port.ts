import type { Decision } from '../model/decision.ts';
import type { Digest } from '../model/digest.ts';
import type { NoticeId, ReceiptId } from '../model/ids.ts';
import type { BadListRow, KeptList, ListCounts, ListSettings, ListVersion } from '../model/kept-list.ts';
import type { PartyLinkRecord } from '../model/log-record.ts';
import type { Match, TextMatch } from '../model/match.ts';
import type { ListedParty, NoticeSummary } from '../model/notice.ts';
import type { ObservationState } from '../model/observation.ts';
import type { Listing, NameQuery } from '../model/party.ts';
import type { Mention } from '../model/mention.ts';
import type { PageReading } from '../model/reading.ts';
import type { Receipt } from '../model/receipt.ts';

/** What may be large comes one by one: the store takes it in batches, and no more than a batch is in memory. */
export type Rows<Row> = Iterable<Row> | AsyncIterable<Row>;

/** What is known of a version once its last row is read. */
export type NewListVersion = Pick<ListVersion, 'sha256' | 'publishedAt' | 'fetchedAt' | 'format' | 'files'>;

/** Dates and countries that were not understood: how many, and the first of them. */
export interface UnreadOfVersion {
  readonly count: number;
  readonly values: ListVersion['unreadValues'];
}

/** Listings of a file, in its order, and rows that are bad; a listing that one `keeps` stays in the list as it is, where no row of the file has it. These come behind all listings. */
export type ListRow = Listing | (Omit<BadListRow, 'kept'> & { readonly keeps?: string });

export interface RecordedListVersion {
  readonly version: ListVersion;
  /** The version that was current before, or null: `diffList(list, previous ?? 0, version)` gives what changed. */
  readonly previous: number | null;
  /** Records left out because an earlier one of the same file has their id; the first 1,000. */
  readonly repeated: readonly { readonly id: string; readonly line: number }[];
}

/** A listing with the versions in which it stood as it is here. */
export interface KeptListing extends Listing {
  /** `line` and `hash` are those of this version. */
  readonly sinceVersion: number;
  /** The first version that has it no more, or otherwise; null while current. */
  readonly untilVersion: number | null;
}

export type ListingChange =
  | { readonly id: string; readonly change: 'added'; readonly before: null; readonly after: KeptListing }
  | { readonly id: string; readonly change: 'changed'; readonly before: KeptListing; readonly after: KeptListing }
  | { readonly id: string; readonly change: 'removed'; readonly before: KeptListing; readonly after: null }
  | StayingListing;

/** A listing that the later version keeps as it was, since its row cannot be read there; no difference, but what is not known may be one. */
export interface StayingListing {
  readonly id: string;
  readonly change: 'kept';
  readonly before: KeptListing;
  readonly after: KeptListing;
  /** Line and fault of its row in the later version, and the version in which it could be read last. */
  readonly row: { readonly line: number; readonly why: string; readonly version: number };
}

/** A listing that belongs to a party of several. */
export interface PartyMember {
  readonly listing: string;
  /** Id of the party: that of its first listing. */
  readonly party: string;
  /** What proves it, in plain words. */
  readonly why: string;
}

export interface PartyLink extends Omit<PartyLinkRecord, 'type'> {
  readonly logIndex: number;
}

export interface KeptParty {
  readonly id: string;
  /** Current ones, by id. */
  readonly listings: readonly KeptListing[];
  /** Why each belongs to the party; empty where the party has one listing. */
  readonly members: readonly PartyMember[];
  /** What people said of its listings, the latest of each pair. */
  readonly links: readonly PartyLink[];
}

export interface KeptSet {
  readonly name: string;
  readonly createdAt: string;
  readonly rows: number;
}

/** A customer as last screened. */
export interface SetRow {
  /** The user's own, unique in its set. */
  readonly key: string;
  readonly query: NameQuery;
  readonly partyHash: Digest;
  readonly results: readonly Match[];
  /** Of the engine and lists that made `results`; empty where the row was never screened. */
  readonly recipe: string;
  /** Clearances that lapsed and of which that was told; absent, they stay as they are kept. */
  readonly lapses?: readonly string[];
}

/** The reading that speaks for a notice, for screening. */
export interface ReadingToScreen {
  readonly num: number;
  readonly noticeId: NoticeId;
  readonly capture: Digest;
  /** Changes with every change of the reading; given back with the matches. */
  readonly stamp: number;
  readonly reading: PageReading;
  readonly mentions: readonly Mention[];
  /** As last screened, under `recipe`; empty before. */
  readonly matches: readonly TextMatch[];
  readonly recipe: string;
  /** Clearances that lapsed and of which that was told, as {@link ScreeningStore.noteTold} was given them. */
  readonly lapses: readonly string[];
}

/** A notice whose matches are not what they were when that was last told. */
export interface UntoldMatches extends Pick<
  ReadingToScreen,
  'num' | 'noticeId' | 'reading' | 'mentions' | 'matches' | 'recipe' | 'lapses'
> {
  /** As they were then. */
  readonly told: readonly TextMatch[];
}

/** What screening found in one reading. */
export interface NoticeMatches {
  readonly noticeId: NoticeId;
  readonly stamp: number;
  readonly recipe: string;
  readonly matches: readonly TextMatch[];
  readonly listed: readonly ListedParty[];
  /** What was found is news: until {@link ScreeningStore.noteTold}, the matches that it replaces stay beside it. */
  readonly untold?: boolean;
}

/** Priority of a notice from what is known of it. */
export type ScoreSummary = (summary: NoticeSummary, state: ObservationState) => Pick<NoticeSummary, 'priority' | 'reasons'>;

/** Matches of a notice as they are kept. */
export interface KeptMatches {
  readonly capture: Digest;
  /** Empty where the reading has changed since, or two notices were merged: it will be screened again. */
  readonly recipe: string;
  readonly matches: readonly TextMatch[];
}

/**
 * What screening keeps: lists in versions, parties, decisions, sets of customers, receipts, matches of notices.
 *
 * The guarantees of {@link Store} hold here too. Beside them:
 * - **A version is whole**: readers see a list before or after an update, never between; a crash leaves it before.
 * - **Nothing is overwritten**: a listing that changes or goes keeps its row, so that every version that was taken in can be read back.
 * - **Nobody waits for a file**: rows are read before the commit begins. Two updates of one list at once: the later fails with `store-busy`.
 * - **Privacy**: the log holds no query, no customer and no file name; after {@link ScreeningStore.removeSet} the files of the store hold nothing of the
 *   set, as soon as nobody is in the middle of reading. What people decided stays, with its subject: it is evidence.
 */
export interface ScreeningStore {
  // Lists
  /** Throws `usage` where the name is taken. */
  addList(settings: ListSettings, nowIso: string, nextCheckAt: string | null): Promise<KeptList>;
  findList(name: string): Promise<KeptList | undefined>;
  /** In the order in which they were added. */
  lists(): Promise<readonly KeptList[]>;
  /** Other settings under the same name. Throws `not-found`. */
  changeList(settings: ListSettings): Promise<void>;
  /** An attempt to update: how it went, and when the next is due. Throws `not-found`. */
  noteListCheck(
    name: string,
    check: { readonly at: string; readonly error: string | null; readonly nextCheckAt: string | null },
  ): Promise<void>;
  /** Lists whose next update is due, the longest overdue first. */
  listsDue(nowIso: string): Promise<readonly KeptList[]>;
  /**
   * Takes in a version: compares it with the current one, keeps what changed and logs it. `version` is called once the rows are through.
   * `hold` decides from the counts, and how many listings the current version has (null: there is none), whether it waits for a person; then only
   * the version itself is kept. An earlier held version is superseded. Ids begin with `<list>:`. Throws `not-found`, `store-busy`.
   */
  recordListVersion(given: {
    readonly list: string;
    readonly rows: Rows<ListRow>;
    readonly unread?: UnreadOfVersion;
    readonly version: () => NewListVersion;
    readonly hold: (counts: ListCounts, listingsBefore: number | null) => boolean;
  }): Promise<RecordedListVersion>;
  /** Makes the held version current; its rows are given anew. Throws `usage` where the list holds no such version back. */
  acceptListVersion(given: {
    readonly list: string;
    readonly version: number;
    readonly rows: Rows<ListRow>;
    readonly unread?: UnreadOfVersion;
    readonly at: string;
  }): Promise<RecordedListVersion>;
  /** Newest first. */
  listVersions(name: string): Promise<readonly ListVersion[]>;
  /** Of one version, the current one if none is named; by id. Throws `not-found` for a version that was never taken in. */
  listingsOf(list: string, version?: number): AsyncIterable<KeptListing>;
  /** As it is now; of one that is gone, as it was last. */
  listingById(id: string): Promise<KeptListing | undefined>;
  /** Every form it had, oldest first. */
  listingHistory(id: string): Promise<readonly KeptListing[]>;
  /** What differs between two versions that were taken in, by id; `from` 0 is before the first. What only stays (`kept`) is not told here. Throws `usage` where `from` is above `to`, `not-found`. */
  diffList(list: string, from: number, to: number): AsyncIterable<ListingChange>;

  // Parties
  recordPartyLink(link: Omit<PartyLinkRecord, 'type'>): Promise<PartyLink>;
  /** The latest of each pair of listings, oldest first. */
  partyLinks(): AsyncIterable<PartyLink>;
  /** Replaces all members by these, whole. A listing that is not among them is a party of its own. */
  replaceParties(rows: Rows<PartyMember>): Promise<void>;
  /** All members, by party. */
  partyMembers(): AsyncIterable<PartyMember>;
  /** The party of a listing; undefined where there is no such listing. */
  partyOf(listingId: string): Promise<KeptParty | undefined>;

  // Decisions
  /** Its party hash is made here, of the subject. */
  recordDecision(decision: Omit<Decision, 'partyHash' | 'logIndex'>): Promise<Decision>;
  /** Of each key that has any, the latest about each party (by its hash), newest first. Which one speaks, and whether it still holds: `screen/decisions.ts`. */
  decisionsFor(keys: readonly string[]): Promise<ReadonlyMap<string, readonly Decision[]>>;

  // Sets
  /**
   * Adds rows to a set, in the place of those with the same key; makes the set where there is none. Resolves to the keys under which another party stood
   * before, be it of an earlier call or of this one.
   */
  putSetRows(set: string, nowIso: string, rows: readonly SetRow[]): Promise<readonly string[]>;
  /** By key; from the first after `afterKey`. Throws `not-found`. */
  setRows(set: string, afterKey?: string): AsyncIterable<SetRow>;
  sets(): Promise<readonly KeptSet[]>;
  /** Puts the rows of `by` in the place of those of `set`, which may be new; there is no set `by` then. Throws `not-found`. */
  replaceSet(set: string, by: string): Promise<void>;
  /** Deletes a set with all its rows; throws `not-found`. */
  removeSet(set: string): Promise<void>;

  // Receipts
  recordReceipt(receipt: Receipt): Promise<{ readonly logIndex: number }>;
  receipt(id: ReceiptId): Promise<(Receipt & { readonly logIndex: number }) | undefined>;
  /** Newest first; with `before`, those whose entry of the log comes before it. */
  listReceipts(limit: number, before?: number): Promise<readonly (Receipt & { readonly logIndex: number })[]>;

  // Notices
  /** Readings that no run under this recipe has screened as they are now. */
  unscreened(recipe: string, limit: number): Promise<readonly ReadingToScreen[]>;
  /** Every reading that speaks for a notice, with `num` above `afterNum`, in order. */
  readingsForScreening(afterNum: number, limit: number): Promise<readonly ReadingToScreen[]>;
  /** The one that speaks for this notice; undefined where none does. */
  readingToScreen(id: NoticeId): Promise<ReadingToScreen | undefined>;
  /**
   * In one commit. What was made of a reading that has changed since is left out: it comes again from `unscreened`. With `score`, a pure function, the
   * summary of each is scored anew in the same commit, and its next visit takes the priority as its rank. Resolves to how many were kept.
   */
  recordNoticeMatches(found: readonly NoticeMatches[], score?: ScoreSummary): Promise<number>;
  matchesOf(id: NoticeId): Promise<KeptMatches | undefined>;
  /** Notices with news that nobody was told of, with `num` above `afterNum`, in order; of those that wait to be screened, none. */
  untoldMatches(afterNum: number, limit: number): Promise<readonly UntoldMatches[]>;
  /** The news of a notice was told as it is under this recipe; what came since stays untold. `lapses` name the clearances that have lapsed by now. */
  noteTold(told: readonly (Pick<UntoldMatches, 'num' | 'recipe'> & { readonly lapses: readonly string[] })[]): Promise<void>;
}
