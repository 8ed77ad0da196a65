import { open, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { whileWriting } from '../write-trouble.ts';

/** Bytes of lines held before they go to a file of their own. */
const HELD_BYTES = 16 * 1024 * 1024;
const READ_BYTES = 256 * 1024;

/** Lines in the order of their bytes, any number of them in constant memory: what does not fit is sorted in parts that are merged (`<path>.1`, `<path>.2` …). */
export class SortedLines {
  readonly #path: string;
  readonly #limit: number;
  /** Each character is a byte of UTF-8, so that strings compare as their bytes do. */
  #lines: string[] = [];
  #bytes = 0;
  readonly #parts: FileHandle[] = [];

  constructor(path: string, limitBytes = HELD_BYTES) {
    this.#path = path;
    this.#limit = limitBytes;
  }

  /** `lines` have no line breaks. */
  async add(lines: readonly string[]): Promise<void> {
    for (const line of lines) {
      const bytes = Buffer.from(line).toString('latin1');
      this.#lines.push(bytes);
      this.#bytes += bytes.length + 1;
    }
    if (this.#bytes >= this.#limit) await this.#spill();
  }

  /** All lines with their line breaks, in chunks. Once. */
  async *sorted(): AsyncGenerator<Buffer, void, undefined> {
    this.#lines.sort();
    const sources = [...this.#parts.map((part) => linesOf(part)), linesHeld(this.#lines)];
    const heads = await Promise.all(sources.map(async (source) => (await source.next()).value ?? undefined));
    let chunk: string[] = [];
    let bytes = 0;
    for (;;) {
      let least: number | undefined;
      heads.forEach((head, n) => {
        const best = least === undefined ? undefined : heads[least];
        if (head !== undefined && (best === undefined || head < best)) least = n;
      });
      const line = least === undefined ? undefined : heads[least];
      if (least === undefined || line === undefined) break;
      chunk.push(line, '\n');
      bytes += line.length + 1;
      heads[least] = (await sources[least]?.next())?.value ?? undefined;
      if (bytes < READ_BYTES) continue;
      yield Buffer.from(chunk.join(''), 'latin1');
      [chunk, bytes] = [[], 0];
    }
    if (chunk.length > 0) yield Buffer.from(chunk.join(''), 'latin1');
  }

  /** Removes the files. */
  async close(): Promise<void> {
    for (const [n, part] of this.#parts.splice(0).entries()) {
      await part.close();
      await rm(`${this.#path}.${n + 1}`, { force: true });
    }
  }

  async #spill(): Promise<void> {
    const path = `${this.#path}.${this.#parts.length + 1}`;
    const part = await whileWriting(path, open(path, 'wx+', 0o600));
    this.#parts.push(part);
    this.#lines.sort();
    for (let from = 0; from < this.#lines.length; from += 1000)
      await whileWriting(path, part.appendFile(`${this.#lines.slice(from, from + 1000).join('\n')}\n`, 'latin1'));
    [this.#lines, this.#bytes] = [[], 0];
  }
}

async function* linesHeld(lines: readonly string[]): AsyncGenerator<string, undefined, undefined> {
  yield* lines;
  return undefined;
}

async function* linesOf(file: FileHandle): AsyncGenerator<string, undefined, undefined> {
  const chunk = Buffer.alloc(READ_BYTES);
  let rest = '';
  for (let at = 0; ;) {
    const { bytesRead } = await file.read(chunk, 0, chunk.length, at);
    if (bytesRead === 0) return undefined;
    at += bytesRead;
    const lines = (rest + chunk.toString('latin1', 0, bytesRead)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
