import { malformed, partsOf, childrenOf, explicitTag, readAsn1, TAG } from './asn1.ts';
import { oidOf } from './asn1-values.ts';
import { readCertificate, readPemCertificates } from './certificate.ts';
import type { Certificate } from './certificate.ts';
import { findChain } from './chain.ts';
import { OID } from './oids.ts';
import { readTimestampResponse } from './response.ts';
import { checkSigner } from './signer.ts';

/**
 * Certificates from the authority's own upwards, as far as they are known: those that came along, and `others`. Throws `input-malformed` for an answer
 * that {@link verifyTimestamp} fails.
 */
export function signerPath(response: Uint8Array, others: readonly Certificate[]): readonly Certificate[] {
  const read = readTimestampResponse(response);
  if (!read.granted) throw malformed(read.why);
  const pool = [...read.token.certificates.map(readCertificate), ...others];
  const path = [checkSigner(read.token, others)];
  for (;;) {
    const last = path.at(-1);
    // Each step is a path of two, so that signature and rights are checked as ever.
    const next = last && pool.find((one) => !path.includes(one) && isAbove(one, last, read.token.info.at));
    if (next === undefined || path.length > MAX_LENGTH) return path;
    path.push(next);
  }
}

const MAX_LENGTH = 8;

function isAbove(issuer: Certificate, certificate: Certificate, at: number): boolean {
  if (Buffer.compare(issuer.subject, certificate.issuer) !== 0 || issuer.fingerprint === certificate.fingerprint) return false;
  const chain = findChain(certificate, [], [issuer], at);
  return 'path' in chain && chain.path.length === 2;
}

/** Whether nobody stands above it. */
export function isRoot({ issuer, subject }: Certificate): boolean {
  return Buffer.compare(issuer, subject) === 0;
}

/** Certificates as authorities offer them for download: one in DER, a PEM file, or PKCS #7 without signatures. Throws `input-malformed`. */
export function readCertificateFile(bytes: Uint8Array): readonly Certificate[] {
  const text = Buffer.from(bytes).toString('latin1');
  if (text.includes('-----BEGIN CERTIFICATE-----')) return readPemCertificates(text);
  const [first, second] = partsOf(readAsn1(bytes), TAG.sequence, 'the file');
  if (first?.tag !== TAG.oid) return [readCertificate(bytes)];
  if (second === undefined || oidOf(first, 'the type of the file') !== OID.signedData) throw malformed('the file holds no certificates');
  const held = childrenOf(childrenOf(second)[0] ?? second).find(({ tag }) => tag === explicitTag(0));
  return held === undefined
    ? []
    : childrenOf(held)
        .slice(0, MAX_LENGTH)
        .map(({ raw }) => readCertificate(raw));
}
