import type { NameEngine, NameIndex } from './engine.ts';
import { plainWords } from './name-words.ts';
import type { PeerParty } from './peers-list.ts';

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly words: readonly string[];
}

/** What most people write themselves: names in ASCII, whole words, rare ones weigh more. A yardstick, and what the harness is tried with. */
export function plainEngine(): NameEngine {
  return {
    name: 'plain transliteration',
    build: plainIndex,
    compare: (query, listed) => ({ score: overlap(plainWords(query.name), plainWords(listed.name), () => 1) }),
  };
}

function plainIndex(parties: Iterable<PeerParty>): NameIndex {
  const entries: Entry[] = [...parties].flatMap(({ id, names }) =>
    names.map((name) => ({ id, name, words: [...new Set(plainWords(name))] })),
  );
  const postings = new Map<string, number[]>();
  for (const [n, { words }] of entries.entries()) {
    for (const word of words) {
      const list = postings.get(word);
      if (list === undefined) postings.set(word, [n]);
      else list.push(n);
    }
  }
  const weight = (word: string): number => Math.log(1 + entries.length / (1 + (postings.get(word)?.length ?? 0)));
  return {
    search({ name }, limit, threshold = 0) {
      const words = [...new Set(plainWords(name))].toSorted((a, b) => (postings.get(a)?.length ?? 0) - (postings.get(b)?.length ?? 0));
      const best = new Map<string, { id: string; matchedName: string; score: number }>();
      for (const n of new Set(words.slice(0, 3).flatMap((word) => postings.get(word) ?? []))) {
        const entry = entries[n];
        if (entry === undefined) continue;
        const score = overlap(words, entry.words, weight);
        if (score >= threshold && score > (best.get(entry.id)?.score ?? 0))
          best.set(entry.id, { id: entry.id, matchedName: entry.name, score });
      }
      return [...best.values()].toSorted((a, b) => b.score - a.score).slice(0, limit);
    },
  };
}

/** Weight of the shared words over that of all (Dice). */
function overlap(a: readonly string[], b: readonly string[], weight: (word: string) => number): number {
  const sum = (words: readonly string[]): number => words.reduce((total, word) => total + weight(word), 0);
  return (2 * sum(a.filter((word) => b.includes(word)))) / (sum(a) + sum(b) || 1);
}
