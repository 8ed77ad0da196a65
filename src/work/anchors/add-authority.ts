import { readFile } from 'node:fs/promises';
import type { Authority } from '../../model/anchor.ts';
import { asDualwatchError, DualwatchError } from '../../model/errors.ts';
import { fileTrouble } from '../../model/file-trouble.ts';
import { readCertificateFile } from '../../evidence/timestamp/signer-path.ts';
import { formatPem } from '../../evidence/timestamp/certificate.ts';

export interface AskedAuthority {
  readonly name?: string;
  /** Certificates that are trusted for it, as PEM; see {@link readRoots}. */
  readonly roots?: string | null;
  readonly allowPrivate?: boolean;
}

const MAX_CA_BYTES = 1_000_000;

/** An authority as somebody names it. Throws `usage`. */
export function authorityOf(address: string, asked: AskedAuthority, nowIso: string): Authority {
  const url = URL.parse(address);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    throw new DualwatchError(
      'usage',
      `"${address}" is no web address of a time-stamping authority; write it as in https://tsa.example/tsr`,
    );
  if (url.username !== '' || url.password !== '')
    throw new DualwatchError('usage', 'the address of an authority stands in packages and may not hold a name or password');
  url.hash = '';
  const name = asked.name ?? url.hostname;
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,62}$/u.test(name))
    throw new DualwatchError('usage', `"${name}" is no name for an anchor; take letters, digits and . _ -, as in --name tsa-one`);
  return {
    name,
    url: url.href,
    roots: asked.roots ?? null,
    allowPrivate: asked.allowPrivate === true,
    addedAt: nowIso,
  };
}

/** Certificates of a file, PEM or DER, as PEM. Throws `input-unreadable`, `input-too-large`, `input-malformed`. */
export async function readRoots(path: string): Promise<string> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new DualwatchError('input-unreadable', `${path} cannot be read: ${fileTrouble(cause)}`, { cause });
  });
  return rootsIn(bytes, path);
}

/** Certificates in bytes that `what` names, as PEM. Throws `input-too-large`, `input-malformed`. */
export function rootsIn(bytes: Uint8Array, what: string): string {
  if (bytes.length > MAX_CA_BYTES) throw new DualwatchError('input-too-large', `${what} is too large to be a file of certificates`);
  try {
    const certificates = readCertificateFile(bytes);
    if (certificates.length > 0) return formatPem(certificates);
  } catch (cause) {
    throw new DualwatchError('input-malformed', `${what} cannot be read as certificates: ${asDualwatchError(cause).message}`, { cause });
  }
  throw new DualwatchError('input-malformed', `${what} holds no certificate, in PEM or DER`);
}
