import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import { DualwatchError } from '../model/errors.ts';

/**
 * Streams the body of a request into a file of the home for as long as `use` runs; then it is gone. Throws `media-type` for another kind of body and
 * `input-too-large` beyond `most` bytes.
 */
export async function withUpload<Result>(
  request: FastifyRequest,
  { home, most, takes }: { readonly home: string; readonly most: number; readonly takes: readonly string[] },
  use: (file: string) => Promise<Result>,
): Promise<Result> {
  const type = (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (!takes.includes(type)) throw new DualwatchError('media-type', `send the file as ${takes.join(' or ')}`);
  const folder = join(home, 'tmp');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `upload-${randomUUID()}`);
  try {
    await pipeline(request.raw, bounded(most), createWriteStream(file, { mode: 0o600, flags: 'wx' }));
    return await use(file);
  } finally {
    await rm(file, { force: true });
  }
}

function bounded(most: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > most) done(new DualwatchError('input-too-large', `the file has more than ${most} bytes`));
      else done(null, chunk);
    },
  });
}
