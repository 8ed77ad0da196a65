import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { DualwatchError } from '../model/errors.ts';
import { PROBLEM_TYPE, problemOf } from './problem.ts';

/** Answers what is no HTTP, or too much or too slow of it, with a problem as everything else, and ends the connection. */
export function answerClientError(error: Error, socket: Socket): void {
  const code = 'code' in error ? error.code : '';
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const problem = problemOf(
    code === 'HPE_HEADER_OVERFLOW'
      ? new DualwatchError('input-too-large', 'the headers or the address of the request are too long')
      : code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? new DualwatchError('usage', 'the request took too long to arrive')
        : new DualwatchError('usage', 'this is no HTTP request; an address takes ASCII alone, all else as %XX'),
  );
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`,
    `Content-Type: ${PROBLEM_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
