import type { NamedPhrase, Term } from '../catalogue/catalogue.ts';
import type { MentionRule } from '../model/mention.ts';
import type { FoundCode } from './codes.ts';

/** The line of the catalogue that a find of goods goes back to; of a set of words (`<drones>`) the term as it was put together. */
export function ruleOfTerm({ text, kind, lang, concept }: Term): MentionRule {
  return { term: text, kind, lang, source: concept === null ? 'not-goods.yaml' : fileOf(concept) };
}

export function ruleOfNamed(kind: 'intent' | 'place', { text, lang }: NamedPhrase): MentionRule {
  return { term: text, kind, lang, source: `${kind}s.yaml` };
}

/** The longest listed code that a code falls under; undefined where only its context shows that it is one. */
export function ruleOfCode({ listed }: FoundCode): MentionRule | undefined {
  const [nearest] = listed.toSorted((a, b) => b.code.length - a.code.length);
  return nearest === undefined ? undefined : { term: nearest.code, kind: 'code', lang: 'und', source: fileOf(nearest.concept) };
}

function fileOf(concept: string): string {
  return `goods/${concept}.yaml`;
}
