import { connect, type Socket } from 'node:net';
import { SocksClient } from 'socks';

import type { Proxy } from '../model/proxy.ts';
import { PROXY_FAILED } from './failure.ts';
import { headEnd } from './message-framing.ts';

/** Under `socks5` names are looked up here; `socks5h` and `http` leave it to the proxy. */
export function looksUpHere({ address }: Proxy): boolean {
  return address.startsWith('socks5:');
}

/** Who is at the other end of a connection: not the proxy that leads to it, and nobody where only the proxy knows. */
export function remoteOf(socket: Socket): { readonly remoteAddress: string; readonly remotePort: number } {
  return reached.get(socketBelow(socket)) ?? { remoteAddress: socket.remoteAddress ?? '', remotePort: socket.remotePort ?? 0 };
}

/**
 * Opens a way through a proxy to a host: a name, or an address that was checked. Calls back with a connection that carries nothing yet.
 * An error has a code that says whose fault it is: the proxy's own (`EPROXY`), or what the proxy says of the host.
 */
export function connectThroughProxy(
  proxy: Proxy,
  host: string,
  port: number,
  done: (error: Error | null, socket?: Socket) => void,
): Socket {
  const { protocol, hostname, port: proxyPort } = new URL(proxy.address.replace(/^socks5h?:/, 'https:'));
  const socket = connect({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(proxyPort || (protocol === 'https:' ? 443 : 80)),
    noDelay: true,
  });
  let settled = false;
  const settle = (error: Error | null): void => {
    if (settled) return;
    settled = true;
    socket.off('error', failed).off('close', closed);
    if (error) {
      socket.on('error', ignore);
      socket.destroy();
      return done(error);
    }
    reached.set(socket, { remoteAddress: looksUpHere(proxy) ? host : '', remotePort: port });
    return done(null, socket);
  };
  const failed = (error: NodeJS.ErrnoException): void => settle(proxyError(`${proxy.address}: ${error.code ?? 'no connection'}`));
  const closed = (): void => settle(proxyError(`${proxy.address} closed the connection`));
  socket.on('error', failed).on('close', closed);
  socket.once('connect', () => {
    const way = proxy.address.startsWith('http:') ? askHttp(socket, proxy, host, port) : askSocks(socket, proxy, host, port);
    way.then(
      () => settle(null),
      (error: unknown) => settle(error instanceof Error ? error : proxyError(String(error))),
    );
  });
  return socket;
}

const reached = new WeakMap<object, { readonly remoteAddress: string; readonly remotePort: number }>();

/** TLS over a connection that was there before keeps it as `_parent`, where Node's own code finds it too. */
function socketBelow(socket: Socket): object {
  return (socket as Socket & { readonly _parent?: Socket })._parent ?? socket;
}

/** RFC 1928 and 1929. */
async function askSocks(socket: Socket, proxy: Proxy, host: string, port: number): Promise<void> {
  try {
    await SocksClient.createConnection({
      proxy: {
        // Where it stands is no matter: the connection is there.
        host: '127.0.0.1',
        port: 1080,
        type: 5,
        ...(proxy.user === undefined ? {} : { userId: proxy.user, password: proxy.password ?? '' }),
      },
      command: 'connect',
      destination: { host, port },
      existing_socket: socket,
      // The exchange has a time limit of its own.
      timeout: 600_000,
    });
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    const code = SOCKS_REPLIES.find(([pattern]) => pattern.test(said))?.[1];
    // Its own error carries the login along.
    throw code === undefined ? proxyError(`${proxy.address}: ${said}`) : Object.assign(new Error(`by ${proxy.address}`), { code });
  }
}

const SOCKS_REPLIES: readonly (readonly [RegExp, string])[] = [
  [/HostUnreachable/, 'EHOSTUNREACH'],
  [/NetworkUnreachable/, 'ENETUNREACH'],
  [/ConnectionRefused/, 'ECONNREFUSED'],
  [/TTLExpired/, 'ETIMEDOUT'],
];

const MAX_ANSWER_BYTES = 16 * 1024;

/** RFC 9110 §9.3.6. */
async function askHttp(socket: Socket, proxy: Proxy, host: string, port: number): Promise<void> {
  const target = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  const login = proxy.user === undefined ? '' : Buffer.from(`${proxy.user}:${proxy.password ?? ''}`).toString('base64');
  socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n${login === '' ? '' : `Proxy-Authorization: Basic ${login}\r\n`}\r\n`);
  const answer = await headOf(socket, proxy);
  const status = Number(/^HTTP\/1\.[01] ([0-9]{3})/.exec(answer)?.[1] ?? 0);
  if (status >= 200 && status < 300) return;
  if (status === 502 || status === 503 || status === 504) throw Object.assign(new Error(`by ${proxy.address}`), { code: 'EHOSTUNREACH' });
  throw proxyError(
    `${proxy.address} answers ${status === 0 ? 'in no way that HTTP knows' : `with status ${status}`}${status === 407 ? ', it wants a login' : ''}`,
  );
}

/** The head of the proxy's answer; what came behind it goes back. */
function headOf(socket: Socket, proxy: Proxy): Promise<string> {
  return new Promise((resolve, reject) => {
    let bytes = Buffer.alloc(0);
    const look = (): void => {
      for (let chunk = socket.read() as Buffer | null; chunk !== null; chunk = socket.read() as Buffer | null)
        bytes = Buffer.concat([bytes, chunk]);
      const end = headEnd(bytes);
      if (end === -1 && bytes.length <= MAX_ANSWER_BYTES) return;
      socket.off('readable', look);
      if (end === -1) return reject(proxyError(`${proxy.address} answers with too long a head`));
      if (end < bytes.length) socket.unshift(bytes.subarray(end));
      resolve(bytes.toString('latin1', 0, end));
    };
    socket.on('readable', look);
  });
}

function proxyError(why: string): Error {
  return Object.assign(new Error(why), { code: PROXY_FAILED });
}

function ignore(): void {}
