import { DualwatchError } from '../../model/errors.ts';

/** First number of a file, and its format. */
const MAGIC = 0x31705743;

/** Several arrays as one file: how many, how long each is, then one after the other, all little endian as in memory. */
export function packArrays(arrays: readonly Uint32Array[]): Uint8Array {
  const head = 2 + arrays.length;
  const all = new Uint32Array(arrays.reduce((sum, { length }) => sum + length, head));
  all.set([MAGIC, arrays.length, ...arrays.map(({ length }) => length)]);
  let at = head;
  for (const array of arrays) {
    all.set(array, at);
    at += array.length;
  }
  return new Uint8Array(all.buffer);
}

/** The arrays of a file. Throws `input-malformed` for anything that is no such file with so many arrays. */
export function unpackArrays(bytes: Uint8Array, count: number): readonly Uint32Array<ArrayBuffer>[] {
  const wrong = (why: string): DualwatchError =>
    new DualwatchError('input-malformed', `a file of the index of copies cannot be read (${why})`);
  if (bytes.length % 4 !== 0 || bytes.length < (2 + count) * 4) throw wrong('it is cut off');
  const all = new Uint32Array(bytes.length / 4);
  new Uint8Array(all.buffer).set(bytes);
  if (all[0] !== MAGIC || all[1] !== count) throw wrong('it is of another format');
  const lengths = [...all.subarray(2, 2 + count)];
  if (lengths.reduce((sum, length) => sum + length, 2 + count) !== all.length) throw wrong('its length is not what its head says');
  let at = 2 + count;
  return lengths.map((length) => all.slice(at, (at += length)));
}
