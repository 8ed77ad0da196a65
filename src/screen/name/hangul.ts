/** At most six Latin spellings of a Hangul word, of its syllables' usual romanisations; the first of each syllable together come first. */
export function hangulSpellings(word: string, romanOf: (char: string) => readonly string[]): readonly string[] {
  return combine(
    Array.from(word, (char) => romanOf(char)),
    6,
  );
}

/** Joins one choice for each place, the usual ones first: all first choices, then those that differ in one place, then in more. */
export function combine(choices: readonly (readonly string[])[], most: number): readonly string[] {
  if (choices.length === 0 || choices.some((choice) => choice.length === 0)) return [];
  let joined: { readonly text: string; readonly cost: number }[] = [{ text: '', cost: 0 }];
  for (const choice of choices) {
    joined = joined
      .flatMap(({ text, cost }) => choice.map((each, rank) => ({ text: text + each, cost: cost + rank })))
      .toSorted((a, b) => a.cost - b.cost)
      .slice(0, most);
  }
  return joined.map(({ text }) => text);
}
