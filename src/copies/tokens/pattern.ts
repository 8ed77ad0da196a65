import { alternation, spelledOut } from '../../text/alternation.ts';
import type { Atom, TokenKind } from './token.ts';

/** One way of writing a fact; `key` gives undefined where what was found is none. Every repetition in a pattern is bounded. */
export interface FactPattern {
  readonly kind: TokenKind;
  readonly pattern: RegExp;
  /** One of these characters stands in whatever is found, and so many digits in a row do: most lines are told by them to have none. */
  readonly signs?: string;
  readonly digits?: number;
  /** Without this a line has none: a search that costs less. */
  readonly needs?: RegExp;
  /** True where the fact may be written without a digit, though its kind is not. */
  readonly inWords?: boolean;
  readonly key: (groups: readonly (string | undefined)[]) => string | undefined;
}

/** No letter or digit stands before, or behind: what is found is a word of its own. */
export const NOT_AFTER_WORD = String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}\d])`;
export const END = String.raw`(?![\p{Script=Latin}\p{Script=Cyrillic}\d])`;

const END_OF_LETTERS = String.raw`(?!\p{L})`;

export function rx(source: string): RegExp {
  return new RegExp(source, 'gu');
}

/** An alternation, the longest first; words of letters end where they end. */
export function words(list: readonly string[], open = false): string {
  return alternation(
    list.map((word) => {
      const { text, goesOn } = spelledOut(word.toLowerCase());
      const ending = goesOn ? String.raw`\p{L}{0,4}${END_OF_LETTERS}` : END_OF_LETTERS;
      return { text, ending: /\p{Script=Han}$/u.test(text) || (open && !goesOn) ? '' : ending };
    }),
  );
}

/** What words begin with, as signs of a pattern that begins with one of them or has one in it. */
export function beginningsOf(list: readonly string[]): string {
  return [...new Set(list.map((word) => word.toLowerCase().charAt(0)))].join('');
}

/** All facts of one pattern in a line. */
export function atomsOf(line: string, { kind, pattern, key }: FactPattern): Atom[] {
  const atoms: Atom[] = [];
  // Not `matchAll`: it makes a pattern anew for each line, which takes longer than to use it.
  pattern.lastIndex = 0;
  for (let found = pattern.exec(line); found !== null; found = pattern.exec(line)) {
    if (found[0] === '') pattern.lastIndex += 1;
    else {
      const value = key(found);
      if (value !== undefined) atoms.push({ kind, key: `${kind}:${value}`, start: found.index, end: found.index + found[0].length });
    }
  }
  return atoms;
}
