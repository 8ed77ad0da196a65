import { MAX_KEY, SOUNDS, softC } from '../name/skeleton.ts';

/** Letters of a word that are looked at: a key has fewer. */
export const LONGEST_SPELLING = 160;

/**
 * `skeleton` over bytes of ASCII, without making strings: reads `length` lower-case letters and digits of `spelling`, writes the key into `out`
 * (`MAX_KEY` + 2 bytes at least) and gives its length. The same key for every word.
 */
export function skeletonBytes(spelling: Uint8Array, length: number, out: Uint8Array): number {
  const { children, sounds } = soundTable();
  let size = 0;
  let last = 0;
  for (let at = 0; at < length;) {
    // A cut key may still lose its last letter to the next one: two letters more than it keeps.
    if (size >= out.length) break;
    const first = spelling[at]!;
    let sound = 0;
    let used = 1;
    for (let node = children[first]!, n = 1; node !== 0; n += 1) {
      if (sounds[node] !== 0) {
        sound = sounds[node]!;
        used = n;
      }
      if (n > 3 || at + n >= length) break;
      node = children[(node << 7) | spelling[at + n]!]!;
    }
    if (sound === 0) sound = first === C ? (at + 1 < length && SOFT[spelling[at + 1]!] === 1 ? S : K) : first;
    at += used;
    for (; sound !== 0; sound >>>= 8) {
      const letter = sound & 0xff;
      if (last === I && letter === E) {
        out[size - 1] = last = E;
        if (size > 1 && out[size - 2] === E) size -= 1;
        continue;
      }
      if (letter !== last) {
        if (size < out.length) out[size] = letter;
        size += 1;
      }
      last = letter;
    }
  }
  return Math.min(size, MAX_KEY);
}

const [C, E, I, K, S] = [0x63, 0x65, 0x69, 0x6b, 0x73];
const SOFT = Uint8Array.from({ length: 128 }, (_, next) => (softC(String.fromCharCode(next)) === 's' ? 1 : 0));

interface SoundTable {
  /** Next node by node and letter; node 0 is the root, and none. */
  readonly children: Uint16Array;
  /** Letters that the sounds up to a node stand for, the first lowest; 0 for none. */
  readonly sounds: Uint16Array;
}

let table: SoundTable | undefined;

function soundTable(): SoundTable {
  if (table !== undefined) return table;
  const nodes = 1 + [...SOUNDS.keys()].reduce((sum, spelling) => sum + spelling.length, 0);
  const children = new Uint16Array(nodes << 7);
  const sounds = new Uint16Array(nodes);
  let made = 0;
  for (const [spelling, sound] of SOUNDS) {
    let node = 0;
    for (let at = 0; at < spelling.length; at += 1) {
      const place = (node << 7) | spelling.charCodeAt(at);
      if (children[place] === 0) children[place] = made += 1;
      node = children[place]!;
    }
    sounds[node] = sound.charCodeAt(0) | ((sound.charCodeAt(1) || 0) << 8);
  }
  return (table = { children, sounds });
}
