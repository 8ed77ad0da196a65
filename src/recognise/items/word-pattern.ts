/** One alternation of words, the longest first: a bar lets up to four letters follow; a word of letters ends where they end, a full stop may follow. */
export function wordPattern(words: readonly string[]): string {
  return words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => {
      const bar = word.indexOf('|');
      const text = (bar === -1 ? word : word.slice(0, bar)).replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
      const rest = bar === -1 ? '' : String.raw`\p{L}{0,4}`;
      return /\p{Script=Han}$|[^\p{L}\d]$/u.test(text) ? text : `${text}${rest}${END_OF_WORD}`;
    })
    .join('|');
}

const END_OF_WORD = String.raw`(?![\p{Script=Latin}\p{Script=Cyrillic}\d])\.?`;
