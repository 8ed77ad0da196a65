import { partsOf } from '../../parts/filter-text.ts';

/** The words of a search, each as it is looked for: a phrase in quotation marks is one. */
export function wordsOf(q: string): readonly string[] {
  return [...q.matchAll(/["“”„«»]([^"“”„«»]*)["“”„«»]?|([^\s"“”„«»]+)/g)]
    .map(([, phrase, word]) => (phrase ?? word ?? '').trim())
    .filter((one) => one !== '');
}

/** What words and filter ask for together, in the predicate language: what a saved search, a feed or an alert asks. */
export function predicateOf(q: string, filter: string): string {
  const words = wordsOf(q).map((word) => `"${word.replaceAll(/\\/g, '\\\\')}"`);
  return [...words, ...partsOf(filter).map(({ text }) => text)].join(' and ');
}
