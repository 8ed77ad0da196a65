import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

import type { PrivateAllowance } from '../fetch-result.ts';

export type Answer = string | ((request: IncomingMessage, response: ServerResponse) => void);

export interface WebServer {
  readonly origin: string;
  readonly allowance: PrivateAllowance;
  /** Every request and upgrade so far: method, path, headers, body. */
  readonly requests: { readonly method: string; readonly path: string; readonly headers: IncomingMessage['headers']; body: string }[];
  set(path: string, answer: Answer): void;
  /** Takes each WebSocket that is opened. */
  onUpgrade(take: (request: IncomingMessage, socket: Duplex) => void): void;
  paths(): readonly string[];
  close(): Promise<void>;
}

/** A site on loopback for browsers: HTML by path; what has no answer is a 404. With a certificate it speaks https alone. */
export async function startWebServer(tls?: { readonly key: string; readonly cert: string }): Promise<WebServer> {
  const answers = new Map<string, Answer>();
  const requests: WebServer['requests'] = [];
  const see = (request: IncomingMessage): WebServer['requests'][number] => {
    const seen = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body: '' };
    requests.push(seen);
    return seen;
  };
  const serve = (request: IncomingMessage, response: ServerResponse): void => {
    const seen = see(request);
    request.on('data', (chunk: Buffer) => (seen.body += chunk.toString()));
    const answer = answers.get(seen.path) ?? answers.get(seen.path.split('?')[0] ?? '');
    if (typeof answer === 'function') return answer(request, response);
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(answer ?? 'not here');
    return undefined;
  };
  const server = tls ? https.createServer(tls, serve) : http.createServer(serve);
  let upgrade: (request: IncomingMessage, socket: Duplex) => void = (_, socket) => socket.destroy();
  server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
    see(request);
    socket.on('error', () => undefined).on('end', () => socket.destroy());
    upgrade(request, socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    allowance: { host: '127.0.0.1', port },
    requests,
    set: (path, answer) => void answers.set(path, answer),
    onUpgrade: (take) => (upgrade = take),
    paths: () => requests.map(({ path }) => path),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
