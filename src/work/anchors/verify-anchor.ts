import type { Anchor } from '../../model/anchor.ts';
import { readPemCertificates } from '../../evidence/timestamp/certificate.ts';
import { verifyTimestamp, type TimestampVerdict } from '../../evidence/timestamp/verify-timestamp.ts';

/** Judges a kept answer anew, from what was kept with it. `roots`: certificates (PEM) that are trusted, or null. */
export function verifyAnchor(anchor: Anchor, roots: string | null): TimestampVerdict {
  return verifyTimestamp({
    response: anchor.response,
    data: Buffer.from(anchor.checkpoint),
    chain: readPemCertificates(anchor.chain),
    roots: roots === null ? [] : readPemCertificates(roots),
    crl: anchor.crl ?? undefined,
    ocsp: anchor.ocsp ?? undefined,
  });
}
