import type { ConceptSummary, Term } from '../../api/routes.gen.ts';

export interface FoundConcept {
  readonly one: ConceptSummary;
  /** The term that it was found by, where its label, definition and id have not all of the words. */
  readonly term?: Term;
}

/** Concepts whose label in the reader's language, definition or id has all of the words, ordered by label; then those of a term that has them. */
export function findConcepts(
  concepts: readonly ConceptSummary[],
  words: string,
  labelOf: (concept: string) => string,
  language: string,
  byTerm: readonly { readonly concept: string; readonly term: Term }[] = [],
): readonly FoundConcept[] {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  const order = new Intl.Collator(language);
  const ordered = concepts.toSorted((a, b) => order.compare(labelOf(a.concept), labelOf(b.concept)));
  const named = new Set(
    ordered.filter(({ concept, definition }) => {
      const text = folded(`${labelOf(concept)} ${definition} ${concept} ${concept.replaceAll('_', ' ')}`);
      return wanted.every((word) => text.includes(word));
    }),
  );
  const terms = new Map(byTerm.map(({ concept, term }) => [concept, term]));
  return [
    ...[...named].map((one) => ({ one })),
    ...ordered.flatMap((one) => {
      const term = terms.get(one.concept);
      return term === undefined || named.has(one) ? [] : [{ one, term }];
    }),
  ];
}

export function termsIn({ terms }: ConceptSummary): number {
  return Object.values(terms).reduce((sum, count) => sum + count, 0);
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
