import type { Socket } from 'node:net';
import type tls from 'node:tls';
import { afterEach } from 'vitest';

import { createClient, type Client, type ClientOptions } from '../client.ts';
import { startRawServer, type RawServer } from './raw-server.ts';

/** Servers and clients of one test file, closed after each test. */
export function loopback(): {
  readonly serve: (
    answer: (path: string, socket: Socket, head: string) => void,
    options?: { readonly tls?: tls.TlsOptions; readonly address?: string },
  ) => Promise<RawServer>;
  readonly client: (options?: Partial<ClientOptions>) => Client;
} {
  const servers: RawServer[] = [];
  const clients: Client[] = [];
  afterEach(async () => {
    for (const client of clients.splice(0)) client.close();
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });
  return {
    serve: async (answer, options) => {
      const server = await startRawServer(answer, options);
      servers.push(server);
      return server;
    },
    client: (options) => {
      const client = createClient({ version: '9.9.9', ...options });
      clients.push(client);
      return client;
    },
  };
}

/** Bytes as a string of equal length. */
export function latin1(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? []).toString('latin1');
}
