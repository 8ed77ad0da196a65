import { basename } from 'node:path/posix';
import type { ListFile } from './list-file.ts';

/** The first lines of a file, for those who look what it is. */
export const HEAD_BYTES = 65_536;

/** Those files whose name has one of these words, in their order. */
export function filesNamed(files: readonly ListFile[], word: RegExp): readonly ListFile[] {
  return files.filter(({ name }) => word.test(basename(name.replaceAll('\\', '/'))));
}
