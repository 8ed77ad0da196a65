import type { NoticeId, SourceId } from './ids.ts';
import type { Proxy } from './proxy.ts';

/** How a source lists its items. */
export type SourceKind = 'feed' | 'page' | 'folder';

/** Which full bytes of a notice are kept: see ARCHITECTURE.md, "What is kept". */
export type KeepPolicy = 'changes' | 'all';

/** When a browser visits a notice beside the plain visit. `changes`: where that shows a new or changed reading, or a removal for the first time. */
export type BrowserPolicy = 'never' | 'changes' | 'always';

/** What its user decided about a source. */
export interface SourceSettings {
  readonly kind: SourceKind;
  /** Address, or the absolute path of a folder. */
  readonly url: string;
  readonly name: string;
  /** Milliseconds between two checks. */
  readonly everyMs: number;
  /** Milliseconds between two visits of a young notice of this source; thins out with age. */
  readonly followMs: number;
  readonly robots: 'obey' | 'ignore';
  /** Why robots.txt is not obeyed: required with `ignore`, written into every capture. */
  readonly robotsReason: string | null;
  /** Slower than the pace of the configuration, or null. Milliseconds between two starts at one host. */
  readonly paceMs: number | null;
  /** Opens this source's own host and port although they are private. Metadata addresses stay shut. */
  readonly allowPrivate: boolean;
  readonly keep: KeepPolicy;
  /** CSS selector of the links of a list page, or null to learn which links are new. */
  readonly selector: string | null;
  /** Header name → value, sent to the source's own origin and written nowhere else. */
  readonly credentials: Readonly<Record<string, string>>;
  /** Absent: never. */
  readonly browser?: BrowserPolicy;
  /** What all its visits go through, robots.txt, pictures and the browser too; absent: nothing. */
  readonly proxy?: Proxy;
}

export interface Source extends SourceSettings {
  readonly id: SourceId;
  readonly createdAt: string;
  readonly paused: boolean;
}

/** Health of a source, from its checks. */
export interface SourceHealth {
  readonly lastCheckAt: string | null;
  readonly lastSuccessAt: string | null;
  readonly nextCheckAt: string | null;
  /** Failed checks in a row. */
  readonly errorStreak: number;
  readonly lastError: string | null;
  /** What of its latest list became no notice, in words for people; absent where there is nothing to say. */
  readonly warnings?: readonly string[];
  /** Median of `first seen − published` over its latest 50 items, seconds; null where no item has a date. */
  readonly lagSeconds: number | null;
  readonly notices: number;
}

/** What is known of a host: pace and trust are a host's, not a source's. */
export interface HostStatus {
  readonly host: string;
  /** Held until then by 429, 503, Retry-After or three blocked answers in a row. */
  readonly heldUntil: string | null;
  readonly heldReason: string | null;
  /** Since when removals here wait for a person, or null. */
  readonly removalsHeldSince: string | null;
  readonly removalsHeld: number;
  /** How far the schedule is stretched by the host's pace: 1 fits, 3 means that visits come three times later than asked. */
  readonly stretch: number;
}

/** What a source remembers between two checks; made by `watch/`, opaque to the store but for `warnings`, which it shows with the health. */
export interface SourceMemory {
  readonly etag?: string;
  readonly lastModified?: string;
  /** Digest of the bytes last received and the capture that holds them. */
  readonly payload?: string;
  /** Digest of the items last listed. */
  readonly reading?: string;
  readonly capture?: string;
  /** Keys of the items listed at the last successful check, newest first, for finding what went missing. */
  readonly listed?: readonly string[];
  /** Digests of the full texts that the feed carried, in the order of `listed`; empty strings where it carried none. */
  readonly bodies?: readonly string[];
  /** Addresses that a list page showed at its first sight: its baseline. */
  readonly baseline?: readonly string[];
  /** {@link SourceHealth.warnings} */
  readonly warnings?: readonly string[];
}

/** One item that a check listed. */
export interface SourceItem {
  readonly url: string;
  readonly title: string;
  /** ISO time or bare date, or null. */
  readonly publishedAt: string | null;
  /** Other names of the notice that the address itself gives away. */
  readonly aliases: readonly string[];
}

export interface ListedBy {
  readonly id: SourceId;
  readonly name: string;
  readonly firstSeenAt: string;
}

export interface NewNotice {
  readonly noticeId: NoticeId;
  readonly url: string;
}
