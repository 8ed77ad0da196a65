import { createHash } from 'node:crypto';
import { canonicalJson } from '../model/canonical-json.ts';
import type { Json } from '../model/canonical-json.ts';
import { DualwatchError } from '../model/errors.ts';
import type { LogRecord } from '../model/log-record.ts';

const LEAF = Uint8Array.of(0);

/** Entry bundles give each entry a length of two bytes. https://c2sp.org/tlog-tiles#log-entries */
const LONGEST_ENTRY = 65_535;

/** The bytes of a log entry: its record as canonical JSON in UTF-8. Throws `internal` where they are more than a log can hold. */
export function entryBytes(record: LogRecord): Buffer {
  const bytes = Buffer.from(canonicalJson(record as unknown as Json), 'utf8');
  if (bytes.length > LONGEST_ENTRY)
    throw new DualwatchError(
      'internal',
      `a log entry of type ${record.type} has ${bytes.length} bytes, at most ${LONGEST_ENTRY} fit: its heads or detail must be cut`,
    );
  return bytes;
}

/** The record with lone surrogates replaced (U+FFFD) in its own strings: tables keep UTF-8, so that row and entry stay equal. */
export function wellFormed<Kind extends LogRecord>(record: Kind): Kind {
  const entries = Object.entries(record).map(
    ([key, value]: [string, unknown]) => [key, typeof value === 'string' ? value.toWellFormed() : value] as const,
  );
  return Object.fromEntries(entries) as unknown as Kind;
}

/** SHA-256(0x00 ‖ entry): RFC 6962 §2.1. */
export function leafHash(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(LEAF).update(bytes).digest();
}
