import type { Digest } from '../model/digest.ts';
import type { NoticeId } from '../model/ids.ts';
import type { OversightRecord } from '../model/log-record.ts';
import type { Notice } from '../model/notice.ts';
import type { Publisher, PublisherId } from '../model/publisher.ts';

/** A publisher with what its notices have become. Derived, but for the links. */
export interface PublisherProfile extends Publisher {
  readonly notices: number;
  /** Certain removals, and those of them that the site says the publisher made. */
  readonly removed: number;
  readonly removedByPublisher: number;
  /** Notices that were edited, and versions beyond their first. */
  readonly edited: number;
  readonly edits: number;
  /** Notices of which a copy was found, on whatever site. */
  readonly copied: number;
  /** Notices that a listed party is named in. */
  readonly listed: number;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
}

export type OversightLink = Omit<OversightRecord, 'type'> & { readonly logIndex: number };

/** A text that a publisher's notice has, for what it says of the publisher. */
export interface PublishedText {
  readonly noticeId: NoticeId;
  readonly url: string;
  readonly capture: Digest;
  readonly text: string;
}

/** Who publishes, and who oversees them. */
export interface PublisherStore {
  /** Those with most removals first, then with most notices. */
  list(limit: number): Promise<readonly PublisherProfile[]>;
  /** By id or key, or all of a name. */
  find(idKeyOrName: string): Promise<readonly PublisherProfile[]>;
  /** Newest first. */
  noticesOf(id: PublisherId, limit: number): Promise<readonly Notice[]>;
  /** Newest first, one reading of each notice. */
  textsOf(id: PublisherId, limit: number): Promise<readonly PublishedText[]>;
  /** Says who oversees a publisher, or takes that back; logged. Throws `not-found`. */
  recordOversight(link: Omit<OversightRecord, 'type'>): Promise<OversightLink>;
  /** What people said of a publisher as overseen or as overseer: the latest of each pair, oldest first. */
  oversightOf(id: PublisherId): Promise<readonly OversightLink[]>;
}
