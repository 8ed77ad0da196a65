import type { TLSSocket } from 'node:tls';

import { sha256 } from '../model/digest.ts';
import type { TlsFacts } from './fetch-result.ts';

const knownTls = new WeakMap<TLSSocket, TlsFacts>();

/** Digests of the certificates that the server showed; taken once per connection. */
export function tlsFacts(socket: TLSSocket): TlsFacts {
  const known = knownTls.get(socket);
  if (known) return known;
  const chain: string[] = [];
  const seen = new Set<string>();
  for (let certificate = socket.getPeerCertificate(true); certificate?.raw !== undefined; certificate = certificate.issuerCertificate) {
    const digest = sha256(certificate.raw);
    if (seen.has(digest)) break;
    seen.add(digest);
    chain.push(digest);
  }
  const facts: TlsFacts = {
    certificateSha256: chain[0] ?? '',
    chainSha256: chain,
    protocol: socket.getProtocol() ?? '',
    cipher: socket.getCipher().name,
  };
  knownTls.set(socket, facts);
  return facts;
}
