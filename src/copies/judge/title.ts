import type { Side } from './comparison.ts';

/** How much the title of a text tells, and how much of that the other text has. */
export function titleOf({ text, novel }: Side): { readonly all: number; readonly known: number } {
  let [all, known] = [0, 0];
  for (let n = 0; n < text.tokens.length; n += 1) {
    const { place, kind } = text.tokens[n]!;
    if (place !== 'title' || (kind !== 'word' && kind !== 'han' && kind !== 'model')) continue;
    all += text.weights[n]!;
    if (novel[n] === 0) known += text.weights[n]!;
  }
  return { all, known };
}
