import { MEMBERS } from '../package/layout.ts';
import type { ByteSource } from '../zip/byte-source.ts';
import { checkOwnContainer, openContainer } from './check-container.ts';
import { checkDomainSignature } from './check-domain.ts';
import { checkIndex } from './check-index.ts';
import { checkForeignMembers, checkOwnMembers } from './check-members.ts';
import { checkOwn } from './check-own.ts';
import { checkPages } from './check-pages.ts';
import { readMembers } from './check-records.ts';
import { checkDigest } from './check-signature.ts';
import { checkCreated, checkSigned } from './check-times.ts';
import { checkDomainStamp } from './check-timestamps.ts';
import type { Stamp } from './check-timestamps.ts';
import { Findings } from './findings.ts';
import { checkManifest, readManifest } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import type { PackageMembers } from './package-members.ts';
import type { RecordBook } from './record-book.ts';
import type { Reread } from './reread.ts';
import { isLogKey, NO_TRUST } from './trust.ts';
import type { Trust } from './trust.ts';
import type { ByWhom, PackageVerdict } from './verdict.ts';

export interface VerifyOptions {
  /** Told how many bytes of members have been read. */
  readonly onProgress?: ((bytes: number) => void) | undefined;
  /** Reads captures anew, so that readings are held against them. */
  readonly reread?: Reread | undefined;
}

/**
 * Judges a WACZ package, ours or of others, by itself alone: no home, no network, nothing trusted that `trust` does not name. It may be hostile: time is linear in its length, memory does not
 * depend on it but for some hundred bytes a record. Never throws for what is in it; `input-unreadable` where the source itself cannot be read.
 *
 * @example
 * const verdict = await verifyPackage(memorySource(bytes), { ...NO_TRUST, keys: [fingerprint] });
 * verdict.whole; // everything inside agrees; verdict.checks says what was found, by name and place
 */
export async function verifyPackage(
  source: ByteSource,
  trust: Trust = NO_TRUST,
  { onProgress, reread }: VerifyOptions = {},
): Promise<PackageVerdict> {
  const findings = new Findings();
  const members = await openContainer(source, findings);
  if (members === undefined) return verdictOf(findings, trust, { key: null, domain: null, log: null }, []);
  const manifest = await readManifest(members, findings);
  const own = manifest?.software.startsWith('Dualwatch/') === true || members.has(MEMBERS.package);
  if (own) await checkOwnContainer(members, findings);
  const book = await readMembers(members, own, findings, onProgress);
  if (manifest !== undefined) checkManifest(members, manifest, findings);
  await checkIndex(members, book, own, findings);
  const { byWhom, stamps } = own
    ? await judgeOwn(members, manifest, book, { trust, reread }, findings)
    : await judgeOthers(members, manifest, book, trust, findings);
  if (manifest !== undefined) checkCreated(book, manifest, findings);
  if (!findings.failed('times') && manifest?.created !== undefined) findings.note('times', 'pass');
  return verdictOf(findings, trust, byWhom, stamps);
}

interface Judged {
  readonly byWhom: ByWhom;
  readonly stamps: readonly Stamp[];
}

async function judgeOwn(
  members: PackageMembers,
  manifest: Manifest | undefined,
  book: RecordBook,
  { trust, reread }: { readonly trust: Trust; readonly reread: Reread | undefined },
  findings: Findings,
): Promise<Judged> {
  checkOwnMembers(members, manifest, findings);
  const signed = manifest === undefined ? undefined : (await checkDigest(members, manifest, true, findings)).signer;
  const signer = holding(signed, findings);
  const keyTrusted = judgeKey(signer, trust, findings);
  const { log, stamps } = await checkOwn(members, manifest, book, { trust, signer, keyTrusted, reread }, findings);
  return { stamps, byWhom: { key: signer === undefined ? null : { fingerprint: signer, trusted: keyTrusted }, domain: null, log } };
}

async function judgeOthers(
  members: PackageMembers,
  manifest: Manifest | undefined,
  book: RecordBook,
  trust: Trust,
  findings: Findings,
): Promise<Judged> {
  checkForeignMembers(members, manifest, findings);
  await checkPages(members, book, false, findings);
  if (manifest === undefined) return { byWhom: { key: null, domain: null, log: null }, stamps: [] };
  const digest = await checkDigest(members, manifest, false, findings);
  const signed = digest.domainSigned;
  const at = new Date(String(signed?.['created']));
  const domain = signed === undefined ? undefined : checkDomainSignature(signed, Number.isNaN(at.getTime()) ? undefined : at, findings);
  const stamps =
    signed === undefined || domain === undefined ? [] : checkDomainStamp(signed, domain.stamped, MEMBERS.digest, trust, findings);
  if (signed !== undefined) checkSigned(signed, stamps, findings);
  const signer = holding(domain?.signer ?? digest.signer, findings);
  const trusted = judgeKey(signer, trust, findings);
  for (const name of ['log', 'log-key', 'captures', 'notices'] as const)
    findings.note(name, 'absent', 'a package of others has no log of ours');
  if (trust.checkpoint !== undefined)
    findings.fail('checkpoint', 'the package', 'it has no log that could be held against the checkpoint you gave');
  return {
    stamps,
    byWhom: {
      key: signer === undefined ? null : { fingerprint: signer, trusted },
      domain: holding(domain?.domain, findings) ?? null,
      log: null,
    },
  };
}

/** Who signed, where the signature is of this package: one that was taken from another, or from before it was altered, says nothing of who made it. */
function holding(signer: string | undefined, findings: Findings): string | undefined {
  return findings.failed('signature') ? undefined : signer;
}

/** Whether the signing key is one that the reader trusts. */
function judgeKey(signer: string | undefined, trust: Trust, findings: Findings): boolean {
  const fingerprints = trust.keys.filter((key) => !isLogKey(key));
  if (signer === undefined) {
    if (fingerprints.length > 0)
      findings.fail('key', MEMBERS.digest, 'no signature that holds is there; you asked for one by a key that you trust');
    else findings.note('key', 'absent');
    return false;
  }
  if (fingerprints.includes(signer)) {
    findings.note('key', 'pass', undefined, MEMBERS.digest);
    return true;
  }
  if (fingerprints.length > 0) findings.fail('key', MEMBERS.digest, `it is signed by the key ${signer}, which is none that you trust`);
  else
    findings.note(
      'key',
      'untrusted',
      `signed by the key ${signer}; compare it with what its maker told you by another way, and give it as --key`,
      MEMBERS.digest,
    );
  return false;
}

function verdictOf(findings: Findings, trust: Trust, byWhom: ByWhom, stamps: readonly Stamp[]): PackageVerdict {
  const checks = findings.checks(trust.required);
  return {
    ok: checks.every(({ status }) => status !== 'fail'),
    whole: findings.whole,
    byWhom,
    beforeWhen: stamps.map(({ size: _, where: __, ...seen }) => seen),
    checks,
  };
}
