import { allowedEdits } from '../score/key-similarity.ts';

/** Letters of a word that deletions are made of; a difference further on shows in what is left. */
const PREFIX = 7;

/**
 * Calls `visit` with the hash of every string that deleting up to the allowed number of letters from the word's first letters leaves: two words
 * within that distance share one (symmetric deletion, Garbe's SymSpell). At most 29 for a word, some perhaps twice.
 */
export function eachDeletion(key: string, visit: (hash: number) => void): void {
  const edits = allowedEdits(key.length);
  const prefix = key.length > PREFIX ? key.slice(0, PREFIX) : key;
  visit(hashOf(prefix, -1, -1));
  if (edits === 0) return;
  for (let a = 0; a < prefix.length; a += 1) {
    visit(hashOf(prefix, a, -1));
    if (edits === 1) continue;
    for (let b = a + 1; b < prefix.length; b += 1) visit(hashOf(prefix, a, b));
  }
}

/** FNV-1a of the text without the letters at `skipA` and `skipB`, 32 bits. */
export function hashOf(text: string, skipA: number, skipB: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    if (at === skipA || at === skipB) continue;
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
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
