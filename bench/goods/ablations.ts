import type { Catalogue, Guards } from '../../src/catalogue/catalogue.ts';
import type { Mention } from '../../src/model/mention.ts';
import { TRADITIONAL } from '../../src/text/simplified-table.ts';

/** A layer taken away: a poorer catalogue, a text that the layer would have to mend, or mentions that it alone found. */
export interface Ablation {
  readonly name: string;
  readonly catalogue?: (whole: Catalogue) => Catalogue;
  readonly text?: (text: string) => string;
  /** Mentions that stay; goods are those of the ones that count. */
  readonly keep?: (mention: Mention) => boolean;
}

const NO_GUARDS: Guards = { notBefore: [], notAfter: [], needs: [] };

const withTerms = (keep: (term: Catalogue['terms'][number]) => boolean) => (whole: Catalogue) => ({
  ...whole,
  terms: whole.terms.filter(keep),
});

const traditional = new Set(TRADITIONAL);

/** What each layer is worth is what the scores lose without it. */
export const ABLATIONS: readonly Ablation[] = [
  { name: 'roles', catalogue: (whole) => ({ ...whole, roleWords: [] }) },
  { name: 'guards', catalogue: (whole) => ({ ...whole, terms: whole.terms.map((term) => ({ ...term, guards: NO_GUARDS })) }) },
  { name: 'phrases that are not goods', catalogue: withTerms(({ concept }) => concept !== null) },
  { name: 'codes', catalogue: (whole) => ({ ...whole, codes: [] }) },
  { name: 'part numbers', catalogue: withTerms(({ kind }) => kind !== 'partNumber') },
  { name: 'trade names and designations', catalogue: withTerms(({ kind }) => kind !== 'tradeName' && kind !== 'designation') },
  { name: 'translationese', catalogue: withTerms(({ kind }) => kind !== 'translationese') },
  { name: 'soft terms', catalogue: withTerms(({ strength }) => strength === 'hard') },
  {
    name: 'Traditional → Simplified',
    text: (text) => Array.from(text, (letter) => (traditional.has(letter) ? '〇' : letter)).join(''),
  },
  { name: 'disguises', keep: ({ note }) => note?.includes('disguised') !== true },
];
