import { open, readFile, rename } from 'node:fs/promises';
import { z } from 'zod';
import { DualwatchError } from '../../model/errors.ts';

const tally = z.object({
  rows: z.int().min(0),
  unreadable: z.int().min(0),
  hits: z.int().min(0),
  matches: z.int().min(0),
  /** Rows by the band of their best score. */
  bands: z.array(z.int().min(0)),
});

/** What was counted so far. */
export type Tally = z.output<typeof tally>;

const progress = z.object({
  version: z.literal(1),
  /** What must be the same for a run to go on: name → value in words. */
  run: z.record(z.string(), z.string()),
  /** SHA-256 of the rows done. */
  rowsHash: z.string(),
  /** Bytes of the output that are complete. */
  bytes: z.int().min(0),
  tally,
});

/** How far a run has come. It stands beside the unfinished output and is written after it: what it counts is on the disk. */
export type Progress = z.output<typeof progress>;

/** Undefined where there is none. Throws `input-malformed` for a file that is no progress of ours. */
export async function readProgress(path: string): Promise<Progress | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
  try {
    return progress.parse(JSON.parse(text));
  } catch (cause) {
    throw new DualwatchError('input-malformed', `${path} is damaged or of another version; --restart begins anew`, { cause });
  }
}

/** Whole or not at all: synced under another name, then renamed. */
export async function writeProgress(path: string, state: Progress): Promise<void> {
  const unfinished = `${path}.new`;
  const handle = await open(unfinished, 'w', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(state)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(unfinished, path);
}
