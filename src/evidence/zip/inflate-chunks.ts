import { createInflateRaw } from 'node:zlib';
import type { Feed } from './byte-feed.ts';

const OUTPUT_BYTES = 64 * 1024;
const INPUT_BYTES = 64 * 1024;

/**
 * Unpacks the one deflate stream (RFC 1951) that the feed begins with, in pieces, and takes exactly its bytes from the feed. Memory does not depend on its length.
 * Throws what zlib throws for a broken or unfinished stream.
 */
export async function* inflateChunks(feed: Feed): AsyncGenerator<Buffer, void, undefined> {
  const inflate = createInflateRaw({ chunkSize: OUTPUT_BYTES });
  const state = { ended: false };
  inflate.on('end', () => void (state.ended = true));
  const fed = feedInto(inflate, feed, state);
  // A failure of the feed reaches the reader through the stream.
  fed.catch((error: unknown) => inflate.destroy(error instanceof Error ? error : new Error(String(error))));
  for await (const chunk of inflate) yield chunk as Buffer;
  await fed;
}

/** One piece at a time, so that what the stream did not want is still in the feed. */
async function feedInto(inflate: ReturnType<typeof createInflateRaw>, feed: Feed, state: { readonly ended: boolean }): Promise<void> {
  let written = 0;
  while (!state.ended && (await feed.fill(1))) {
    const piece = feed.held.subarray(0, INPUT_BYTES);
    const failure = await new Promise<Error | null | undefined>((resolve) => void inflate.write(piece, resolve));
    if (failure) return;
    const wanted = inflate.bytesWritten - written;
    feed.take(wanted);
    written += wanted;
    if (wanted < piece.length) return;
  }
  inflate.end();
}
