import { DualwatchError } from '../model/errors.ts';
import { HASH_BYTES } from './merkle.ts';
import { openNote, signNote } from './note.ts';
import type { NoteSigner, NoteVerifier } from './note.ts';
import { strictBase64 } from './strict-base64.ts';
import type { TreeHead } from './verify-proof.ts';

/** The signed head of the log. */
export interface Checkpoint extends TreeHead {
  readonly origin: string;
  /** The note as it is stored and shown, signatures included. */
  readonly text: string;
}

/** Signs size and root under the signer's name. c2sp.org/tlog-checkpoint. Ed25519 signs without chance: equal trees give equal bytes. */
export function signCheckpoint(tree: TreeHead, signer: NoteSigner): Checkpoint {
  const body = `${signer.name}\n${tree.size}\n${Buffer.from(tree.root).toString('base64')}\n`;
  return { origin: signer.name, size: tree.size, root: tree.root, text: signNote(body, signer) };
}

/** Checks signature, origin and form of a checkpoint from outside. Throws `evidence-invalid`. */
export function openCheckpoint(text: string, verifier: NoteVerifier): Checkpoint {
  const [origin, digits, hash, ...extensions] = openNote(text, verifier).slice(0, -1).split('\n');
  if (origin !== verifier.name) throw invalid(`it is of the log "${origin}", not of "${verifier.name}"`);
  const size = parseCount(digits ?? '');
  if (size === undefined) throw invalid('its second line is not a number of entries');
  const root = strictBase64(hash ?? '');
  if (root?.length !== HASH_BYTES) throw invalid('its third line is not a SHA-256 in base 64');
  if (extensions.includes('')) throw invalid('it has an empty extension line');
  return { origin, size, root, text };
}

/** An ASCII decimal without leading zeros, up to 2^53 − 1; undefined for anything else. */
export function parseCount(digits: string): number | undefined {
  const count = /^(0|[1-9][0-9]{0,15})$/.test(digits) ? Number(digits) : -1;
  return Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}

function invalid(why: string): DualwatchError {
  return new DualwatchError('evidence-invalid', `the checkpoint does not hold: ${why}`);
}
