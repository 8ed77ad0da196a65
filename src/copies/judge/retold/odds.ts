import type { Comparison } from '../comparison.ts';
import type { Evidence } from '../evidence.ts';
import { retoldFeatures } from './features.ts';
import { RETOLD_WEIGHTS } from './weights.ts';

/** Share of the longer text in common from which on words decide, and below which facts do; between them both, by how near. */
const WORDS_DECIDE = 0.75;
const FACTS_DECIDE = 0.6;

/** Share of the shorter text in common below which it is told in other words, and from which on it stands in the other in its own. */
const TOLD = 0.6;
const QUOTED = 0.8;

/**
 * Log odds that two texts are of one purchase. Where little of the longer text stands in the other, another stage, a report, a summary or a digest tells of it:
 * then the places where words differ say nothing, and facts that agree or do not say it, weighed by a logistic regression that was fitted to read pairs.
 */
export function oddsOfEvidence(comparison: Comparison, evidence: readonly Evidence[]): number {
  const odds = evidence.reduce((sum, one) => sum + one.odds, 0);
  const share = retoldShare(comparison);
  const [form, quoted] = [formShare(comparison), quotedShare(comparison)];
  // Facts would change nothing below: to gather them is a third of what a pair costs.
  if (share === 0 || (form === 1 && quoted === 1)) return odds;
  const weighed = retoldFeatures(comparison, evidence).reduce((sum, value, n) => sum + value * RETOLD_WEIGHTS[n]!, 0);
  // what a form and its buyer have in common says nothing for one purchase where the words of the form speak of two
  const facts = Math.min(weighed, weighed + form * (odds - weighed));
  const told = (1 - share) * odds + share * facts;
  // what stands in a longer text word for word is no less a copy for having few facts
  return told + quoted * Math.max(0, odds - told);
}

/** Share of the shorter text in common from which on it was not told in other words, and from which on both are one form filled in; a form tells so much at least. */
const FORM = { from: 0.7, all: 0.78, least: 15 } as const;

function formShare({ a, b, containment }: Comparison): number {
  if (Math.min(a.text.mass, b.text.mass) < FORM.least) return 0;
  return Math.max(0, Math.min(1, (containment.shorter - FORM.from) / (FORM.all - FORM.from)));
}

function quotedShare({ containment }: Comparison): number {
  return Math.max(0, Math.min(1, (containment.shorter - TOLD) / (QUOTED - TOLD)));
}

/** How far facts decide instead of words: 0 to 1. */
export function retoldShare({ containment }: Comparison): number {
  return Math.max(0, Math.min(1, (WORDS_DECIDE - containment.longer) / (WORDS_DECIDE - FACTS_DECIDE)));
}
