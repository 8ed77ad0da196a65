import type { Catalogue, Concept, Term } from '../../catalogue/catalogue.ts';
import { controlsOf, type ControlCandidate, type ControlExclusion, type Controls } from '../../catalogue/controls.ts';
import { controlStatusAt, type ControlStatus } from '../../catalogue/control-status.ts';
import { hasGuards } from './check-guards.ts';

/** A concept in numbers. */
export interface ConceptSummary {
  readonly concept: string;
  readonly definition: string;
  readonly civilUse: Concept['civilUse'];
  /** Terms by language; a part number counts for none. */
  readonly terms: Readonly<Record<'zh' | 'ru' | 'uk' | 'en', number>>;
  readonly kinds: Readonly<Partial<Record<Term['kind'], number>>>;
  readonly guarded: number;
  readonly codes: number;
  /** Control entries that may apply: named by the concept, and on lists of HS codes. */
  readonly controls: { readonly named: number; readonly byHs: number };
}

/** A concept with all that the catalogue says of it. */
export interface ConceptDetails extends Concept {
  readonly terms: readonly Term[];
  readonly codes: readonly { readonly scheme: string; readonly code: string }[];
  readonly candidates: readonly (ControlCandidate & { readonly status: string } & Pick<ControlStatus, 'state' | 'certain'>)[];
  readonly exclusions: readonly ControlExclusion[];
}

export function summarise(catalogue: Catalogue, controls: Controls): readonly ConceptSummary[] {
  const terms = Map.groupBy(catalogue.terms, ({ concept }) => concept);
  return [...catalogue.concepts.values()].map((concept) => {
    const own = terms.get(concept.id) ?? [];
    const spoken = own.filter(({ kind }) => kind !== 'partNumber');
    const count = (lang: string): number => spoken.filter((term) => term.lang === lang).length;
    const { candidates } = controlsOf(controls, concept);
    const named = candidates.filter(({ via }) => via === 'entry').length;
    return {
      concept: concept.id,
      definition: concept.definition,
      civilUse: concept.civilUse,
      terms: { zh: count('zh'), ru: count('ru'), uk: count('uk'), en: count('en') },
      kinds: Object.fromEntries([...Map.groupBy(own, ({ kind }) => kind)].map(([kind, { length }]) => [kind, length])),
      guarded: own.filter(hasGuards).length,
      codes: catalogue.codes.filter((code) => code.concept === concept.id).length,
      controls: { named, byHs: candidates.length - named },
    };
  });
}

/** The details of a concept on a day (ISO), or undefined where there is no such concept. */
export function describeConcept(id: string, date: string, catalogue: Catalogue, controls: Controls): ConceptDetails | undefined {
  const concept = catalogue.concepts.get(id);
  if (concept === undefined) return undefined;
  const { candidates, exclusions } = controlsOf(controls, concept);
  return {
    ...concept,
    terms: catalogue.terms.filter((term) => term.concept === id),
    codes: catalogue.codes.flatMap(({ scheme, code, concept: of }) => (of === id ? [{ scheme, code }] : [])),
    candidates: candidates.map((candidate) => {
      const { text, state, certain } = controlStatusAt(candidate.entry, date);
      return { ...candidate, status: text, state, certain };
    }),
    exclusions,
  };
}
