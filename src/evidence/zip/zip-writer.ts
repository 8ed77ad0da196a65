import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import type { Digest } from '../../model/digest.ts';
import { DualwatchError } from '../../model/errors.ts';
import { whileWriting } from '../write-trouble.ts';
import { centralHeader, endRecords, localHeader } from './zip-format.ts';
import type { ZipMember } from './zip-format.ts';

/** A member that was written, with the digest that a list of members needs. */
export interface WrittenMember extends ZipMember {
  readonly sha256: Digest;
}

/** Bytes gathered before they go to the disk. */
const GATHERED = 1024 * 1024;

/**
 * Writes a zip of the form of `zip-format.ts` into a new file, member after member, in constant memory but for some hundred bytes a member. Digests are computed while the bytes pass.
 * Throws `disk-full`, and `input-unreadable` where the file cannot be written.
 */
export class ZipWriter {
  readonly #file: FileHandle;
  readonly #name: string;
  /** Values, not headers: a small buffer keeps the whole block alive that Node cut it from (64 KB). */
  readonly #directory: ZipMember[] = [];
  readonly #gathered = Buffer.allocUnsafe(GATHERED);
  #held = 0;
  /** Where the first gathered byte goes. */
  #from = 0;

  private constructor(file: FileHandle, name: string) {
    this.#file = file;
    this.#name = name;
  }

  /** `path` must not exist; `name` is what errors call the file. */
  static async create(path: string, name = path): Promise<ZipWriter> {
    return new ZipWriter(await whileWriting(name, open(path, 'wx', 0o600)), name);
  }

  /** Begins a member of at most `bytes` bytes; the one before must be ended or abandoned. */
  begin(name: string, bytes: number): MemberWriter {
    const offset = this.#from + this.#held;
    const room = localHeader({ name, crc32: 0, bytes }).length;
    return new MemberWriter(
      {
        append: (chunk) => this.#append(chunk),
        finish: async (member) => {
          const header = localHeader(member);
          // Only a member that grew or shrank across the bound of ZIP64 needs another header than the one it left room for.
          if (header.length !== room) throw new DualwatchError('internal', `${name} has ${member.bytes} bytes, ${bytes} were announced`);
          this.#directory.push(member);
          await this.#writeOver(offset, header);
        },
        abandon: () => this.#rewind(offset),
      },
      { name, offset },
      Buffer.alloc(room),
    );
  }

  /** A member that is at hand. */
  async add(name: string, content: Uint8Array | string): Promise<WrittenMember> {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const member = this.begin(name, bytes.length);
    await member.write(bytes);
    return member.end();
  }

  /** Writes the directory; the file is whole and on the disk when this resolves, to its size in bytes. */
  async finish(): Promise<number> {
    const offset = this.#from + this.#held;
    let bytes = 0;
    for (const member of this.#directory) {
      const header = centralHeader(member);
      bytes += header.length;
      await this.#append(header);
    }
    await this.#append(endRecords({ members: this.#directory.length, offset, bytes }));
    await this.#flush();
    await whileWriting(this.#name, this.#file.truncate(this.#from));
    await whileWriting(this.#name, this.#file.sync());
    await this.close();
    return this.#from;
  }

  /** Closes the file as it is. */
  async close(): Promise<void> {
    await this.#file.close();
  }

  async #append(chunk: Uint8Array): Promise<void> {
    if (this.#held + chunk.length > GATHERED) await this.#flush();
    if (chunk.length > GATHERED) {
      await this.#put(chunk, this.#from);
      this.#from += chunk.length;
      return;
    }
    this.#gathered.set(chunk, this.#held);
    this.#held += chunk.length;
  }

  async #flush(): Promise<void> {
    await this.#put(this.#gathered.subarray(0, this.#held), this.#from);
    this.#from += this.#held;
    this.#held = 0;
  }

  /** Over what stands there, gathered or on the disk: a header was appended in one piece, so it is the one or the other. */
  async #writeOver(at: number, bytes: Uint8Array): Promise<void> {
    if (at >= this.#from) this.#gathered.set(bytes, at - this.#from);
    else await this.#put(bytes, at);
  }

  #rewind(at: number): void {
    this.#held = Math.max(0, at - this.#from);
    this.#from = Math.min(this.#from, at);
  }

  async #put(bytes: Uint8Array, at: number): Promise<void> {
    for (let done = 0; done < bytes.length;)
      done += (await whileWriting(this.#name, this.#file.write(bytes, done, bytes.length - done, at + done))).bytesWritten;
  }
}

interface Place {
  append(chunk: Uint8Array): Promise<void>;
  finish(member: ZipMember): Promise<void>;
  abandon(): void;
}

/** One member under way. */
export class MemberWriter {
  readonly #place: Place;
  readonly #head: Pick<ZipMember, 'name' | 'offset'>;
  readonly #hash = createHash('sha256');
  #crc = 0;
  #bytes = 0;
  /** Stands in for the header until it is known; gone once it is written. */
  #room: Buffer | undefined;

  constructor(place: Place, head: Pick<ZipMember, 'name' | 'offset'>, room: Buffer) {
    this.#place = place;
    this.#head = head;
    this.#room = room;
  }

  async write(chunk: Uint8Array): Promise<void> {
    await this.#makeRoom();
    this.#hash.update(chunk);
    this.#crc = crc32(chunk, this.#crc);
    this.#bytes += chunk.length;
    await this.#place.append(chunk);
  }

  /** Of what was written so far. */
  digest(): Digest {
    return this.#hash.copy().digest('hex') as Digest;
  }

  async end(): Promise<WrittenMember> {
    await this.#makeRoom();
    const member = { ...this.#head, crc32: this.#crc, bytes: this.#bytes };
    await this.#place.finish(member);
    return { ...member, sha256: this.#hash.digest('hex') as Digest };
  }

  /** Takes back what was written of it. */
  abandon(): void {
    this.#place.abandon();
  }

  async #makeRoom(): Promise<void> {
    if (this.#room === undefined) return;
    const room = this.#room;
    this.#room = undefined;
    await this.#place.append(room);
  }
}
