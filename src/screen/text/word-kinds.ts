/**
 * What a word of a text can be in a name; bits of an entry's head from the ninth on. `begins`: a form or title of several words, `goesOn`: may be the second word of one,
 * `begun`: has its second word in itself; `rare`: an anchor that counts in small letters too; `latin`, `cyrillic`: what its letters are, both where they are neither;
 * `longer`: begins phrases of the glossary, `second`: may be the second word of one.
 */
export const WORD = {
  form: 1,
  title: 2,
  trade: 4,
  place: 8,
  initial: 16,
  number: 32,
  begins: 64,
  rare: 128,
  goesOn: 256,
  begun: 512,
  latin: 1024,
  cyrillic: 2048,
  longer: 4096,
  second: 8192,
} as const;

/** True where a word that may begin a form or title of several words stands before one that may go on with it. */
export function mayBegin(kinds: number, next: number): boolean {
  return (kinds & WORD.begins) !== 0 && ((kinds & WORD.begun) !== 0 || (next & WORD.goesOn) !== 0);
}

export const MOST_ANCHORS = 15;
export const MOST_CODES = 15;
