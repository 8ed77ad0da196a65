import { createHash } from 'node:crypto';
import { canonicalJson } from '../model/canonical-json.ts';
import type { Json } from '../model/canonical-json.ts';
import type { LogRecord } from '../model/log-record.ts';

const LEAF = Uint8Array.of(0);

/** The bytes of a log entry: its record as canonical JSON in UTF-8. */
export function entryBytes(record: LogRecord): Buffer {
  return Buffer.from(canonicalJson(record as unknown as Json), 'utf8');
}

/** SHA-256(0x00 ‖ entry): RFC 6962 §2.1. */
export function leafHash(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(LEAF).update(bytes).digest();
}
