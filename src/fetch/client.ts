import type { LookupFunction } from 'node:net';

import { DualwatchError } from '../model/errors.ts';
import { openConnections } from './connections.ts';
import { credentialsOf } from './credentials.ts';
import { exchange, recordedUrl, type ExchangeRequest, type ExchangeResult } from './exchange.ts';
import { hookFailure } from './failure.ts';
import type { Failure, FetchFailure, FetchRequest, FetchResult, FetchSuccess, Hop, PostRequest } from './fetch-result.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { redirectOf } from './redirect.ts';
import { postHeaders, requestHeaders, sendable } from './request-head.ts';

export interface ClientOptions {
  /** Version of Dualwatch, for the User-Agent. */
  readonly version: string;
  /** An address or URL where the operator can be reached, for the User-Agent. */
  readonly contact?: string | undefined;
  readonly limits?: Partial<Limits> | undefined;
  /** Certificates (PEM) trusted beside those of Node. */
  readonly ca?: string | readonly string[] | undefined;
  /** Resolver of names, as `dns.lookup`; what it answers is filtered before use. */
  readonly lookup?: LookupFunction | undefined;
  /** How long an unused connection is kept (8 s). */
  readonly idleMs?: number | undefined;
  /** How many unused connections are kept, all hosts together (1000). */
  readonly maxIdle?: number | undefined;
}

export interface Client {
  readonly userAgent: string;
  /** Visits one address and follows its redirects. What the network does is in the result; throws `usage` for credentials that are no header, and what `beforeHop` throws beyond refusals. */
  get(request: FetchRequest): Promise<FetchResult>;
  /**
   * Sends one message; a redirect is an answer like any other and not followed, since what was sent is for the address that the user named.
   * It may arrive twice: a connection that the server closed just then makes it go out again.
   */
  post(request: PostRequest): Promise<FetchResult>;
  /** Closes unused connections. */
  close(): void;
}

/** The one HTTP client: polite (it says who it is), guarded (no private networks), bounded, and exact about the bytes. Throws `config` for a contact that no header can hold. */
export function createClient(options: ClientOptions): Client {
  const connections = openConnections(options);
  const userAgent = userAgentOf(options);
  const send: Send = (wanted) => exchange(connections, wanted);
  const limitsOf = (request: Pick<FetchRequest, 'limits'>): Limits => ({ ...DEFAULT_LIMITS, ...options.limits, ...request.limits });
  return {
    userAgent,
    get: (request) => visit(request, limitsOf(request), userAgent, send),
    post: (request) => post(request, limitsOf(request), userAgent, send),
    close: connections.close,
  };
}

type Send = (wanted: ExchangeRequest) => Promise<ExchangeResult>;

async function visit(request: FetchRequest, limits: Limits, userAgent: string, send: Send): Promise<FetchResult> {
  const hops: Hop[] = [];
  const start = URL.parse(request.url);
  if (!isWeb(start)) return badUrl(start);
  let credentials = credentialsOf(request.credentials, start);
  start.username = '';
  start.password = '';
  const validatorsUrl = request.validatorsUrl === undefined ? recordedUrl(start) : recordedUrl(new URL(request.validatorsUrl, start.href));
  const visited = new Set<string>();
  let url = start;
  let remainingMs = limits.totalMs;
  let downgraded = false;
  const failed = (failure: Failure): FetchFailure => ({ ok: false, hops, finalUrl: recordedUrl(url), failure });

  for (let index = 0; ; index += 1) {
    visited.add(recordedUrl(url));
    const stopped = await beforeHop(request, url, index);
    if (stopped) return failed(stopped);
    if (request.signal?.aborted) return failed({ kind: 'aborted', message: `the visit of ${url.host} was stopped`, lost: 'address' });
    const conditional = recordedUrl(url) === validatorsUrl;
    const result = await sendFresh(send, {
      url,
      headers: requestHeaders({
        host: url.host,
        userAgent,
        credentials,
        etag: conditional ? sendable(request.etag) : undefined,
        lastModified: conditional ? sendable(request.lastModified) : undefined,
      }),
      secretHeaders: new Set([...credentials.keys()].map((name) => name.toLowerCase())),
      allowance: request.allowPrivate,
      proxy: request.proxy,
      limits,
      remainingMs,
      downgraded,
      signal: request.signal,
    });
    if (result.hop) {
      hops.push(result.hop);
      remainingMs -= result.hop.endedMonotonicMs - result.hop.startedMonotonicMs;
    }
    if ('failure' in result) return failed(result.failure);
    const { hop } = result;
    const redirect = redirectOf(hop.status, hop.headers, url);
    if (redirect.kind === 'none') return answered(result, hops, url);
    if (redirect.kind === 'bad') return failed({ kind: 'bad-redirect', message: redirect.message, lost: 'address' });
    if (visited.has(recordedUrl(redirect.url)))
      return failed({
        kind: 'redirect-loop',
        message: `${url.host} redirects in a circle, back to ${recordedUrl(redirect.url)}`,
        lost: 'address',
      });
    if (index >= limits.redirects)
      return failed({
        kind: 'too-many-redirects',
        message: `${start.host} redirects more than ${limits.redirects} times`,
        lost: 'address',
      });
    if (remainingMs <= 0)
      return failed({ kind: 'timeout', message: `${start.host} did not come to an end of its redirects in time`, lost: 'address' });
    // Once the chain has left the origin, whoever it went through chose where it goes: nothing is sent any more, not even back home.
    if (redirect.url.origin !== url.origin) credentials = new Map();
    downgraded = url.protocol === 'https:' && redirect.url.protocol === 'http:';
    url = redirect.url;
  }
}

async function post(request: PostRequest, limits: Limits, userAgent: string, send: Send): Promise<FetchResult> {
  const url = URL.parse(request.url);
  if (!isWeb(url)) return badUrl(url);
  const credentials = credentialsOf(request.credentials, url);
  url.username = '';
  url.password = '';
  const { body, contentType, headers = {} } = request;
  const result = await sendFresh(send, {
    url,
    headers: postHeaders({ host: url.host, userAgent, contentType, bytes: body.length, headers, credentials }),
    posted: body,
    secretHeaders: new Set([...credentials.keys()].map((name) => name.toLowerCase())),
    allowance: request.allowPrivate,
    proxy: undefined,
    limits,
    remainingMs: limits.totalMs,
    downgraded: false,
    signal: request.signal,
  });
  const hops = result.hop ? [result.hop] : [];
  return 'failure' in result ? { ok: false, hops, finalUrl: recordedUrl(url), failure: result.failure } : answered(result, hops, url);
}

function answered(result: Exclude<ExchangeResult, { failure: Failure }>, hops: readonly Hop[], url: URL): FetchSuccess {
  const { hop, body, bodyProblem } = result;
  return {
    ok: true,
    hops,
    finalUrl: recordedUrl(url),
    status: hop.status,
    headers: hop.headers,
    body,
    ...(bodyProblem === undefined ? {} : { bodyProblem }),
    notModified: hop.status === 304,
  };
}

function isWeb(url: URL | null): url is URL {
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:');
}

function badUrl(url: URL | null): FetchFailure {
  return {
    ok: false,
    hops: [],
    finalUrl: url ? withoutUser(url) : '',
    failure: { kind: 'bad-url', message: 'only addresses that begin with http:// or https:// can be visited', lost: 'address' },
  };
}

async function beforeHop(request: FetchRequest, url: URL, index: number): Promise<Failure | undefined> {
  try {
    await request.beforeHop?.(new URL(url), index);
    return undefined;
  } catch (error) {
    const failure = error instanceof DualwatchError ? hookFailure(error) : undefined;
    if (!failure) throw error;
    return failure;
  }
}

/** A server may close a kept connection just as the request leaves; then it is sent again, on another one. */
async function sendFresh(send: Send, wanted: ExchangeRequest): Promise<ExchangeResult> {
  for (let attempt = 0; ; attempt += 1) {
    const result = await send(wanted);
    if (!('failure' in result) || !result.stale || attempt >= 4) return result;
  }
}

function withoutUser(url: URL): string {
  url.username = '';
  url.password = '';
  return recordedUrl(url);
}

function userAgentOf({ version, contact }: ClientOptions): string {
  if (contact === undefined || contact === '') return `Dualwatch/${version}`;
  if (/[^\x20-\x7e]|[()]/.test(contact))
    throw new DualwatchError(
      'config',
      `the contact "${contact}" cannot stand in a header; write a mail address or a URL in plain ASCII, without brackets`,
    );
  return `Dualwatch/${version} (+${contact})`;
}
