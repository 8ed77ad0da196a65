import type { Proxy } from './proxy.ts';
import type { Digest } from './digest.ts';
import type { NoticeId, SourceId } from './ids.ts';
import type { CaptureMode } from './log-record.ts';
import type { Match, Verdict } from './match.ts';
import type { Mention } from './mention.ts';
import type { ObservationState, RemovalKind } from './observation.ts';
import type { Lang, PageReading } from './reading.ts';
import type { Triage } from './triage.ts';
import type { ListedBy, SourceSettings } from './source.ts';

/** When and how a notice vanished: an interval from `lastSeenPresentAt` to `firstSeenGoneAt`. */
export interface Removal {
  readonly kind: RemovalKind;
  readonly firstSeenGoneAt: string;
  /** Null after the first sighting only, or while removals of its host wait for a person. */
  readonly confirmedAt: string | null;
  /** Captures of the removal pages, oldest first. */
  readonly evidence: readonly Digest[];
}

/** What a notice is as soon as it is certain. */
export interface PendingState {
  readonly state: 'removed';
  /** What the latest sighting said. */
  readonly reason: string | null;
  /** Of the first sighting. */
  readonly since: string;
  /** A second sighting, apart in time; or a person, where removals of its host are held. */
  readonly waitsFor: (typeof PENDING_FOR)[number];
}

export const PENDING_FOR = ['sighting', 'person'] as const;

/** Bytes of an earlier visit that a later one may confirm. */
export interface SeenBytes {
  /** SHA-256 of the content as received (after transfer decoding). */
  readonly payload: Digest;
  readonly capture: Digest;
  readonly at: string;
}

/**
 * All that the judgement of the next visit needs to know of a notice's past. Made by `observe/` alone; the store keeps it as it is.
 */
export interface FollowState {
  readonly state: ObservationState;
  readonly reason: string | null;
  readonly lastSeenPresentAt: string | null;
  readonly removal: Removal | null;
  /** Since when every sighting of the removal was of its kind; null where there is none. */
  readonly kindSince: string | null;
  /** What its latest sighting gave as the reason: that of the state once the removal is certain. */
  readonly goneReason: string | null;
  /** Two agreeing sightings were made, but removals of the host wait for a person. */
  readonly removalWaits: boolean;
  /** Distinct successive readings of the page. */
  readonly versions: number;
  /** Digest of the latest present reading; null before the first. */
  readonly reading: Digest | null;
  /** Recipe of the reader that made `reading`: what another reader sees in other words is no change of the page. */
  readonly readBy: string | null;
  /** Full bytes of the current version as first seen, and the newest full bytes under the same reading. */
  readonly version: SeenBytes | null;
  readonly newest: SeenBytes | null;
  readonly bodyBySite: boolean;
  /** Validators of the newest full bytes. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Latest bytes that were not the notice: a removal, captcha or error page. */
  readonly other: SeenBytes | null;
  readonly otherState: ObservationState | null;
  /** Digest of what `other` says, where a site's own reader knew the page; null where bytes alone tell. */
  readonly otherReading: Digest | null;
  readonly lastVisitAt: string | null;
  readonly lastChangeAt: string | null;
  readonly visits: number;
  /** Failed or blocked visits in a row. */
  readonly errorStreak: number;
  /** What the user of `capture` decided for a notice that no source lists. */
  readonly own: VisitPolicy | null;
  /** What that user asked of a visit that was put off, of a notice that a source lists: the next visit goes by it, and no other. */
  readonly forNext?: AskedPolicy;
}

/** What a user may decide about visits. */
export type VisitPolicy = Pick<
  SourceSettings,
  'robots' | 'robotsReason' | 'allowPrivate' | 'keep' | 'followMs' | 'paceMs' | 'credentials' | 'browser' | 'proxy'
>;

/** What its user decides about a visit and, where no source lists the notice, about those to come. */
export type AskedPolicy = Partial<Pick<VisitPolicy, 'robots' | 'robotsReason' | 'allowPrivate' | 'browser'>> & {
  /** Null takes back the proxy that was asked for before. */
  readonly proxy?: Proxy | null;
};

/** A listed party that a notice names: one element of `listed` in `notices --json`. `verdict`: what a person decided, where it still holds. */
export interface ListedParty extends Pick<Match, 'list' | 'listing' | 'id' | 'caption' | 'score'> {
  readonly verdict?: Verdict;
  /** The notice is published by the party, and does not only name it. */
  readonly publisher?: true;
}

/** What readings and mentions say of a notice: derived, rebuildable. */
export interface NoticeSummary {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly publishedAt: string | null;
  readonly lang: Lang;
  readonly goods: readonly string[];
  readonly tradeNames: readonly string[];
  readonly intents: readonly string[];
  readonly places: readonly string[];
  /** ISO 3166-1 countries that the goods go to, as far as the text says: destinations first, then where end users and buyers are. */
  readonly destination: readonly string[];
  /** Ids of the red flags that the text shows: `BIS-KYC-12`. */
  readonly indicators: readonly string[];
  /** Control entries that may apply, as `list entry`: `cn-dual-use 0A903.a`. Candidates, never a classification. */
  readonly controls: readonly string[];
  /** Private persons, and ways to reach them, that the title or the publisher names: nobody is shown these who does not ask for them. */
  readonly persons: readonly string[];
  /** Made by screening alone: whoever puts a summary leaves what the store has. */
  readonly listed: readonly ListedParty[];
  /** 0 to 100. */
  readonly priority: number;
  readonly reasons: readonly string[];
}

/** A published notice, or what somebody wrote about notices (a press report): it is read and kept alike, and wants nothing. */
export const NOTICE_TYPES = ['notice', 'report'] as const;
export type NoticeType = (typeof NOTICE_TYPES)[number];

/** One line of `notices --json`. */
export interface Notice {
  readonly id: NoticeId;
  readonly type: NoticeType;
  readonly url: string;
  readonly aliases: readonly string[];
  readonly sources: readonly ListedBy[];
  readonly title: string | null;
  readonly publisher: string | null;
  /** Private persons whom the two name, where they do; in no notice that is shown masked. */
  readonly persons?: readonly string[];
  readonly publishedAt: string | null;
  readonly firstSeenAt: string;
  /** `firstSeenAt − publishedAt`, or null where the publisher gives no time. */
  readonly lagSeconds: number | null;
  readonly lastSeenPresentAt: string | null;
  readonly state: ObservationState;
  readonly reason: string | null;
  readonly removal?: Removal;
  /** Only while a removal that was seen is not certain yet: the state is that of before. */
  readonly pending?: PendingState;
  readonly versions: number;
  readonly lang: Lang;
  readonly goods: readonly string[];
  readonly tradeNames: readonly string[];
  readonly intents: readonly string[];
  readonly places: readonly string[];
  readonly destination: readonly string[];
  readonly indicators: readonly string[];
  readonly controls: readonly string[];
  readonly listed: readonly ListedParty[];
  /** Other notices with this text or a good part of it, candidates in other languages and other stages of the purchase among them. */
  readonly copies: number;
  /** Those of them that say the same in the same language and still stand. */
  readonly copiesStanding: number;
  /** Those of them that say the same in the same language and were seen before it: it is their copy. */
  readonly copiesBefore: number;
  readonly priority: number;
  readonly reasons: readonly string[];
  /** What people have made of it. */
  readonly triage: Triage;
}

export interface CaptureRow {
  readonly sha256: Digest;
  readonly url: string;
  readonly finalUrl: string;
  readonly at: string;
  readonly status: number | null;
  readonly ip: string | null;
  /** Path relative to the home; null once dropped by the policy `keep`, or forgotten by order. */
  readonly warc: string | null;
  readonly payload: Digest | null;
  readonly bytes: number;
  readonly noticeId: NoticeId | null;
  readonly sourceId: SourceId | null;
  readonly logIndex: number;
  /** Null for a plain visit. */
  readonly mode: CaptureMode | null;
  /** When its bytes were removed by order, and why; null where they were not. */
  readonly forgottenAt: string | null;
  readonly forgottenWhy: string | null;
}

export interface ObservationRow {
  readonly noticeId: NoticeId;
  readonly url: string;
  readonly at: string;
  readonly state: ObservationState;
  readonly reason: string | null;
  /** The evidence of the judgement, in words; null where the page simply shows the notice. */
  readonly basis: string | null;
  readonly removalKind: RemovalKind | null;
  /** The capture this visit made, or null. */
  readonly capture: Digest | null;
  /** The earlier capture that this visit confirms, or null. */
  readonly confirms: Digest | null;
  /** Digest of the reading, or null. */
  readonly reading: Digest | null;
  readonly logIndex: number;
}

/** A stored reading with its mentions, as `show` gives it. */
export interface StoredReading {
  readonly capture: Digest;
  readonly recipe: string;
  readonly reading: PageReading;
  readonly mentions: readonly Mention[];
}
