import { DualwatchError } from '../model/errors.ts';
import { HASH_BYTES } from './merkle.ts';
import { strictBase64 } from './strict-base64.ts';

/** A tree of 2^53 leaves is 53 high; a proof has at most one hash more. */
const MAX_HASHES = 64;

/** A consistency proof as a file: one hash in base 64 a line. */
export function formatConsistency(hashes: readonly Uint8Array[]): string {
  return hashes.map((hash) => `${Buffer.from(hash).toString('base64')}\n`).join('');
}

/** Reads a proof from outside. Throws `evidence-invalid` with the line that is wrong. */
export function parseConsistency(text: string): readonly Uint8Array[] {
  if (text === '') return [];
  const lines = text.replace(/\n$/, '').split('\n');
  if (lines.length > MAX_HASHES) throw invalid(`it has more than ${MAX_HASHES} lines`);
  return lines.map((line, n) => {
    const hash = strictBase64(line);
    if (hash?.length !== HASH_BYTES) throw invalid(`line ${n + 1} is not a SHA-256 in base 64`);
    return hash;
  });
}

function invalid(why: string): DualwatchError {
  return new DualwatchError('evidence-invalid', `this is no consistency proof that can be read: ${why}`);
}
