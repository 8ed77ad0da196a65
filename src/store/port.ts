import type { Digest } from '../model/digest.ts';
import type { NoticeId, SourceId } from '../model/ids.ts';
import type { CaptureRecord, CheckRecord, EventRecord, ObservationRecord } from '../model/log-record.ts';
import type { LearnedPage } from '../model/learned-page.ts';
import type { Mention } from '../model/mention.ts';
import type {
  AskedPolicy,
  CaptureRow,
  FollowState,
  Notice,
  NoticeSummary,
  NoticeType,
  ObservationRow,
  StoredReading,
  VisitPolicy,
} from '../model/notice.ts';
import type { ObservationState } from '../model/observation.ts';
import type { PageReading } from '../model/reading.ts';
import type { HostStatus, NewNotice, Source, SourceHealth, SourceItem, SourceMemory, SourceSettings } from '../model/source.ts';
import type { AccountStore } from './account-port.ts';
import type { AlertStore } from './alert-port.ts';
import type { IdempotencyStore } from './idempotency-port.ts';
import type { NewsStore } from './news-port.ts';
import type { AnchorStore } from './anchor-port.ts';
import type { AskedStore } from './asked-port.ts';
import type { SourceChangeStore } from './source-change-port.ts';
import type { CaseStore, ClaimStore } from './case-port.ts';
import type { SearchStore } from './search-port.ts';
import type { TriageStore } from './triage-port.ts';
import type { PublisherStore } from './publisher-port.ts';
import type { ExtrasStore, WantedExtra } from './extras-port.ts';
import type { PackageStore } from './package-port.ts';
import type { CopyStore } from './copy-port.ts';
import type { ForgetStore } from './forget-port.ts';
import type { LearnedStore, ProbeVisit } from './learned-port.ts';
import type { EvidenceStore } from './evidence-port.ts';
import type { ScreeningStore } from './screening-port.ts';

/** Times of the port are milliseconds since 1970 where the store computes with them, ISO strings where it only keeps them. */
type Ms = number;

/** One running program on a home: `claim`s belong to it and fall back when it is gone. */
export interface Worker {
  /** Unique for each start of a program. */
  readonly id: string;
  readonly pid: number;
}

/**
 * Which of the due visits of one host comes first: sources are checked before new items are read, second sightings come next,
 * follow-ups last; inside a class the higher rank, then the longer overdue.
 */
export type DueClass = 'check' | 'new' | 'confirm' | 'follow';

/** When the next visit of a source or notice is due. */
export interface Due {
  readonly at: Ms;
  readonly class: DueClass;
  /** 0 to 100; a notice's priority. */
  readonly rank: number;
  /** The interval asked for, for the stretch of a host; null for a single visit. */
  readonly intervalMs: number | null;
}

/** A visit that this worker alone may make now; its host is held for it until it is recorded or released. */
export type Claim = SourceClaim | NoticeClaim;

export interface SourceClaim {
  readonly kind: 'source';
  readonly source: Source;
  readonly memory: SourceMemory;
  readonly errorStreak: number;
  readonly host: string;
  readonly dueAt: Ms;
  /** When the host's pace allowed the start. */
  readonly startAt: Ms;
}

/** What a user decided about visits of a notice: see {@link FollowState}. */
export type KeptRules = Pick<FollowState, 'own' | 'forNext'>;

export interface NoticeClaim {
  readonly kind: 'notice';
  readonly noticeId: NoticeId;
  readonly url: string;
  /** Absent: a notice. */
  readonly type?: NoticeType;
  readonly firstSeenAt: string;
  readonly follow: FollowState;
  readonly summary: NoticeSummary;
  /** Since when a source that listed it lists it no more although older items still stand there; null where none does. */
  readonly unlistedAt?: string | null;
  /** Settings of the source that lists it (the one with the shortest `followMs`), or null for a notice of `capture`. */
  readonly source: Source | null;
  /** Rules of this visit alone, in place of those of the source and the notice; never given by the store. */
  readonly policy?: VisitPolicy;
  /** What was asked of this visit, where a source lists the notice and its rules hold otherwise; never given by the store. */
  readonly asked?: AskedPolicy;
  readonly host: string;
  readonly dueClass: DueClass;
  readonly dueAt: Ms;
  readonly startAt: Ms;
}

export interface ClaimRequest {
  readonly worker: Worker;
  readonly now: Ms;
  /** At most so many, each of another host. */
  readonly limit: number;
  /** Pace of the configuration, milliseconds between two starts at one host. The store takes the slower of it and of the source's. */
  readonly paceMs: number;
  /** A number in [0,1) for each start: the pace varies by ± 30 %. */
  readonly random: () => number;
  /** How long a claim holds when its worker vanishes without the system knowing. */
  readonly leaseMs: number;
  /** `watch --once`: only what was due at or before this time, new notices made after it, and notices hurried after it; and nothing in `not`. */
  readonly dueBefore?: Ms;
  /** `--now`: due times and holds do not count. */
  readonly everything?: boolean;
  /** Ids already visited (`--once`: no address twice). */
  readonly not?: ReadonlySet<string>;
}

/** Capture that a visit made: its file is durable under its name before this is recorded. */
export interface NewCapture {
  readonly record: CaptureRecord;
  /** Path relative to the home. */
  readonly warc: string;
}

/** All that one visit of a notice leaves behind. */
export interface NoticeVisit {
  readonly kind: 'notice';
  readonly claim: NoticeClaim;
  /** What the site was asked beside the address, to tell a removal from an error; recorded first. None where absent. */
  readonly probes?: readonly ProbeVisit[];
  /** What the visit taught of its host's pages. */
  readonly learned?: readonly LearnedPage[];
  readonly capture: NewCapture | null;
  readonly observation: ObservationRecord;
  readonly follow: FollowState;
  readonly due: Due | null;
  /** Names found on the page: if one belongs to another notice, the two are merged (see {@link Store.recordVisits}). */
  readonly aliases: readonly string[];
  /** File that the policy `keep` drops, with the newer one; the caller deletes it after the commit. */
  readonly drop: { readonly sha256: Digest; readonly keptInstead: Digest; readonly reason: string } | null;
  /** What is to be kept beside it. */
  readonly extras?: readonly WantedExtra[];
  readonly host: HostAfter;
}

/** All that one check of a source leaves behind. */
export interface SourceVisit {
  readonly kind: 'source';
  readonly claim: SourceClaim;
  readonly capture: NewCapture | null;
  readonly check: CheckRecord;
  readonly memory: SourceMemory;
  readonly health: { readonly ok: true } | { readonly ok: false; readonly error: string };
  readonly due: Due;
  /** Items that the check lists; those that no notice knows become notices, due at once in class `new`. */
  readonly items: readonly SourceItem[];
  /** Notices whose visit is brought forward (an item went missing while an older one is still listed). */
  readonly hurry: readonly NoticeId[];
  readonly host: HostAfter;
}

export type Visit = NoticeVisit | SourceVisit;

/** What a visit means for its host. */
export interface HostAfter {
  /**
   * `blocked` adds to the row of blocked answers: the third in a row holds the host for 30 minutes, each further one twice as long, up to 24 hours.
   * `fine` ends row and hold, `silent` leaves both.
   */
  readonly answer: 'fine' | 'blocked' | 'silent';
  /** 429, 503 or Retry-After: nothing starts there before this time. */
  readonly holdUntil: Ms | null;
  readonly holdReason: string | null;
  /** Requests made beyond the first (redirects, robots.txt): the pace counts them. */
  readonly extraStarts: number;
  /** Pace that the source or robots.txt asks for, if slower. */
  readonly paceMs: number | null;
}

export interface RecordedVisit {
  /** The notice under which the visit was recorded: the older one after a merge. */
  readonly noticeId: NoticeId | null;
  readonly newNotices: readonly NewNotice[];
  readonly logIndex: number;
}

/** What derivation found in one capture for one notice. */
export interface DerivedReading {
  readonly noticeId: NoticeId;
  readonly capture: Digest;
  readonly recipe: string;
  readonly reading: PageReading;
  readonly mentions: readonly Mention[];
  /** Null where this reading does not speak for the notice (a removal page, an older version). */
  readonly summary: NoticeSummary | null;
  /** New rank of the notice's next visit. */
  readonly rank: number | null;
  /** `feed` readings give way to `page` readings. */
  readonly from: 'page' | 'feed';
}

/** A capture that has no reading of today's recipe. */
export interface Underived {
  readonly capture: Digest;
  readonly warc: string;
  readonly url: string;
  readonly noticeId: NoticeId | null;
  readonly sourceId: SourceId | null;
}

export interface NoticeFilter {
  readonly state?: ObservationState;
  /** Words; every one must occur in title or body. See `text/search-segments.ts`. */
  readonly query?: string;
  readonly source?: SourceId;
  readonly limit?: number;
  /** Only those that come after this place in the order. */
  readonly after?: NoticePlace;
}

/** Where a notice stands in the order of {@link Store.listNotices}. */
export interface NoticePlace {
  readonly priority: number;
  readonly firstSeenAt: string;
  readonly id: NoticeId;
}

export interface RobotsRow {
  readonly origin: string;
  readonly fetchedAt: Ms;
  readonly expiresAt: Ms;
  /** The rules as received, or `allow` / `forbid` where there were none to read. */
  readonly body: string;
  readonly outcome: 'rules' | 'allow' | 'forbid';
}

/**
 * What is kept. Methods are whole acts: each is one transaction, and no handle of one crosses this port.
 *
 * Guarantees that every backend gives, held by `test/contract/store.ts`:
 * - **Durable**: when a promise of a writing method resolves, its effect survives `kill -9` and loss of power.
 * - **All or nothing**: after a crash a write is there whole or not at all.
 * - **Shared**: several processes may use one home; each sees what the others committed. A claim is held by one worker only.
 * - **Log in step**: a log entry gets its index in the transaction that stores the rows it speaks of; indexes are 0, 1, 2 … without gaps.
 * - **Nothing is lost to a name**: ids are never reused; after a merge the younger id and all addresses of both answer with the older.
 * Cost: every method is O(log n) in notices, captures and log entries, plus its result. Errors: `store-busy`, `store-damaged`, `disk-full`.
 */
export interface Store extends AskedStore, SourceChangeStore, ScreeningStore, EvidenceStore {
  readonly accounts: AccountStore;
  readonly alerts: AlertStore;
  readonly news: NewsStore;
  readonly idempotency: IdempotencyStore;
  readonly anchors: AnchorStore;
  readonly publishers: PublisherStore;
  readonly packages: PackageStore;
  readonly copies: CopyStore;
  readonly learned: LearnedStore;
  readonly extras: ExtrasStore;
  readonly forgetting: ForgetStore;
  readonly triage: TriageStore;
  readonly searches: SearchStore;
  readonly cases: CaseStore;
  readonly claims: ClaimStore;

  /** Makes this worker known, and frees the claims of workers that are gone (their process no longer lives). */
  register(worker: Worker): Promise<void>;
  close(): Promise<void>;

  // Sources
  /** Throws `usage` when the address is already watched. `due`: first check. */
  addSource(settings: SourceSettings, nowIso: string, due: Due): Promise<Source>;
  /** By id, address or name; undefined where there is none. */
  findSource(idUrlOrName: string): Promise<Source | undefined>;
  listSources(): Promise<readonly (Source & { readonly health: SourceHealth; readonly host: HostStatus })[]>;
  setSourcePaused(id: SourceId, paused: boolean, nowMs: Ms): Promise<void>;
  /** Its notices stay and are followed on. */
  removeSource(id: SourceId): Promise<void>;
  /**
   * Lets held removals stand: of one notice, or of a host. Only those with `follow.removalWaits` (two agreeing sightings were made) are confirmed:
   * `removal.confirmedAt` becomes `nowIso`, `removalWaits` false, state `removed` with `goneReason`. A host's hold ends with it, even where nothing waits (anymore). Returns the notices whose removal is confirmed by it; logs it. */
  confirmRemovals(target: NoticeId | { readonly host: string }, nowIso: string, detail: string): Promise<readonly NoticeId[]>;

  // Work
  /** Due visits, each of another host, each host's most urgent first; see {@link DueClass}. Host slots are taken with them. */
  claimDue(request: ClaimRequest): Promise<readonly Claim[]>;
  /** Claims one address now (`capture <url>`): finds its notice by any name or makes one. Undefined while its host is taken or paced. */
  claimAddress(request: {
    readonly worker: Worker;
    readonly now: Ms;
    readonly url: string;
    readonly aliases: readonly string[];
    /** What it is from now on; absent: as it was, a notice where it is new. */
    readonly type?: NoticeType;
    readonly host: string;
    readonly paceMs: number;
    readonly random: () => number;
    readonly leaseMs: number;
    /** Where the wait is longer, the notice is found or made all the same, with its visit due when the wait is over, and `keptOf` what the user decided for it. */
    readonly putOff?: { readonly longerThanMs: Ms; readonly keptOf: (claim: NoticeClaim) => KeptRules };
  }): Promise<{ readonly claim: NoticeClaim } | { readonly waitMs: number }>;
  /**
   * Takes the next start at a host for a request beside a claim (a redirect to another host): it is taken, and the request waits `waitMs` for it.
   * The other host's visits go on beside it, so that two visits that redirect into each other's hosts never wait for one another.
   */
  takeStart(request: {
    readonly host: string;
    readonly now: Ms;
    readonly paceMs: number;
    readonly random: () => number;
  }): Promise<{ readonly waitMs: number }>;
  /** Gives claims back unvisited, due again at `dueAt` (or as they were); `kept`: what the user decided for this visit stands for the next. */
  release(claims: readonly { readonly claim: Claim; readonly dueAt?: Ms; readonly kept?: KeptRules }[]): Promise<void>;
  /**
   * Milliseconds until something that `claimDue` would give under the same request may be claimable (0: now), or undefined where nothing is ever due.
   * A run (`dueBefore` or `everything`) does not wait for what a host's hold keeps back: undefined then means that it is done, but for claims under way.
   */
  nextDueInMs(request: Pick<ClaimRequest, 'now' | 'dueBefore' | 'everything' | 'not'>): Promise<Ms | undefined>;
  /** Brings back due times, paces and holds that a clock which was far ahead has put into the future. Returns how many visits were moved. */
  clampFuture(now: Ms): Promise<number>;
  /** Spreads what fell due before `before` evenly over `overMs` from now (after sleep). Returns how many. */
  spreadDue(now: Ms, before: Ms, overMs: Ms): Promise<number>;
  /**
   * Records visits in one commit, in order: capture rows, observations or checks, follow states, items, host slots, due times, log entries.
   * Merging: when a visit's alias belongs to another notice at the host visited or at the host of one of the aliases, the older id stays, gets the union of aliases, sources, observations, captures and readings,
   * keeps the follow state of whichever was seen present first (`versions` counted anew), and the younger answers as an alias; a `merge` record is logged.
   */
  recordVisits(visits: readonly Visit[]): Promise<readonly RecordedVisit[]>;
  recordEvent(event: EventRecord): Promise<void>;
  /**
   * Distinct notices of a host visited since `sinceIso`, without `except` and those whose removal is certain; and how many of them seem gone:
   * their latest observation was `removed` and the first such one was made after `countedSince`, the later of `sinceIso` and of
   * the time when a person last let the host's removals stand.
   */
  hostOutcomes(
    host: string,
    sinceIso: string,
    except?: NoticeId,
  ): Promise<{ readonly visited: number; readonly gone: number; readonly countedSince: string }>;
  /** Another notice of the host, the latest that was seen to stand since `sinceIso`, with nothing strange about it; without `except`. */
  standingAt(host: string, sinceIso: string, except: NoticeId): Promise<{ readonly url: string; readonly at: string } | undefined>;
  /** Marks removals of a host as waiting for a person; logs it once. */
  holdRemovals(host: string, nowIso: string, detail: string): Promise<void>;
  removalsHeld(host: string): Promise<boolean>;
  /** One holder at a time, across processes; true while held. Renewed by calling again. What a program of this machine held that has ended is free at once. */
  lease(name: string, worker: Worker, nowMs: Ms, forMs: Ms): Promise<boolean>;

  // Derivation
  underived(recipe: string, limit: number): Promise<readonly Underived[]>;
  /** Stores readings and mentions, the notice's summary, its search text and rank. The capture of a page counts as read with it, that of a feed once it is marked. */
  recordReadings(readings: readonly DerivedReading[]): Promise<void>;
  /** A summary made anew without a new reading (the state changed, and with it the priority); `rank` of its next visit. */
  recordSummary(id: NoticeId, summary: NoticeSummary, rank: number): Promise<void>;
  /** A capture with nothing more to read under this recipe: a 304, an empty body, a feed whose texts are all stored. */
  markDerived(capture: Digest, recipe: string): Promise<void>;

  // Reading for people
  /** By id, merged id, or any address or alias. */
  findNotice(idOrAlias: string): Promise<Notice | undefined>;
  followOf(id: NoticeId): Promise<{ readonly follow: FollowState; readonly summary: NoticeSummary } | undefined>;
  /** By priority, then newest first; streamed so that memory does not grow with the number of notices. */
  listNotices(filter: NoticeFilter): AsyncIterable<Notice>;
  /** All observations of a notice, oldest first. */
  observationsOf(id: NoticeId): Promise<readonly ObservationRow[]>;
  capturesOf(id: NoticeId): Promise<readonly CaptureRow[]>;
  /** The reading that speaks for the notice: its latest present page reading, else the feed's. */
  readingOf(id: NoticeId): Promise<StoredReading | undefined>;
  /** Notice last listed by this source under this address, for finding what went missing. */
  noticesByUrl(urls: readonly string[]): Promise<ReadonlyMap<string, NoticeId>>;

  // Hosts
  robots(origin: string): Promise<RobotsRow | undefined>;
  putRobots(row: RobotsRow): Promise<void>;
  listHosts(): Promise<readonly HostStatus[]>;

  /** Copies the database, consistent, while others use it. */
  backup(file: string): Promise<void>;
}
