import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

import { recordedUrl } from '../exchange.ts';
import { headersOf, openExchange, reasonOf, startRequest, type Outgoing } from './forward-request.ts';

/**
 * Opens a WebSocket for the browser under the same rules as everything else. The two heads are recorded; of the frames behind them only how many
 * bytes passed, which count as the visit's.
 */
export function forwardUpgrade(outgoing: Outgoing, request: IncomingMessage, socket: Duplex, head: Buffer, url: URL): void {
  const { traffic } = outgoing;
  const asked = { url, forText: true };
  const why = traffic.begin(asked);
  if (why !== undefined) {
    traffic.refuse(recordedUrl(url), why);
    socket.destroy();
    return;
  }
  const credentials = outgoing.credentialsFor(url, request);
  const open = openExchange(url, 'GET', credentials, outgoing.headerBytes);
  const upstream = startRequest(outgoing, url, 'GET', headersOf(request, url, credentials, ['connection', 'upgrade']));
  let over = false;
  const finish = (answer: IncomingMessage | undefined, whole: boolean, frames?: { sentBytes: number; receivedBytes: number }): void => {
    if (over) return;
    over = true;
    clearTimeout(connecting);
    const exchange = open.close(answer, whole ? undefined : 'disconnect', { kind: 'none' });
    traffic.end(asked, exchange && { ...exchange, ...(frames && { frames }) });
  };
  const connecting = setTimeout(() => upstream.destroy(new Error('no answer in time')), outgoing.connectMs);
  open.attach(upstream, () => undefined);
  open.recording.onOverflow = () => upstream.destroy(new Error('too long a head'));
  socket.on('error', () => upstream.destroy());
  upstream.on('error', (error) => {
    if (!over && open.recording.receivedBytes === 0) traffic.refuse(recordedUrl(url), reasonOf(error, url));
    finish(undefined, false);
    socket.destroy();
  });
  upstream.once('response', (message) => {
    // The host would not: its words are of no use to the browser.
    message.resume();
    finish(message, false);
    upstream.destroy();
    socket.destroy();
  });
  upstream.once('upgrade', (message, opened, behind) => {
    const frames = { sentBytes: head.length, receivedBytes: behind.length };
    // Both heads are there: the record ends before the frames begin. A WebSocket that stays open is not waited for.
    finish(message, true, frames);
    socket.write(`HTTP/1.1 101 Switching Protocols\r\n${rawLines(message.rawHeaders)}\r\n`);
    if (behind.length > 0) socket.write(behind);
    if (head.length > 0) opened.write(head);
    const count = (way: 'sentBytes' | 'receivedBytes') => (chunk: Buffer) => {
      frames[way] += chunk.length;
      if (traffic.take(chunk.length)) return;
      opened.destroy();
      socket.destroy();
    };
    socket.on('data', count('sentBytes'));
    opened.on('data', count('receivedBytes'));
    opened.on('error', () => socket.destroy());
    opened.once('close', () => socket.destroy());
    socket.once('close', () => opened.destroy());
    socket.pipe(opened);
    opened.pipe(socket);
  });
  upstream.end();
}

function rawLines(raw: readonly string[]): string {
  let lines = '';
  for (let at = 0; at + 1 < raw.length; at += 2) lines += `${raw[at] ?? ''}: ${raw[at + 1] ?? ''}\r\n`;
  return lines;
}
