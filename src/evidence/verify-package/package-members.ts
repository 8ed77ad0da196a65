import type { Digest } from '../../model/digest.ts';
import type { Zip, ZipEntry } from '../zip/zip-reader.ts';
import { contentOf } from '../zip/zip-content.ts';

/** The members of an opened package, by name. */
export class PackageMembers {
  readonly #zip: Zip;
  readonly #byName: ReadonlyMap<string, ZipEntry>;
  /** SHA-256 of each member that was read through. */
  readonly digests = new Map<string, Digest>();

  /** In the order of the zip. */
  readonly names: readonly string[];

  constructor(zip: Zip) {
    this.#zip = zip;
    this.names = zip.entries.map(({ name }) => name);
    this.#byName = new Map(zip.entries.map((entry) => [entry.name, entry]));
  }

  get zip(): Zip {
    return this.#zip;
  }

  entry(name: string): ZipEntry | undefined {
    return this.#byName.get(name);
  }

  has(name: string): boolean {
    return this.#byName.has(name);
  }

  /** Content in pieces; nothing where there is no such member. Throws `ZipFault`. */
  async *open(name: string): AsyncGenerator<Buffer, void, undefined> {
    const entry = this.#byName.get(name);
    if (entry !== undefined) yield* contentOf(this.#zip.source, entry);
  }

  /** Content as a whole; undefined where there is no such member. Throws Error for one over `maxBytes`. */
  async read(name: string, maxBytes: number): Promise<Buffer | undefined> {
    const entry = this.#byName.get(name);
    if (entry === undefined) return undefined;
    if (entry.bytes > maxBytes) throw new Error(`it has ${entry.bytes} bytes; more than ${maxBytes} are not read`);
    const chunks: Buffer[] = [];
    for await (const chunk of this.open(name)) chunks.push(chunk);
    return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
  }
}
