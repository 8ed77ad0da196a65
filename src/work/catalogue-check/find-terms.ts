import type { Catalogue, Term } from '../../catalogue/catalogue.ts';

export interface FoundTerm {
  readonly concept: string;
  /** The shortest of its terms that have the words. */
  readonly term: Term;
}

/** A stem of fewer characters than this says nothing about a word that goes on, and no ending is longer than this. */
const LEAST_STEM = 3;
const LONGEST_ENDING = 4;

/**
 * Kinds of goods with a term that has all of the words, in whatever language they are, each with the shortest such term.
 * Letter case, width and the bars that end stems do not count; a word may also be another form of one in the term.
 */
export function findTerms(catalogue: Catalogue, words: string): readonly FoundTerm[] {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  const best = new Map<string, Term>();
  for (const term of catalogue.terms) {
    if (term.concept === null) continue;
    const before = best.get(term.concept);
    if ((before === undefined || term.text.length < before.text.length) && hasAll(folded(term.text), wanted)) best.set(term.concept, term);
  }
  return [...best].map(([concept, term]) => ({ concept, term }));
}

function hasAll(text: string, wanted: readonly string[]): boolean {
  const plain = text.replaceAll('|', '');
  const missing = wanted.filter((word) => !plain.includes(word));
  if (missing.length === 0) return true;
  const stems = text.split(/\s+/).flatMap((part) => {
    const bar = part.indexOf('|');
    return bar >= LEAST_STEM ? [part.slice(0, bar)] : [];
  });
  return missing.every((word) => stems.some((stem) => word.startsWith(stem) && word.length - stem.length <= LONGEST_ENDING));
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
