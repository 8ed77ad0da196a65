import { createPublicKey, hash, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { DualwatchError } from '../model/errors.ts';
import { strictBase64 } from './strict-base64.ts';

/** A key that signs notes: `sign` gives the 64 bytes of an Ed25519 signature. */
export interface NoteSigner {
  readonly name: string;
  /** 8 hexadecimal digits. */
  readonly keyId: string;
  sign(text: Uint8Array): Uint8Array;
}

export interface NoteVerifier {
  readonly name: string;
  readonly keyId: string;
  verify(text: Uint8Array, signature: Uint8Array): boolean;
}

/** Signature type of Ed25519 in a key and in its id. */
export const ED25519 = 1;
const MAX_NOTE_BYTES = 1_000_000;
const MAX_SIGNATURES = 100;
/** DER of a SubjectPublicKeyInfo up to the 32 bytes of an Ed25519 key: RFC 8410 §4. */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** A signed note: text, empty line, signature line. c2sp.org/signed-note. Throws `internal` for a text that a note cannot hold. */
export function signNote(text: string, signer: NoteSigner): string {
  if (!text.endsWith('\n') || !isNoteText(text))
    throw new DualwatchError('internal', 'the text of a signed note must end in a line break and hold no control characters');
  const signature = Buffer.concat([Buffer.from(signer.keyId, 'hex'), signer.sign(Buffer.from(text))]);
  return `${text}\n— ${signer.name} ${signature.toString('base64')}\n`;
}

/**
 * The text of a note, once a signature by this key is there and holds. Signatures by other keys are passed over, as the specification asks;
 * a second one by this key that fails refuses the note. The note comes from outside: it is taken to be hostile. Throws `evidence-invalid`.
 */
export function openNote(note: string, verifier: NoteVerifier): string {
  if (note.length > MAX_NOTE_BYTES) throw malformed('it is over a million characters long');
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n') || !isNoteText(note)) throw malformed('it has no text, empty line and signature lines');
  const text = note.slice(0, split + 1);
  const lines = note.slice(split + 2, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) throw malformed(`it has more than ${MAX_SIGNATURES} signatures`);
  let held = false;
  for (const line of lines) {
    const { name, keyId, signature } = parseSignature(line);
    if (name !== verifier.name || keyId !== verifier.keyId) continue;
    if (!verifier.verify(Buffer.from(text), signature))
      throw new DualwatchError(
        'evidence-invalid',
        `the signature of ${name} does not fit the text that it stands under: the text or the signature was altered`,
      );
    held = true;
  }
  if (!held) throw new DualwatchError('evidence-invalid', `the note is not signed by ${verifier.name}+${verifier.keyId}`);
  return text;
}

/** Reads a public key `name+hash+base64`, as Go's `note.NewVerifier` does. Throws `usage`. */
export function parseVerifierKey(vkey: string): NoteVerifier {
  const [name, keyId, ...rest] = vkey.trim().split('+');
  const key = strictBase64(rest.join('+'));
  if (
    name === undefined ||
    keyId === undefined ||
    !isKeyName(name) ||
    key?.length !== 33 ||
    key[0] !== ED25519 ||
    noteKeyId(name, key.subarray(1)) !== keyId
  ) {
    throw new DualwatchError('usage', 'this is no public key of a log; it reads name+hash+key, as `dualwatch log checkpoint` prints it');
  }
  return noteVerifier(name, key.subarray(1));
}

/** A verifier from the 32 bytes of an Ed25519 key. */
export function noteVerifier(name: string, publicKey: Uint8Array): NoteVerifier {
  const key: KeyObject = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, publicKey]), format: 'der', type: 'spki' });
  return {
    name,
    keyId: noteKeyId(name, publicKey),
    verify: (text, signature) => signature.length === 64 && verify(null, text, key, signature),
  };
}

/** `SHA256(name ‖ 0x0A ‖ 0x01 ‖ key)[:4]` in hexadecimal digits. */
export function noteKeyId(name: string, publicKey: Uint8Array): string {
  return hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(ED25519), publicKey]), 'hex').slice(0, 8);
}

/** Not empty, no white space of any script, no plus. */
export function isKeyName(name: string): boolean {
  return name !== '' && !/[\s+\u0085]/u.test(name) && isNoteText(name);
}

function parseSignature(line: string): { readonly name: string; readonly keyId: string; readonly signature: Uint8Array } {
  const [dash, name, encoded, ...more] = line.split(' ');
  const bytes = encoded === undefined ? undefined : strictBase64(encoded);
  if (dash !== '—' || name === undefined || !isKeyName(name) || bytes === undefined || bytes.length < 5 || more.length > 0)
    throw malformed('a signature line is not "— name base64"');
  return { name, keyId: bytes.toString('hex', 0, 4), signature: bytes.subarray(4) };
}

/** Well-formed Unicode, no ASCII control character but the line break. */
function isNoteText(text: string): boolean {
  return text.isWellFormed() && !/[\u0000-\u0009\u000b-\u001f]/.test(text);
}

function malformed(why: string): DualwatchError {
  return new DualwatchError('evidence-invalid', `this is not a signed note: ${why}`);
}
