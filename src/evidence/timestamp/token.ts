import { childrenOf, explicitTag, expectTag, implicitTag, malformed, octetsOf, partsOf, TAG } from './asn1.ts';
import type { Asn1 } from './asn1.ts';
import { countOf, hexOf, oidOf } from './asn1-values.ts';
import { OID } from './oids.ts';
import { hashOf, signatureScheme } from './signature.ts';
import type { SignatureScheme } from './signature.ts';
import { readTstInfo } from './tst-info.ts';
import type { TstInfo } from './tst-info.ts';

/** A token as it is encoded: nothing is checked but its form. RFC 5652 §5, RFC 3161 §2.4.2. */
export interface TimestampToken {
  readonly info: TstInfo;
  /** The signed content, as it was hashed. */
  readonly content: Uint8Array;
  /** DER of the certificates that came along. */
  readonly certificates: readonly Uint8Array[];
  readonly signer: TokenSigner;
}

export interface TokenSigner {
  readonly by: { readonly issuer: Uint8Array; readonly serial: string } | { readonly keyId: Uint8Array };
  readonly digestHash: string;
  /** The signed attributes as they were signed: as a SET, whatever tag they have in the token. RFC 5652 §5.4. */
  readonly signed: Uint8Array;
  /** Values of the signed attributes by identifier. */
  readonly attributes: ReadonlyMap<string, Asn1>;
  readonly scheme: SignatureScheme;
  readonly signature: Uint8Array;
}

const MAX_CERTIFICATES = 50;

/** Reads a ContentInfo with a time-stamp. Throws `input-malformed`. */
export function readToken(contentInfo: Asn1): TimestampToken {
  const [type, wrapped] = partsOf(contentInfo, TAG.sequence, 'the token');
  if (oidOf(type, 'the type of the token') !== OID.signedData) throw malformed('the token is not signed data');
  const [version, digests, encapsulated, ...rest] = partsOf(
    childrenOf(expectTag(wrapped, explicitTag(0), 'the token'))[0],
    TAG.sequence,
    'the token',
  );
  const number = countOf(version, TAG.integer, 'the version of the token');
  if (number < 3 || number > 5) throw malformed(`the token has the version ${number}, which no time-stamp has`);
  const [contentType, holder] = partsOf(encapsulated, TAG.sequence, 'the signed content');
  if (oidOf(contentType, 'the type of the signed content') !== OID.tstInfo) throw malformed('the signed content is no time-stamp');
  const content = octetsOf(childrenOf(expectTag(holder, explicitTag(0), 'the signed content'))[0], 'the signed content');
  const certificates = rest.find(({ tag }) => tag === explicitTag(0));
  const signers = partsOf(
    rest.find(({ tag }) => tag === TAG.set),
    TAG.set,
    'the signers',
  );
  const [signer] = signers;
  // RFC 3161 §2.4.2: no signature but the authority's.
  if (signer === undefined || signers.length > 1) throw malformed(`it has ${signers.length} signatures; a time-stamp has one`);
  const read = readSigner(signer);
  if (!partsOf(digests, TAG.set, 'the list of hashes').some((one) => hashOf(one) === read.digestHash))
    throw malformed('the list of hashes leaves out that of the signature');
  return {
    info: readTstInfo(content),
    content,
    certificates: certificates === undefined ? [] : certificatesOf(certificates),
    signer: read,
  };
}

function certificatesOf(set: Asn1): readonly Uint8Array[] {
  const certificates = childrenOf(set)
    .filter(({ tag }) => tag === TAG.sequence)
    .map(({ raw }) => raw);
  if (certificates.length > MAX_CERTIFICATES) throw malformed(`it brings more than ${MAX_CERTIFICATES} certificates`);
  return certificates;
}

function readSigner(info: Asn1): TokenSigner {
  const [version, sid, digestAlgorithm, attributes, algorithm, signature] = partsOf(info, TAG.sequence, 'the signature');
  const by = signerId(sid);
  // RFC 5652 §5.3.
  if (countOf(version, TAG.integer, 'the version of the signature') !== ('keyId' in by ? 3 : 1))
    throw malformed('the version of the signature does not go with the name of its signer');
  const digestHash = hashOf(digestAlgorithm);
  const signed = Buffer.from(expectTag(attributes, explicitTag(0), 'the set of signed attributes').raw);
  signed[0] = TAG.set;
  return {
    by,
    digestHash,
    signed,
    attributes: attributesOf(childrenOf(expectTag(attributes, explicitTag(0), 'the set of signed attributes'))),
    scheme: signatureScheme(algorithm, digestHash),
    signature: octetsOf(signature, 'the signature'),
  };
}

function signerId(sid: Asn1 | undefined): TokenSigner['by'] {
  if (sid?.tag === implicitTag(0)) return { keyId: sid.content };
  const [issuer, serial] = partsOf(sid, TAG.sequence, 'the name of the signer');
  return { issuer: expectTag(issuer, TAG.sequence, 'the issuer').raw, serial: hexOf(serial, 'the serial number') };
}

/** One value for each: an attribute that is there twice, or has two values, is refused. */
function attributesOf(list: readonly Asn1[]): ReadonlyMap<string, Asn1> {
  const attributes = new Map<string, Asn1>();
  for (const item of list) {
    const [type, values] = partsOf(item, TAG.sequence, 'a signed attribute');
    const oid = oidOf(type, 'a signed attribute');
    const [value, ...more] = partsOf(values, TAG.set, 'a signed attribute');
    if (value === undefined || more.length > 0 || attributes.has(oid))
      throw malformed(`the signed attribute ${oid} is not there just once`);
    attributes.set(oid, value);
  }
  return attributes;
}
