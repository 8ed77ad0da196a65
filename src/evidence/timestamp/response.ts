import { malformed, partsOf, readAsn1, TAG } from './asn1.ts';
import type { Asn1 } from './asn1.ts';
import { countOf } from './asn1-values.ts';
import { readToken } from './token.ts';
import type { TimestampToken } from './token.ts';

export type TimestampResponse =
  | { readonly granted: true; readonly token: TimestampToken }
  /** `why` in our words, with what the authority wrote. */
  | { readonly granted: false; readonly why: string };

/** An answer is some thousand bytes, and more where it brings a long chain. */
export const MAX_RESPONSE_BYTES = 1_000_000;

const STATUS = ['granted', 'granted with changes', 'rejected', 'waiting', 'a revocation is imminent', 'revoked'] as const;

/** RFC 3161 §2.4.2. */
const FAILURES: ReadonlyMap<number, string> = new Map([
  [0, 'the hash is not accepted'],
  [2, 'the request is not permitted'],
  [5, 'the request has a wrong form'],
  [14, 'no time source is available'],
  [15, 'the policy is not offered'],
  [16, 'an extension is not offered'],
  [17, 'it cannot add what was asked'],
  [25, 'the authority has a fault'],
]);

/** Reads an answer of an authority, or a token that stands alone. Nothing is checked but the form. Throws `input-malformed`. */
export function readTimestampResponse(bytes: Uint8Array): TimestampResponse {
  if (bytes.length > MAX_RESPONSE_BYTES) throw malformed(`it is longer than ${MAX_RESPONSE_BYTES} bytes`);
  const response = readAsn1(bytes);
  const [first, token, ...more] = partsOf(response, TAG.sequence, 'the answer');
  if (first?.tag === TAG.oid) return { granted: true, token: readToken(response) };
  if (more.length > 0) throw malformed('more follows the token');
  const [status, ...rest] = partsOf(first, TAG.sequence, 'the status');
  const code = countOf(status, TAG.integer, 'the status');
  if (code > 1) return { granted: false, why: `the authority refused: ${[STATUS[code] ?? `status ${code}`, ...reasons(rest)].join('; ')}` };
  if (token === undefined) throw malformed('the status says granted, but no token follows');
  return { granted: true, token: readToken(token) };
}

function reasons(parts: readonly Asn1[]): readonly string[] {
  return parts.flatMap((part) => {
    if (part.tag === TAG.bitString) return failureOf(part.content);
    if (part.tag !== TAG.sequence) return [];
    return partsOf(part, TAG.sequence, 'the status').map(({ content }) =>
      JSON.stringify(Buffer.from(content.subarray(0, 500)).toString('utf8').toWellFormed()),
    );
  });
}

function failureOf(content: Uint8Array): readonly string[] {
  return [...FAILURES].filter(([bit]) => ((content[1 + (bit >> 3)] ?? 0) & (0x80 >> (bit & 7))) !== 0).map(([, why]) => why);
}
