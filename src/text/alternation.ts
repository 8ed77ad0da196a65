/** One word of an alternation: what is written, and what must follow it, both as patterns. */
export interface Alternative {
  readonly text: string;
  readonly ending: string;
}

/**
 * Words as one pattern, the longest first, endings left out of account. Neighbours that end alike share their ending: each class of letters that is written
 * is compiled by itself, which for a hundred words takes longer than all that is then looked for. Words of one length exclude each other, so their order is free.
 */
export function alternation(alternatives: readonly Alternative[]): string {
  const runs: { ending: string; texts: string[] }[] = [];
  for (const { text, ending } of alternatives.toSorted((a, b) => b.text.length - a.text.length || a.ending.length - b.ending.length)) {
    const last = runs.at(-1);
    if (last?.ending === ending) last.texts.push(text);
    else runs.push({ ending, texts: [text] });
  }
  return runs.map(({ ending, texts }) => (ending === '' ? texts.join('|') : `(?:${texts.join('|')})${ending}`)).join('|');
}

/** A word of the catalogue: its letters as a pattern, and whether its endings may go on (it has a bar, and what is behind that goes). */
export function spelledOut(word: string): { readonly text: string; readonly goesOn: boolean } {
  const bar = word.indexOf('|');
  const text = (bar === -1 ? word : word.slice(0, bar)).replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
  return { text, goesOn: bar !== -1 };
}
