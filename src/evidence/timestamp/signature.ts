import { constants, createPublicKey, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { childrenOf, explicitTag, malformed, partsOf, readAsn1, TAG } from './asn1.ts';
import type { Asn1 } from './asn1.ts';
import { countOf, oidOf } from './asn1-values.ts';
import { HASHES, OID } from './oids.ts';

/** Which hash and padding a signature is made with. */
export interface SignatureScheme {
  readonly kind: 'rsa' | 'rsa-pss' | 'ecdsa' | 'eddsa';
  /** Name in `node:crypto`; null for EdDSA, which hashes by itself. */
  readonly hash: string | null;
  readonly saltLength?: number;
}

const SCHEMES: ReadonlyMap<string, SignatureScheme> = new Map<string, SignatureScheme>([
  ['1.2.840.113549.1.1.5', { kind: 'rsa', hash: 'sha1' }],
  ['1.2.840.113549.1.1.11', { kind: 'rsa', hash: 'sha256' }],
  ['1.2.840.113549.1.1.12', { kind: 'rsa', hash: 'sha384' }],
  ['1.2.840.113549.1.1.13', { kind: 'rsa', hash: 'sha512' }],
  ['1.2.840.10045.4.1', { kind: 'ecdsa', hash: 'sha1' }],
  ['1.2.840.10045.4.3.2', { kind: 'ecdsa', hash: 'sha256' }],
  ['1.2.840.10045.4.3.3', { kind: 'ecdsa', hash: 'sha384' }],
  ['1.2.840.10045.4.3.4', { kind: 'ecdsa', hash: 'sha512' }],
  ['1.3.101.112', { kind: 'eddsa', hash: null }],
  ['1.3.101.113', { kind: 'eddsa', hash: null }],
]);

const MIN_RSA_BITS = 2048;

/**
 * Reads an AlgorithmIdentifier of a signature. `digest` is the hash that CMS names apart, for signatures that name the key's algorithm alone.
 * Throws `input-malformed` for one that is not known, and for SHA-1 and older, which can be forged.
 */
export function signatureScheme(identifier: Asn1 | undefined, digest?: string): SignatureScheme {
  const [algorithm, parameters] = partsOf(identifier, TAG.sequence, 'the algorithm of the signature');
  const oid = oidOf(algorithm, 'the algorithm of the signature');
  const scheme = schemeOf(oid, parameters, digest);
  if (scheme === undefined) throw malformed(`the algorithm ${oid} of the signature is not known`);
  if (scheme.hash === 'sha1') throw malformed('the signature is made with SHA-1, which can be forged');
  return scheme;
}

function schemeOf(oid: string, parameters: Asn1 | undefined, digest: string | undefined): SignatureScheme | undefined {
  if (oid === OID.rsaEncryption && digest !== undefined) return { kind: 'rsa', hash: digest };
  return oid === OID.rsaPss ? pssScheme(parameters) : SCHEMES.get(oid);
}

/** RFC 4055 §3.1. What is left out means SHA-1, which is refused. */
function pssScheme(parameters: Asn1 | undefined): SignatureScheme {
  const parts = partsOf(parameters, TAG.sequence, 'the parameters of RSASSA-PSS');
  const part = (n: number): Asn1 | undefined => {
    const holder = parts.find(({ tag }) => tag === explicitTag(n));
    return holder && childrenOf(holder)[0];
  };
  const hash = hashOf(part(0));
  const [mask, maskHash] = partsOf(part(1), TAG.sequence, 'the mask of RSASSA-PSS');
  if (oidOf(mask, 'the mask of RSASSA-PSS') !== OID.mgf1 || hashOf(maskHash) !== hash)
    throw malformed('the mask of RSASSA-PSS is made with another hash');
  const salt = part(2);
  return { kind: 'rsa-pss', hash, saltLength: salt === undefined ? 20 : countOf(salt, TAG.integer, 'the salt of RSASSA-PSS') };
}

/** The name of the hash that an AlgorithmIdentifier means. Throws `input-malformed`. */
export function hashOf(identifier: Asn1 | undefined): string {
  const [algorithm, parameters, ...more] = partsOf(identifier, TAG.sequence, 'the algorithm of a hash');
  const oid = oidOf(algorithm, 'the algorithm of a hash');
  if (more.length > 0 || (parameters !== undefined && parameters.raw.length + parameters.tag !== 2 + TAG.null))
    throw malformed(`the hash ${oid} has parameters, which it does not take`);
  const name = HASHES.get(oid);
  if (name === undefined) throw malformed(`the hash ${oid} is not known`);
  return name;
}

/** The key of a SubjectPublicKeyInfo. Throws `input-malformed` for one that cannot be read or is too weak. */
export function publicKeyOf(info: Uint8Array): KeyObject {
  const key = readKey(info);
  const bits = key.asymmetricKeyDetails?.modulusLength;
  if (bits !== undefined && bits < MIN_RSA_BITS) throw malformed(`its RSA key of ${bits} bits is too short: ${MIN_RSA_BITS} are the least`);
  return key;
}

function readKey(info: Uint8Array): KeyObject {
  readAsn1(info);
  try {
    return createPublicKey({ key: Buffer.from(info), format: 'der', type: 'spki' });
  } catch {
    throw malformed('its public key cannot be read');
  }
}

/** Whether the signature holds. A key of another kind than the scheme's holds nothing. */
export function signatureHolds(scheme: SignatureScheme, key: KeyObject, signed: Uint8Array, signature: Uint8Array): boolean {
  if (!fits(scheme, key)) return false;
  try {
    return verify(scheme.hash, signed, { key, ...padding(scheme) }, signature);
  } catch {
    return false;
  }
}

function fits({ kind }: SignatureScheme, { asymmetricKeyType: type }: KeyObject): boolean {
  if (kind === 'ecdsa') return type === 'ec';
  if (kind === 'eddsa') return type === 'ed25519' || type === 'ed448';
  return type === 'rsa' || (kind === 'rsa-pss' && type === 'rsa-pss');
}

function padding({ kind, saltLength }: SignatureScheme): {
  readonly padding?: number;
  readonly saltLength?: number;
  readonly dsaEncoding?: 'der';
} {
  if (kind === 'rsa') return { padding: constants.RSA_PKCS1_PADDING };
  if (kind === 'rsa-pss') return { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: saltLength ?? 20 };
  return kind === 'ecdsa' ? { dsaEncoding: 'der' } : {};
}
