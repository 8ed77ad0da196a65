import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import { DualwatchError } from '../model/errors.ts';

const PREFIX = 'upload-';
/** Nothing takes longer. */
const LEFT_MS = 24 * 3_600_000;
const MOST_AT_ONCE = 4;
/** The disk is looked at before the first byte, and again after so many. */
const LOOK_EVERY = 64 * 1024 * 1024;
let underWay = 0;

/**
 * Streams the body of a request into a file of the home for as long as `use` runs; then it is gone. Throws `media-type` for another kind of body,
 * `input-too-large` beyond `most` bytes, `disk-full` where less than `minFree` bytes would be left, and `too-many-requests`.
 */
export async function withUpload<Result>(
  request: FastifyRequest,
  {
    home,
    most,
    takes,
    minFree,
  }: { readonly home: string; readonly most: number; readonly takes: readonly string[]; readonly minFree: number },
  use: (file: string) => Promise<Result>,
): Promise<Result> {
  const type = (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (!takes.includes(type)) throw new DualwatchError('media-type', `send the file as ${takes.join(' or ')}`);
  if (underWay >= MOST_AT_ONCE)
    throw new DualwatchError('too-many-requests', `${MOST_AT_ONCE} files are sent and checked already; ask again in a while`);
  underWay += 1;
  const folder = join(home, 'tmp');
  const file = join(folder, `${PREFIX}${randomUUID()}`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await sweep(folder);
    await pipeline(
      request.raw,
      (chunks: AsyncIterable<Buffer>) => bounded(chunks, most, () => requireRoom(folder, minFree)),
      createWriteStream(file, { mode: 0o600, flags: 'wx' }),
    );
    return await use(file);
  } finally {
    underWay -= 1;
    await rm(file, { force: true });
  }
}

/** What a server that was killed has left. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(PREFIX)) continue;
    const found = await stat(join(folder, name)).catch(() => undefined);
    if (found !== undefined && Date.now() - found.mtimeMs > LEFT_MS) await rm(join(folder, name), { force: true });
  }
}

async function requireRoom(folder: string, minFree: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < minFree + LOOK_EVERY) throw new DualwatchError('disk-full', 'the disk of the server has no room for this file');
}

async function* bounded(chunks: AsyncIterable<Buffer>, most: number, look: () => Promise<void>): AsyncGenerator<Buffer> {
  let bytes = 0;
  let looked = -LOOK_EVERY;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > most) throw new DualwatchError('input-too-large', `the file has more than ${most} bytes`);
    if (bytes - looked >= LOOK_EVERY) {
      looked = bytes;
      await look();
    }
    yield chunk;
  }
}
