import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { memorySource } from '../../src/evidence/zip/byte-source.ts';
import { openZip } from '../../src/evidence/zip/zip-reader.ts';

/** Members of a package by name. */
export async function unpack(path: string): Promise<ReadonlyMap<string, Buffer>> {
  const source = memorySource(readFileSync(path));
  const { entries } = await openZip(source);
  const members = new Map<string, Buffer>();
  for (const { name, dataOffset, bytes } of entries) members.set(name, await source.read(dataOffset, bytes));
  return members;
}

/** The same as files below a folder. */
export async function unpackTo(path: string, folder: string): Promise<void> {
  for (const [name, content] of await unpack(path)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}
