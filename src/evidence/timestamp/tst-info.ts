import { explicitTag, expectTag, implicitTag, malformed, octetsOf, partsOf, readAsn1, TAG } from './asn1.ts';
import type { Asn1 } from './asn1.ts';
import { countOf, hexOf, isTrue, oidOf, timeOf } from './asn1-values.ts';
import { hashOf } from './signature.ts';

/** What an authority signs. RFC 3161 §2.4.2. */
export interface TstInfo {
  readonly policy: string;
  /** Name of the hash in `node:crypto`. */
  readonly hash: string;
  readonly imprint: Uint8Array;
  /** Hexadecimal digits. */
  readonly serial: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** How far off `at` may be, in milliseconds; null where the authority says nothing. */
  readonly accuracyMs: number | null;
  readonly ordering: boolean;
  readonly nonce: string | null;
}

/** Throws `input-malformed`, also for critical extensions: none are known. */
export function readTstInfo(bytes: Uint8Array): TstInfo {
  const [version, policy, imprint, serial, at, ...rest] = partsOf(readAsn1(bytes), TAG.sequence, 'the signed content');
  if (countOf(version, TAG.integer, 'the version') !== 1) throw malformed('the signed content is of another version than 1');
  const [algorithm, digest] = partsOf(imprint, TAG.sequence, 'the imprint');
  const optional = (tag: number): Asn1 | undefined => rest.find((part) => part.tag === tag);
  const [accuracy, ordering, nonce, extensions] = [
    optional(TAG.sequence),
    optional(TAG.boolean),
    optional(TAG.integer),
    optional(explicitTag(1)),
  ];
  if (extensions !== undefined) refuseCritical(extensions);
  return {
    policy: oidOf(policy, 'the policy'),
    hash: hashOf(algorithm),
    imprint: octetsOf(digest, 'the imprint'),
    serial: hexOf(serial, 'the serial number'),
    at: timeOf(expectTag(at, TAG.generalizedTime, 'the time'), 'the time'),
    accuracyMs: accuracy === undefined ? null : accuracyOf(accuracy),
    ordering: ordering !== undefined && isTrue(ordering),
    nonce: nonce === undefined ? null : hexOf(nonce, 'the nonce'),
  };
}

function accuracyOf(accuracy: Asn1): number {
  const parts = partsOf(accuracy, TAG.sequence, 'the accuracy');
  const amount = (tag: number, unitMs: number): number => {
    const part = parts.find((one) => one.tag === tag);
    return part === undefined ? 0 : countOf(part, tag, 'the accuracy') * unitMs;
  };
  return amount(TAG.integer, 1000) + amount(implicitTag(0), 1) + amount(implicitTag(1), 0.001);
}

function refuseCritical(extensions: Asn1): void {
  for (const extension of partsOf(extensions, explicitTag(1), 'the extensions')) {
    const [id, critical] = partsOf(extension, TAG.sequence, 'an extension');
    if (critical?.tag === TAG.boolean && isTrue(critical))
      throw malformed(`the signed content has the critical extension ${oidOf(id, 'an extension')}, which is not known`);
  }
}
