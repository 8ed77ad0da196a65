import { open, stat } from 'node:fs/promises';
import { DualwatchError } from '../model/errors.ts';
import { fileTrouble } from '../model/file-trouble.ts';
import type { Trust } from '../evidence/verify-package/trust.ts';
import type { PackageVerdict } from '../evidence/verify-package/verdict.ts';
import { verifyPackage } from '../evidence/verify-package/verify-package.ts';
import { rereadPackaged } from './reread-packaged.ts';
import { fileSource } from '../evidence/zip/byte-source.ts';

/** As `verifyPackage`, of a file. Throws `input-unreadable` where it cannot be read. */
export async function verifyPackageFile(
  path: string,
  trust: Trust,
  onProgress: (done: number, total: number) => void,
): Promise<PackageVerdict> {
  const unreadable = (cause: unknown): never => {
    throw new DualwatchError('input-unreadable', `${path} cannot be read: ${fileTrouble(cause)}`, { cause });
  };
  // A pipe would be waited for, and has no end to begin with.
  if (!(await stat(path).catch(unreadable)).isFile())
    throw new DualwatchError('input-unreadable', `${path} is no file: a package is read from its end`);
  const handle = await open(path, 'r').catch(unreadable);
  try {
    const source = await fileSource(handle, path);
    return await verifyPackage(source, trust, { onProgress: (done) => onProgress(done, source.size), reread: rereadPackaged() });
  } finally {
    await handle.close();
  }
}
