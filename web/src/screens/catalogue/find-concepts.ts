import type { ConceptSummary } from '../../api/routes.gen.ts';

/** Concepts whose label in the reader's language, definition or id has all of the words; ordered by label. */
export function findConcepts(
  concepts: readonly ConceptSummary[],
  words: string,
  labelOf: (concept: string) => string,
  language: string,
): readonly ConceptSummary[] {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  const order = new Intl.Collator(language);
  return concepts
    .filter(({ concept, definition }) => {
      const text = folded(`${labelOf(concept)} ${definition} ${concept} ${concept.replaceAll('_', ' ')}`);
      return wanted.every((word) => text.includes(word));
    })
    .toSorted((a, b) => order.compare(labelOf(a.concept), labelOf(b.concept)));
}

export function termsIn({ terms }: ConceptSummary): number {
  return Object.values(terms).reduce((sum, count) => sum + count, 0);
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
