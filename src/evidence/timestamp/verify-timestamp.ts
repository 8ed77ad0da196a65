import { hash } from 'node:crypto';
import type { Digest } from '../../model/digest.ts';
import { DualwatchError } from '../../model/errors.ts';
import { withoutZeros } from './asn1-values.ts';
import { readCertificate } from './certificate.ts';
import type { Certificate } from './certificate.ts';
import { findChain } from './chain.ts';
import { readTimestampResponse } from './response.ts';
import { judgeRevocation } from './revocation.ts';
import { checkSigner } from './signer.ts';
import type { TimestampToken } from './token.ts';

export interface TimestampToVerify {
  /** TimeStampResp of RFC 3161, or the token alone. */
  readonly response: Uint8Array;
  /** What was stamped, the bytes themselves. */
  readonly data: Uint8Array;
  /** The nonce of the request, where it is at hand. */
  readonly nonce?: Uint8Array | undefined;
  /** Certificates between the authority's own and the root, beside those that the answer brings. */
  readonly chain?: readonly Certificate[] | undefined;
  /** Certificates that the reader trusts. Without them an answer is `untrusted` at best. */
  readonly roots?: readonly Certificate[] | undefined;
  /** Revocation list, and OCSP answer, that were kept with the stamp. */
  readonly crl?: Uint8Array | undefined;
  readonly ocsp?: Uint8Array | undefined;
}

export interface TimestampFacts {
  /** When the authority says that it stamped, ISO 8601 in UTC. */
  readonly at: string;
  readonly accuracyMs: number | null;
  readonly serial: string;
  readonly policy: string;
  /** Name of the authority, from its certificate. */
  readonly authority: string;
  /** SHA-256 of the authority's certificate. */
  readonly fingerprint: Digest;
  /** SHA-256 of the trusted certificate that the path ends in; null where none does. */
  readonly root: Digest | null;
  /** End of the validity of the authority's certificate, ISO 8601. */
  readonly validUntil: string;
  readonly revocation: 'good' | 'revoked' | 'absent';
}

/**
 * `pass`: the data were there at that time, says an authority that the reader trusts. `untrusted`: everything agrees, but the authority is nobody
 * that the reader named. `fail`: the answer is not about these data, was altered, or is by a certificate that may not stamp.
 */
export type TimestampVerdict =
  | ({ readonly status: 'pass' | 'untrusted'; readonly why?: string } & TimestampFacts)
  | { readonly status: 'fail'; readonly why: string; readonly facts?: TimestampFacts };

/**
 * Judges an answer of a time-stamping authority. RFC 3161 §2.4.2 and its requirements on who reads an answer; a pure function of its arguments.
 * SHA-1 is refused as imprint, digest and signature, and RSA keys below 2048 bits. Never throws for what comes from outside.
 */
export function verifyTimestamp(given: TimestampToVerify): TimestampVerdict {
  try {
    const response = readTimestampResponse(given.response);
    if (!response.granted) return { status: 'fail', why: response.why };
    const { token } = response;
    const wrong = wrongAbout(token, given);
    if (wrong !== undefined) return { status: 'fail', why: wrong };
    const signer = checkSigner(token, given.chain ?? []);
    return judgeTrust(token, signer, given);
  } catch (error) {
    if (error instanceof DualwatchError) return { status: 'fail', why: error.message };
    throw error;
  }
}

function wrongAbout({ info }: TimestampToken, { data, nonce }: TimestampToVerify): string | undefined {
  if (info.hash === 'sha1') return 'the data are stamped by their SHA-1, which can be forged';
  if (Buffer.compare(info.imprint, hash(info.hash, data, 'buffer')) !== 0) return 'the stamp is of other data';
  if (nonce !== undefined && info.nonce !== withoutZeros(nonce)) return 'the answer is to another request: its nonce differs';
  return undefined;
}

function judgeTrust(token: TimestampToken, signer: Certificate, given: TimestampToVerify): TimestampVerdict {
  const { info } = token;
  const pool = [...token.certificates.map(readCertificate), ...(given.chain ?? [])];
  const chain = findChain(signer, pool, given.roots ?? [], info.at);
  // Without a trusted root the issuer that came along still tells whether the stamp was revoked.
  const known = 'path' in chain ? chain : findChain(signer, pool, pool.filter(isSelfNamed), info.at);
  const issuer = 'path' in known ? known.path[1] : undefined;
  const revocation =
    issuer === undefined
      ? { state: 'absent' as const, why: "the issuer's certificate is not at hand" }
      : judgeRevocation(signer, issuer, given, info.at);
  const facts: TimestampFacts = {
    at: new Date(info.at).toISOString(),
    accuracyMs: info.accuracyMs,
    serial: info.serial,
    policy: info.policy,
    authority: signer.name,
    fingerprint: signer.fingerprint,
    root: 'path' in chain ? (chain.path.at(-1)?.fingerprint ?? null) : null,
    validUntil: new Date(signer.notAfter).toISOString(),
    revocation: revocation.state,
  };
  if (info.at < signer.notBefore || info.at > signer.notAfter)
    return { status: 'fail', why: `the certificate of ${signer.name} was not valid at the time of the stamp`, facts };
  if (revocation.state === 'revoked')
    return { status: 'fail', why: `the certificate of ${signer.name} was revoked, ${revocation.why}`, facts };
  if ('why' in chain)
    return {
      status: 'untrusted',
      why: given.roots === undefined || given.roots.length === 0 ? 'no trusted authority was given' : chain.why,
      ...facts,
    };
  return { status: 'pass', ...facts };
}

function isSelfNamed({ issuer, subject }: Certificate): boolean {
  return Buffer.compare(issuer, subject) === 0;
}
