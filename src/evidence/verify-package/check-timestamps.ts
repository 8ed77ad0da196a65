import type { Checkpoint } from '../checkpoint.ts';
import { checkpointMember, timestampMember } from '../package/layout.ts';
import { readPemCertificates } from '../timestamp/certificate.ts';
import type { Certificate } from '../timestamp/certificate.ts';
import { verifyTimestamp } from '../timestamp/verify-timestamp.ts';
import type { TimestampFacts } from '../timestamp/verify-timestamp.ts';
import type { Findings } from './findings.ts';
import type { LoggedFacts } from './logged-facts.ts';
import type { PackageMembers } from './package-members.ts';
import { beyondReach, coveredBy } from './stamp-reach.ts';
import type { Trust } from './trust.ts';
import type { BeforeWhen } from './verdict.ts';

const MAX_BYTES = 64 * 1024 * 1024;
const MAX_STAMPS = 1000;

/** A time-stamp that holds, and how much of the log it covers. */
export interface Stamp extends BeforeWhen {
  readonly size: number;
  readonly where: string;
}

/** Every time-stamp over a head of the log: what it is over, its signature, its authority, whether that was revoked, and what of the package lies beyond it. */
export async function checkStamps(
  members: PackageMembers,
  heads: ReadonlyMap<number, Checkpoint>,
  logged: LoggedFacts,
  trust: Trust,
  findings: Findings,
): Promise<readonly Stamp[]> {
  const stamps: Stamp[] = [];
  const names = members.names.filter((name) => name.startsWith('evidence/timestamp-'));
  const tokens = names.filter((name) => name.endsWith('.tsr')).slice(0, MAX_STAMPS);
  const used = new Set<string>();
  for (const where of tokens) {
    const [size = 0, n = 0] = (/-(\d+)-(\d+)\.tsr$/.exec(where) ?? []).slice(1).map(Number);
    const head = heads.get(size);
    const kinds = ['tsr', 'chain.pem', 'crl', 'ocsp'] as const;
    for (const kind of kinds) used.add(timestampMember(size, n, kind));
    if (head === undefined) {
      findings.fail('timestamp', where, `it is over a checkpoint of ${size} entries, which is not in the package or does not hold`);
      continue;
    }
    try {
      const [response, pem, crl, ocsp] = await Promise.all(kinds.map((kind) => members.read(timestampMember(size, n, kind), MAX_BYTES)));
      const chain = pem === undefined ? [] : readPemCertificates(pem.toString('utf8'));
      const facts = judge(
        { response: response ?? Buffer.alloc(0), data: Buffer.from(head.text), chain, crl, ocsp },
        where,
        trust,
        findings,
      );
      if (facts !== undefined) stamps.push({ ...facts, covers: coveredBy(size, logged), size, where });
    } catch (error) {
      findings.fail('timestamp', where, error instanceof Error ? error.message : String(error));
    }
  }
  for (const name of names) if (!used.has(name)) findings.fail('timestamp', name, 'it belongs to no time-stamp');
  for (const size of heads.keys()) {
    if (members.has(checkpointMember(size)) && !tokens.some((name) => name.startsWith(`evidence/timestamp-${size}-`)))
      findings.fail('timestamp', checkpointMember(size), 'no time-stamp is over it');
  }
  noteStamps(stamps, findings);
  noteReach(stamps, logged, findings);
  return stamps;
}

/**
 * What was logged after the last head that was stamped is under no time-stamp: the check is `untrusted` where an authority saw it that the reader did not name, and
 * `absent` where none did. It is no `fail`: a home makes captures between two stamps every day.
 */
function noteReach(stamps: readonly Stamp[], logged: LoggedFacts, findings: Findings): void {
  const reach = (list: readonly Stamp[]): number => Math.max(0, ...list.map(({ size }) => size));
  const trusted = stamps.filter((stamp) => stamp.trusted);
  const judged = trusted.length > 0 ? trusted : stamps;
  const beyond = beyondReach(reach(judged), logged);
  if (judged.length === 0 || beyond === null) return;
  const seen = trusted.length > 0 && beyondReach(reach(stamps), logged) === null;
  const upTo = judged.map(({ at, authority, size }) => `${at} by ${authority}, of the first ${size} entries of the log`).join('; ');
  const unnamed = trusted.length === 0 ? ': no authority that you named (--tsa-ca)' : '';
  findings.note(
    'timestamp',
    seen ? 'untrusted' : 'absent',
    `${upTo}${unnamed}. ${seen ? 'Only authorities that you did not name (--tsa-ca) saw' : 'No authority saw'} what was logged later: ${beyond}`,
  );
}

/** The time-stamp of a domain-signed package, over its signature. */
export function checkDomainStamp(
  signed: { readonly [key: string]: unknown },
  stamped: Buffer,
  where: string,
  trust: Trust,
  findings: Findings,
): readonly Stamp[] {
  if (typeof signed['timeSignature'] !== 'string') {
    findings.note('timestamp', 'absent', 'nobody stamped it');
    return [];
  }
  try {
    const chain = typeof signed['timestampCert'] === 'string' ? readPemCertificates(signed['timestampCert']) : [];
    const facts = judge({ response: Buffer.from(signed['timeSignature'], 'base64'), data: stamped, chain }, where, trust, findings);
    const stamps = facts === undefined ? [] : [{ ...facts, size: 0, where }];
    noteStamps(stamps, findings);
    return stamps;
  } catch (error) {
    findings.fail('timestamp', where, error instanceof Error ? error.message : String(error));
    return [];
  }
}

interface Given {
  readonly response: Buffer;
  readonly data: Buffer;
  readonly chain: readonly Certificate[];
  readonly crl?: Buffer | undefined;
  readonly ocsp?: Buffer | undefined;
}

function judge(given: Given, where: string, trust: Trust, findings: Findings): BeforeWhen | undefined {
  const verdict = verifyTimestamp({ ...given, roots: trust.authorities });
  if (verdict.status === 'fail') {
    const revoked = verdict.facts?.revocation === 'revoked';
    findings.fail(revoked ? 'revocation' : 'timestamp', where, verdict.why);
    return undefined;
  }
  return beforeWhen(verdict, verdict.status === 'pass');
}

function beforeWhen({ at, authority, fingerprint, revocation }: TimestampFacts, trusted: boolean): BeforeWhen {
  return { at, authority, fingerprint, trusted, revocation, covers: null };
}

/** One authority that is trusted is enough; one whose revocation cannot be told is said to be so. */
function noteStamps(stamps: readonly Stamp[], findings: Findings): void {
  const trusted = stamps.filter((stamp) => stamp.trusted);
  if (stamps.length === 0) findings.note('timestamp', 'absent', 'no authority saw it');
  else if (trusted.length > 0) findings.note('timestamp', 'pass', trusted.map(({ at, authority }) => `${at} by ${authority}`).join('; '));
  else
    findings.note(
      'timestamp',
      'untrusted',
      `${stamps.map(({ at, authority }) => `${at} by ${authority}`).join('; ')}: no authority that you named (--tsa-ca)`,
    );
  const judged = trusted.length > 0 ? trusted : stamps;
  const unknown = judged.filter(({ revocation }) => revocation === 'absent');
  if (judged.length === 0) findings.note('revocation', 'absent');
  else if (unknown.length > 0)
    findings.note(
      'revocation',
      'absent',
      `no list or answer of the time was kept that tells it of ${unknown.map(({ authority }) => authority).join('; ')}`,
    );
  else findings.note('revocation', 'pass');
}
