import type { Found, FoundCode, FoundNamed, FoundTerm } from './candidates.ts';

export interface AllFound {
  readonly terms: readonly FoundTerm[];
  readonly intents: readonly FoundNamed[];
  readonly places: readonly FoundNamed[];
  readonly codes: readonly FoundCode[];
}

/**
 * Whether a soft find has the second signal it wants: another goods term with other words, an intent, a place or a code, standing
 * elsewhere in the text.
 */
export function secondSignals({ terms, intents, places, codes }: AllFound): (found: FoundTerm | FoundNamed) => boolean {
  const phrases = new Set(terms.map(({ term }) => `${term.concept} ${term.text}`));
  const others: readonly Found[] = [...intents.filter(({ named }) => named.strength === 'hard'), ...places.filter(({ named }) => named.strength === 'hard'), ...codes];
  return (found) => {
    const own = 'term' in found && phrases.has(`${found.term.concept} ${found.term.text}`) ? 1 : 0;
    if (phrases.size > own) return true;
    return others.some(({ from, to }) => to <= found.from || from >= found.to);
  };
}
