import { firstAbove } from './signals.ts';
import type { FoundNamed, FoundTerm } from './candidates.ts';
import type { FoundCode } from './codes.ts';
import type { Found } from './found.ts';

export interface AllFound {
  readonly terms: readonly FoundTerm[];
  readonly intents: readonly FoundNamed[];
  readonly places: readonly FoundNamed[];
  readonly codes: readonly FoundCode[];
}

/** How near to a soft find an intent, place or code must stand, in UTF-16 units. */
const NEAR = 160;
/** What still counts as the title: the beginning of the first line. */
const TITLE = 160;

/** What speaks for a soft find besides itself: another find, or no more than that it stands in the title. */
export type Second = 'signal' | 'title' | null;

/**
 * Which second signal a soft find has, as it wants one: another goods term with other words, a hard one anywhere or a soft one of the same concept;
 * an intent, a place or a code near by; or, for a term, its place in the title, which names what a notice is about.
 */
export function secondSignals({ terms, intents, places, codes }: AllFound, text: string): (found: FoundTerm | FoundNamed) => Second {
  if (terms.some(({ term }) => term.strength === 'hard')) return () => 'signal';
  const byConcept = new Map<string | null, Set<string>>();
  for (const { term } of terms) byConcept.set(term.concept, (byConcept.get(term.concept) ?? new Set()).add(term.text));
  const others: readonly Found[] = [...intents, ...places].filter(({ named }) => named.strength === 'hard');
  const signals = [...others, ...codes].toSorted((a, b) => a.from - b.from);
  const starts = signals.map(({ from }) => from);
  const firstLine = text.trimStart().indexOf('\n');
  const titleEnd = Math.min(TITLE, firstLine === -1 ? text.length : text.length - text.trimStart().length + firstLine);
  return (found) => {
    if ('term' in found && (byConcept.get(found.term.concept)?.size ?? 0) > 1) return 'signal';
    for (let at = firstAbove(starts, found.from - NEAR); at < signals.length; at += 1) {
      const signal = signals[at];
      if (signal === undefined || signal.from > found.to + NEAR) break;
      if (signal.to <= found.from || signal.from >= found.to) return 'signal';
    }
    return 'term' in found && found.term.kind !== 'tradeName' && found.from < titleEnd ? 'title' : null;
  };
}
