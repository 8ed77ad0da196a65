import { wordsOf } from './words-of.ts';

interface Sample {
  readonly kind: 'person' | 'organisation' | undefined;
  readonly names: readonly string[];
}

/** Tells names of persons from those of organisations by their words (naive Bayes over the samples whose kind is known, counts plus one). */
export function kindJudge(samples: readonly Sample[]): (names: readonly string[]) => 'person' | 'organisation' {
  const counts = { person: new Map<string, number>(), organisation: new Map<string, number>() };
  const totals = { person: 0, organisation: 0 };
  for (const { kind, names } of samples) {
    if (kind === undefined) continue;
    for (const word of names.flatMap(wordsOf)) {
      counts[kind].set(word, (counts[kind].get(word) ?? 0) + 1);
      totals[kind] += 1;
    }
  }
  const chance = (kind: 'person' | 'organisation', word: string): number =>
    Math.log(((counts[kind].get(word) ?? 0) + 1) / (totals[kind] + 50_000));
  return (names) => {
    const lean = names.flatMap(wordsOf).reduce((sum, word) => sum + chance('person', word) - chance('organisation', word), 0);
    return lean > 0 ? 'person' : 'organisation';
  };
}
