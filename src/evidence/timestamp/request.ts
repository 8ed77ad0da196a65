import { hash } from 'node:crypto';
import { TAG } from './asn1.ts';
import { der, derInteger, derNull, derOid } from './asn1-writer.ts';
import { SHA256_OID } from './oids.ts';

/**
 * A request for a time-stamp over SHA-256 of `data`, asking for the authority's certificate. RFC 3161 §2.4.1. `nonce`: some random bytes, 8 or more;
 * the answer must name them, so that an old answer cannot be given again.
 */
export function makeTimestampRequest(data: Uint8Array, nonce: Uint8Array): Uint8Array {
  const imprint = der(TAG.sequence, der(TAG.sequence, derOid(SHA256_OID), derNull()), der(TAG.octetString, hash('sha256', data, 'buffer')));
  return der(TAG.sequence, derInteger(Buffer.of(1)), imprint, derInteger(nonce), der(TAG.boolean, Buffer.of(0xff)));
}
