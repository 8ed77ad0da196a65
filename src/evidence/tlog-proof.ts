import { DualwatchError } from '../model/errors.ts';
import { openCheckpoint, parseCount } from './checkpoint.ts';
import type { Checkpoint } from './checkpoint.ts';
import { HASH_BYTES, leafHash } from './merkle.ts';
import type { NoteVerifier } from './note.ts';
import { strictBase64 } from './strict-base64.ts';
import { verifyInclusion } from './verify-proof.ts';

/** A proof as its file holds it, nothing checked but the form. */
export interface TlogProof {
  readonly index: number;
  readonly hashes: readonly Uint8Array[];
  /** The signed note, as it is. */
  readonly checkpoint: string;
  /** Opaque, and not covered by the proof. */
  readonly extra?: Uint8Array;
}

const HEADER = 'c2sp.org/tlog-proof@v1';
/** A tree of 2^53 leaves is 53 high. */
const MAX_HASHES = 64;
const MAX_BYTES = 2_000_000;

/** The text of a `.tlog-proof` file. c2sp.org/tlog-proof. */
export function formatTlogProof(proof: TlogProof): string {
  const extra = proof.extra === undefined ? '' : `extra ${Buffer.from(proof.extra).toString('base64')}\n`;
  const hashes = proof.hashes.map((hash) => `${Buffer.from(hash).toString('base64')}\n`);
  return `${HEADER}\n${extra}index ${proof.index}\n${hashes.join('')}\n${proof.checkpoint}`;
}

/** Reads a `.tlog-proof` file from outside. Throws `evidence-invalid` with the line that is wrong. */
export function parseTlogProof(text: string): TlogProof {
  if (text.length > MAX_BYTES) throw invalid('it is over two million characters long');
  const split = text.indexOf('\n\n');
  const lines = text.slice(0, Math.max(0, split)).split('\n');
  if (lines[0] !== HEADER) throw invalid(`line 1 is not "${HEADER}"`);
  const extra = lines[1]?.startsWith('extra ') ? strictBase64(lines[1].slice(6)) : null;
  if (extra === undefined) throw invalid('line 2 has extra data that are not base 64');
  const at = extra === null ? 1 : 2;
  const index = lines[at]?.startsWith('index ') ? parseCount(lines[at].slice(6)) : undefined;
  if (index === undefined) throw invalid(`line ${at + 1} is not "index" and a number`);
  if (lines.length - at - 1 > MAX_HASHES) throw invalid(`it has more than ${MAX_HASHES} hashes`);
  const hashes = lines.slice(at + 1).map((line, n) => {
    const hash = strictBase64(line);
    if (hash?.length !== HASH_BYTES) throw invalid(`line ${at + 2 + n} is not a SHA-256 in base 64`);
    return hash;
  });
  return { index, hashes, checkpoint: text.slice(split + 2), ...(extra === null ? {} : { extra }) };
}

/** Checks that the log whose key this is holds the entry, by the proof alone. Returns index and checkpoint. Throws `evidence-invalid`. */
export function verifyTlogProof(
  text: string,
  entry: Uint8Array,
  verifier: NoteVerifier,
): { readonly index: number; readonly checkpoint: Checkpoint } {
  const proof = parseTlogProof(text);
  const checkpoint = openCheckpoint(proof.checkpoint, verifier);
  verifyInclusion(proof.index, leafHash(entry), proof.hashes, checkpoint);
  return { index: proof.index, checkpoint };
}

function invalid(why: string): DualwatchError {
  return new DualwatchError('evidence-invalid', `this is not a proof that can be read: ${why}`);
}
