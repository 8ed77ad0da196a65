import { once } from 'node:events';
import net, { type AddressInfo, type Socket } from 'node:net';

export interface ProxyServer {
  readonly port: number;
  /** What it was asked to connect to, `host:port`, in order. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

export interface ProxyOptions {
  readonly login?: { readonly user: string; readonly password: string };
  /** Where a target really stands: `undefined` is unreachable. Default: as asked. */
  readonly route?: (host: string, port: number) => { readonly host: string; readonly port: number } | undefined;
}

/** A SOCKS5 server on loopback (RFC 1928, with user and password of RFC 1929). */
export function startSocksServer(options: ProxyOptions = {}): Promise<ProxyServer> {
  return listen(async (client, asked) => {
    const [, methods = 0] = await take(client, 2);
    const offered = await take(client, methods);
    const method = options.login ? 2 : 0;
    if (!offered.includes(method)) return void client.end(Buffer.from([5, 0xff]));
    client.write(Buffer.from([5, method]));
    if (options.login) {
      const [, length = 0] = await take(client, 2);
      const user = (await take(client, length)).toString();
      const password = (await take(client, (await take(client, 1))[0] ?? 0)).toString();
      const right = user === options.login.user && password === options.login.password;
      client.write(Buffer.from([1, right ? 0 : 1]));
      if (!right) return void client.end();
    }
    const [, , , kind] = await take(client, 4);
    const host =
      kind === 1
        ? (await take(client, 4)).join('.')
        : kind === 4
          ? ((await take(client, 16)).toString('hex').match(/.{4}/g) ?? []).join(':')
          : (await take(client, (await take(client, 1))[0] ?? 0)).toString();
    const port = (await take(client, 2)).readUInt16BE();
    asked.push(`${host}:${port}`);
    const answer = (code: number): Buffer => Buffer.from([5, code, 0, 1, 0, 0, 0, 0, 0, 0]);
    return bridge(client, options.route ? options.route(host, port) : { host, port }, answer(0), answer(4));
  });
}

/** An HTTP proxy on loopback that knows CONNECT alone. */
export function startConnectServer(options: ProxyOptions = {}): Promise<ProxyServer> {
  return listen(async (client, asked) => {
    let head = '';
    while (!head.endsWith('\r\n\r\n')) head += (await take(client, 1)).toString('latin1');
    const [, host = '', port = ''] = /^CONNECT \[?([^\]\s]+?)\]?:(\d+) HTTP\/1\.1\r\n/.exec(head) ?? [];
    const login = options.login && Buffer.from(`${options.login.user}:${options.login.password}`).toString('base64');
    if (login !== undefined && !head.includes(`\r\nProxy-Authorization: Basic ${login}\r\n`))
      return void client.end('HTTP/1.1 407 Login\r\nContent-Length: 0\r\n\r\n');
    asked.push(`${host}:${port}`);
    const to = options.route ? options.route(host, Number(port)) : { host, port: Number(port) };
    return bridge(client, to, 'HTTP/1.1 200 Open\r\n\r\n', 'HTTP/1.1 502 Gone\r\n\r\n');
  });
}

function bridge(
  client: Socket,
  to: { readonly host: string; readonly port: number } | undefined,
  yes: Buffer | string,
  no: Buffer | string,
): void {
  if (to === undefined) return void client.end(no);
  const upstream = net.connect({ host: to.host, port: to.port }, () => {
    client.write(yes);
    client.pipe(upstream).pipe(client);
  });
  upstream.on('error', () => client.end(no));
  client.on('close', () => upstream.destroy());
  return undefined;
}

async function listen(serve: (client: Socket, asked: string[]) => Promise<void>): Promise<ProxyServer> {
  const asked: string[] = [];
  const open = new Set<Socket>();
  const server = net.createServer((client) => {
    open.add(client);
    client.on('error', () => {}).on('close', () => open.delete(client));
    serve(client, asked).catch(() => client.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    close: async () => {
      for (const client of open) client.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

async function take(socket: Socket, bytes: number): Promise<Buffer> {
  if (bytes === 0) return Buffer.alloc(0);
  for (;;) {
    const chunk = socket.read(bytes) as Buffer | null;
    if (chunk !== null) return chunk;
    if (socket.readableEnded || socket.destroyed) throw new Error('closed');
    await Promise.race([once(socket, 'readable'), once(socket, 'close')]);
  }
}
