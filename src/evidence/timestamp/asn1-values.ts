import { expectTag, malformed, TAG } from './asn1.ts';
import type { Asn1 } from './asn1.ts';

/** `1.2.840.113549…` */
export function oidOf(value: Asn1 | undefined, what: string): string {
  const { content } = expectTag(value, TAG.oid, what);
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of content) {
    arc = arc * 128 + (byte & 0x7f);
    if (!Number.isSafeInteger(arc)) throw malformed(`${what} has an arc that is too large`);
    if (byte >= 0x80) continue;
    arcs.push(arc);
    arc = 0;
  }
  const [first] = arcs;
  if (first === undefined || (content.at(-1) ?? 0x80) >= 0x80) throw malformed(`${what} is no object identifier`);
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - root * 40, ...arcs.slice(1)].join('.');
}

/** An INTEGER as hexadecimal digits, without leading zero bytes; a serial number or a nonce. */
export function hexOf(value: Asn1 | undefined, what: string): string {
  const { content } = expectTag(value, TAG.integer, what);
  if (content.length === 0) throw malformed(`${what} is an empty number`);
  return withoutZeros(content);
}

/** The same form for bytes that are to be compared with it. */
export function withoutZeros(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('hex')
    .replace(/^(00)+(?=..)/, '');
}

/** A small INTEGER or ENUMERATED that is not negative. */
export function countOf(value: Asn1 | undefined, tag: number, what: string): number {
  const { content } = expectTag(value, tag, what);
  if (content.length === 0 || content.length > 4 || (content[0] ?? 0) >= 0x80) throw malformed(`${what} is no small number`);
  return Buffer.from(content).readUIntBE(0, content.length);
}

export function isTrue(value: Asn1): boolean {
  return value.tag === TAG.boolean && value.content.length === 1 && value.content[0] !== 0;
}

/** Bytes of a BIT STRING that is made of whole bytes. */
export function bitsOf(value: Asn1 | undefined, what: string): Uint8Array {
  const { content } = expectTag(value, TAG.bitString, what);
  if (content[0] !== 0) throw malformed(`${what} is not made of whole bytes`);
  return content.subarray(1);
}

/** Milliseconds since 1970 of a GeneralizedTime in UTC, fractions of a second kept to the millisecond, or of a UTCTime (RFC 5280 §4.1.2.5.1). */
export function timeOf(value: Asn1 | undefined, what: string): number {
  const text = Buffer.from(value?.content ?? []).toString('latin1');
  const parts =
    value?.tag === TAG.utcTime
      ? /^(?<year>\d\d)(?<month>\d\d)(?<day>\d\d)(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)Z$/.exec(text)
      : /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)(?:\.(?<fraction>\d{1,9}))?Z$/.exec(text);
  if ((value?.tag !== TAG.utcTime && value?.tag !== TAG.generalizedTime) || parts?.groups === undefined)
    throw malformed(`${what} is no time in UTC`);
  const { year = '', month, day, hour, minute, second, fraction = '' } = parts.groups;
  const fullYear = year.length === 4 ? year : `${Number(year) < 50 ? 20 : 19}${year}`;
  const iso = `${fullYear}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
  const at = Date.parse(iso);
  // 31 February becomes 3 March otherwise.
  if (Number.isNaN(at) || new Date(at).toISOString() !== iso) throw malformed(`${what} is no time that exists`);
  return at;
}
