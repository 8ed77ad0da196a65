import { createPublicKey, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { sha256 } from '../../model/digest.ts';
import { AUTH_VERSION, MEMBERS } from '../package/layout.ts';
import { jsonDocument } from '../package/datapackage.ts';
import { hasLowS } from '../package/package-key.ts';
import { strictBase64 } from '../strict-base64.ts';
import type { Findings } from './findings.ts';
import { stringOf } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import type { PackageMembers } from './package-members.ts';
import { isObject, strictObject, strictText } from './strict-json.ts';

const MAX_BYTES = 1024 * 1024;
const OWN_KEYS = 'created,hash,publicKey,signature,software,version';

/** What datapackage-digest.json says that must be judged further. */
export interface SignedDigest {
  /** SHA-256 of the signing key, where its signature holds. */
  readonly signer: string | undefined;
  /** The signed members, where a domain signed. */
  readonly domainSigned: { readonly [key: string]: unknown } | undefined;
}

const NOBODY: SignedDigest = { signer: undefined, domainSigned: undefined };

/** `datapackage-digest.json`: the digest of datapackage.json and who signed it. https://specs.webrecorder.net/wacz-auth/0.1.0/ */
export async function checkDigest(members: PackageMembers, manifest: Manifest, own: boolean, findings: Findings): Promise<SignedDigest> {
  const where = MEMBERS.digest;
  try {
    const bytes = await members.read(where, MAX_BYTES);
    if (bytes === undefined) {
      if (own) findings.fail('digest', where, 'it is missing: every package of ours has one');
      return NOBODY;
    }
    const text = strictText(bytes);
    const json = strictObject(text);
    const expected = `sha256:${sha256(manifest.text)}`;
    if (json['path'] !== MEMBERS.datapackage) findings.fail('digest', where, `its path is not ${MEMBERS.datapackage}`);
    if (json['hash'] !== expected)
      findings.fail(
        'digest',
        alteredOf(json),
        `SHA-256 of datapackage.json is ${expected.slice(7)}, not ${String(json['hash']).slice(0, 80)}`,
      );
    if (own && jsonDocument(json) !== text) findings.fail('digest', where, 'its JSON is not of the one form that ours have');
    if (own && Object.keys(json).toSorted().join() !== 'hash,path,signedData')
      findings.fail('digest', where, 'it has other members than ours have');
    if (!findings.failed('digest')) findings.note('digest', 'pass');
    const signed = json['signedData'];
    if (signed === undefined && !own) {
      findings.note('signature', 'absent', 'nobody signed it');
      return NOBODY;
    }
    if (!isObject(signed)) {
      findings.fail('signature', where, 'it has no signed data');
      return NOBODY;
    }
    if (signed['hash'] !== expected) findings.fail('signature', where, 'what was signed is not the SHA-256 of datapackage.json');
    if (own) checkOwnForm(signed, manifest, findings);
    if (signed['domain'] !== undefined && !own) return { signer: undefined, domainSigned: signed };
    return { signer: checkKeySignature(signed, own, findings), domainSigned: undefined };
  } catch (error) {
    findings.fail('digest', where, error instanceof Error ? error.message : String(error));
    return NOBODY;
  }
}

/** Of two files that do not fit, the altered one: where a signature holds over the digest, it is not the digest. */
function alteredOf(json: { readonly [key: string]: unknown }): string {
  const signed = json['signedData'];
  const vouched = isObject(signed) && signed['hash'] === json['hash'] && keyOf(signed) !== undefined && signatureFits(signed);
  return vouched ? MEMBERS.datapackage : MEMBERS.digest;
}

/** `created`, `software` and `version` are not signed by themselves: they must repeat what is. */
function checkOwnForm(signed: { readonly [key: string]: unknown }, manifest: Manifest, findings: Findings): void {
  const fail = (why: string): void => findings.fail('signature', MEMBERS.digest, why);
  if (Object.keys(signed).toSorted().join() !== OWN_KEYS) fail('its signed data have other members than ours have');
  if (signed['created'] !== manifest.created) fail('it was signed at another time than datapackage.json says');
  if (signed['software'] !== manifest.software) fail('it was signed by other software than datapackage.json says');
  if (signed['version'] !== AUTH_VERSION) fail(`its version is not ${AUTH_VERSION}`);
}

/** Checks the signature by the key that stands beside it. Returns the fingerprint where it holds. */
function checkKeySignature(signed: { readonly [key: string]: unknown }, own: boolean, findings: Findings): string | undefined {
  const fail = (why: string): undefined => findings.fail('signature', MEMBERS.digest, why);
  const der = keyOf(signed);
  const signature = strictBase64(stringOf(signed['signature']) ?? '');
  if (der === undefined) return fail('its public key is no P-384 key in base 64');
  if (signature === undefined) return fail('its signature is no base 64');
  // Another point of the curve, or the other half of s, would be a second valid signature of the same content.
  if (own && !hasLowS(signature)) return fail('its signature is not of the one form that ours have (96 bytes, s in the lower half)');
  if (!signatureFits(signed)) return fail('the signature does not fit: signature, key or content was altered');
  if (!findings.failed('signature')) findings.note('signature', 'pass');
  return sha256(der);
}

function signatureFits(signed: { readonly [key: string]: unknown }): boolean {
  const key = p384Key(keyOf(signed) ?? Buffer.alloc(0));
  const signature = strictBase64(stringOf(signed['signature']) ?? '');
  const text = Buffer.from(stringOf(signed['hash']) ?? '');
  return key !== undefined && signature !== undefined && verify('sha256', text, { key, dsaEncoding: 'ieee-p1363' }, signature);
}

/** The public key in DER, where it is one of ours. */
function keyOf(signed: { readonly [key: string]: unknown }): Buffer | undefined {
  const der = strictBase64(stringOf(signed['publicKey']) ?? '');
  return der === undefined || p384Key(der) === undefined ? undefined : der;
}

/** Undefined for anything but the one encoding of an uncompressed point of P-384. */
function p384Key(der: Buffer): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return key.asymmetricKeyDetails?.namedCurve === 'secp384r1' && key.export({ format: 'der', type: 'spki' }).equals(der)
      ? key
      : undefined;
  } catch {
    return undefined;
  }
}
