import http, { type ClientRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

import { DualwatchError } from '../../model/errors.ts';
import type { Proxy } from '../../model/proxy.ts';
import { bareHost } from '../address-guard.ts';
import type { ConnectionRequest, Connections } from '../connections.ts';
import { recordedUrl } from '../exchange.ts';
import { ExchangeRecording } from '../exchange-recording.ts';
import { networkFailure } from '../failure.ts';
import type { Header, PrivateAllowance } from '../fetch-result.ts';
import { type BodyFraming, framingOf, headEnd } from '../message-framing.ts';
import { remoteOf } from '../proxy-connect.ts';
import { sendable, withoutCredentials } from '../request-head.ts';
import { tlsFacts } from '../tls-facts.ts';
import { listen, unlisten } from '../wire-tap.ts';
import { isForText, type Asked, type Exchange, type Traffic } from './traffic.ts';

/** Rules under which the browser's requests go out. */
export interface Outgoing {
  readonly connections: Connections;
  readonly allowance: PrivateAllowance | undefined;
  readonly proxy: Proxy | undefined;
  /** Headers that a request to this address carries beside its own, and no record; see `credentialsHere`. */
  readonly credentialsFor: (url: URL, request: IncomingMessage) => ReadonlyMap<string, string>;
  readonly traffic: Traffic;
  readonly headerBytes: number;
  readonly connectMs: number;
}

/** Sends one request of the browser on to its host, under the rules for addresses, and hands the answer back as it comes. */
export function forwardRequest(outgoing: Outgoing, request: IncomingMessage, response: ServerResponse, url: URL): void {
  const { traffic } = outgoing;
  const asked = { url, forText: isForText(request.headers) };
  const why = traffic.begin(asked);
  if (why !== undefined) {
    traffic.refuse(recordedUrl(url), why);
    response.destroy();
    return;
  }
  send(outgoing, request, response, asked, true);
}

function send(outgoing: Outgoing, request: IncomingMessage, response: ServerResponse, asked: Asked, mayRepeat: boolean): void {
  const { traffic } = outgoing;
  const { url } = asked;
  const { limits } = traffic;
  const credentials = outgoing.credentialsFor(url, request);
  const open = openExchange(url, request.method ?? 'GET', credentials, outgoing.headerBytes);
  const { recording } = open;
  let answer: IncomingMessage | undefined;
  let ended = false;
  const finish = (cut: Exchange['cut'], framing?: BodyFraming): void => {
    if (ended) return;
    ended = true;
    clearTimeout(connecting);
    traffic.end(asked, open.close(answer, cut, framing));
  };
  const stop = (cut: NonNullable<Exchange['cut']>): void => {
    finish(cut);
    upstream.destroy();
    response.destroy();
  };
  const upstream = startRequest(outgoing, url, request.method ?? 'GET', headersOf(request, url, credentials));
  const connecting = setTimeout(stop, outgoing.connectMs, 'time');
  open.attach(upstream, () => clearTimeout(connecting));
  recording.onOverflow = () => stop('length');
  upstream.on('error', (error) => {
    const stale = upstream.reusedSocket && recording.receivedBytes === 0;
    if (stale && mayRepeat && request.method === 'GET' && !ended) {
      ended = true;
      clearTimeout(connecting);
      open.close(undefined, 'disconnect');
      send(outgoing, request, response, asked, false);
      return;
    }
    if (!ended && recording.receivedBytes === 0) traffic.refuse(recordedUrl(url), reasonOf(error, url));
    finish('disconnect');
    response.destroy();
  });
  upstream.once('response', (message) => {
    answer = message;
    const framing = request.method === 'HEAD' ? ({ kind: 'none' } as const) : framingOf(message.statusCode ?? 0, message.headers);
    if (framing.kind === 'length' && framing.bytes > limits.bodyBytes) return stop('length');
    recording.limitTo(outgoing.headerBytes + limits.bodyBytes);
    if (ended) return undefined;
    response.writeHead(message.statusCode ?? 502, message.statusMessage ?? '', passedOn(message.rawHeaders));
    message.on('data', (chunk: Buffer) => {
      if (!traffic.take(chunk.length)) stop('length');
    });
    message.once('end', () => finish(undefined, framing));
    message.once('error', () => {
      finish('disconnect');
      response.destroy();
    });
    message.pipe(response);
    return undefined;
  });
  // 101 was not asked for.
  upstream.once('upgrade', (_message, socket) => {
    socket.destroy();
    stop('disconnect');
  });
  // The browser gave up: what has come until then is kept as far as it goes.
  response.once('close', () => {
    if (!response.writableFinished) stop('disconnect');
  });
  if (request.method === 'GET' || request.method === 'HEAD') upstream.end();
  else request.pipe(upstream);
}

export function startRequest(outgoing: Outgoing, url: URL, method: string, headers: readonly string[]): ClientRequest {
  const secure = url.protocol === 'https:';
  const options: ConnectionRequest = {
    agent: outgoing.connections.agent(secure),
    host: bareHost(url.hostname),
    port: url.port === '' ? (secure ? 443 : 80) : Number(url.port),
    method,
    path: url.pathname + url.search,
    headers: [...headers],
    maxHeaderSize: outgoing.headerBytes,
    insecureHTTPParser: true,
    allowance: outgoing.allowance,
    proxy: outgoing.proxy,
    connecting: {},
  };
  const request = (secure ? https : http).request(options);
  request.maxHeadersCount = 0;
  return request;
}

/** The record of an exchange while it runs. */
export function openExchange(url: URL, method: string, credentials: ReadonlyMap<string, string>, headerBytes: number) {
  const startedAt = new Date().toISOString();
  const startedMonotonicMs = performance.now();
  let socket: Socket | undefined;
  let remote: Pick<Exchange, 'remoteAddress' | 'remotePort' | 'tls'> = { remoteAddress: '', remotePort: 0 };
  const recording = Object.assign(new ExchangeRecording(headerBytes * 2, () => recording.onOverflow()), {
    onOverflow: (): void => undefined,
  });
  return {
    recording,
    attach(request: ClientRequest, connected: () => void): void {
      request.once('socket', (opened: Socket) => {
        socket = opened;
        connected();
        listen(opened, recording);
        remote = { ...remoteOf(opened), ...(opened instanceof TLSSocket ? { tls: tlsFacts(opened) } : {}) };
      });
    },
    /** Ends the recording; undefined where not even a connection was made. */
    close(answer: IncomingMessage | undefined, cut: Exchange['cut'], framing?: BodyFraming): Exchange | undefined {
      if (socket === undefined) return undefined;
      unlisten(socket, recording);
      const received = recording.response(cut === undefined ? framing : undefined);
      // Nothing may follow on a connection that brought more than it announced, nor on one that was left in the middle.
      if (received.surplus || cut !== undefined) socket.destroy();
      const sent = splitSent(recording.requestBytes(), credentials);
      return {
        url: recordedUrl(url),
        method,
        startedAt,
        endedAt: new Date().toISOString(),
        startedMonotonicMs,
        endedMonotonicMs: performance.now(),
        requestHead: sent.bytes,
        credentialsOmitted: sent.omitted,
        responseHead: received.head,
        responseBody: received.body,
        ...(received.interim.length > 0 ? { interimHeads: received.interim } : {}),
        truncated: cut !== undefined,
        ...(cut === undefined ? {} : { cut }),
        downgraded: false,
        status: answer?.statusCode ?? null,
        httpVersion: answer?.httpVersion ?? null,
        headers: pairsOf(answer?.rawHeaders ?? []),
        ...remote,
      };
    },
  };
}

/** The browser's headers in their order, without those that concern one connection alone (RFC 9110 §7.6.1). */
export function headersOf(
  request: IncomingMessage,
  url: URL,
  credentials: ReadonlyMap<string, string>,
  keep: readonly string[] = [],
): readonly string[] {
  const listed = (request.headers.connection ?? '').toLowerCase().split(/[\s,]+/);
  const left = new Set([...HOP_BY_HOP, ...listed, 'host', ...[...credentials.keys()].map((name) => name.toLowerCase())]);
  for (const name of keep) left.delete(name);
  const kept = pairsOf(request.rawHeaders).filter(([name, value]) => !left.has(name.toLowerCase()) && sendable(value) !== undefined);
  return ['Host', url.host, ...kept.flat(), ...[...credentials].flat()];
}

const HOP_BY_HOP = ['connection', 'proxy-connection', 'proxy-authorization', 'keep-alive', 'te', 'trailer', 'transfer-encoding', 'upgrade'];

/** Headers of an answer as the browser gets them: our connection to it is framed anew, and it is to try no other protocol. */
function passedOn(raw: readonly string[]): string[] {
  const left = new Set([...HOP_BY_HOP, 'proxy-authenticate', 'alt-svc']);
  return pairsOf(raw)
    .filter(([name, value]) => !left.has(name.toLowerCase()) && (value === '' || sendable(value) !== undefined))
    .flat();
}

export function pairsOf(raw: readonly string[]): readonly Header[] {
  const pairs: Header[] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) pairs.push([raw[at] ?? '', raw[at + 1] ?? '']);
  return pairs;
}

export function reasonOf(error: unknown, url: URL): string {
  if (error instanceof DualwatchError) return error.message;
  return networkFailure(error, url.host, false)?.message ?? (error instanceof Error ? error.message : String(error));
}

function splitSent(
  sent: Buffer,
  credentials: ReadonlyMap<string, string>,
): { readonly bytes: Uint8Array; readonly omitted: readonly string[] } {
  const end = headEnd(sent);
  const body = end === -1 ? sent.length : end;
  const { head, omitted } = withoutCredentials(sent.subarray(0, body), new Set([...credentials.keys()].map((name) => name.toLowerCase())));
  return { bytes: body === sent.length ? head : Buffer.concat([head, sent.subarray(body)]), omitted };
}
