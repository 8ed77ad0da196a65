import { bodyEnd, type BodyFraming, headEnd, isInterim } from './message-framing.ts';
import type { WireSink } from './wire-tap.ts';

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
  readonly #sent: Buffer[] = [];
  readonly #received: Buffer[] = [];
  #limit: number;
  readonly #onOverflow: () => void;

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
    if (this.receivedBytes > bytes) this.#onOverflow();
  }

  /** Whether a whole final head is among what was received: a packet can bring it together with much of the body, before the parser has seen either. */
  hasHead(): boolean {
    return headEnd(this.response(undefined).head) !== -1;
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
    const messageEnd = framing === undefined ? bytes.length : Math.min(bytes.length, bodyEnd(bytes, bodyStart, framing));
    return {
      interim: bytes.subarray(0, start),
      head: bytes.subarray(start, bodyStart),
      body: bytes.subarray(bodyStart, messageEnd),
      surplus: messageEnd < bytes.length,
    };
  }
}
