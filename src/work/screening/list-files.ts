import { readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { sha256, type Digest } from '../../model/digest.ts';
import { DualwatchError } from '../../model/errors.ts';
import { fileTrouble } from '../../model/file-trouble.ts';
import type { ListSettings, ListVersion } from '../../model/kept-list.ts';
import { DurableWriter } from '../../evidence/durable-files.ts';
import { nodeFiles } from '../../evidence/node-files.ts';
import type { ListFile } from '../../screen/lists/list-file.ts';

/** SHA-256 of a version: of its bytes; of several files, of their digests in order. */
export function versionDigest(files: readonly ListFile[]): Digest {
  const digests = files.map(({ bytes }) => sha256(bytes));
  const [only] = digests;
  return digests.length === 1 && only !== undefined ? only : sha256(digests.join('\n'));
}

/** Keeps the files of a version as they came, synced, as `lists/<list>/<sha256>.<ext>`. Resolves to their paths relative to the home. */
export async function keepListFiles(home: string, list: string, files: readonly ListFile[]): Promise<readonly string[]> {
  const named = files.map(({ name, bytes }) => ({ path: `lists/${list}/${sha256(bytes)}${extensionOf(name)}`, bytes }));
  const missing: { path: string; bytes: Uint8Array }[] = [];
  for (const file of named) {
    const there = await nodeFiles.stat(join(home, file.path));
    if (there?.bytes !== file.bytes.length) missing.push(file);
  }
  await new DurableWriter(nodeFiles, home).write(missing);
  return named.map(({ path }) => path);
}

/** What a file of a list is called: the last part of its address. */
export function listFileName(address: string): string {
  const url = /^https?:\/\//i.test(address) ? URL.parse(address) : null;
  return url === null ? basename(address) : url.pathname.split('/').at(-1) || url.hostname;
}

/** The kept files of a version under the names that they were fetched by, where the list has as many still; checked against its digest. Throws `evidence-invalid` where they are not what they were. */
export async function readKeptFiles(
  home: string,
  version: Pick<ListVersion, 'list' | 'version' | 'files' | 'sha256'>,
  list?: Pick<ListSettings, 'address' | 'companions'>,
): Promise<readonly ListFile[]> {
  const addresses = list === undefined ? [] : [list.address, ...list.companions];
  const files: ListFile[] = [];
  for (const [n, path] of version.files.entries()) {
    const bytes = await nodeFiles.read(join(home, path));
    if (bytes === undefined) throw damaged(version, `${path} is missing`);
    const address = addresses.length === version.files.length ? addresses[n] : undefined;
    files.push({ name: address === undefined ? basename(path) : listFileName(address), bytes });
  }
  if (versionDigest(files) !== version.sha256) throw damaged(version, 'its files have other bytes');
  return files;
}

/** Largest file of a list that is read. */
export const MOST_LIST_BYTES = 500 * 1024 * 1024;

/** A file of this machine. Throws `input-unreadable`, `input-too-large`. */
export async function readLocalList(path: string): Promise<ListFile> {
  try {
    const { size } = await stat(path);
    if (size > MOST_LIST_BYTES)
      throw new DualwatchError(
        'input-too-large',
        `${path} has ${Math.round(size / 1e6)} MB; lists of up to ${Math.round(MOST_LIST_BYTES / 1e6)} MB are read`,
      );
    return { name: basename(path), bytes: await readFile(path) };
  } catch (cause) {
    if (cause instanceof DualwatchError) throw cause;
    throw new DualwatchError('input-unreadable', `the list ${path} cannot be read: ${fileTrouble(cause)}`, { cause });
  }
}

function damaged({ list, version }: Pick<ListVersion, 'list' | 'version'>, why: string): DualwatchError {
  return new DualwatchError(
    'evidence-invalid',
    `version ${version} of the list ${list} cannot be read: ${why}. "dualwatch lists update ${list}" fetches the list anew`,
  );
}

function extensionOf(name: string): string {
  const extension = extname(name).toLowerCase();
  return /^\.[a-z0-9]{1,8}$/.test(extension) ? extension : '.dat';
}
