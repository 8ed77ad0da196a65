/** Every check of one notice's evidence, in the order in which they are told, with what its `pass` says. */
export const NOTICE_CHECKS = {
  checkpoint: 'the head of the log is signed by the key of this home',
  log: 'every entry about the notice is in the log that the checkpoint signs',
  entries: 'what the database says of its visits is what the log says',
  captures: 'each capture file has the SHA-256 that was logged, and every record in it its own digests',
  readings: 'the text that is shown is what was read from its capture',
  timestamp: 'an authority that is trusted here saw a checkpoint that has its entries',
} as const;

export type NoticeCheckName = keyof typeof NOTICE_CHECKS;

export interface NoticeCheck {
  readonly name: NoticeCheckName;
  /** `absent`: there is nothing to check. `untrusted`: it holds, but nobody said whom to trust. */
  readonly status: 'pass' | 'fail' | 'absent' | 'untrusted';
  /** A file, or an entry of the log. */
  readonly where?: string;
  readonly why?: string;
}

/** Whether what is kept of a notice is as it was acknowledged, by what was found on the disk just now. */
export interface NoticeVerdict {
  /** No check failed. */
  readonly ok: boolean;
  readonly checks: readonly NoticeCheck[];
  /** By log index. `unchecked`: beyond what one question looks at. */
  readonly captures: readonly {
    readonly sha256: string;
    readonly at: string;
    readonly url: string;
    readonly logIndex: number;
    readonly state: 'whole' | 'altered' | 'dropped' | 'forgotten' | 'unchecked';
  }[];
  /** Entries of the log that were checked, and how many speak of the notice. */
  readonly entries: { readonly checked: number; readonly of: number };
  readonly checkpoint: {
    readonly origin: string;
    readonly size: number;
    /** In base 64. */
    readonly root: string;
    /** Public key of the log. */
    readonly key: string;
    /** The signed note. */
    readonly text: string;
  } | null;
  /** Stamps over checkpoints that have at least the first of its entries, oldest first; one of `size` entries covers those with a lower log index. */
  readonly stamps: readonly { readonly authority: string; readonly at: string; readonly size: number; readonly trusted: boolean }[];
}
