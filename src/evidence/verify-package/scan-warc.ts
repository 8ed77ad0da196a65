import { createHash } from 'node:crypto';
import type { Digest } from '../../model/digest.ts';
import { isGzip, readGzipMember } from '../gzip-member.ts';
import { ByteFeed } from '../zip/byte-feed.ts';
import type { Feed } from '../zip/byte-feed.ts';
import { gunzipMember } from '../zip/gunzip-member.ts';
import { ZipFault } from '../zip/zip-fault.ts';
import { RecordSink } from './record-sink.ts';
import type { ReadRecord } from './record-sink.ts';

/** A record and the bytes of the file that hold it: a gzip member, or header, block and closing lines. */
export interface ScannedRecord extends ReadRecord {
  readonly offset: number;
  readonly length: number;
  readonly gzip: boolean;
  /** Of those bytes; `bare` leaves the closing lines of a plain record out, as some indexes do. */
  readonly sha256: Digest;
  readonly bareSha256: Digest;
}

/** Why a WARC file cannot be read on, and from which byte. */
export class WarcFault extends Error {
  readonly offset: number;

  constructor(offset: number, why: string) {
    super(why);
    this.name = 'WarcFault';
    this.offset = offset;
  }
}

const FIRST_LOOK = 1024 * 1024;
const SECOND_LOOK = 4 * FIRST_LOOK;
/** A record that unpacks to more is hashed piece by piece. */
const WHOLE_BYTES = 8 * FIRST_LOOK;
const CLOSING_BYTES = 4;

/**
 * The records of a WARC file that comes in pieces, one after another, none kept: gzip with one record a member, or plain. Every byte must belong to one.
 * Memory does not depend on the length of file or records. Throws {@link WarcFault} at the first byte that cannot be read; `unpackedLimit` bounds what all records unpack to.
 */
export async function* scanWarc(chunks: AsyncIterable<Buffer>, unpackedLimit: number): AsyncGenerator<ScannedRecord, void, undefined> {
  const feed = new ByteFeed(chunks);
  let unpacked = 0;
  const spend = (bytes: number): void => {
    unpacked += bytes;
    if (unpacked > unpackedLimit) throw new Error(`it unpacks to more than ${unpackedLimit} bytes: that is a bomb`);
  };
  while (await feed.fill(1)) {
    const offset = feed.offset;
    try {
      await feed.fill(2);
      yield { ...(isGzip(feed.held, 0) ? await gzipRecord(feed, spend) : await plainRecord(feed)), offset };
    } catch (error) {
      if (error instanceof ZipFault) throw error;
      throw new WarcFault(offset, error instanceof Error ? error.message : String(error));
    }
  }
}

async function plainRecord(feed: ByteFeed): Promise<Omit<ScannedRecord, 'offset'>> {
  const sink = new RecordSink();
  const [whole, start] = [createHash('sha256'), feed.offset];
  let last: Buffer = Buffer.alloc(0);
  const bare = createHash('sha256');
  while (!sink.done && (await feed.fill(1))) {
    const piece = feed.take(sink.push(feed.held));
    whole.update(piece);
    // The last four bytes are held back until it is known that more follow.
    last = last.length === 0 ? piece : Buffer.concat([last, piece]);
    if (last.length > CLOSING_BYTES) {
      bare.update(last.subarray(0, -CLOSING_BYTES));
      last = last.subarray(-CLOSING_BYTES);
    }
  }
  return {
    ...sink.finish(),
    length: feed.offset - start,
    gzip: false,
    sha256: whole.digest('hex') as Digest,
    bareSha256: bare.digest('hex') as Digest,
  };
}

async function gzipRecord(feed: ByteFeed, spend: (bytes: number) => void): Promise<Omit<ScannedRecord, 'offset'>> {
  const sink = new RecordSink();
  const member = await wholeMember(feed);
  if (member !== undefined) {
    spend(member.content.length);
    pushAll(sink, member.content);
    const raw = createHash('sha256').update(feed.take(member.length)).digest('hex') as Digest;
    return { ...sink.finish(), length: member.length, gzip: true, sha256: raw, bareSha256: raw };
  }
  return longRecord(feed, sink, spend);
}

/** The member where it is short, and sound as far as gzip goes. */
async function wholeMember(feed: ByteFeed): Promise<ReturnType<typeof readGzipMember> | undefined> {
  for (const look of [18, FIRST_LOOK, SECOND_LOOK]) {
    const before = feed.held.length;
    const more = await feed.fill(look);
    if (look !== 18 && feed.held.length === before) return undefined;
    try {
      return readGzipMember(feed.held, 0, WHOLE_BYTES);
    } catch (error) {
      // What goes on, or is broken, is told by the long way.
      if (error instanceof RangeError || (!more && look !== 18)) return undefined;
    }
  }
  return undefined;
}

async function longRecord(feed: ByteFeed, sink: RecordSink, spend: (bytes: number) => void): Promise<Omit<ScannedRecord, 'offset'>> {
  const start = feed.offset;
  const whole = createHash('sha256');
  const watched: Feed = {
    get held() {
      return feed.held;
    },
    fill: (count) => feed.fill(count),
    take(count) {
      const taken = feed.take(count);
      whole.update(taken);
      return taken;
    },
  };
  for await (const chunk of gunzipMember(watched)) {
    spend(chunk.length);
    pushAll(sink, chunk);
  }
  const raw = whole.digest('hex') as Digest;
  return { ...sink.finish(), length: feed.offset - start, gzip: true, sha256: raw, bareSha256: raw };
}

function pushAll(sink: RecordSink, bytes: Buffer): void {
  for (let at = 0; at < bytes.length;) {
    if (sink.done) throw new Error('a gzip member holds more than one record');
    at += sink.push(at === 0 ? bytes : bytes.subarray(at));
  }
}
