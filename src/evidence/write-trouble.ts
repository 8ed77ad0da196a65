import { DualwatchError } from '../model/errors.ts';
import { fileTrouble } from '../model/file-trouble.ts';

/** An act on a file that is being written: what the system throws becomes `disk-full` or `input-unreadable`, with the path. */
export async function whileWriting<T>(path: string, act: Promise<T>): Promise<T> {
  try {
    return await act;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOSPC' || code === 'EDQUOT')
      throw new DualwatchError('disk-full', `${path} cannot be written: the disk is full. Free some space and try again.`, {
        cause: error,
      });
    throw new DualwatchError('input-unreadable', `${path} cannot be written: ${TROUBLE[code] ?? fileTrouble(error)}`, { cause: error });
  }
}

const TROUBLE: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder does not exist',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the file system is read-only',
};
