import { createPrivateKey, createPublicKey, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { dirname, join } from 'node:path';
import { DualwatchError } from '../model/errors.ts';
import type { FileLayer } from './file-layer.ts';
import { ED25519, isKeyName, noteKeyId, noteVerifier } from './note.ts';
import type { NoteSigner, NoteVerifier } from './note.ts';
import { strictBase64 } from './strict-base64.ts';

/** DER of a PKCS #8 key up to the 32 bytes of an Ed25519 seed: RFC 8410 §7. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
/** Read and write for the owner alone. */
const SECRET_MODE = 0o600;

/** The key of a log. What can be seen of it is public: the secret is in no property, no JSON and no error. */
export class LogKey implements NoteSigner {
  readonly name: string;
  readonly keyId: string;
  /** Public key as `name+hash+base64`: what a verifier is given. */
  readonly vkey: string;
  readonly verifier: NoteVerifier;
  readonly #secret: KeyObject;

  /** From the 32 bytes of an Ed25519 seed. */
  constructor(name: string, seed: Uint8Array) {
    this.#secret = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });
    const publicKey = createPublicKey(this.#secret).export({ format: 'der', type: 'spki' }).subarray(-32);
    this.name = name;
    this.keyId = noteKeyId(name, publicKey);
    this.vkey = `${name}+${this.keyId}+${Buffer.concat([Buffer.of(ED25519), publicKey]).toString('base64')}`;
    this.verifier = noteVerifier(name, publicKey);
  }

  sign(text: Uint8Array): Uint8Array {
    return sign(null, text, this.#secret);
  }

  toJSON(): string {
    return this.vkey;
  }
}

/** A name for a new log that no other log will have: names need not be reachable, only unlike. */
export function newLogName(): string {
  return `dualwatch/log-${randomBytes(8).toString('hex')}`;
}

/** Reads a key file. Undefined where there is none. Throws `config` for one that is broken or that others may read. */
export async function readLogKey(files: FileLayer, path: string): Promise<LogKey | undefined> {
  const bytes = await files.read(path);
  if (bytes === undefined) return undefined;
  const mode = (await files.stat(path))?.mode ?? SECRET_MODE;
  if (process.platform !== 'win32' && (mode & 0o077) !== 0)
    throw new DualwatchError('config', `The signing key ${path} can be read by others (mode ${mode.toString(8)}). Run: chmod 600 ${path}`);
  const [, name, keyId, encoded] =
    /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)\n?$/.exec(Buffer.from(bytes).toString('utf8')) ?? [];
  const secret = strictBase64(encoded ?? '');
  const key =
    name !== undefined && isKeyName(name) && secret?.length === 33 && secret[0] === ED25519
      ? new LogKey(name, secret.subarray(1))
      : undefined;
  if (key === undefined || key.keyId !== keyId)
    throw new DualwatchError(
      'config',
      `${path} holds no signing key that can be read. Put back the file as it was: a new key would start a new log.`,
    );
  return key;
}

/**
 * Reads the key file, or makes it: mode 0600, whole or not at all, on disk when this resolves; of two processes that make it at once one
 * wins and both get its key. The format is that of Go's `note.NewSigner`. `name` is asked for only when a key is made.
 */
export async function openLogKey(files: FileLayer, path: string, name: () => string = newLogName): Promise<LogKey> {
  const existing = await readLogKey(files, path);
  if (existing !== undefined) return existing;
  const seed = randomBytes(32);
  const key = new LogKey(name(), seed);
  if (!isKeyName(key.name)) throw new DualwatchError('usage', `"${key.name}" cannot name a log: no spaces, no "+"`);
  const unfinished = join(dirname(path), `.key-${process.pid}-${randomBytes(8).toString('hex')}`);
  const text = `PRIVATE+KEY+${key.name}+${key.keyId}+${Buffer.concat([Buffer.of(ED25519), seed]).toString('base64')}\n`;
  await files.makeFolder(dirname(path));
  try {
    await files.writeSynced(unfinished, Buffer.from(text), SECRET_MODE);
    if (await files.link(unfinished, path)) return key;
  } finally {
    await files.unlink(unfinished);
    await files.syncFolder(dirname(path));
  }
  const others = await readLogKey(files, path);
  if (others === undefined) throw new DualwatchError('config', `The signing key ${path} vanished while it was read. Start again.`);
  return others;
}
