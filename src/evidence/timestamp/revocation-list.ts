import { explicitTag, expectTag, malformed, partsOf, readAsn1, TAG } from './asn1.ts';
import type { Asn1 } from './asn1.ts';
import { bitsOf, countOf, hexOf, timeOf } from './asn1-values.ts';
import { KEY_USE, keyOf, mayUseKeyFor, readExtensions } from './certificate.ts';
import type { Certificate, Extension } from './certificate.ts';
import { OID } from './oids.ts';
import type { RevocationSource } from './revocation.ts';
import { signatureHolds, signatureScheme } from './signature.ts';

export const MAX_CRL_BYTES = 20_000_000;

/** What a revocation list says of a certificate, its signature checked. RFC 5280 §5. Throws `input-malformed`. */
export function readCrl(bytes: Uint8Array, certificate: Certificate, issuer: Certificate): RevocationSource {
  if (bytes.length > MAX_CRL_BYTES) throw malformed(`it is longer than ${MAX_CRL_BYTES} bytes`);
  const [tbs, algorithm, signature] = partsOf(readAsn1(bytes), TAG.sequence, 'the revocation list');
  const parts = [...partsOf(tbs, TAG.sequence, 'the revocation list')];
  if (parts[0]?.tag === TAG.integer) parts.shift();
  const [, name, thisUpdate, ...rest] = parts;
  if (Buffer.compare(expectTag(name, TAG.sequence, 'the issuer').raw, certificate.issuer) !== 0)
    throw malformed("it is by another authority than the certificate's issuer");
  if (!mayUseKeyFor(issuer, KEY_USE.crlSign)) throw malformed('the issuer may not sign revocation lists');
  const signed = expectTag(tbs, TAG.sequence, 'the revocation list').raw;
  if (!signatureHolds(signatureScheme(algorithm), keyOf(issuer), signed, bitsOf(signature, 'the signature')))
    throw malformed('its signature does not fit');
  const nextUpdate = rest.find(({ tag }) => tag === TAG.utcTime || tag === TAG.generalizedTime);
  const extensions = rest.find(({ tag }) => tag === explicitTag(0));
  if (extensions !== undefined) refuseParts(readExtensions(partsOf(extensions, explicitTag(0), 'the extensions')[0]));
  return {
    thisUpdate: timeOf(thisUpdate, 'the time of the list'),
    nextUpdate: nextUpdate === undefined ? null : timeOf(nextUpdate, 'the time of the next list'),
    revoked: revokedIn(
      rest.find(({ tag }) => tag === TAG.sequence),
      certificate.serial,
    ),
  };
}

/** A list that speaks of a part of the certificates, or of changes only, says nothing about the others. */
function refuseParts(extensions: ReadonlyMap<string, Extension>): void {
  for (const [oid, { critical, value }] of extensions) {
    if (!critical) continue;
    if (oid !== OID.issuingDistributionPoint) throw malformed(`it has the critical extension ${oid}, which is not known here`);
    // [0] where it is found and [1] "certificates of users only" leave it whole for the certificate of an authority for time-stamps.
    if (partsOf(readAsn1(value), TAG.sequence, 'the scope of the list').some(({ tag }) => tag !== 0xa0 && tag !== 0x81))
      throw malformed('it speaks of a part of the certificates only');
  }
}

function revokedIn(list: Asn1 | undefined, serial: string): RevocationSource['revoked'] {
  if (list === undefined) return null;
  for (const entry of partsOf(list, TAG.sequence, 'the list')) {
    const [number, at, extensions] = partsOf(entry, TAG.sequence, 'an entry of the list');
    if (hexOf(number, 'a serial number') !== serial) continue;
    const reason = extensions === undefined ? undefined : readExtensions(extensions).get(OID.crlReason);
    return {
      at: timeOf(at, 'the time of the revocation'),
      reason: reason === undefined ? null : countOf(readAsn1(reason.value), TAG.enumerated, 'the reason'),
    };
  }
  return null;
}
