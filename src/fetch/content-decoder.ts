import zlib from 'node:zlib';

import type { Limits } from './limits.ts';

export interface Decoded {
  readonly bytes: Uint8Array;
  /** What went wrong; `bytes` holds what could be decoded until then. */
  readonly problem?: string;
}

/** Undoes content coding while the body comes in, within bounds. */
export interface ContentDecoder {
  write(chunk: Buffer): void;
  end(): Promise<Decoded>;
  abort(): void;
}

/** The codings that were laid on a body, in order: those of Content-Encoding, then those of Transfer-Encoding; `identity` and `chunked` left out. */
export function contentCodings(contentEncoding: string | undefined, transferEncoding: string | undefined): readonly string[] {
  return `${contentEncoding ?? ''},${transferEncoding ?? ''}`
    .split(',')
    .map((coding) =>
      coding
        .trim()
        .toLowerCase()
        .replace(/^x-(?=gzip$)/, ''),
    )
    .filter((coding) => coding !== '' && coding !== 'identity' && coding !== 'chunked');
}

/**
 * A decoder for gzip, deflate (zlib or raw), br and zstd, at most two of them nested.
 * `onBomb` is called, once, when the output of any stage passes the limits of size or ratio; the decoder has stopped by then.
 */
export function createContentDecoder(
  codings: readonly string[],
  limits: Pick<Limits, 'decodedBytes' | 'decodedRatio'>,
  onBomb: (message: string) => void,
): ContentDecoder {
  const unknown = codings.find((coding) => !KNOWN.has(coding));
  const refusal =
    unknown !== undefined
      ? `the content coding "${unknown}" is not known`
      : codings.length > 2
        ? `${codings.length} nested content codings`
        : undefined;
  const output: Buffer[] = [];
  const input: Buffer[] = [];
  let outputBytes = 0;
  let problem = refusal;
  let stopped = false;
  const { promise, resolve } = Promise.withResolvers<Decoded>();

  const finish = (): void => {
    if (stopped) return;
    if (problem !== undefined && outputBytes === 0 && (refusal !== undefined || looksPlain(input)))
      resolve({ bytes: Buffer.concat(input), problem });
    else resolve({ bytes: Buffer.concat(output, outputBytes), ...(problem === undefined ? {} : { problem }) });
  };
  const stop = (): void => {
    stopped = true;
    for (const stage of stages) stage.destroy();
  };
  let next: Sink = {
    write: (chunk) => {
      outputBytes += chunk.length;
      output.push(chunk);
    },
    end: finish,
    destroy: () => {},
  };
  const stages: Sink[] = [];
  for (const coding of refusal === undefined ? codings : []) {
    next = createStage(coding, next, limits, {
      problem: (message) => (problem ??= message),
      bomb: (message) => {
        if (stopped) return;
        stop();
        output.length = 0;
        onBomb(message);
      },
    });
    stages.push(next);
  }
  const first = next;
  return {
    write: (chunk) => {
      if (stopped) return;
      input.push(chunk);
      if (refusal === undefined) first.write(chunk);
    },
    end: () => {
      if (refusal === undefined) first.end();
      else finish();
      return promise;
    },
    abort: stop,
  };
}

const KNOWN: ReadonlySet<string> = new Set(['gzip', 'deflate', 'br', 'zstd']);
const RATIO_FREE_BYTES = 1024 * 1024;
const CHUNK = { chunkSize: 32 * 1024 };

interface Sink {
  write(chunk: Buffer): void;
  end(): void;
  destroy(): void;
}

interface StageReports {
  problem(message: string): void;
  bomb(message: string): void;
}

function createStage(coding: string, next: Sink, limits: Pick<Limits, 'decodedBytes' | 'decodedRatio'>, report: StageReports): Sink {
  let engine: zlib.Gunzip | zlib.BrotliDecompress | zlib.ZstdDecompress | undefined;
  let state: 'sniffing' | 'decoding' | 'plain' | 'over' = 'sniffing';
  let head: Buffer = Buffer.alloc(0);
  let pending = 0;
  let ended = false;
  let inBytes = 0;
  let outBytes = 0;

  const over = (): void => {
    if (state === 'over') return;
    state = 'over';
    next.end();
  };
  const start = (): void => {
    const sniffed = engineFor(coding, head);
    if (sniffed === undefined) {
      report.problem(`the body is announced as ${coding}, but is not`);
      state = 'plain';
      return;
    }
    engine = sniffed;
    state = 'decoding';
    engine.on('data', (chunk: Buffer) => {
      outBytes += chunk.length;
      if (outBytes > limits.decodedBytes) report.bomb(`the body unpacks (${coding}) to more than ${limits.decodedBytes} bytes`);
      else if (outBytes > RATIO_FREE_BYTES && outBytes > inBytes * limits.decodedRatio)
        report.bomb(`the body unpacks (${coding}) to more than ${limits.decodedRatio} times its size`);
      else next.write(chunk);
    });
    engine.once('error', (error) => {
      report.problem(`the ${coding} coding is broken: ${error.message}`);
      over();
    });
    engine.once('end', over);
  };
  const feed = (chunk: Buffer): void => {
    if (state === 'plain') next.write(chunk);
    if (state !== 'decoding' || !engine) return;
    pending += 1;
    engine.write(chunk, () => {
      pending -= 1;
      flush();
    });
  };
  // The engine is ended only when it has taken everything in: an end inside the last chunk would lose that chunk's output if the body is cut short.
  const flush = (): void => {
    if (ended && pending === 0 && state === 'decoding') engine?.end();
  };
  return {
    write: (chunk) => {
      inBytes += chunk.length;
      if (state !== 'sniffing') return feed(chunk);
      head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
      // Empty in br is one byte; the others are known by two.
      if (head.length < 2 && coding !== 'br') return undefined;
      start();
      return feed(head);
    },
    end: () => {
      ended = true;
      if (state === 'sniffing') {
        if (head.length > 0) {
          report.problem(`the ${coding} coding is cut short`);
          next.write(head);
        }
        over();
      } else if (state === 'plain') over();
      else flush();
    },
    destroy: () => {
      state = 'over';
      engine?.destroy();
    },
  };
}

/** Servers say `deflate` for zlib (RFC 1950) and for raw deflate (RFC 1951) alike, and `gzip` for what is not compressed at all. */
function engineFor(coding: string, head: Buffer): zlib.Gunzip | zlib.BrotliDecompress | zlib.ZstdDecompress | undefined {
  const [first = 0, second = 0] = head;
  if (coding === 'gzip') return first === 0x1f && second === 0x8b ? zlib.createGunzip(CHUNK) : undefined;
  if (coding === 'br') return zlib.createBrotliDecompress(CHUNK);
  if (coding === 'zstd') return first === 0x28 && second === 0xb5 ? zlib.createZstdDecompress(CHUNK) : undefined;
  return (first & 15) === 8 && ((first << 8) | second) % 31 === 0 ? zlib.createInflate(CHUNK) : zlib.createInflateRaw(CHUNK);
}

function looksPlain(chunks: readonly Buffer[]): boolean {
  const start = Buffer.concat(chunks.slice(0, 8)).subarray(0, 512);
  return start.length > 0 && start.every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13);
}
