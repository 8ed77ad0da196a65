/** What is known of a file or folder. */
export interface FileStatus {
  readonly kind: 'file' | 'folder' | 'other';
  readonly bytes: number;
  readonly mode: number;
  readonly modifiedMs: number;
}

/**
 * The file system as far as evidence needs it, with durability spelled out. Paths are those of the platform.
 *
 * What a loss of power leaves: the bytes of a file once {@link FileLayer.writeSynced} resolves, and a name (new, moved or gone)
 * once {@link FileLayer.syncFolder} of the folder that holds it resolves. Anything else may be there, or not.
 * Errors: `disk-full` for a full disk, `input-unreadable` for the rest, with the path in the message.
 */
export interface FileLayer {
  /** Makes a new file with these bytes, its data and length on disk when this resolves. Fails where the name is taken. */
  writeSynced(path: string, bytes: Uint8Array, mode?: number): Promise<void>;
  /** Gives a file another name, replacing what had it, in one step. */
  rename(from: string, to: string): Promise<void>;
  /** Gives a file a second name; resolves to false where that name is taken. */
  link(existing: string, path: string): Promise<boolean>;
  /** Puts the names in a folder on disk. */
  syncFolder(path: string): Promise<void>;
  /** Makes a folder and those above it; no error where they exist. */
  makeFolder(path: string): Promise<void>;
  /** Undefined where there is no such file. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** No error where there is no such file. */
  unlink(path: string): Promise<void>;
  /** Removes an empty folder; no error where there is none or where it is not empty. */
  removeFolder(path: string): Promise<void>;
  /** Undefined where there is nothing of that name. */
  stat(path: string): Promise<FileStatus | undefined>;
  /** Names in a folder, sorted; empty where there is no such folder. */
  list(path: string): Promise<readonly string[]>;
}
