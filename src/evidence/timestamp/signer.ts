import { hash } from 'node:crypto';
import { childrenOf, expectTag, malformed, octetsOf, partsOf, readAsn1, TAG } from './asn1.ts';
import type { Asn1 } from './asn1.ts';
import { oidOf } from './asn1-values.ts';
import { extendedUses, KEY_USE, keyOf, mayUseKeyFor, readCertificate } from './certificate.ts';
import type { Certificate } from './certificate.ts';
import { OID } from './oids.ts';
import { hashOf, signatureHolds } from './signature.ts';
import type { TimestampToken, TokenSigner } from './token.ts';

/**
 * The certificate of the authority that signed the token, once its signature and all that it signed hold: content, type, the certificate's own
 * digest (ESS, RFC 5035 and RFC 2634), and the use that the certificate is for. Throws `input-malformed` with what does not.
 */
export function checkSigner(token: TimestampToken, others: readonly Certificate[]): Certificate {
  const { signer, content } = token;
  const brought = token.certificates.map(readCertificate);
  const certificate = [...brought, ...others].find((one) => isNamed(signer.by, one));
  if (certificate === undefined) throw malformed("the authority's certificate neither came along nor was given");
  const type = signer.attributes.get(OID.contentType);
  if (type === undefined || oidOf(type, 'the signed type') !== OID.tstInfo) throw malformed('the type of the content is not signed');
  if (signer.digestHash === 'sha1') throw malformed('the content is hashed with SHA-1, which can be forged');
  const digest = octetsOf(signer.attributes.get(OID.messageDigest), 'the digest of the content');
  if (Buffer.compare(digest, hash(signer.digestHash, content, 'buffer')) !== 0)
    throw malformed('the content was altered: its digest is another than the signed one');
  checkEssId(signer, certificate);
  if (!signatureHolds(signer.scheme, keyOf(certificate), signer.signed, signer.signature))
    throw malformed('the signature does not fit: the token was altered, or was signed with another key');
  checkPurpose(certificate);
  return certificate;
}

function isNamed(by: TokenSigner['by'], certificate: Certificate): boolean {
  if ('keyId' in by) {
    const extension = certificate.extensions.get(OID.subjectKeyId);
    return extension !== undefined && Buffer.compare(octetsOf(readAsn1(extension.value), 'the key id'), by.keyId) === 0;
  }
  return by.serial === certificate.serial && Buffer.compare(by.issuer, certificate.issuer) === 0;
}

/** Without it another certificate for the same key could be put in its place. Version 1 hashes with SHA-1, as RFC 2634 §5.4 has it. */
function checkEssId({ attributes }: TokenSigner, certificate: Certificate): void {
  const [v2, v1] = [attributes.get(OID.signingCertificateV2), attributes.get(OID.signingCertificate)];
  if (v2 === undefined && v1 === undefined) throw malformed('the token does not sign which certificate it is by');
  if (v2 !== undefined) checkEssDigest(v2, certificate, 'sha256');
  if (v1 !== undefined) checkEssDigest(v1, certificate, 'sha1');
}

function checkEssDigest(attribute: Asn1, certificate: Certificate, byDefault: string): void {
  const [ids] = partsOf(attribute, TAG.sequence, 'the signed certificate id');
  const [first] = partsOf(ids, TAG.sequence, 'the signed certificate id');
  const [one, two] = partsOf(first, TAG.sequence, 'the signed certificate id');
  const named = byDefault === 'sha256' && one?.tag === TAG.sequence;
  const digest = octetsOf(named ? two : one, 'the signed certificate id');
  if (Buffer.compare(digest, hash(named ? hashOf(one) : byDefault, certificate.der, 'buffer')) !== 0)
    throw malformed('the signed certificate id is of another certificate');
}

/** RFC 3161 §2.3: one extended key usage, critical, and no other purpose. */
function checkPurpose(certificate: Certificate): void {
  const uses = extendedUses(certificate);
  if (uses?.length !== 1 || uses[0] !== OID.timeStamping || certificate.extensions.get(OID.extKeyUsage)?.critical !== true)
    throw malformed('the certificate is not for time-stamping alone (extendedKeyUsage: critical, timeStamping)');
  if (!mayUseKeyFor(certificate, KEY_USE.digitalSignature) && !mayUseKeyFor(certificate, KEY_USE.nonRepudiation))
    throw malformed('the certificate is not for signing');
}

/** Addresses that a certificate names for revocation lists, and for answers and issuers (authority information access). */
export function addressesOf({ extensions }: Certificate): {
  readonly crls: readonly string[];
  readonly ocsp: readonly string[];
  readonly issuers: readonly string[];
} {
  const access = extensions.get(OID.authorityInfoAccess);
  const entries = access === undefined ? [] : partsOf(readAsn1(access.value), TAG.sequence, 'the authority information');
  const named = (method: string): readonly string[] =>
    entries.flatMap((entry) => {
      const [type, location] = childrenOf(entry);
      return oidOf(type, 'an access method') === method && location !== undefined ? uriOf(location) : [];
    });
  return {
    crls: distributionPoints(extensions.get(OID.crlDistributionPoints)?.value),
    ocsp: named(OID.adOcsp),
    issuers: named(OID.adCaIssuers),
  };
}

const URI = 0x86;

function uriOf({ tag, content }: Asn1): readonly string[] {
  const text = Buffer.from(content).toString('latin1');
  return tag === URI && /^https?:\/\//i.test(text) && URL.canParse(text) ? [text] : [];
}

/** RFC 5280 §4.2.1.13: `[0] { [0] { [6] uri … } }` in each. */
function distributionPoints(extension: Uint8Array | undefined): readonly string[] {
  if (extension === undefined) return [];
  return partsOf(readAsn1(extension), TAG.sequence, 'the distribution points').flatMap((point) => {
    const [name] = childrenOf(expectTag(point, TAG.sequence, 'a distribution point'));
    if (name?.tag !== 0xa0) return [];
    const [full] = childrenOf(name);
    return full?.tag === 0xa0 ? childrenOf(full).flatMap(uriOf) : [];
  });
}
