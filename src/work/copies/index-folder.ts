import { mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { sha256 } from '../../model/digest.ts';
import type { Segment } from '../../copies/index/segment.ts';
import { DurableWriter, type FileToWrite } from '../../evidence/durable-files.ts';
import { nodeFiles } from '../../evidence/node-files.ts';
import { COPY_INDEX_NAMES, newIndexes, packSegment, packTexts, unpackIndex, type CopyIndexes, type CopyIndexName } from './copy-indexes.ts';
import type { TextIndexParts } from './text-index.ts';

const FOLDER = 'indexes/copies';
const MANIFEST = 'index.json';

const fileSchema = z.strictObject({ file: z.string().regex(/^[a-z]+-[0-9a-f]{16}\.bin$/), sha256: z.string() });
const partsSchema = z.strictObject({ texts: fileSchema, segments: z.array(fileSchema) });
const manifestSchema = z.strictObject({
  format: z.literal(2),
  recipe: z.string(),
  lastNum: z.int().nonnegative(),
  lastForgotten: z.int().min(-1),
  words: partsSchema,
  facts: partsSchema,
});

/** Takes the index off the disk: what it holds of a forgotten text cannot be told from the rest. It is built again when notices are next compared. */
export async function dropCopyIndex(home: string): Promise<void> {
  const folder = join(home, FOLDER);
  await rm(folder, { recursive: true, force: true });
  if ((await nodeFiles.stat(dirname(folder))) !== undefined) await nodeFiles.syncFolder(dirname(folder));
}

type KeptFile = z.infer<typeof fileSchema>;

/**
 * The folder `indexes/copies` of a home: segments that are written once, what changes with every text beside them, and a manifest that names all of them
 * and is replaced last. Anything that is missing, damaged or of another recipe makes it worth nothing: the index is built again from the store.
 */
export class CopyIndexFolder {
  readonly #home: string;
  readonly #recipe: string;
  readonly #written = new WeakMap<Segment, KeptFile>();

  constructor(home: string, recipe: string) {
    this.#home = home;
    this.#recipe = recipe;
  }

  /** Undefined where there is no index that can be used. */
  async load(): Promise<CopyIndexes | undefined> {
    try {
      const bytes = await this.#read(MANIFEST);
      const manifest = manifestSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
      if (manifest.recipe !== this.#recipe) return undefined;
      const parts: Partial<Record<CopyIndexName, TextIndexParts>> = {};
      for (const name of COPY_INDEX_NAMES) {
        const { texts, segments } = manifest[name];
        const files: Uint8Array[] = [];
        for (const segment of segments) files.push(await this.#checked(segment));
        const unpacked = unpackIndex(await this.#checked(texts), files);
        unpacked.index.segments.forEach((segment, n) => segments[n] !== undefined && this.#written.set(segment, segments[n]));
        parts[name] = unpacked;
      }
      const { words, facts } = parts;
      return words && facts && newIndexes(manifest.lastForgotten, { words, facts }, manifest.lastNum);
    } catch {
      return undefined;
    }
  }

  /** Writes what is new of the indexes; files that are needed no more go. */
  async save(indexes: CopyIndexes): Promise<void> {
    await mkdir(join(this.#home, FOLDER), { recursive: true });
    const batch: FileToWrite[] = [];
    const sealed: [Segment, KeptFile][] = [];
    const add = (name: string, bytes: Uint8Array): KeptFile => {
      const digest = sha256(bytes);
      const kept = { file: `${name}-${digest.slice(0, 16)}.bin`, sha256: digest };
      batch.push({ path: `${FOLDER}/${kept.file}`, bytes });
      return kept;
    };
    const keep = (name: CopyIndexName): z.infer<typeof partsSchema> => {
      const parts = indexes[name].parts();
      const segments = parts.index.segments.map((segment) => {
        const kept = this.#written.get(segment) ?? add(name, packSegment(segment));
        sealed.push([segment, kept]);
        return kept;
      });
      return { segments, texts: add(`${name}texts`, packTexts(parts)) };
    };
    const { lastNum, lastForgotten } = indexes;
    const manifest = { format: 2 as const, recipe: this.#recipe, lastNum, lastForgotten, words: keep('words'), facts: keep('facts') };
    const writer = new DurableWriter(nodeFiles, this.#home);
    await writer.write(batch);
    await writer.write([{ path: `${FOLDER}/${MANIFEST}`, bytes: Buffer.from(JSON.stringify(manifest)) }]);
    for (const [segment, kept] of sealed) this.#written.set(segment, kept);
    const named = new Set([
      MANIFEST,
      ...COPY_INDEX_NAMES.flatMap((name) => [manifest[name].texts, ...manifest[name].segments]).map(({ file }) => file),
    ]);
    for (const file of await readdir(join(this.#home, FOLDER)))
      if (!named.has(file)) await nodeFiles.unlink(join(this.#home, FOLDER, file)).catch(() => undefined);
  }

  async #checked({ file, sha256: digest }: KeptFile): Promise<Uint8Array> {
    const bytes = await this.#read(file);
    if (sha256(bytes) !== digest) throw new Error(`${file} is damaged`);
    return bytes;
  }

  async #read(file: string): Promise<Uint8Array> {
    const bytes = await nodeFiles.read(join(this.#home, FOLDER, file));
    if (bytes === undefined) throw new Error(`there is no ${file}`);
    return bytes;
  }
}
