import { once } from 'node:events';
import { ERROR_KINDS } from '../model/errors.ts';
import { askHidden } from './read-password.ts';
import { terminalResult, terminalText } from './terminal-text.ts';

/** Where a command reads from and writes to: results on `out`, everything else on `note`. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Columns of the terminal, or a sensible width where there is none. */
  readonly width: number;
  /** Writes one line of results, as it is where a program reads it; resolves when more may be written. */
  out(line: string): Promise<void>;
  /** Writes one line for people on stderr; what it quotes is made safe to print. */
  note(line: string): void;
  /** A line on stderr that the next one replaces, for progress; only on a terminal, elsewhere every ten seconds as lines. */
  progress(line: string): void;
  /** What the program ends with should its reader close the pipe from now on: a verdict that was not read to its end is none the better. Default 0. */
  endsWith(code: number): void;
  /** Aborted by Ctrl-C and SIGTERM. */
  readonly signal: AbortSignal;
  readStdin(): Promise<Uint8Array>;
  /** Asks somebody who sits at a terminal, without showing the answer; absent where nobody does. */
  readonly askHidden?: ((question: string) => Promise<string>) | undefined;
}

const QUIET_PROGRESS_MS = 10_000;

/** The process's own streams. A reader that closes the pipe (`| head`) ends the program quietly. */
export function processIo(): Io {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      // A second Ctrl-C does not wait for visits under way: nothing acknowledged is lost by it.
      if (stop.signal.aborted) process.exit(130);
      stop.abort();
    });
  }
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(whenClosed);
    // Nothing that is still to be written could reach anybody.
    process.stderr.write(`dualwatch: the output cannot be written: ${error.message}\n`);
    process.exit(error.code === 'ENOSPC' ? ERROR_KINDS['disk-full'].exit : ERROR_KINDS['input-unreadable'].exit);
  });
  let whenClosed = 0;
  const terminal = process.stderr.isTTY;
  let lastProgress = 0;
  let open = false;
  return {
    env: process.env,
    width: process.stdout.columns ?? 120,
    signal: stop.signal,
    async out(line) {
      if (!process.stdout.write(`${process.stdout.isTTY ? terminalResult(line) : line}\n`)) await once(process.stdout, 'drain');
    },
    endsWith(code) {
      whenClosed = code;
    },
    note(line) {
      if (open) process.stderr.write('\r\u001b[K');
      open = false;
      process.stderr.write(`${terminalText(line)}\n`);
    },
    progress(line) {
      if (terminal) {
        process.stderr.write(`\r\u001b[K${line}`);
        open = true;
        return;
      }
      if (performance.now() - lastProgress < QUIET_PROGRESS_MS) return;
      lastProgress = performance.now();
      process.stderr.write(`${line}\n`);
    },
    async readStdin() {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
    askHidden:
      process.stdin.isTTY && terminal
        ? (question) => askHidden(process.stdin, (text) => void process.stderr.write(text), question)
        : undefined,
  };
}
