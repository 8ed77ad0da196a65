import { createPublicKey } from 'node:crypto';
import { isDigest, sha256 } from '../model/digest.ts';
import { DualwatchError } from '../model/errors.ts';
import { parseConsistency } from '../evidence/consistency-file.ts';
import { parseVerifierKey } from '../evidence/note.ts';
import { readPemCertificates } from '../evidence/timestamp/certificate.ts';
import type { Certificate } from '../evidence/timestamp/certificate.ts';
import { CHECKS } from '../evidence/verify-package/verdict.ts';
import type { CheckName } from '../evidence/verify-package/verdict.ts';
import { readText } from './read-text.ts';

/** Keys as a person gives them: fingerprints, public keys of logs, or files that hold one of these or a public key in PEM. Throws `usage`, `input-unreadable`. */
export async function readKeys(given: readonly string[]): Promise<readonly string[]> {
  return Promise.all(given.map(async (key) => keyIn(key) ?? keyInFile(key)));
}

/** Certificates of PEM files. Throws `usage` for a file without any. */
export async function readAuthorities(paths: readonly string[]): Promise<readonly Certificate[]> {
  const found = await Promise.all(paths.map(async (path) => [path, readPemCertificates(await readText(path))] as const));
  const empty = found.find(([, certificates]) => certificates.length === 0);
  if (empty !== undefined) throw new DualwatchError('usage', `${empty[0]} holds no certificate in PEM`);
  return found.flatMap(([, certificates]) => certificates);
}

/**
 * The text of a checkpoint that somebody kept, alone or as what `log checkpoint --json` printed or sent. Throws `usage` for a file that holds none: that says
 * nothing about a package or a log.
 */
export async function readCheckpoint(path: string): Promise<string> {
  const text = asKept(checkpointIn(await readText(path)));
  if (!/^[^\n]+\n\d+\n[^\n]+\n(?:[^\n]+\n)*\n— /.test(text))
    throw new DualwatchError('usage', `${path} holds no checkpoint of a log, as "dualwatch log checkpoint" prints it`);
  return text;
}

/** The text of a proof between two checkpoints that somebody kept. Throws `usage` for a file that holds none. */
export async function readConsistency(path: string): Promise<string> {
  const text = asKept(await readText(path));
  try {
    parseConsistency(text);
    return text;
  } catch (cause) {
    throw new DualwatchError('usage', `${path} holds no proof between two checkpoints, as "dualwatch log consistency" prints it`, {
      cause,
    });
  }
}

/** Mail, editors and shells change the ends of lines and add empty ones behind: neither is a part of what was signed, which has none. */
function asKept(text: string): string {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .trimEnd();
  return lines === '' ? '' : `${lines}\n`;
}

function checkpointIn(text: string): string {
  if (!/^\s*\{/.test(text)) return text;
  try {
    const { checkpoint } = JSON.parse(text.trim()) as { readonly checkpoint?: unknown };
    return typeof checkpoint === 'string' ? checkpoint : text;
  } catch {
    return text;
  }
}

/** `key,timestamp` → names of checks. Throws `usage` for a name that is none. */
export function checkNames(list: string | undefined): ReadonlySet<CheckName> {
  const names = (list ?? '').split(',').map((name) => name.trim());
  const known = Object.keys(CHECKS);
  const unknown = names.find((name) => name !== '' && !known.includes(name));
  if (unknown !== undefined || (list !== undefined && names.every((name) => name === '')))
    throw new DualwatchError('usage', `--require knows no check "${unknown ?? ''}". There are ${known.join(', ')}.`);
  return new Set(names.filter((name): name is CheckName => name !== ''));
}

function keyIn(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/^sha256:/, '')
    .toLowerCase();
  if (isDigest(bare)) return bare;
  // As certificates are shown: in pairs, with colons.
  if (isDigest(bare.replaceAll(':', ''))) return bare.replaceAll(':', '');
  try {
    parseVerifierKey(text);
    return text.trim();
  } catch {
    return undefined;
  }
}

async function keyInFile(path: string): Promise<string> {
  const text = await readText(path).catch((cause: unknown) => {
    throw new DualwatchError(
      'usage',
      `"${path}" is no fingerprint (64 hexadecimal digits), no public key of a log, and no file that can be read`,
      { cause },
    );
  });
  const key = keyIn(text) ?? publicKeyIn(text);
  if (key === undefined) throw new DualwatchError('usage', `${path} holds no fingerprint, no public key of a log and no public key in PEM`);
  return key;
}

/** A private key is refused: it has no business here, and its public half could be taken from it unseen. */
function publicKeyIn(text: string): string | undefined {
  if (text.includes('PRIVATE KEY')) return undefined;
  try {
    return sha256(createPublicKey(text).export({ format: 'der', type: 'spki' }));
  } catch {
    return undefined;
  }
}
