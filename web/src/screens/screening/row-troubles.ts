import type { WordKey } from '../../words/use-words.ts';

/** Why a row of a file was not read, as the server says it, taken apart so that it can be said in the reader's language. */
export interface RowTrouble {
  readonly key: WordKey<'screening'>;
  readonly values: Readonly<Record<string, string>>;
}

const TROUBLES: readonly (readonly [WordKey<'screening'>, RegExp])[] = [
  ['troubleNoName', /^the row has no name$/],
  ['troubleNoLetter', /^the name has no letter and no digit$/],
  ['troubleControl', /^the name has control characters\b/],
  ['troubleBytes', /^the row has bytes that are no text\b/],
  ['troubleCells', /^the row has (?<cells>\d+) cells in place of (?<columns>\d+)\b/],
];

/** Null for what is said otherwise: it is shown as it is. */
export function rowTrouble(said: string): RowTrouble | null {
  for (const [key, shape] of TROUBLES) {
    const found = shape.exec(said);
    if (found !== null) return { key, values: { ...found.groups } };
  }
  return null;
}
