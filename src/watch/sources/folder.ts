import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DualwatchError } from '../../model/errors.ts';

export interface FolderItem {
  /** `file:///…`, percent-encoded. */
  readonly url: string;
  readonly path: string;
  /** The file's name: until it is read, its title. */
  readonly title: string;
  readonly bytes: number;
  readonly modifiedAt: string;
  /**
   * `ready` to be read; `unsettled`: written to a moment ago, left for the next check; `too-large`; `unreadable`: see `problem`.
   */
  readonly status: 'ready' | 'unsettled' | 'too-large' | 'unreadable';
  readonly problem: string | null;
}

const READ = ['.html', '.htm', '.xhtml', '.mhtml', '.mht', '.txt', '.xml', '.json', '.pdf', '.docx', '.xlsx'];
/** Documents that are kept as evidence, and in which nothing is read. */
const KEPT = ['.doc', '.rtf', '.odt', '.wps', '.xls', '.ods', '.ppt', '.pptx', '.odp'];
const EXTENSIONS = new Set([...READ, ...KEPT]);
/** A file changed within this time may still be on its way. */
const SETTLE_MS = 2000;
const MAX_FILE_BYTES = 256 << 20;

/**
 * Files dropped into a folder, by name: documents that can be read, its own regular files only. A link is followed where it stays
 * inside the folder. An entry that cannot be looked at is listed as such and costs the others nothing.
 * Throws `input-unreadable` where the folder itself cannot be listed. `nowMs` is the clock that file times are compared with.
 */
export async function listFolder(path: string, nowMs: number = Date.now()): Promise<readonly FolderItem[]> {
  const folder = resolve(path);
  let root: string;
  let names: string[];
  try {
    root = await realpath(folder);
    names = await readdir(root);
  } catch (error) {
    throw new DualwatchError('input-unreadable', `The folder ${folder} cannot be listed: ${reasonOf(error)}`, {
      cause: error,
      retry: 'later',
    });
  }
  const wanted = names.filter((name) => isSomebodys(name) && EXTENSIONS.has(extname(name).toLowerCase()));
  const items: FolderItem[] = [];
  for (const name of wanted.toSorted()) {
    const item = await look(root, join(folder, name), name, nowMs);
    if (item !== null) items.push(item);
  }
  return items;
}

/** Names of the files of a folder that {@link listFolder} leaves out for what they are; none where it cannot be listed. */
export async function filesLeftOut(path: string): Promise<readonly string[]> {
  const entries = await readdir(resolve(path), { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && isSomebodys(entry.name) && !EXTENSIONS.has(extname(entry.name).toLowerCase()))
    .map(({ name }) => name)
    .toSorted();
}

/** Whether a file of the folder is a document that nothing is read in. */
export function isKeptUnread(name: string): boolean {
  return KEPT.includes(extname(name).toLowerCase());
}

/** Hidden files, and the locks of Office, are programs'. */
function isSomebodys(name: string): boolean {
  return !name.startsWith('.') && !name.startsWith('~$');
}

async function look(root: string, path: string, name: string, nowMs: number): Promise<FolderItem | null> {
  const item = { url: pathToFileURL(path).href, path, title: name };
  try {
    // Whoever may write into the folder must not make us read what only we may read.
    if ((await lstat(path)).isSymbolicLink() && !(await realpath(path)).startsWith(root + sep)) return null;
    const file = await stat(path);
    if (!file.isFile()) return null;
    const tooLarge = file.size > MAX_FILE_BYTES;
    const age = nowMs - Math.max(file.mtimeMs, file.ctimeMs);
    // A time in the future is a clock that differs, not a file in the making.
    const settled = age >= SETTLE_MS || age < -SETTLE_MS;
    return {
      ...item,
      bytes: file.size,
      modifiedAt: file.mtime.toISOString(),
      status: tooLarge ? 'too-large' : settled ? 'ready' : 'unsettled',
      problem: tooLarge ? `has ${file.size} bytes; at most ${MAX_FILE_BYTES} are read` : null,
    };
  } catch (error) {
    return { ...item, bytes: 0, modifiedAt: new Date(0).toISOString(), status: 'unreadable', problem: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
