import { dirname, join, sep } from 'node:path';
import type { FileLayer, FileStatus } from './file-layer.ts';

/** Thrown by {@link ForgetfulFiles} where the power goes. Not a {@link DualwatchError}: no code may catch it and go on. */
export class PowerLoss extends Error {
  constructor(operation: string) {
    super(`the power went at ${operation}`);
    this.name = 'PowerLoss';
  }
}

interface File {
  readonly bytes: Uint8Array;
  readonly mode: number;
}

/**
 * A file system in memory that forgets at {@link ForgetfulFiles.crash} all that was not synced: names whose folder was not synced, and
 * the bytes of files whose writing was cut off. Tests use it to prove the order of writes: run an act with the power going at each
 * operation in turn, and look at what is left.
 */
export class ForgetfulFiles implements FileLayer {
  /** Names in use, and names on disk: path → file. Folders are sets of paths. */
  #files = new Map<string, File>();
  #folders = new Set<string>([sep]);
  #syncedFiles = new Map<string, File>();
  #syncedFolders = new Set<string>([sep]);
  /** Changing operations so far. */
  operations = 0;
  #failAt = Number.POSITIVE_INFINITY;

  /** Lets the power go at the n-th changing operation from here (0: the next). A write is then half done. */
  failAfter(operations: number): void {
    this.#failAt = this.operations + operations;
  }

  /**
   * Back to what is on disk, power on. `survives` says which unsynced names were written nevertheless: a disk may be ahead of what it
   * promised. By default none.
   */
  crash(survives: (path: string) => boolean = () => false): void {
    const [files, folders] = [this.#syncedFiles, this.#syncedFolders];
    for (const path of this.#folders) if (!folders.has(path) && survives(path)) folders.add(path);
    for (const path of folders) if (!this.#folders.has(path) && survives(path)) folders.delete(path);
    for (const path of new Set([...this.#files.keys(), ...files.keys()])) {
      if (this.#files.get(path) === files.get(path) || !survives(path)) continue;
      const now = this.#files.get(path);
      if (now === undefined) files.delete(path);
      else files.set(path, now);
    }
    // A name whose folder is gone is gone with it.
    const reachable = (path: string): boolean => path === sep || (folders.has(path) && reachable(dirname(path)));
    this.#syncedFolders = new Set([...folders].filter(reachable));
    this.#syncedFiles = new Map([...files].filter(([path]) => reachable(dirname(path))));
    this.#files = new Map(this.#syncedFiles);
    this.#folders = new Set(this.#syncedFolders);
    this.#failAt = Number.POSITIVE_INFINITY;
  }

  async writeSynced(path: string, bytes: Uint8Array, mode = 0o644): Promise<void> {
    if (this.#files.has(path)) throw new Error(`EEXIST: ${path}`);
    this.#needFolder(dirname(path));
    if (this.operations >= this.#failAt) this.#files.set(path, { bytes: bytes.slice(0, bytes.length / 2), mode });
    this.#change(`write ${path}`);
    this.#files.set(path, { bytes: bytes.slice(), mode });
  }

  async rename(from: string, to: string): Promise<void> {
    const file = this.#files.get(from);
    if (file === undefined) throw new Error(`ENOENT: ${from}`);
    this.#needFolder(dirname(to));
    this.#change(`rename ${to}`);
    this.#files.delete(from);
    this.#files.set(to, file);
  }

  async link(existing: string, path: string): Promise<boolean> {
    const file = this.#files.get(existing);
    if (file === undefined) throw new Error(`ENOENT: ${existing}`);
    if (this.#files.has(path)) return false;
    this.#change(`link ${path}`);
    this.#files.set(path, file);
    return true;
  }

  async syncFolder(path: string): Promise<void> {
    this.#needFolder(path);
    this.#change(`sync ${path}`);
    for (const known of [this.#files, this.#syncedFiles]) {
      for (const name of [...known.keys()].filter((name) => dirname(name) === path)) {
        const file = this.#files.get(name);
        if (file === undefined) this.#syncedFiles.delete(name);
        else this.#syncedFiles.set(name, file);
      }
    }
    for (const folder of this.#folders) if (dirname(folder) === path) this.#syncedFolders.add(folder);
    for (const folder of this.#syncedFolders)
      if (dirname(folder) === path && !this.#folders.has(folder)) this.#syncedFolders.delete(folder);
  }

  async makeFolder(path: string): Promise<void> {
    for (let at = path; !this.#folders.has(at); at = dirname(at)) {
      this.#change(`make ${at}`);
      this.#folders.add(at);
    }
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    return this.#files.get(path)?.bytes.slice();
  }

  async unlink(path: string): Promise<void> {
    this.#change(`unlink ${path}`);
    this.#files.delete(path);
  }

  async removeFolder(path: string): Promise<void> {
    if ((await this.list(path)).length > 0) return;
    this.#change(`remove ${path}`);
    this.#folders.delete(path);
  }

  async stat(path: string): Promise<FileStatus | undefined> {
    const file = this.#files.get(path);
    if (file !== undefined) return { kind: 'file', bytes: file.bytes.length, mode: file.mode, modifiedMs: 0 };
    return this.#folders.has(path) ? { kind: 'folder', bytes: 0, mode: 0o755, modifiedMs: 0 } : undefined;
  }

  async list(path: string): Promise<readonly string[]> {
    const within = path === sep ? sep : path + sep;
    return [...this.#files.keys(), ...this.#folders]
      .filter((name) => name !== sep && name.startsWith(within) && join(within, name.slice(within.length).split(sep)[0] ?? '') === name)
      .map((name) => name.slice(within.length))
      .toSorted();
  }

  /** Every file in use, by path: for comparing two histories. */
  contents(): ReadonlyMap<string, Uint8Array> {
    return new Map([...this.#files].map(([path, file]) => [path, file.bytes]));
  }

  #needFolder(path: string): void {
    if (!this.#folders.has(path)) throw new Error(`ENOENT: no folder ${path}`);
  }

  #change(operation: string): void {
    if (this.operations >= this.#failAt) throw new PowerLoss(operation);
    this.operations += 1;
  }
}
