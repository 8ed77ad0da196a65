import { DualwatchError } from '../../model/errors.ts';

/** One ASN.1 value as it is encoded: its bytes are views of the input, so that they can be hashed and checked as they were signed. */
export interface Asn1 {
  /** Identifier octet: class, constructed bit and number together. */
  readonly tag: number;
  /** Header and content. */
  readonly raw: Uint8Array;
  readonly content: Uint8Array;
}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

const CONSTRUCTED = 0x20;
const INDEFINITE = 0x80;
const MAX_DEPTH = 32;
const MAX_CHILDREN = 200_000;

/** The one value that fills `bytes`. BER is taken, since older authorities send it; the caller bounds the size. Throws `input-malformed`. */
export function readAsn1(bytes: Uint8Array): Asn1 {
  const { value, end } = readAt(bytes, 0, 0);
  if (end !== bytes.length) throw malformed(`${bytes.length - end} bytes follow the value`);
  return value;
}

/** The values inside a constructed one. Throws `input-malformed`. */
export function childrenOf(value: Asn1): readonly Asn1[] {
  if ((value.tag & CONSTRUCTED) === 0) throw malformed('a value that should hold others holds none');
  const children: Asn1[] = [];
  for (let at = 0; at < value.content.length;) {
    if (children.length === MAX_CHILDREN) throw malformed(`it has more than ${MAX_CHILDREN} parts`);
    const { value: child, end } = readAt(value.content, at, 0);
    children.push(child);
    at = end;
  }
  return children;
}

/** As {@link childrenOf}, of a value with this tag. */
export function partsOf(value: Asn1 | undefined, tag: number, what: string): readonly Asn1[] {
  return childrenOf(expectTag(value, tag, what));
}

/** The value itself, once it has this tag. */
export function expectTag(value: Asn1 | undefined, tag: number, what: string): Asn1 {
  if (value === undefined) throw malformed(`${what} is missing`);
  if (value.tag !== tag) throw malformed(`${what} has the tag 0x${value.tag.toString(16)} in place of 0x${tag.toString(16)}`);
  return value;
}

/** Content of an OCTET STRING, of BER's pieces put together. */
export function octetsOf(value: Asn1 | undefined, what: string, depth = 0): Uint8Array {
  if (value?.tag === (TAG.octetString | CONSTRUCTED)) {
    if (depth === MAX_DEPTH) throw malformed(`${what} is nested more than ${MAX_DEPTH} deep`);
    return Buffer.concat(childrenOf(value).map((piece) => octetsOf(piece, what, depth + 1)));
  }
  return expectTag(value, TAG.octetString, what).content;
}

/** Context tag `[n]` of a constructed value. */
export function explicitTag(n: number): number {
  return 0xa0 + n;
}

/** Context tag `[n]` of a primitive value. */
export function implicitTag(n: number): number {
  return 0x80 + n;
}

export function malformed(why: string): DualwatchError {
  return new DualwatchError('input-malformed', why);
}

function readAt(bytes: Uint8Array, at: number, depth: number): { readonly value: Asn1; readonly end: number } {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) throw malformed('it ends inside a value');
  // No structure that is read here has a tag number above 30.
  if ((tag & 0x1f) === 0x1f) throw malformed('it has a tag of more than one byte');
  if (first === INDEFINITE) return readIndefinite(bytes, at, tag, depth);
  const { length, start } = first < 0x80 ? { length: first, start: at + 2 } : longLength(bytes, at + 2, first & 0x7f);
  if (length > bytes.length - start) throw malformed('a value is longer than what holds it');
  return { value: { tag, raw: bytes.subarray(at, start + length), content: bytes.subarray(start, start + length) }, end: start + length };
}

function longLength(bytes: Uint8Array, at: number, count: number): { readonly length: number; readonly start: number } {
  if (count > 4) throw malformed('a length has more than four bytes');
  let length = 0;
  for (let n = 0; n < count; n += 1) length = length * 256 + (bytes[at + n] ?? 0);
  return { length, start: at + count };
}

/** X.690 §8.1.3.6: values follow until two zero bytes. */
function readIndefinite(bytes: Uint8Array, at: number, tag: number, depth: number): { readonly value: Asn1; readonly end: number } {
  if ((tag & CONSTRUCTED) === 0) throw malformed('a value without parts has no length');
  if (depth === MAX_DEPTH) throw malformed(`it is nested more than ${MAX_DEPTH} deep`);
  let end = at + 2;
  while (bytes[end] !== 0 || bytes[end + 1] !== 0) ({ end } = readAt(bytes, end, depth + 1));
  return { value: { tag, raw: bytes.subarray(at, end + 2), content: bytes.subarray(at + 2, end) }, end: end + 2 };
}
