import { crc32 } from 'node:zlib';
import { gzipHeaderLength } from '../gzip-member.ts';
import type { Feed } from './byte-feed.ts';
import { inflateChunks } from './inflate-chunks.ts';

/** Fixed bytes, an extra field and a name. */
const MAX_HEADER = 70_000;

/** Unpacks the one gzip member (RFC 1952) that the feed begins with, in pieces, and takes exactly its bytes; CRC and size are checked at its end. Throws Error with the reason. */
export async function* gunzipMember(feed: Feed): AsyncGenerator<Buffer, void, undefined> {
  await feed.fill(MAX_HEADER);
  feed.take(gzipHeaderLength(feed.held, 0));
  let [check, length] = [0, 0];
  for await (const chunk of inflateChunks(feed)) {
    check = crc32(chunk, check);
    length += chunk.length;
    yield chunk;
  }
  if (!(await feed.fill(8))) throw new Error('the file ends inside of a gzip member');
  const trailer = feed.take(8);
  if (trailer.readUInt32LE(0) !== check) throw new Error('the CRC of the gzip member is wrong');
  if (trailer.readUInt32LE(4) !== length % 2 ** 32) throw new Error('the size of the gzip member is wrong');
}
