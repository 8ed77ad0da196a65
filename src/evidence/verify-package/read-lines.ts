import { strictText } from './strict-json.ts';

export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  /** False for the last line of a file that does not end in a line break. */
  readonly ended: boolean;
}

/** Lines of a file that comes in pieces, one kept at a time. Throws Error with the line for one that is no UTF-8 or longer than `maxBytes`. */
export async function* readLines(chunks: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Line, void, undefined> {
  let held: Buffer[] = [];
  let [length, number] = [0, 0];
  const line = (ended: boolean): Line => {
    number += 1;
    const bytes = held.length === 1 ? held[0] : Buffer.concat(held);
    held = [];
    length = 0;
    try {
      return { number, ended, text: strictText(bytes ?? Buffer.alloc(0)) };
    } catch (error) {
      throw new Error(`line ${number}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  };
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length;) {
      const end = chunk.indexOf(0x0a, at);
      const piece = chunk.subarray(at, end < 0 ? chunk.length : end);
      length += piece.length;
      if (length > maxBytes) throw new Error(`line ${number + 1} is longer than ${maxBytes} bytes`);
      held.push(piece);
      at = end < 0 ? chunk.length : end + 1;
      if (end >= 0) yield line(true);
    }
  }
  if (length > 0) yield line(false);
}
