import { open, rm, type FileHandle } from 'node:fs/promises';
import { createHash, type Hash } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import type { Digest } from '../../model/digest.ts';
import { DualwatchError } from '../../model/errors.ts';
import { nodeFiles } from '../../evidence/node-files.ts';
import { holdOutput, type OutputHold } from './output-hold.ts';
import { readProgress, writeProgress, type Progress, type Tally } from './progress-file.ts';

/** Where results go. */
export interface ResultOutput {
  /** How far an earlier run had come, or null: those rows are read again, but neither screened nor written. */
  readonly resumed: { readonly rowsHash: string; readonly tally: Tally } | null;
  /** Whether another run can go on where this one stops. */
  readonly resumable: boolean;
  write(text: string): Promise<void>;
  /** All that was written is kept from here on, and belongs to these rows. */
  keep(rowsHash: string, tally: Tally): Promise<void>;
  /** The output is complete and takes its name. */
  finish(): Promise<void>;
  /** SHA-256 of all results, those of earlier runs too; once it is finished. */
  digest(): Digest;
  /** Closes what is open and leaves it for the next run. */
  close(): Promise<void>;
}

/**
 * Writes `<out>.partial` and renames it at the end, so that each row is there once whatever kills the run. Beside it `<out>.progress.json` says how many
 * bytes are complete; the same command cuts the output back to them and goes on.
 * Throws `usage` where input, lists or options are no longer those of the earlier run, unless `restart`, where `out` is a folder or is there already, unless
 * `overwrite`, and where another run writes it now; `disk-full` and `input-unreadable` as files do.
 */
export async function openResumableOutput(
  out: string,
  run: Readonly<Record<string, string>>,
  options: { readonly restart: boolean; readonly overwrite: boolean; readonly head: string },
): Promise<ResultOutput> {
  const path = resolve(out);
  const partial = `${path}.partial`;
  const progressPath = `${path}.progress.json`;
  if ((await nodeFiles.stat(dirname(path)))?.kind !== 'folder')
    throw new DualwatchError('usage', `--out ${out}: there is no folder ${dirname(path)}; make it or name another file`);
  const there = await nodeFiles.stat(path);
  if (there?.kind === 'folder') throw new DualwatchError('usage', `--out ${out} is a folder; name a file`);
  if (there !== undefined && !options.overwrite)
    throw new DualwatchError('usage', `${out} is there already; name another file, or write over it with --overwrite`);
  const hold = await acting(partial, () => holdOutput(path, out));
  try {
    return await openHeld({ path, partial, progressPath, out, hold }, run, options);
  } catch (error) {
    await hold.release();
    throw error;
  }
}

async function openHeld(
  { out, ...place }: Omit<Place, 'handle' | 'run' | 'hash'> & { readonly out: string },
  run: Place['run'],
  options: { readonly restart: boolean; readonly head: string },
): Promise<ResultOutput> {
  const { partial, progressPath } = place;
  if (options.restart) await Promise.all([rm(partial, { force: true }), rm(progressPath, { force: true })]);
  const earlier = await readProgress(progressPath);
  // The output has no name of its own yet, or is gone: then there is nothing to go on with.
  const size = earlier === undefined ? undefined : (await nodeFiles.stat(partial))?.bytes;
  const resumed = earlier !== undefined && size !== undefined && size >= earlier.bytes ? earlier : undefined;
  if (resumed !== undefined) checkSameRun(out, resumed.run, run);
  const handle = await acting(partial, () => open(partial, resumed === undefined ? 'w' : 'r+', 0o600));
  const bytes = resumed?.bytes ?? 0;
  await handle.truncate(bytes);
  const hash = createHash('sha256');
  if (bytes > 0)
    for await (const chunk of handle.createReadStream({ start: 0, end: bytes - 1, autoClose: false })) hash.update(chunk as Buffer);
  const output = new ResumableFile({ ...place, handle, run, hash }, resumed ?? null);
  if (resumed === undefined && options.head !== '') await output.write(options.head);
  return output;
}

interface Place {
  readonly handle: FileHandle;
  readonly partial: string;
  readonly path: string;
  readonly progressPath: string;
  readonly run: Readonly<Record<string, string>>;
  readonly hold: OutputHold;
  /** Of what stands in it already. */
  readonly hash: Hash;
}

class ResumableFile implements ResultOutput {
  readonly resumed: ResultOutput['resumed'];
  readonly resumable = true;
  readonly #handle: FileHandle;
  readonly #partial: string;
  readonly #path: string;
  readonly #progressPath: string;
  readonly #run: Readonly<Record<string, string>>;
  readonly #hold: OutputHold;
  readonly #hash: Hash;
  #bytes: number;
  #closed = false;

  constructor(place: Place, earlier: Progress | null) {
    this.#handle = place.handle;
    this.#partial = place.partial;
    this.#path = place.path;
    this.#progressPath = place.progressPath;
    this.#run = place.run;
    this.#hold = place.hold;
    this.#hash = place.hash;
    this.#bytes = earlier?.bytes ?? 0;
    this.resumed = earlier;
  }

  async write(text: string): Promise<void> {
    const buffer = Buffer.from(text);
    for (let at = 0; at < buffer.length;) {
      const { bytesWritten } = await acting(this.#partial, () => this.#handle.write(buffer, at, buffer.length - at, this.#bytes + at));
      at += bytesWritten;
    }
    this.#bytes += buffer.length;
    this.#hash.update(buffer);
  }

  async keep(rowsHash: string, tally: Tally): Promise<void> {
    const state: Progress = { version: 1, run: this.#run, rowsHash, bytes: this.#bytes, tally };
    await acting(this.#partial, () => this.#handle.sync());
    await acting(this.#progressPath, () => writeProgress(this.#progressPath, state));
    await nodeFiles.syncFolder(dirname(this.#path));
  }

  async finish(): Promise<void> {
    await acting(this.#partial, () => this.#handle.sync());
    await this.#handle.close();
    await nodeFiles.rename(this.#partial, this.#path);
    await nodeFiles.syncFolder(dirname(this.#path));
    await nodeFiles.unlink(this.#progressPath);
    await this.close();
  }

  digest(): Digest {
    return this.#hash.copy().digest('hex') as Digest;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    // It may be closed already; a second time does nothing.
    await this.#handle.close();
    await this.#hold.release();
  }
}

function checkSameRun(out: string, before: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): void {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((name) => before[name] !== now[name]);
  if (names.length === 0) return;
  const differences = names.map((name) => `${name} (then ${before[name] ?? 'none'}, now ${now[name] ?? 'none'})`);
  throw new DualwatchError(
    'usage',
    `An earlier run towards ${out} stopped before its end, with another ${differences.join(', ')}. Run it as it was to go on, or begin anew with --restart`,
  );
}

async function acting<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    if (cause instanceof DualwatchError) throw cause;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const full = code === 'ENOSPC' || code === 'EDQUOT';
    throw new DualwatchError(
      full ? 'disk-full' : 'input-unreadable',
      full
        ? `The disk is full: ${path} cannot be written. Make room and run the same command again; it goes on where it stopped`
        : `${path} cannot be written: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}
