import type { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';

export interface SlowSenderLimits {
  /** A body that is not whole after so long is waited for no longer, milliseconds. */
  readonly wholeMs: number;
  /** An upload takes as long as it takes, as long as something comes within so long. */
  readonly idleMs: number;
}

const LIMITS: SlowSenderLimits = { wholeMs: 60_000, idleMs: 60_000 };

/** Cuts off whoever sends a body so slowly that it would hold a connection for ever. `upload`: a body of gigabytes, which may take hours. */
export function endSlowSender(request: IncomingMessage, upload: boolean, { wholeMs, idleMs }: SlowSenderLimits = LIMITS): void {
  const { socket } = request;
  // Tests ask without a connection.
  if (!(socket instanceof Socket)) return;
  if (request.complete || ((request.headers['content-length'] ?? '0') === '0' && request.headers['transfer-encoding'] === undefined))
    return;
  const end = (): void => void request.destroy();
  if (upload) {
    const still = (): void => void socket.setTimeout(0);
    request.setTimeout(idleMs, end).once('end', still).once('close', still);
    return;
  }
  const timer = setTimeout(end, wholeMs).unref();
  request.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer));
}
