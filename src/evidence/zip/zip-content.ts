import { crc32 } from 'node:zlib';
import { inflateChunks } from './inflate-chunks.ts';
import type { ByteSource } from './byte-source.ts';
import { ByteFeed } from './byte-feed.ts';
import { ZipFault } from './zip-fault.ts';
import type { ZipEntry } from './zip-reader.ts';

const CHUNK_BYTES = 1024 * 1024;

/** The content of a member, in pieces of up to a megabyte; its length and CRC are checked at the end. Throws {@link ZipFault}. */
export async function* contentOf(source: ByteSource, entry: ZipEntry): AsyncGenerator<Buffer, void, undefined> {
  let [check, length] = [0, 0];
  for await (const chunk of entry.method === 0 ? storedChunks(source, entry) : deflatedChunks(source, entry)) {
    length += chunk.length;
    if (length > entry.bytes) break;
    check = crc32(chunk, check);
    yield chunk;
  }
  if (length !== entry.bytes)
    throw new ZipFault(`it holds ${length > entry.bytes ? 'more' : 'fewer'} bytes than announced (${entry.bytes})`, entry.name);
  if (check !== entry.crc32) throw new ZipFault('its content does not have the CRC that its header gives', entry.name);
}

async function* storedChunks(source: ByteSource, entry: ZipEntry): AsyncGenerator<Buffer, void, undefined> {
  for (let at = 0; at < entry.packed; at += CHUNK_BYTES) yield source.read(entry.dataOffset + at, Math.min(CHUNK_BYTES, entry.packed - at));
}

async function* deflatedChunks(source: ByteSource, entry: ZipEntry): AsyncGenerator<Buffer, void, undefined> {
  const feed = new ByteFeed(storedChunks(source, entry));
  try {
    yield* inflateChunks(feed);
  } catch (error) {
    throw new ZipFault(`its content cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`, entry.name);
  }
  if (await feed.fill(1)) throw new ZipFault('bytes follow its packed content', entry.name);
}
