import { loadCodeLabels } from '../../catalogue/code-labels.ts';
import { loadGuardSentences } from '../../catalogue/guard-sentences.ts';
import { loadIndicators } from '../../catalogue/indicators.ts';
import { loadLabels } from '../../catalogue/labels.ts';
import { loadControls } from '../../catalogue/load-controls.ts';
import { loadCatalogue } from '../../catalogue/load.ts';
import { createScanner } from '../../recognise/scanner.ts';
import type { CatalogueProblem } from './catalogue-problem.ts';
import { checkClaims } from './check-claims.ts';
import { checkGuards, hasGuards } from './check-guards.ts';
import { checkLabels } from './check-labels.ts';
import { checkReferences } from './check-references.ts';
import { checkTerms } from './check-terms.ts';

/** What was checked, and what does not hold. */
export interface CatalogueCheck {
  readonly counts: {
    readonly concepts: number;
    readonly terms: number;
    readonly guards: number;
    readonly sentences: number;
    readonly controls: number;
  };
  readonly problems: readonly CatalogueProblem[];
}

/**
 * Proves what the catalogue promises: every term finds itself, every guard holds in a sentence and is undone by no other line, every code and control exists in
 * the data, no two concepts claim a hard term unless they say so, whatever is named has a label. Takes some ten seconds. Throws `catalogue-invalid` where a file cannot be read at all.
 */
export function checkCatalogue(folder?: string): CatalogueCheck {
  const catalogue = loadCatalogue(folder);
  const controls = loadControls(folder);
  const sentences = loadGuardSentences(folder);
  const scanner = createScanner(catalogue);
  const terms = catalogue.terms.filter(({ concept }) => concept !== null);
  return {
    counts: {
      concepts: catalogue.concepts.size,
      terms: terms.length,
      guards: terms.filter(hasGuards).length,
      sentences: sentences.length,
      controls: [...controls.lists.values()].reduce((sum, { entries }) => sum + entries.length, 0),
    },
    problems: [
      ...checkReferences(catalogue, controls, loadCodeLabels(folder)),
      ...checkLabels(loadLabels(folder), {
        goods: catalogue.concepts.keys(),
        intents: catalogue.intents.map(({ id }) => id),
        indicators: loadIndicators(folder).keys(),
        lists: controls.lists.keys(),
      }),
      ...checkClaims(catalogue.terms),
      ...checkTerms(catalogue, scanner),
      ...checkGuards(catalogue, scanner, sentences),
    ],
  };
}
