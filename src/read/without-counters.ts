const counters = new WeakMap<readonly string[], RegExp>();

/** Numbers of visitors would make every visit a change. */
export function withoutCounters(body: string, words: readonly string[]): string {
  if (words.length === 0) return body;
  let pattern = counters.get(words);
  if (pattern === undefined) {
    const word = `(?<![a-z])(?:${words.toSorted((a, b) => b.length - a.length).join('|')})`;
    // A word without a colon is a counter only where nothing but a separator follows its number.
    const number = String.raw`\d[\d,]{0,12}`;
    const end = String.raw`(?=[ \t]*(?:$|[|·•;；/\])）】]))`;
    // "306 просмотров", where nothing but separators stand on both sides.
    const before = String.raw`(?:(?<=^|[|·•;；/])|[ \t]|[ \t]?[\[(（【])[ \t]?${number}[ \t]?[次人]?[ \t]?${word}${end}[\])）】]?`;
    pattern = new RegExp(
      String.raw`${before}|[ \t]?[\[(（【]?${word}(?:[ \t]?[:：][ \t]?${number}(?:[ \t]?次)?|[ \t]?[(（]${number}[)）]|[ \t]${number}${end})[\])）】]?`,
      'gimu',
    );
    counters.set(words, pattern);
  }
  return body
    .replace(pattern, '')
    .replace(/\n{2,}/g, '\n')
    .replace(/^\n|\n$/g, '');
}
