import { Readable } from 'node:stream';
import { DualwatchError, asDualwatchError } from '../model/errors.ts';
import type { NoticeNews } from '../store/news-port.ts';
import type { Served } from './served.ts';

const MOST_CLIENTS = 200;
/** Of one user or key, so that nobody takes the place of all. */
const MOST_OF_ONE = 50;
const EVERY_MS = 500;
const HEARTBEAT_MS = 15_000;
/** How often it is asked whether clients may still follow. */
const RIGHTS_MS = 2000;
const PAGE = 500;
/** A client that does not read loses its stream; it comes back with the last id that it read. */
const MOST_UNREAD = 1024 * 1024;

export interface Follower {
  /** Tells one user or key from others. */
  readonly who: string;
  /** Whether they may still follow. */
  readonly may: () => Promise<boolean>;
}

interface Client extends Follower {
  readonly stream: Readable;
  /** The last news that it was sent. */
  seq: number;
}

/** News of notices for all who follow them as server-sent events: one look at the store serves all. */
export interface ChangesStream {
  /**
   * A stream of all news after `seq`, or of those from now on; ends after those there are, or for a follower once they may no more. Throws `too-many-requests`.
   */
  open(seq: number | undefined, follower?: Follower): Promise<Readable>;
  /** Ends all streams. */
  close(): void;
}

const streams = new WeakMap<Served, ChangesStream>();

/** The stream of a served home. */
export function changesStreamOf(served: Served): ChangesStream {
  const known = streams.get(served) ?? changesStream(served);
  streams.set(served, known);
  return known;
}

function changesStream({ store, note }: Served): ChangesStream {
  const clients = new Set<Client>();
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let beat = Date.now();
  let asked = Date.now();
  let looking = false;

  async function look(): Promise<void> {
    if (looking) return;
    looking = true;
    try {
      if (Date.now() - asked >= RIGHTS_MS) {
        asked = Date.now();
        for (const client of clients) if (!(await client.may())) end(client);
        if (clients.size === 0) return;
      }
      const from = Math.min(...[...clients].map(({ seq }) => seq));
      const latest = await store.news.latest();
      if (latest > from) await send(from);
      if (Date.now() - beat >= HEARTBEAT_MS) {
        beat = Date.now();
        for (const client of clients) write(client, ': here\n\n');
      }
    } catch (error) {
      note('warn', `changes cannot be streamed: ${asDualwatchError(error).message}`);
    } finally {
      looking = false;
    }
  }

  async function send(from: number): Promise<void> {
    const { news, seq } = await store.news.list(from, PAGE);
    for (const client of clients) {
      const text = news.filter((one) => one.seq > client.seq).map(eventOf);
      if (text.length > 0) write(client, text.join(''));
      client.seq = Math.max(client.seq, seq);
    }
  }

  function write(client: Client, text: string): void {
    if (client.stream.destroyed) return drop(client);
    if (client.stream.readableLength > MOST_UNREAD) {
      drop(client);
      client.stream.destroy();
      return;
    }
    client.stream.push(text);
  }

  function end(client: Client): void {
    client.stream.push(null);
    drop(client);
  }

  function drop(client: Client): void {
    clients.delete(client);
    if (clients.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  }

  return {
    async open(after, follower) {
      const stream = new Readable({ read: () => undefined });
      const start = after ?? (await store.news.latest());
      const first = await store.news.list(start, PAGE);
      stream.push('retry: 2000\n\n');
      // Some are no longer known: the client reads what it shows anew, and goes on from here.
      if (first.forgotten) stream.push(`id: ${first.seq}\nevent: reset\ndata: {}\n\n`);
      else if (first.news.length > 0) stream.push(first.news.map(eventOf).join(''));
      if (follower === undefined) {
        stream.push(null);
        return stream;
      }
      const client: Client = { ...follower, stream, seq: first.forgotten ? await store.news.latest() : first.seq };
      if (closed) throw new DualwatchError('store-busy', 'the server is stopping');
      if (clients.size >= MOST_CLIENTS || [...clients].filter(({ who }) => who === client.who).length >= MOST_OF_ONE)
        throw new DualwatchError(
          'too-many-requests',
          `at most ${MOST_CLIENTS} clients follow the changes at once, ${MOST_OF_ONE} of them with one login or key; ask again in a while`,
        );
      clients.add(client);
      stream.once('close', () => drop(client));
      timer ??= setInterval(() => void look(), EVERY_MS).unref();
      return stream;
    },
    close() {
      closed = true;
      for (const client of clients) end(client);
    },
  };
}

function eventOf({ seq, ...news }: NoticeNews): string {
  return `id: ${seq}\nevent: change\ndata: ${JSON.stringify(news)}\n\n`;
}
