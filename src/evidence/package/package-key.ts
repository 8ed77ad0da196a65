import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { dirname, join } from 'node:path';
import { sha256 } from '../../model/digest.ts';
import type { Digest } from '../../model/digest.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { FileLayer } from '../file-layer.ts';

/** Order of P-384, SEC 2 §2.5.1. */
const ORDER = BigInt('0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973');
const SCALAR_BYTES = 48;
/** Read and write for the owner alone. */
const SECRET_MODE = 0o600;

/** The key that signs packages: ECDSA P-384, the one kind that viewers of WACZ files can check. What can be seen of it is public. */
export class PackageKey {
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  /** SHA-256 of it: what a receiver compares with what the sender told them by another way. */
  readonly fingerprint: Digest;
  readonly #secret: KeyObject;

  constructor(secret: KeyObject) {
    this.#secret = secret;
    this.publicKey = createPublicKey(secret).export({ format: 'der', type: 'spki' });
    this.fingerprint = sha256(this.publicKey);
  }

  /** r‖s (IEEE P1363) over SHA-256 of an ASCII text. Of the two valid forms of s the lower: nobody can make another signature out of this one. */
  sign(text: string): Uint8Array {
    const signature = sign('sha256', Buffer.from(text, 'latin1'), { key: this.#secret, dsaEncoding: 'ieee-p1363' });
    const s = BigInt(`0x${signature.toString('hex', SCALAR_BYTES)}`);
    if (s > ORDER / 2n) signature.write((ORDER - s).toString(16).padStart(SCALAR_BYTES * 2, '0'), SCALAR_BYTES, 'hex');
    return signature;
  }

  toJSON(): string {
    return this.fingerprint;
  }
}

/** Whether s of a signature is in the lower half of the order. */
export function hasLowS(signature: Uint8Array): boolean {
  return (
    signature.length === SCALAR_BYTES * 2 && BigInt(`0x${Buffer.from(signature.subarray(SCALAR_BYTES)).toString('hex')}`) <= ORDER / 2n
  );
}

/** Reads the key file, or makes it: mode 0600, whole or not at all; of two processes that make it at once both get the same. Throws `config` for one that is broken or that others may read. */
export async function openPackageKey(files: FileLayer, path: string): Promise<PackageKey> {
  const existing = await readPackageKey(files, path);
  if (existing !== undefined) return existing;
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  const unfinished = join(dirname(path), `.key-${process.pid}-${randomBytes(8).toString('hex')}`);
  try {
    await files.writeSynced(unfinished, Buffer.from(privateKey.export({ format: 'pem', type: 'pkcs8' })), SECRET_MODE);
    if (await files.link(unfinished, path)) return new PackageKey(privateKey);
  } finally {
    await files.unlink(unfinished);
    await files.syncFolder(dirname(path));
  }
  const others = await readPackageKey(files, path);
  if (others === undefined) throw new DualwatchError('config', `The signing key ${path} vanished while it was read. Start again.`);
  return others;
}

async function readPackageKey(files: FileLayer, path: string): Promise<PackageKey | undefined> {
  const bytes = await files.read(path);
  if (bytes === undefined) return undefined;
  const mode = (await files.stat(path))?.mode ?? SECRET_MODE;
  if (process.platform !== 'win32' && (mode & 0o077) !== 0)
    throw new DualwatchError('config', `The signing key ${path} can be read by others (mode ${mode.toString(8)}). Run: chmod 600 ${path}`);
  const secret = parseSecret(Buffer.from(bytes));
  if (secret?.asymmetricKeyDetails?.namedCurve !== 'secp384r1')
    throw new DualwatchError(
      'config',
      `${path} holds no P-384 key that can be read. Put back the file as it was; without it new packages are signed by a new key, which receivers do not know.`,
    );
  return new PackageKey(secret);
}

function parseSecret(pem: Buffer): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
}
