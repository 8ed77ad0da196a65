import dns from 'node:dns';
import { isIP, connect, type LookupFunction, type Socket } from 'node:net';
import tls from 'node:tls';

import { DualwatchError } from '../model/errors.ts';
import type { Proxy } from '../model/proxy.ts';
import { classifyAddress, isAllowed, isPrivateName, mayConnect, isMetadataName } from './address-guard.ts';
import type { PrivateAllowance } from './fetch-result.ts';
import { connectThroughProxy, looksUpHere } from './proxy-connect.ts';
import { tapSocket } from './wire-tap.ts';

export interface ConnectTarget {
  /** As in the URL, without brackets. */
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly allowance: PrivateAllowance | undefined;
  readonly proxy: Proxy | undefined;
  readonly lookup: LookupFunction;
  /** One for all connections: making it costs more than a handshake. */
  readonly secureContext: tls.SecureContext;
}

/** Node's own, which asks the system's resolver. */
export const systemLookup: LookupFunction = dns.lookup;

/**
 * Opens a tapped connection, TLS included, and calls back once it may carry a request.
 * Trust boundary: names are given by strangers. The addresses connected to are those just filtered, with no second lookup between,
 * and the address reached is checked once more before a byte is sent.
 */
export function guardedConnect(target: ConnectTarget, done: (error: Error | null, socket?: Socket) => void): Socket | undefined {
  const { host, port, allowance } = target;
  const literal = isIP(host) !== 0;
  if (isMetadataName(host) || (literal && !mayConnect(host, host, port, allowance))) {
    process.nextTick(done, forbidden(host, port, literal ? undefined : 'a metadata service', allowance));
    return undefined;
  }
  if (target.proxy) return connectByProxy(target, target.proxy, done);
  const options = {
    host,
    port,
    lookup: filteredLookup(target),
    autoSelectFamily: true,
    // The default of 250 ms gives a host across the world up before its answer can arrive.
    autoSelectFamilyAttemptTimeout: 3000,
    noDelay: true,
  };
  const socket = target.secure ? tls.connect({ ...options, ...tlsOptions(target) }) : connect(options);
  const settle = (error: Error | null): void => {
    // All listeners go: the connection may outlive its first request by far and must not hold on to it.
    socket.off('error', settle).off('close', closed).off('connect', connected).off('secureConnect', ready);
    // An error between now and the first request must not end the process.
    socket.on('error', ignore);
    if (error) {
      socket.destroy();
      done(error);
    } else {
      tapSocket(socket);
      done(null, socket);
    }
  };
  const closed = (): void => settle(Object.assign(new Error('closed while connecting'), { code: 'ECONNRESET' }));
  const ready = (): void => settle(null);
  const connected = (): void => {
    const address = socket.remoteAddress;
    if (address === undefined || !mayConnect(address, host, port, allowance)) settle(forbidden(host, port, address, allowance));
    else if (!target.secure) ready();
  };
  socket.on('error', settle).on('close', closed).on('connect', connected).on('secureConnect', ready);
  return socket;
}

/**
 * The same through a proxy. It reaches the host, so that the address reached cannot be checked: what can be told beforehand is refused,
 * private addresses and names, and under `socks5` whatever a name leads to.
 */
function connectByProxy(target: ConnectTarget, proxy: Proxy, done: (error: Error | null, socket?: Socket) => void): Socket | undefined {
  const { host, port, allowance } = target;
  const ready = (error: Error | null, plain?: Socket): void => {
    if (error || !plain) return done(error ?? new Error('the proxy gave no connection'));
    if (!target.secure) return finish(plain);
    const secured = tls.connect({ socket: plain, host, ...tlsOptions(target) });
    const failed = (cause: Error): void => {
      plain.destroy();
      done(cause);
    };
    secured.once('error', failed).once('secureConnect', () => {
      secured.off('error', failed);
      finish(secured);
    });
    return undefined;
  };
  const finish = (socket: Socket): void => {
    socket.on('error', ignore);
    tapSocket(socket);
    done(null, socket);
  };
  if (isIP(host) !== 0) return connectThroughProxy(proxy, host, port, ready);
  if (!looksUpHere(proxy)) {
    if (!isPrivateName(host) || isAllowed(host, port, allowance)) return connectThroughProxy(proxy, host, port, ready);
    process.nextTick(done, forbidden(host, port, undefined, allowance));
    return undefined;
  }
  filteredLookup(target)(host, {}, (error, address) => {
    if (error || typeof address !== 'string') done(error ?? new Error(`no address for ${host}`));
    else connectThroughProxy(proxy, address, port, ready);
  });
  return undefined;
}

function tlsOptions({ host, secureContext }: ConnectTarget): tls.ConnectionOptions {
  return {
    ...(isIP(host) === 0 ? { servername: host } : {}),
    secureContext,
    rejectUnauthorized: true,
    ALPNProtocols: ['http/1.1'],
  };
}

function ignore(): void {}

function filteredLookup({ host, port, allowance, lookup }: ConnectTarget): LookupFunction {
  return (name, options, callback) => {
    lookup(name, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '', 0);
      const all = Array.isArray(found) ? found : [{ address: found, family: isIP(found) }];
      const open = all.filter((entry) => mayConnect(entry.address, host, port, allowance));
      const [first] = open;
      if (!first) return callback(forbidden(host, port, all.map((entry) => entry.address).join(', '), allowance), '', 0);
      return options.all === true ? callback(null, open) : callback(null, first.address, first.family);
    });
  };
}

function forbidden(host: string, port: number, address: string | undefined, allowance: ConnectTarget['allowance']): DualwatchError {
  const where = address === undefined || address === host ? host : `${host} (${address})`;
  const isNever =
    isMetadataName(host) ||
    ((address !== undefined || isIP(host) !== 0) && (address ?? host).split(', ').every((one) => classifyAddress(one) === 'never'));
  if (isNever)
    return new DualwatchError(
      'address-forbidden',
      `${where} port ${port} is an address of the machine's own network or of a cloud's metadata service: nothing opens it, allowPrivate neither`,
    );
  const opened =
    allowance === undefined
      ? 'allowPrivate (on the command line --allow-private) opens the host and port of an address that is yours'
      : `allowPrivate has opened ${allowance.host} port ${allowance.port} and nothing else`;
  return new DualwatchError(
    'address-forbidden',
    `${where} port ${port} is not on the public internet; ${opened}, metadata addresses never`,
  );
}
