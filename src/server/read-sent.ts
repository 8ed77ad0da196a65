import { DualwatchError } from '../model/errors.ts';

/** A body that was sent, whole. Throws `input-too-large` with `tooLarge` as soon as it has more than `most` bytes. */
export async function readSent(sent: AsyncIterable<Buffer>, most: number, tooLarge: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of sent) {
    bytes += chunk.length;
    if (bytes > most) throw new DualwatchError('input-too-large', tooLarge);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
