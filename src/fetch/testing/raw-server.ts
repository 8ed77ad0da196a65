import { once } from 'node:events';
import net, { type AddressInfo, type Server, type Socket } from 'node:net';
import tls from 'node:tls';

import type { PrivateAllowance } from '../fetch-result.ts';

export interface RawServer {
  readonly port: number;
  readonly url: string;
  readonly allowance: PrivateAllowance;
  /** Request heads, in the order in which they came. */
  readonly requests: readonly string[];
  /** Connections that came as far as a request could be sent on them. */
  readonly connections: () => number;
  close(): Promise<void>;
}

/**
 * A server on loopback that hands each request head to `answer`, which writes what it likes to the socket: right, wrong or nothing.
 * Bytes stand on the wire exactly as written, which a server made of node:http would not let a test do.
 * With `tls` it speaks https and plain http on its one port: two origins under one allowance.
 */
export async function startRawServer(
  answer: (path: string, socket: Socket, head: string) => void,
  options: { readonly tls?: tls.TlsOptions; readonly address?: string } = {},
): Promise<RawServer> {
  const requests: string[] = [];
  const open = new Set<Socket>();
  let connections = 0;
  const serve = (socket: Socket): void => {
    connections += 1;
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => {});
    let received = '';
    socket.on('data', (chunk: Buffer) => {
      received += chunk.toString('latin1');
      for (let end = received.indexOf('\r\n\r\n'); end !== -1; end = received.indexOf('\r\n\r\n')) {
        const head = received.slice(0, end + 4);
        received = received.slice(end + 4);
        requests.push(head);
        answer(head.split(' ', 2)[1] ?? '', socket, head);
      }
    });
  };
  const secure = options.tls && tls.createServer(options.tls, serve).on('tlsClientError', () => {});
  const server: Server = net.createServer((socket) => {
    socket.on('error', () => {});
    if (!secure) return serve(socket);
    socket.once('readable', () => {
      const first = socket.read() as Buffer | null;
      if (first === null) return;
      socket.unshift(first);
      // 22 begins a TLS handshake; anything else is plain HTTP.
      if (first[0] === 22) secure.emit('connection', socket);
      else serve(socket);
    });
    return undefined;
  });
  const address = options.address ?? '127.0.0.1';
  server.listen(0, address);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const host = address.includes(':') ? `[${address}]` : address;
  return {
    port,
    url: `${options.tls ? 'https' : 'http'}://${host}:${port}`,
    allowance: { host, port },
    requests,
    connections: () => connections,
    close: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
