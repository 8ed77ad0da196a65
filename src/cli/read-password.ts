import type { ReadStream } from 'node:tty';
import { StringDecoder } from 'node:string_decoder';
import { DualwatchError } from '../model/errors.ts';
import type { Io } from './io.ts';

const MOST_BYTES = 4096;

/**
 * A password: typed twice where a person sits there, without showing it; else the first line of stdin. Throws `usage` where the two differ, or there is none.
 * It never comes from the command line, which others on the machine can see.
 */
export async function readPassword(io: Io, what: string): Promise<string> {
  if (io.askHidden === undefined) {
    const bytes = await io.readStdin();
    if (bytes.length > MOST_BYTES) throw new DualwatchError('usage', 'stdin has more than a password');
    const [line = ''] = Buffer.from(bytes).toString('utf8').split(/\r?\n/, 1);
    if (line === '')
      throw new DualwatchError('usage', `no password came by stdin; write it there, as in: printf '%s' "$PASSWORD" | dualwatch users …`);
    return line;
  }
  const first = await io.askHidden(`${what}: `);
  if ((await io.askHidden('The same again: ')) !== first)
    throw new DualwatchError('usage', 'the two passwords differ; nothing was changed');
  return first;
}

/** Asks on a terminal without showing what is typed. Ctrl-C and Ctrl-D give up: `usage`. */
export async function askHidden(terminal: ReadStream, show: (text: string) => void, question: string): Promise<string> {
  const decoder = new StringDecoder('utf8');
  let typed: readonly string[] = [];
  // Before the question: whoever types at once is not shown either.
  terminal.setRawMode(true);
  show(question);
  terminal.resume();
  try {
    return await new Promise<string>((resolve, reject) => {
      const listen = (chunk: Buffer): void => {
        for (const char of decoder.write(chunk)) {
          if (char === '\r' || char === '\n') {
            terminal.off('data', listen);
            resolve(typed.join(''));
            return;
          }
          if (char === '\u0003' || char === '\u0004') {
            terminal.off('data', listen);
            reject(new DualwatchError('usage', 'no password was given; nothing was changed'));
            return;
          }
          if (char === '\u007f' || char === '\b') typed = typed.slice(0, -1);
          else if (char === '\u0015') typed = [];
          else if (char >= ' ') typed = [...typed, char];
        }
      };
      terminal.on('data', listen);
    });
  } finally {
    terminal.setRawMode(false);
    terminal.pause();
    show('\n');
  }
}
