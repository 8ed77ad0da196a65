import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Deserializer, Serializer } from 'node:v8';
import { sha256 } from '../../model/digest.ts';
import { codeDigest, type DigestedFolder } from './code-digest.ts';

/** The same in a checkout and in the package: where the command keeps what it need not make at each start, or undefined. */
const cacheFolder = createRequire(import.meta.url)('../../../bin/cache-folder.js') as () => string | undefined;

/** Folders whose code makes what is kept, this one among them: a change of any file there makes it anew. Whoever keeps a value does so here. */
const MAKERS: readonly DigestedFolder[] = ['catalogue', 'model', 'recognise', 'text', 'work/packaged'];
const DIGEST_BYTES = 32;
/** Files kept of one name: several versions of the program may share a folder. */
const MOST = 8;

/**
 * What `make` gives for `inputs`, a digest of all that it reads beside the code: from the user's cache folder where an earlier process left it, else made and
 * left there for the next. Plain data only (objects, arrays, maps, sets, patterns, typed arrays). A file that is broken, of another user or made by other code
 * is as good as none, and a folder that cannot be written changes nothing.
 */
export function keptValue<Value>(name: string, inputs: string, make: () => Value, folder: string | null = cacheFolder() ?? null): Value {
  if (folder === null) return make();
  const { arch, versions } = process;
  code ??= codeDigest(MAKERS);
  const key = sha256([name, inputs, code, arch, versions.v8, versions['unicode']].join('\n')).slice(0, 24);
  const path = join(folder, `${name}-${key}.bin`);
  const body = readOwn(path);
  if (body !== undefined) {
    try {
      return valueOf(body) as Value;
    } catch {
      // what says it is whole and is not readable is made anew
    }
  }
  const value = make();
  write(folder, name, path, bodyOf(value));
  return value;
}

/** Typed arrays as values of their own: what `serialize` of Node makes of them are views that hold the whole file in memory. */
function bodyOf(value: unknown): Buffer {
  const serializer = new Serializer();
  serializer.writeHeader();
  serializer.writeValue(value);
  return serializer.releaseBuffer();
}

function valueOf(body: Buffer): unknown {
  const deserializer = new Deserializer(body);
  deserializer.readHeader();
  return deserializer.readValue();
}

/** The body of a file of this user whose digest is right. */
function readOwn(path: string): Buffer | undefined {
  try {
    const stat = lstatSync(path);
    if (!stat.isFile() || (process.getuid !== undefined && stat.uid !== process.getuid())) return undefined;
    const bytes = readFileSync(path);
    const body = bytes.subarray(DIGEST_BYTES);
    return digest(body).equals(bytes.subarray(0, DIGEST_BYTES)) ? body : undefined;
  } catch {
    return undefined;
  }
}

/** Whole or not at all, whoever else writes or reads; the oldest files of the name go. */
function write(folder: string, name: string, path: string, body: Buffer): void {
  const draft = `${path}.${process.pid}.${performance.now()}`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(draft, Buffer.concat([digest(body), body]), { mode: 0o600, flag: 'wx' });
    renameSync(draft, path);
    for (const old of filesOf(folder, name).slice(MOST)) rmSync(old, { force: true });
  } catch {
    discard(draft);
  }
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // there is not even a folder
  }
}

/** Files of a name, newest first. */
function filesOf(folder: string, name: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.startsWith(`${name}-`))
    .map((file) => ({ path: join(folder, file), at: lstatSync(join(folder, file)).mtimeMs }))
    .toSorted((a, b) => b.at - a.at)
    .map(({ path }) => path);
}

let code: string | undefined;

function digest(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
