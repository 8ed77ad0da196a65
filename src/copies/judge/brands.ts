import type { PreparedText } from '../prepared-text.ts';
import type { Comparison } from './comparison.ts';
import type { Evidence } from './evidence.ts';

/** Names in Latin letters among Han or Cyrillic that both texts have: brands, makers, models. Several together are rarely a chance. */
export function brandEvidence({ a: { text: a }, b: { text: b } }: Comparison): readonly Evidence[] {
  if (a.lang === 'en' || b.lang === 'en') return [];
  const shared = namesOf(a).intersection(namesOf(b)).size;
  return shared < 2 ? [] : [{ kind: 'model', odds: Math.min(1.5, 0.4 * shared) }];
}

function namesOf({ tokens }: PreparedText): ReadonlySet<string> {
  return new Set(tokens.filter(({ kind, key }) => kind === 'model' || (kind === 'word' && /^[a-z]{3}/.test(key))).map(({ key }) => key));
}
