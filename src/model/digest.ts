import { hash } from 'node:crypto';

declare const brand: unique symbol;
/** A SHA-256 as 64 lower-case hexadecimal digits. */
export type Digest = string & { readonly [brand]: 'Digest' };

export function sha256(bytes: Uint8Array | string): Digest {
  return hash('sha256', bytes, 'hex') as Digest;
}

export function isDigest(text: string): text is Digest {
  return /^[0-9a-f]{64}$/.test(text);
}
