import { hash } from 'node:crypto';
import { childrenOf, explicitTag, expectTag, implicitTag, malformed, octetsOf, partsOf, readAsn1, TAG } from './asn1.ts';
import type { Asn1 } from './asn1.ts';
import { bitsOf, countOf, hexOf, oidOf, timeOf } from './asn1-values.ts';
import { der, derInteger, derNull, derOid } from './asn1-writer.ts';
import { extendedUses, isSignedBy, keyOf, readCertificate } from './certificate.ts';
import type { Certificate } from './certificate.ts';
import { OID, SHA1_OID } from './oids.ts';
import type { RevocationSource } from './revocation.ts';
import { hashOf, signatureHolds, signatureScheme } from './signature.ts';

export const MAX_OCSP_BYTES = 200_000;

/** Asks whether a certificate is revoked. RFC 6960 §4.1; SHA-1 names the issuer here, as all responders understand it, and proves nothing. */
export function makeOcspRequest(certificate: Certificate, issuer: Certificate): Uint8Array {
  const id = der(
    TAG.sequence,
    der(TAG.sequence, derOid(SHA1_OID), derNull()),
    der(TAG.octetString, hash('sha1', issuer.subject, 'buffer')),
    der(TAG.octetString, hash('sha1', keyBits(issuer), 'buffer')),
    derInteger(Buffer.from(certificate.serial, 'hex')),
  );
  return der(TAG.sequence, der(TAG.sequence, der(TAG.sequence, der(TAG.sequence, id))));
}

/** What a responder says of a certificate, its signature and its right to answer checked. RFC 6960 §4.2. Throws `input-malformed`. */
export function readOcsp(bytes: Uint8Array, certificate: Certificate, issuer: Certificate): RevocationSource {
  if (bytes.length > MAX_OCSP_BYTES) throw malformed(`it is longer than ${MAX_OCSP_BYTES} bytes`);
  const [status, holder] = partsOf(readAsn1(bytes), TAG.sequence, 'the answer');
  const code = countOf(status, TAG.enumerated, 'the status');
  if (code !== 0) throw malformed(`the responder did not answer (status ${code})`);
  const [type, response] = partsOf(childrenOf(expectTag(holder, explicitTag(0), 'the answer'))[0], TAG.sequence, 'the answer');
  if (oidOf(type, 'the type of the answer') !== OID.ocspBasic) throw malformed('the answer is of a type that is not known');
  const [data, algorithm, signature, certificates] = partsOf(readAsn1(octetsOf(response, 'the answer')), TAG.sequence, 'the answer');
  const signed = expectTag(data, TAG.sequence, 'the answer');
  const [responder, producedAt, answers] = withoutVersion(partsOf(signed, TAG.sequence, 'the answer'));
  if (responder === undefined) throw malformed('the answer does not name its responder');
  const at = timeOf(producedAt, 'the time of the answer');
  const signers = [issuer, ...delegates(certificates, issuer, at)];
  const scheme = signatureScheme(algorithm);
  if (!signers.some((one) => signatureHolds(scheme, keyOf(one), signed.raw, bitsOf(signature, 'the signature'))))
    throw malformed('its signature is neither by the issuer nor by a responder that the issuer named');
  return answerFor(answers, certificate, issuer);
}

/** ResponderID is `[1]` or `[2]`; a version `[0]` may stand before it. */
function withoutVersion(parts: readonly Asn1[]): readonly Asn1[] {
  return parts[0]?.tag === explicitTag(0) ? parts.slice(1) : parts;
}

function delegates(holder: Asn1 | undefined, issuer: Certificate, at: number): readonly Certificate[] {
  if (holder === undefined) return [];
  return partsOf(childrenOf(holder)[0], TAG.sequence, 'the certificates')
    .slice(0, 10)
    .map(({ raw }) => readCertificate(raw))
    .filter(
      (one) =>
        Buffer.compare(one.issuer, issuer.subject) === 0 &&
        one.notBefore <= at &&
        at <= one.notAfter &&
        extendedUses(one)?.includes(OID.ocspSigning) === true &&
        isSignedBy(one, issuer),
    );
}

function answerFor(answers: Asn1 | undefined, certificate: Certificate, issuer: Certificate): RevocationSource {
  for (const answer of partsOf(answers, TAG.sequence, 'the answers')) {
    const [id, status, thisUpdate, ...rest] = partsOf(answer, TAG.sequence, 'an answer');
    if (!isAbout(id, certificate, issuer)) continue;
    const next = rest.find(({ tag }) => tag === explicitTag(0));
    const times = {
      thisUpdate: timeOf(thisUpdate, 'the time of the answer'),
      nextUpdate: next === undefined ? null : timeOf(childrenOf(next)[0], 'the time of the next answer'),
    };
    if (status?.tag === implicitTag(0)) return { ...times, revoked: null };
    if (status?.tag !== explicitTag(1)) throw malformed('the responder does not know the certificate');
    const [at, reason] = childrenOf(status);
    const code = reason === undefined ? null : countOf(childrenOf(reason)[0], TAG.enumerated, 'the reason');
    return { ...times, revoked: { at: timeOf(at, 'the time of the revocation'), reason: code } };
  }
  throw malformed('it does not speak of the certificate');
}

function isAbout(id: Asn1 | undefined, certificate: Certificate, issuer: Certificate): boolean {
  const [algorithm, name, key, serial] = partsOf(id, TAG.sequence, 'the id of the certificate');
  const by = hashOf(algorithm);
  const same = (value: Asn1 | undefined, bytes: Uint8Array): boolean =>
    Buffer.compare(octetsOf(value, 'the id of the certificate'), hash(by, bytes, 'buffer')) === 0;
  return hexOf(serial, 'the serial number') === certificate.serial && same(name, issuer.subject) && same(key, keyBits(issuer));
}

/** The key itself, as OCSP hashes it. */
function keyBits(certificate: Certificate): Uint8Array {
  return bitsOf(partsOf(readAsn1(certificate.keyInfo), TAG.sequence, 'the public key')[1], 'the public key');
}
