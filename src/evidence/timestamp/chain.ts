import { DualwatchError } from '../../model/errors.ts';
import { authority, extendedUses, isSignedBy, KEY_USE, mayUseKeyFor } from './certificate.ts';
import type { Certificate } from './certificate.ts';
import { OID } from './oids.ts';

/** A path from the certificate up to one that is trusted, both included; or why there is none. */
export type Chain = { readonly path: readonly Certificate[] } | { readonly why: string };

const MAX_DEPTH = 8;
/** Signatures checked for one path: a hostile set of certificates that all fit each other ends here. */
const MAX_CHECKS = 200;

const KNOWN_CRITICAL: ReadonlySet<string> = new Set([OID.keyUsage, OID.basicConstraints, OID.extKeyUsage, OID.certificatePolicies]);

/**
 * Finds a path of certificates valid at `at` (milliseconds) from `leaf` to one of `roots`, for the purpose `use`. RFC 5280 §6.1, without policies; a
 * critical extension that is not known, name constraints among them, ends a path. Pure; at most some hundred signatures are checked.
 */
export function findChain(
  leaf: Certificate,
  pool: readonly Certificate[],
  roots: readonly Certificate[],
  at: number,
  use: string = OID.timeStamping,
): Chain {
  const trusted = new Set(roots.map(({ fingerprint }) => fingerprint));
  const candidates = [...roots, ...pool];
  let checks = 0;
  let why = `no path leads from "${leaf.name}" to a trusted certificate`;
  const extend = (path: readonly Certificate[]): readonly Certificate[] | undefined => {
    const last = path.at(-1) ?? leaf;
    const fault = faultOf(last, path.length - 1, at, use);
    if (fault !== undefined) {
      why = `"${last.name}" ${fault}`;
      return undefined;
    }
    if (trusted.has(last.fingerprint)) return path;
    if (path.length === MAX_DEPTH) return undefined;
    for (const issuer of candidates) {
      if (Buffer.compare(issuer.subject, last.issuer) !== 0 || path.some(({ fingerprint }) => fingerprint === issuer.fingerprint)) continue;
      checks += 1;
      if (checks > MAX_CHECKS) return undefined;
      if (!signs(issuer, last)) continue;
      const found = extend([...path, issuer]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const path = extend([leaf]);
  return path === undefined ? { why } : { path };
}

/** Why a certificate cannot stand at this place of a path; 0 is the leaf. */
function faultOf(certificate: Certificate, place: number, at: number, use: string): string | undefined {
  if (at < certificate.notBefore) return 'was not valid yet';
  if (at > certificate.notAfter) return 'had expired';
  for (const [oid, { critical }] of certificate.extensions)
    if (critical && !KNOWN_CRITICAL.has(oid)) return `has the critical extension ${oid}, which is not known here`;
  if (place === 0) return undefined;
  const { isAuthority, below } = authority(certificate);
  if (!isAuthority || !mayUseKeyFor(certificate, KEY_USE.keyCertSign)) return 'is no authority that may sign certificates';
  if (below < place - 1) return 'may not have so many certificates below it';
  const uses = extendedUses(certificate);
  return uses === undefined || uses.includes(use) || uses.includes(OID.anyExtendedKeyUsage) ? undefined : 'is not for this purpose';
}

function signs(issuer: Certificate, certificate: Certificate): boolean {
  try {
    return isSignedBy(certificate, issuer);
  } catch (error) {
    if (error instanceof DualwatchError) return false;
    throw error;
  }
}
