import type { CaptureRow } from '../../model/notice.ts';
import { DualwatchError } from '../../model/errors.ts';
import { ZipWriter } from '../zip/zip-writer.ts';
import type { WrittenMember } from '../zip/zip-writer.ts';
import { archiveCapture } from './archive-capture.ts';
import type { ArchivedCapture } from './archive-capture.ts';
import { datapackageOf, signedDigestOf } from './datapackage.ts';
import { compareMembers, MEMBERS } from './layout.ts';
import type { Datapackage, LeftOut } from './layout.ts';
import type { PackageKey } from './package-key.ts';
import { SortedLines } from './sorted-lines.ts';

/** Bytes of a stream gathered before they are hashed. */
const CHUNK_BYTES = 64 * 1024;

/**
 * Writes the members of a package in their order ({@link compareMembers}), each once: captures, index, the rest, then the datapackage and its signature. States: open → sealed or closed. Memory
 * holds one record of a capture and some hundred bytes for each member.
 */
export class PackageWriter {
  readonly #zip: ZipWriter;
  readonly #index: SortedLines;
  readonly #members: WrittenMember[] = [];

  private constructor(zip: ZipWriter, index: SortedLines) {
    this.#zip = zip;
    this.#index = index;
  }

  /** `path` must not exist, `name` is what errors call the file; what does not fit into memory is kept beside it for the time. */
  static async create(path: string, name = path): Promise<PackageWriter> {
    return new PackageWriter(await ZipWriter.create(path, name), new SortedLines(`${path}.index`));
  }

  /** Puts in the file of a capture, or says why it cannot be. */
  async archive(capture: CaptureRow, path: string): Promise<ArchivedCapture | LeftOut['why']> {
    const done = await archiveCapture(this.#zip, this.#index, capture, path);
    if (typeof done === 'string') return done;
    this.#note(done.member);
    return done.archived;
  }

  /** The index of everything archived. */
  async writeIndex(): Promise<void> {
    await this.stream(MEMBERS.index, this.#index.sorted());
  }

  async add(name: string, content: Uint8Array | string): Promise<void> {
    this.#note(await this.#zip.add(name, content));
  }

  /** A member that comes in parts. */
  async stream(name: string, parts: AsyncIterable<Uint8Array | string>): Promise<void> {
    const member = this.#zip.begin(name, 0);
    let gathered: Uint8Array[] = [];
    let bytes = 0;
    for await (const part of parts) {
      const chunk = typeof part === 'string' ? Buffer.from(part) : part;
      gathered.push(chunk);
      bytes += chunk.length;
      if (bytes < CHUNK_BYTES) continue;
      await member.write(Buffer.concat(gathered));
      [gathered, bytes] = [[], 0];
    }
    await member.write(Buffer.concat(gathered));
    this.#note(await member.end());
  }

  /** Writes datapackage and signature; the file is whole and on the disk when this resolves, to its size in bytes. */
  async seal(about: Pick<Datapackage, 'title' | 'software' | 'created'>, key: PackageKey): Promise<number> {
    const datapackage = datapackageOf(about, this.#members);
    await this.add(MEMBERS.datapackage, datapackage);
    await this.add(MEMBERS.digest, signedDigestOf(datapackage, about, key));
    await this.#index.close();
    return this.#zip.finish();
  }

  /** Ends without a package; no error where it is sealed. */
  async close(): Promise<void> {
    await this.#index.close();
    await this.#zip.close();
  }

  #note(member: WrittenMember): void {
    const last = this.#members.at(-1);
    if (last !== undefined && compareMembers(last.name, member.name) >= 0)
      throw new DualwatchError('internal', `${member.name} was written to a package after ${last.name}`);
    this.#members.push(member);
  }
}
