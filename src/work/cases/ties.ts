import type { CaseFact } from '../../model/case-suggestion.ts';
import { compareNames } from '../../screen/compare.ts';
import { foldText } from '../../text/fold.ts';
import { openNameKnowledge } from '../packaged/name-knowledge.ts';
import type { GatheredText } from './tied-text.ts';

const MOST_PUBLISHERS = 10;
const MOST_NAMED = 100;

/** Facts that only two texts together show: one quotes or links to the other. */
export function tiesBetween(
  held: GatheredText,
  text: GatheredText,
): { readonly held: readonly CaseFact[]; readonly candidate: readonly CaseFact[] } {
  const ties: { held: CaseFact[]; candidate: CaseFact[] } = { held: [], candidate: [] };
  for (const [from, to, mine, theirs] of [
    [text, held, ties.candidate, ties.held],
    [held, text, ties.held, ties.candidate],
  ] as const) {
    for (const quote of from.quotes)
      if (to.folded.includes(quote.key)) {
        mine.push(quote);
        theirs.push({ ...quote, said: null });
      }
    const link = from.links.find((one) => to.addresses.includes(one)) ?? to.addresses.find((address) => from.text.includes(address));
    if (link === undefined) continue;
    const fact: CaseFact = { kind: 'link', key: `${from.id} ${to.id}`, said: null, shown: link };
    mine.push(fact);
    theirs.push(fact);
  }
  return ties;
}

/** Bodies of a text that are among those of the case, under whatever spelling. */
export function bodiesKnown(text: GatheredText, known: ReadonlyMap<string, CaseFact>): readonly CaseFact[] {
  const found = new Map<string, CaseFact>();
  for (const [key, { shown }] of known) if (text.folded.includes(key)) found.set(key, placed(text, key, shown));
  // Two spellings are compared where one is that of a publisher: all that press texts name with all others would be too many.
  const publishers = [...known].filter(([, { said }]) => said === null).slice(0, MOST_PUBLISHERS);
  for (const body of text.bodies) {
    if (found.has(body.key)) continue;
    for (const [key, { shown }] of body.said === null ? [...known].slice(0, MOST_NAMED) : publishers)
      if (!found.has(key) && isSameBody(body.shown, shown)) found.set(key, { ...body, key });
  }
  return [...found.values()];
}

function placed({ text, bodies }: GatheredText, key: string, shown: string): CaseFact {
  const body = bodies.find((one) => one.key === key);
  const start = text.indexOf(shown);
  return body ?? { kind: 'body', key, shown, said: start < 0 ? null : { start, end: start + shown.length, text: shown } };
}

function isSameBody(one: string, other: string): boolean {
  // Within one script the words are the same or they are not: what the glossary is for is names in two.
  if (isHan(one) === isHan(other) && foldText(one).text.slice(0, 1) !== foldText(other).text.slice(0, 1)) return false;
  return compareNames({ name: one, schema: 'Organization' }, { name: other, schema: 'Organization' }, openNameKnowledge()).match;
}

function isHan(name: string): boolean {
  return /\p{Script=Han}/u.test(name);
}
