import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';

import { sha256 } from '../model/digest.ts';
import type { TlsFacts } from './fetch-result.ts';
import { chunkedEnd, headEnd, isInterim } from './message-framing.ts';
import type { WireSink } from './wire-tap.ts';

/** How the body of a response is framed, as its head says (RFC 9112 §6.3). */
export type BodyFraming = { readonly kind: 'none' } | { readonly kind: 'length'; readonly bytes: number } | { readonly kind: 'chunked' } | { readonly kind: 'until-close' };

export interface RecordedResponse {
  readonly interim: Uint8Array;
  readonly head: Uint8Array;
  readonly body: Uint8Array;
  /** True if the socket brought more than the response: nothing may follow on it. */
  readonly surplus: boolean;
}

/** Keeps the bytes of one exchange as they pass, and says when they pass a bound. */
export class ExchangeRecording implements WireSink {
  endedByPeer = false;
  receivedBytes = 0;
  #sent: Buffer[] = [];
  #received: Buffer[] = [];
  #limit: number;
  #onOverflow: () => void;

  constructor(limit: number, onOverflow: () => void) {
    this.#limit = limit;
    this.#onOverflow = onOverflow;
  }

  sent(bytes: Buffer): void {
    this.#sent.push(bytes);
  }

  received(bytes: Buffer): void {
    this.receivedBytes += bytes.length;
    this.#received.push(bytes);
    if (this.receivedBytes > this.#limit) this.#onOverflow();
  }

  ended(): void {
    this.endedByPeer = true;
  }

  /** Moves the bound, once the head is there and the body begins to count. */
  limitTo(bytes: number): void {
    this.#limit = bytes;
  }

  requestBytes(): Buffer {
    return Buffer.concat(this.#sent);
  }

  /** Cuts what was received into interim heads, head and body. `framing` undefined: the response broke off, all that came is its. */
  response(framing: BodyFraming | undefined): RecordedResponse {
    const only = this.#received.length === 1 ? this.#received[0] : undefined;
    const bytes = only ?? Buffer.concat(this.#received, this.receivedBytes);
    let start = 0;
    let end = headEnd(bytes, start);
    while (end !== -1 && isInterim(bytes, start)) {
      start = end;
      end = headEnd(bytes, start);
    }
    const bodyStart = end === -1 ? bytes.length : end;
    const bodyEnd = framing === undefined ? bytes.length : Math.min(bytes.length, endOf(bytes, bodyStart, framing));
    return { interim: bytes.subarray(0, start), head: bytes.subarray(start, bodyStart), body: bytes.subarray(bodyStart, bodyEnd), surplus: bodyEnd < bytes.length };
  }
}

function endOf(bytes: Uint8Array, bodyStart: number, framing: BodyFraming): number {
  switch (framing.kind) {
    case 'none':
      return bodyStart;
    case 'length':
      return bodyStart + framing.bytes;
    case 'until-close':
      return bytes.length;
    case 'chunked': {
      const end = chunkedEnd(bytes, bodyStart);
      return end === -1 ? bytes.length : end;
    }
  }
}

const knownTls = new WeakMap<Socket, TlsFacts>();

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
  const facts: TlsFacts = { certificateSha256: chain[0] ?? '', chainSha256: chain, protocol: socket.getProtocol() ?? '', cipher: socket.getCipher().name };
  knownTls.set(socket, facts);
  return facts;
}
