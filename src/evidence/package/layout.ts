import type { Digest } from '../../model/digest.ts';
import type { NoticeId } from '../../model/ids.ts';

/** What a package of ours calls itself in `evidence/package.json`. */
export const PACKAGE_FORMAT = 'dualwatch-package-v1';
export const WACZ_VERSION = '1.1.1';
/** Of the specification of signatures, https://specs.webrecorder.net/wacz-auth/0.1.0/ */
export const AUTH_VERSION = '0.1.0';

/**
 * Where things stand in a package. Everything outside of the three folders of WACZ is exactly one folder deep: other readers refuse anything else. Members stand in the order of {@link compareMembers}; the container has the one
 * form of `zip/zip-format.ts`. JSON documents are canonical JSON and a line break; lines of JSON are canonical JSON.
 */
export const MEMBERS = {
  index: 'indexes/index.cdxj',
  pages: 'pages/pages.jsonl',
  readme: 'evidence/README.md',
  package: 'evidence/package.json',
  notices: 'evidence/notices.jsonl',
  entries: 'evidence/entries.jsonl',
  checkpoint: 'evidence/checkpoint.txt',
  logKey: 'evidence/log-key.txt',
  custody: 'evidence/custody.jsonld',
  datapackage: 'datapackage.json',
  digest: 'datapackage-digest.json',
} as const;

const INDEX_DIGITS = 12;

/** A capture file, byte for byte; its name is its SHA-256. */
export const archiveMember = (sha256: Digest): string => `archive/${sha256}.warc.gz`;
/** The reading of a capture as text. */
export const readingMember = (sha256: Digest): string => `evidence/reading-${sha256}.txt`;
/** Inclusion of a log entry under `checkpoint.txt`, c2sp.org/tlog-proof@v1. */
export const proofMember = (index: number): string => `evidence/log-${String(index).padStart(INDEX_DIGITS, '0')}.tlog-proof`;
/** An earlier checkpoint that a time-stamp covers. */
export const checkpointMember = (size: number): string => `evidence/checkpoint-${size}.txt`;
/** That `checkpoint.txt` (of `to` entries) extends the checkpoint of `from`: one hash in base 64 a line. */
export const consistencyMember = (from: number, to: number): string => `evidence/consistency-${from}-${to}.txt`;
/** The n-th time-stamp (from 1) over the text of the checkpoint of that size, RFC 3161, and what was kept to judge it by. */
export const timestampMember = (size: number, n: number, kind: 'tsr' | 'chain.pem' | 'crl' | 'ocsp'): string =>
  `evidence/timestamp-${size}-${n}.${kind}`;

const MEMBER_NAMES: readonly RegExp[] = [
  /^archive\/[0-9a-f]{64}\.warc\.gz$/,
  /^evidence\/reading-[0-9a-f]{64}\.txt$/,
  /^evidence\/log-[0-9]{12}\.tlog-proof$/,
  /^evidence\/checkpoint-[1-9][0-9]*\.txt$/,
  /^evidence\/consistency-[1-9][0-9]*-[1-9][0-9]*\.txt$/,
  /^evidence\/timestamp-[1-9][0-9]*-[1-9][0-9]*\.(?:tsr|chain\.pem|crl|ocsp)$/,
];

/** Whether the layout knows a member of that name. */
export function isMemberName(name: string): boolean {
  return (Object.values(MEMBERS) as readonly string[]).includes(name) || MEMBER_NAMES.some((pattern) => pattern.test(name));
}

/** Folders of a package in the order of their members; what stands in none comes last. */
const FOLDERS = ['archive/', 'indexes/', 'pages/', 'evidence/'] as const;

/** The one order of members: folder by folder, in each by the bytes of the name, then datapackage.json and its digest. */
export function compareMembers(one: string, other: string): number {
  const order = placeOf(one) - placeOf(other);
  if (order !== 0) return order;
  return one < other ? -1 : one > other ? 1 : 0;
}

function placeOf(name: string): number {
  const folder = FOLDERS.findIndex((start) => name.startsWith(start));
  if (folder >= 0) return folder;
  return name === MEMBERS.digest ? FOLDERS.length + 1 : FOLDERS.length;
}

/** `name` of a resource in datapackage.json: lower case, as `^[-a-z0-9._/]+$` asks. */
export function resourceName(member: string): string {
  return member.toLowerCase();
}

/** A capture of these notices whose file is not in the package, and why. */
export interface LeftOut {
  readonly sha256: Digest;
  /** Of its log entry. */
  readonly index: number;
  /** `dropped` under the policy keep, `forgotten` by order, `missing` from the home, or `damaged` there. */
  readonly why: 'dropped' | 'forgotten' | 'missing' | 'damaged';
}

/** `evidence/package.json`. */
export interface PackageInfo {
  readonly format: typeof PACKAGE_FORMAT;
  /** `Dualwatch/<version>`. */
  readonly software: string;
  /** ISO 8601, UTC, whole seconds, never before what is inside; the same in datapackage.json and its signature. */
  readonly createdAt: string;
  /** `merged`: ids of notices that became this one; captures and observations may carry them. */
  readonly notices: readonly { readonly id: NoticeId; readonly merged: readonly NoticeId[]; readonly url: string }[];
  /** The log and its head: what `checkpoint.txt` signs. `root` in base 64. */
  readonly log: { readonly origin: string; readonly vkey: string; readonly size: number; readonly root: string };
  /** SHA-256 of the signing key's SubjectPublicKeyInfo (DER). */
  readonly signer: Digest;
  readonly entries: number;
  readonly captures: number;
  /** Whether contacts of private persons are bullets in what we derived. Captures are never altered. */
  readonly masked: boolean;
  readonly leftOut: readonly LeftOut[];
}

/** A line of `evidence/entries.jsonl`, by index. `entry` is the leaf, byte for byte. */
export interface EntryLine {
  readonly entry: string;
  readonly index: number;
}

/** First line of `pages/pages.jsonl`. */
export interface PagesHeader {
  readonly format: 'json-pages-1.0';
  readonly id: 'pages';
  readonly title: string;
}

/** A further line, one for each capture of a notice's own page, by `ts`, then `id`. */
export interface PageLine {
  /** SHA-256 of the capture. */
  readonly id: Digest;
  /** Address and WARC-Date of the record that shows the page (page-record.ts). */
  readonly url: string;
  readonly ts: string;
  readonly title: string;
  /** The reading, where there is one. */
  readonly text?: string;
}

/** `datapackage.json`: WACZ 1.1.1 §5.2.4, a Frictionless data package. */
export interface Datapackage {
  readonly profile: 'data-package';
  readonly wacz_version: typeof WACZ_VERSION;
  readonly title: string;
  readonly software: string;
  readonly created: string;
  /** Every other member but the digest, in the order of members. */
  readonly resources: readonly { readonly name: string; readonly path: string; readonly hash: string; readonly bytes: number }[];
}

/** `datapackage-digest.json`. */
export interface DatapackageDigest {
  readonly path: typeof MEMBERS.datapackage;
  /** `sha256:<hex>` of datapackage.json. */
  readonly hash: string;
  readonly signedData: {
    readonly hash: string;
    readonly created: string;
    readonly software: string;
    readonly version: typeof AUTH_VERSION;
    /** Base 64 of r‖s (IEEE P1363, 96 bytes, s in the lower half): ECDSA P-384 with SHA-256 over the ASCII string `hash`. */
    readonly signature: string;
    /** Base 64 of the SubjectPublicKeyInfo. */
    readonly publicKey: string;
  };
}
