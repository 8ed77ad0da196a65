import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import net, { type AddressInfo, type Server, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import tls from 'node:tls';

import { forwardRequest, type Outgoing } from './forward-request.ts';
import { forwardUpgrade } from './forward-upgrade.ts';
import { makeOwnCertificate } from './own-certificate.ts';

export interface FilteringProxy {
  /** On 127.0.0.1: for the page. */
  readonly port: number;
  /** On 127.0.0.1: for what the browser wants for itself (updates, accounts); it leads nowhere. */
  readonly deadEnd: number;
  /** The one key that the browser is to accept in every host's name. */
  readonly spki: string;
  close(): Promise<void>;
}

/** Longest head of a request: cookies of a page that sets many. */
const MAX_REQUEST_HEAD = 128 * 1024;

/**
 * The only way out of the browser. Every request ends here, TLS included, and begins anew on a connection of ours: guarded, tapped, verified against
 * the authorities that Node trusts. So all that a page loads (frames, workers, WebSockets, redirects, prefetches) meets the rules of the plain visit,
 * and its bytes are known as the host sent them. What is no HTTP finds no way at all.
 */
export async function openFilteringProxy(outgoing: Outgoing): Promise<FilteringProxy> {
  const own = makeOwnCertificate();
  const secureContext = tls.createSecureContext({ key: own.key, cert: own.cert });
  const open = new Set<Duplex>();
  /** Whom the connection inside a tunnel is for. */
  const inside = new WeakMap<Duplex, string>();
  const server = http.createServer({ maxHeaderSize: MAX_REQUEST_HEAD, requestTimeout: 0, headersTimeout: 0, keepAliveTimeout: 60_000 });

  const keep = (socket: Duplex): void => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => open.delete(socket));
  };
  server.on('connection', keep);
  server.on('clientError', (_error, socket) => socket.destroy());
  server.on('request', (request, response) => {
    const url = addressOf(request, inside.get(request.socket));
    if (url === null) response.destroy();
    else forwardRequest(outgoing, request, response, url);
  });
  server.on('upgrade', (request, socket, head) => {
    keep(socket);
    const url = addressOf(request, inside.get(request.socket));
    if (url === null) socket.destroy();
    else forwardUpgrade(outgoing, request, socket, head, url);
  });
  server.on('connect', (request, socket: Socket, head) => {
    keep(socket);
    const host = /^(?:\[[0-9a-fA-F:.]+\]|[^\s:/?#@[\]]+):\d{1,5}$/.exec(request.url ?? '')?.[0];
    if (host === undefined) return socket.destroy();
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    if (head.length > 0) socket.unshift(head);
    socket.once('data', (first: Buffer) => {
      socket.pause();
      socket.unshift(first);
      // 22 begins a TLS handshake; a WebSocket without TLS comes through a tunnel too.
      if (first[0] === 22) {
        const secured = new tls.TLSSocket(socket, { isServer: true, secureContext, ALPNProtocols: ['http/1.1'] });
        inside.set(secured, `https://${host}`);
        secured.on('error', () => secured.destroy());
        server.emit('connection', secured);
      } else {
        inside.set(socket, `http://${host}`);
        server.emit('connection', socket);
        socket.resume();
      }
    });
    return undefined;
  });
  const deadEnd = net.createServer((socket) => socket.destroy());
  await Promise.all([server, deadEnd].map((one) => once(one.listen(0, '127.0.0.1'), 'listening')));
  return {
    port: portOf(server),
    deadEnd: portOf(deadEnd),
    spki: own.spki,
    async close() {
      server.close();
      deadEnd.close();
      for (const socket of open) socket.destroy();
      server.closeAllConnections();
    },
  };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/** The address that a request is for: in its first line where it came openly, else that of its tunnel. */
function addressOf(request: IncomingMessage, origin: string | undefined): URL | null {
  const asked = request.url ?? '';
  if (origin === undefined) return /^http:\/\//i.test(asked) ? URL.parse(asked) : null;
  return asked.startsWith('/') ? URL.parse(origin + asked) : null;
}
