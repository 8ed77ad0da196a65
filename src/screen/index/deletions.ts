import { allowedEdits } from '../score/key-similarity.ts';

/** Letters of a word that deletions are made of; a difference further on shows in what is left. */
export const PREFIX = 7;

/** Most hashes that {@link deletionsOf} gives for a word. */
export const MOST_DELETIONS = 1 + PREFIX + (PREFIX * (PREFIX - 1)) / 2;

/**
 * Writes the hash of every string that deleting up to the allowed number of letters from the word's first letters leaves into `out`, and gives how many:
 * two words within that distance share one (symmetric deletion, Garbe's SymSpell). Some come twice.
 */
export function deletionsOf(key: string, out: Uint32Array): number {
  const edits = allowedEdits(key.length);
  const length = Math.min(PREFIX, key.length);
  out[0] = ended(hashOn(FNV_START, key, 0, length));
  if (edits === 0) return 1;
  let count = 1;
  let before = FNV_START;
  for (let a = 0; a < length; a += 1) {
    out[count] = ended(hashOn(before, key, a + 1, length));
    count += 1;
    if (edits > 1) {
      let between = before;
      for (let b = a + 1; b < length; b += 1) {
        out[count] = ended(hashOn(between, key, b + 1, length));
        count += 1;
        between = hashOn(between, key, b, b + 1);
      }
    }
    before = hashOn(before, key, a, a + 1);
  }
  return count;
}

/** The same, one by one, each once. */
export function eachDeletion(key: string, visit: (hash: number) => void): void {
  const count = deletionsOf(key, scratch);
  for (let n = 0; n < count; n += 1) if (scratch.indexOf(scratch[n]!) === n) visit(scratch[n]!);
}

const scratch = new Uint32Array(MOST_DELETIONS);

/** The hash that every word of three letters or more shares with this one which differs from it at `open` alone. */
export function openHash(key: string, open: number): number {
  const length = Math.min(PREFIX, key.length);
  return ended(hashOn(hashOn(FNV_START, key, 0, Math.min(open, length)), key, open + 1, length));
}

/** FNV-1a of the text, 32 bits. */
export function hashOf(text: string): number {
  return ended(hashOn(FNV_START, text, 0, text.length));
}

const FNV_START = 0x811c9dc5 | 0;

/** The hash that goes on over the letters from `from` to `to`. */
function hashOn(hash: number, text: string, from: number, to: number): number {
  let on = hash;
  for (let at = from; at < to; at += 1) on = Math.imul(on ^ text.charCodeAt(at), 0x01000193);
  return on;
}

/** Mixes the high bits into the low ones, of which tables are made. */
function ended(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
}

/** One bit for each letter of a word: words whose bits differ in more places than twice the edits are no likely pair. */
export function signatureOf(key: string): number {
  let bits = 0;
  for (let at = 0; at < key.length; at += 1) bits |= 1 << (key.charCodeAt(at) & 31);
  return bits;
}

export function bitsSet(value: number): number {
  let v = value - ((value >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
