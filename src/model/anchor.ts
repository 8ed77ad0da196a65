/** A time-stamping authority (RFC 3161) that the user named. */
export interface Authority {
  readonly name: string;
  readonly url: string;
  /** Certificates (PEM) that its answers must lead to; null where the user gave none: then whoever reads a stamp decides whom to trust. */
  readonly roots: string | null;
  /** It may be in a private network: its own host and port are opened, nothing else. */
  readonly allowPrivate: boolean;
  readonly addedAt: string;
}

/** How it goes with an authority. */
export interface AuthorityHealth {
  readonly anchors: number;
  /** Entries of the newest checkpoint that it stamped; 0 for none. */
  readonly anchoredSize: number;
  readonly lastAnchorAt: string | null;
  /** When the next checkpoint is sent, in milliseconds since 1970, if the log has grown. */
  readonly dueAt: number;
  /** Failures in a row. */
  readonly errorStreak: number;
  readonly lastError: string | null;
}

/** A checkpoint with what an authority answered to it, and what was kept to judge the answer by. */
export interface Anchor {
  /** Order in which they came. */
  readonly num: number;
  /** Name and address of the authority when it was asked. */
  readonly authority: string;
  readonly url: string;
  /** Entries of the log under the checkpoint. */
  readonly size: number;
  /** The signed note: what was stamped is these bytes. */
  readonly checkpoint: string;
  /** TimeStampResp in DER. */
  readonly response: Uint8Array;
  /** Certificates (PEM) from the authority's own up to the root, as far as they came along or were given. */
  readonly chain: string;
  readonly crl: Uint8Array | null;
  readonly ocsp: Uint8Array | null;
  /** What the authority says, ISO 8601. */
  readonly at: string;
  /** By our clock. */
  readonly receivedAt: string;
}
