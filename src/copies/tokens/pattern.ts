import type { Atom, TokenKind } from './token.ts';

/** One way of writing a fact; `key` gives undefined where what was found is none. Every repetition in a pattern is bounded. */
export interface FactPattern {
  readonly kind: TokenKind;
  readonly pattern: RegExp;
  /** Without this a line has none: a search that costs less. */
  readonly needs?: RegExp;
  readonly key: (groups: readonly (string | undefined)[]) => string | undefined;
}

/** No letter or digit stands before, or behind: what is found is a word of its own. */
export const NOT_AFTER_WORD = String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}\d])`;
export const END = String.raw`(?![\p{Script=Latin}\p{Script=Cyrillic}\d])`;

export function rx(source: string): RegExp {
  return new RegExp(source, 'gu');
}

/** An alternation, the longest first; words of letters end where they end. */
export function words(list: readonly string[], open = false): string {
  return list
    .map((word) => word.toLowerCase())
    .toSorted((one, other) => other.length - one.length)
    .map((word) => {
      const bar = word.indexOf('|');
      const text = (bar === -1 ? word : word.slice(0, bar)).replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
      const rest = bar === -1 ? '' : String.raw`\p{L}{0,4}`;
      return /\p{Script=Han}$/u.test(text) || (open && bar === -1) ? text : `${text}${rest}(?!\\p{L})`;
    })
    .join('|');
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
