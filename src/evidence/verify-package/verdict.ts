import type { Covers } from './stamp-reach.ts';

/** `absent`: there is nothing to check. `untrusted`: it holds, but nobody said whom to trust. */
export type CheckStatus = 'pass' | 'fail' | 'absent' | 'untrusted';

/** Every check, in the order in which they are told, with what its `pass` says. */
export const CHECKS = {
  container: 'the zip can be read in one way only; ours has its one form',
  manifest: 'every member is listed with its SHA-256 and length, and every listed one is there',
  members: 'each file has the form that the package format asks for',
  digest: 'datapackage-digest.json names datapackage.json by its SHA-256',
  signature: 'the signature of the package is of the key that stands beside it',
  key: 'that key is one that you trust (--key)',
  domain: 'the certificates of a domain-signed package lead to a public authority',
  records: 'every WARC record has its length and digests, and nothing lies between',
  index: 'index and records name each other, with every offset, length, digest, status and time',
  pages: 'every listed page is a record',
  log: 'every entry is in the log that the checkpoint signs',
  'log-key': 'that log is one that you trust (--key, --checkpoint, or a trusted signature over it)',
  checkpoint: 'the log is the one of the checkpoint that you kept (--checkpoint)',
  captures: 'entries and capture files name each other',
  notices: 'what is said of notices is what entries say',
  readings: 'each reading belongs to a capture that an entry names',
  custody: 'the chain of custody names these captures and no other',
  timestamp: 'an authority that you trust (--tsa-ca) saw each capture and observation in the log at the time it gives',
  revocation: 'the certificates of the authorities were not revoked, by what was kept of the time',
  times: 'no time contradicts another',
} as const;

export type CheckName = keyof typeof CHECKS;

/** Failures of these say whom you do not trust; the package may be whole all the same. */
export const TRUST_CHECKS: ReadonlySet<CheckName> = new Set(['key', 'domain', 'log-key', 'checkpoint', 'revocation']);

export interface Check {
  readonly name: CheckName;
  readonly status: CheckStatus;
  /** Member of the package, with byte, line or entry where that is known. */
  readonly where?: string;
  readonly why?: string;
}

/** Who made it, as far as keys tell: fingerprints are SHA-256 in hexadecimal digits. */
export interface ByWhom {
  readonly key: { readonly fingerprint: string; readonly trusted: boolean } | null;
  /** The domain whose certificate signed a package of others. */
  readonly domain: string | null;
  readonly log: { readonly origin: string; readonly vkey: string; readonly fingerprint: string; readonly trusted: boolean } | null;
}

/** An authority that saw the head of the log. */
export interface BeforeWhen {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly authority: string;
  /** SHA-256 of its certificate. */
  readonly fingerprint: string;
  readonly trusted: boolean;
  readonly revocation: 'good' | 'revoked' | 'absent';
  /** What of the package it holds for; null where it is over the package as a whole. */
  readonly covers: Covers | null;
}

export interface PackageVerdict {
  /** No check failed. */
  readonly ok: boolean;
  /** Everything inside agrees. */
  readonly whole: boolean;
  readonly byWhom: ByWhom;
  readonly beforeWhen: readonly BeforeWhen[];
  readonly checks: readonly Check[];
}
