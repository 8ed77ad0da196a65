import http from 'node:http';
import https from 'node:https';
import type { LookupFunction, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import tls from 'node:tls';

import type { Proxy } from '../model/proxy.ts';
import type { PrivateAllowance } from './fetch-result.ts';
import { isAllowed } from './address-guard.ts';
import { guardedConnect, systemLookup } from './guarded-connect.ts';

export interface ConnectionOptions {
  /** Certificates (PEM) trusted beside those of Node. */
  readonly ca?: string | readonly string[] | undefined;
  readonly lookup?: LookupFunction | undefined;
  /** How long an unused connection is kept. */
  readonly idleMs?: number | undefined;
  /** How many unused connections are kept, all hosts together. */
  readonly maxIdle?: number | undefined;
}

/** What an exchange tells the agent beyond Node's own options. */
export interface ConnectionRequest extends https.RequestOptions {
  readonly host: string;
  readonly port: number;
  readonly allowance: PrivateAllowance | undefined;
  readonly proxy: Proxy | undefined;
  /** Where the socket can be found while it still connects, so that a time-out can end it. */
  readonly connecting: { socket?: Socket | undefined };
}

export interface Connections {
  readonly agent: (secure: boolean) => http.Agent;
  readonly close: () => void;
}

/** Kept-alive connections for http and https, each guarded and tapped. */
export function openConnections(options: ConnectionOptions): Connections {
  const idle = new Set<Duplex>();
  const maxIdle = options.maxIdle ?? 1000;
  // No TLS session is resumed: a resumed one has no certificate chain to record.
  const secureContext = tls.createSecureContext(
    options.ca === undefined ? {} : { ca: [...tls.getCACertificates(), ...[options.ca].flat()] },
  );
  const lookup = options.lookup ?? systemLookup;

  // Not a closure of the request: it stays on the connection, which may outlive it by far.
  function forget(this: Duplex): void {
    idle.delete(this);
  }

  const prepare = (agent: http.Agent, secure: boolean): http.Agent => {
    const { keepSocketAlive, reuseSocket } = agent;
    agent.getName = (request): string => {
      const { host, port, allowance, proxy } = request as ConnectionRequest;
      // A connection opened under an allowance serves nobody without it, one through a proxy nobody who goes another way.
      const way = proxy === undefined ? '' : JSON.stringify([proxy.address, proxy.user, proxy.password]);
      return `${host}|${port}|${isAllowed(host, port, allowance) ? 'private' : ''}|${way}`;
    };
    agent.createConnection = (request, created): undefined => {
      const { host, port, allowance, proxy, connecting } = request as unknown as ConnectionRequest;
      connecting.socket = guardedConnect({ host, port, secure, allowance, proxy, lookup, secureContext }, (error, socket) => {
        socket?.once('close', forget);
        created?.(error, socket as Socket);
      });
      return undefined;
    };
    agent.keepSocketAlive = (socket): boolean => {
      // Node's typings say void; it is the boolean that keeps the socket.
      const keep = Reflect.apply(keepSocketAlive, agent, [socket]) as unknown as boolean;
      if (!keep || maxIdle === 0) return false;
      const [oldest] = idle;
      if (oldest && idle.size >= maxIdle) oldest.destroy();
      idle.add(socket);
      return true;
    };
    agent.reuseSocket = (socket, request): void => {
      idle.delete(socket);
      Reflect.apply(reuseSocket, agent, [socket, request]);
    };
    return agent;
  };

  const settings = {
    keepAlive: true,
    timeout: options.idleMs ?? 8000,
    maxFreeSockets: 2,
    maxSockets: Infinity,
    scheduling: 'lifo',
  } as const;
  const plain = prepare(new http.Agent(settings), false);
  const secure = prepare(new https.Agent(settings), true);
  return {
    agent: (isSecure) => (isSecure ? secure : plain),
    close: () => {
      plain.destroy();
      secure.destroy();
    },
  };
}
