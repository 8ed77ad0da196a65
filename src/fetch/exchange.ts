import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

import type { Proxy } from '../model/proxy.ts';
import { bareHost } from './address-guard.ts';
import type { ConnectionRequest, Connections } from './connections.ts';
import { contentCodings, createContentDecoder, type ContentDecoder } from './content-decoder.ts';
import { ExchangeRecording } from './exchange-recording.ts';
import { networkFailure } from './failure.ts';
import { remoteOf } from './proxy-connect.ts';
import type { Failure, Header, Hop, PrivateAllowance } from './fetch-result.ts';
import type { Limits } from './limits.ts';
import { type BodyFraming, framingOf } from './message-framing.ts';
import { listen, unlisten } from './wire-tap.ts';
import { withoutCredentials } from './request-head.ts';
import { tlsFacts } from './tls-facts.ts';

export interface ExchangeRequest {
  /** Without user and password. */
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** What is posted; a GET where there is none. */
  readonly posted?: Uint8Array | undefined;
  /** Lower-case names of `headers` that must not be recorded. */
  readonly secretHeaders: ReadonlySet<string>;
  readonly allowance: PrivateAllowance | undefined;
  readonly proxy: Proxy | undefined;
  readonly limits: Limits;
  /** What is left of the total time. */
  readonly remainingMs: number;
  readonly downgraded: boolean;
  readonly signal: AbortSignal | undefined;
}

export type ExchangeResult =
  | { readonly hop: Hop & { readonly status: number }; readonly body: Uint8Array; readonly bodyProblem?: string }
  | {
      readonly hop?: Hop;
      readonly failure: Failure;
      /** Nothing came on a connection kept from before: the server had closed it, the request may be sent again. */ readonly stale: boolean;
    };

/**
 * Sends one GET or POST and records it: connecting → waiting for the head → reading the body → done, or failed from any of them.
 * Never throws for what the network or the server does; an error that is neither is a bug and rejects.
 */
export function exchange(connections: Connections, wanted: ExchangeRequest): Promise<ExchangeResult> {
  const { url, limits, signal } = wanted;
  const { promise, resolve, reject } = Promise.withResolvers<ExchangeResult>();
  const startedMonotonicMs = performance.now();
  const startedAt = new Date().toISOString();
  const secure = url.protocol === 'https:';
  const host = bareHost(url.hostname);
  const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port);
  const connecting: { socket?: Socket | undefined } = {};

  let settled = false;
  let socket: Socket | undefined;
  let response: IncomingMessage | undefined;
  let decoder: ContentDecoder | undefined;
  let received: Hop | undefined;
  let remote: Pick<Hop, 'remoteAddress' | 'remotePort' | 'tls'> = { remoteAddress: '', remotePort: 0 };
  const plainParts: Buffer[] = [];
  const recording = new ExchangeRecording(limits.headerBytes * 2, () => {
    if (response) fail({ kind: 'too-large', message: `${host} sent a body of more than ${limits.bodyBytes} bytes`, lost: 'address' });
    else if (!recording.hasHead())
      fail({
        kind: 'headers-too-large',
        message: `${host} sent a response head of more than ${limits.headerBytes} bytes`,
        lost: 'address',
      });
  });

  const deadline = startedMonotonicMs + wanted.remainingMs;
  const timeOut = (what: string): void =>
    fail({ kind: 'timeout', message: `${host} ${what} in time`, lost: recording.receivedBytes > 0 ? 'address' : 'host' });
  const timer = (ms: number, what: string): NodeJS.Timeout =>
    setTimeout(timeOut, Math.max(1, Math.min(ms, deadline - performance.now())), what);
  let waiting: NodeJS.Timeout | undefined;
  const waitFor = (ms: number, what: string): void => {
    clearTimeout(waiting);
    waiting = timer(ms, what);
  };

  const hop = (truncated: boolean, framing: BodyFraming | undefined): { readonly hop: Hop; readonly surplus: boolean } => {
    const recorded = recording.response(framing);
    const sent = recording.requestBytes();
    const head = wanted.posted === undefined ? sent : sent.subarray(0, sent.indexOf('\r\n\r\n') + 4);
    const request = withoutCredentials(head, wanted.secretHeaders);
    return {
      surplus: recorded.surplus,
      hop: {
        url: recordedUrl(url),
        startedAt,
        endedAt: new Date().toISOString(),
        startedMonotonicMs,
        endedMonotonicMs: performance.now(),
        requestHead: request.head,
        credentialsOmitted: request.omitted,
        responseHead: recorded.head,
        responseBody: recorded.body,
        ...(recorded.interim.length > 0 ? { interimHeads: recorded.interim } : {}),
        truncated,
        downgraded: wanted.downgraded,
        status: response?.statusCode ?? null,
        httpVersion: response?.httpVersion ?? null,
        headers: response ? headerPairs(response.rawHeaders) : [],
        ...remote,
      },
    };
  };
  const settle = (): boolean => {
    if (settled) return false;
    settled = true;
    clearTimeout(waiting);
    signal?.removeEventListener('abort', abort);
    if (socket) unlisten(socket, recording);
    return true;
  };
  const fail = (failure: Failure): void => {
    if (!settle()) return;
    const stale = request.reusedSocket && recording.receivedBytes === 0 && failure.kind === 'reset';
    decoder?.abort();
    request.destroy();
    connecting.socket?.destroy();
    resolve({ failure, stale, ...(socket ? { hop: received ?? hop(true, undefined).hop } : {}) });
  };
  const failWith = (error: unknown): void => {
    const failure = networkFailure(error, host, recording.receivedBytes > 0);
    if (failure) return fail(failure);
    if (!settle()) return undefined;
    request.destroy();
    return reject(error);
  };
  const abort = (): void => fail({ kind: 'aborted', message: `the visit of ${host} was stopped`, lost: 'address' });

  const complete = async (message: IncomingMessage, framing: BodyFraming): Promise<void> => {
    const { hop: whole, surplus } = hop(false, framing);
    received = whole;
    // Before the agent gets the connection back, which it does in the next tick.
    if (surplus) socket?.destroy();
    if (socket) unlisten(socket, recording);
    const decoded = decoder ? await decoder.end() : { bytes: framing.kind === 'chunked' ? Buffer.concat(plainParts) : whole.responseBody };
    if (!settle()) return;
    resolve({
      hop: { ...whole, status: message.statusCode ?? 0 },
      body: decoded.bytes,
      ...('problem' in decoded && decoded.problem !== undefined ? { bodyProblem: decoded.problem } : {}),
    });
  };

  const options: ConnectionRequest = {
    agent: connections.agent(secure),
    ...(wanted.posted === undefined ? {} : { method: 'POST' }),
    host,
    port,
    path: url.pathname + url.search,
    headers: wanted.headers,
    maxHeaderSize: limits.headerBytes,
    // Portals send bare line feeds, folded lines and length beside chunks, and every browser reads them. What leniency risks elsewhere is a second
    // response hidden behind the first; here responses are never pipelined and a connection with surplus bytes is closed.
    insecureHTTPParser: true,
    allowance: wanted.allowance,
    proxy: wanted.proxy,
    connecting,
  };
  const request: ClientRequest = (secure ? https : http).request(options);
  waitFor(limits.connectMs, 'could not be connected to');
  request.maxHeadersCount = 0;
  request.once('socket', (opened: Socket) => {
    if (settled) return;
    socket = opened;
    connecting.socket = undefined;
    listen(opened, recording);
    remote = {
      ...remoteOf(opened),
      ...(opened instanceof TLSSocket ? { tls: tlsFacts(opened) } : {}),
    };
    waitFor(limits.firstByteMs, 'did not answer');
  });
  request.on('error', failWith);
  request.once('response', (message) => {
    if (settled) return;
    response = message;
    const framing = framingOf(message.statusCode ?? 0, message.headers);
    if (framing.kind === 'length' && framing.bytes > limits.bodyBytes)
      return fail({
        kind: 'too-large',
        message: `${host} announces a body of ${framing.bytes} bytes; the limit is ${limits.bodyBytes}`,
        lost: 'address',
      });
    recording.limitTo(limits.headerBytes + limits.bodyBytes);
    if (settled) return;
    waitFor(Infinity, 'did not finish its answer');
    const codings = contentCodings(message.headers['content-encoding'], message.headers['transfer-encoding']);
    if (codings.length > 0)
      decoder = createContentDecoder(codings, limits, (what) => fail({ kind: 'bomb', message: `${host}: ${what}`, lost: 'address' }));
    message.on('data', (chunk: Buffer) => {
      if (decoder) decoder.write(chunk);
      else if (framing.kind === 'chunked') plainParts.push(chunk);
    });
    message.once('end', () => void complete(message, framing).catch(reject));
    message.once('error', (error: NodeJS.ErrnoException) => {
      if (recording.endedByPeer && error.code === 'ECONNRESET')
        fail({ kind: 'protocol', message: `${host} closed the connection before the end of what it announced`, lost: 'address' });
      else failWith(error);
    });
  });
  // 101 is not asked for; Node would otherwise end the connection without a word.
  request.once('upgrade', (_message, upgraded) => {
    upgraded.destroy();
    fail({ kind: 'protocol', message: `${host} changed the protocol unasked`, lost: 'address' });
  });
  if (signal?.aborted) abort();
  else signal?.addEventListener('abort', abort, { once: true });
  request.end(wanted.posted);
  return promise;
}

/** An address without its fragment, which no server ever sees. */
export function recordedUrl(url: URL): string {
  return url.hash === '' ? url.href : url.href.slice(0, -url.hash.length);
}

function headerPairs(raw: readonly string[]): readonly Header[] {
  const pairs: Header[] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) pairs.push([raw[at] ?? '', raw[at + 1] ?? '']);
  return pairs;
}
