import { readFile, stat } from 'node:fs/promises';
import { DualwatchError } from '../model/errors.ts';
import { fileTrouble } from '../model/file-trouble.ts';

/** Checkpoints, proofs, certificates and keys are some kilobytes. */
const MAX_BYTES = 2_000_000;

/** A small text file that the command line names. Throws `input-unreadable` and `input-too-large`. */
export async function readText(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    if (size > MAX_BYTES)
      throw new DualwatchError('input-too-large', `${file} has ${size} bytes: it is no checkpoint, proof, certificate or key`);
    return await readFile(file, 'utf8');
  } catch (cause) {
    if (cause instanceof DualwatchError) throw cause;
    throw new DualwatchError('input-unreadable', `${file} cannot be read: ${fileTrouble(cause)}`, { cause });
  }
}
