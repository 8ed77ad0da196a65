import { MARK } from './word-marks.ts';

export const QUOTE = 64;
export const DOT = 128;

let table: Uint8Array<ArrayBuffer> | undefined;

/** How each sign parts words: not at all (hyphens), a little (commas, brackets), wholly (colons, bars, Chinese full stops). */
export function partingSigns(): Uint8Array {
  if (table !== undefined) return table;
  const made = new Uint8Array(65_536).fill(MARK.comma);
  for (const char of "-‐‑–&+'’‘`_@") made[char.charCodeAt(0)] = 0;
  for (const char of ';:!?|；：！？。，、=<>{}•■●▪*/\\→') made[char.charCodeAt(0)] = MARK.stop;
  for (const char of '"«“„‟『「') made[char.charCodeAt(0)] = QUOTE;
  made[0x2e] = DOT;
  return (table = made);
}
