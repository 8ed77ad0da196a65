import { codeOfKey } from './key-code.ts';

/** Codes of initials by the first byte of the key of a word that they may stand for; 0 where it is no letter. */
const CODES = Uint32Array.from({ length: 256 }, (_, byte) => (isLetter(byte) ? codeOfKey(`.${String.fromCharCode(byte)}`) : 0));

/** Code of the initial that stands for the word whose key has its first byte at `start`; 0 for what is no word. */
export function initialCode(unitBytes: Uint8Array, start: number): number {
  return CODES[unitBytes[start]!]!;
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}
