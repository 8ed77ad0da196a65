import type { Mark } from './marks.ts';

/** Words of a text and what the catalogue calls what they name. */
export interface NamedWords {
  readonly text: string;
  readonly kind: Mark['kind'];
  readonly gloss: string;
}

/** The words of a text that have a gloss, in the order of the text, equal ones once. Pure. */
export function namedWordsOf(text: string, marks: readonly Mark[], glossOf: (mark: Mark) => string | undefined): readonly NamedWords[] {
  const named = new Map<string, NamedWords>();
  for (const mark of marks) {
    const gloss = glossOf(mark);
    const words = text.slice(mark.start, mark.end);
    const key = `${words} ${gloss ?? ''}`;
    if (gloss !== undefined && !named.has(key)) named.set(key, { text: words, kind: mark.kind, gloss });
  }
  return [...named.values()];
}
