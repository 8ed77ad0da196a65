import { analyseName } from '../../src/screen/name/analyse.ts';
import type { NamePart } from '../../src/screen/name/name-part.ts';
import type { NameKnowledge } from '../../src/screen/knowledge.ts';
import { encodeName } from '../../src/screen/score/encoded-name.ts';
import { QueryTable } from '../../src/screen/score/query-table.ts';
import { FewUnits } from '../../src/screen/score/units.ts';

/** A word of a person's name as the program reads it; undefined for what is no single word to it (two words, a title, a number, an initial). */
export function personWord(form: string, knowledge: NameKnowledge): NamePart | undefined {
  // A foreign name in Han is known by the dot between its words.
  const parts = HAN.test(form)
    ? analyseName(`${form}·${form}`, 'person', knowledge).parts.slice(1)
    : analyseName(form, 'person', knowledge).parts;
  const [only] = parts;
  return parts.length === 1 && only?.kind === 'word' ? { ...only, group: 0 } : undefined;
}

const HAN = /^\p{Script=Han}+$/u;

/** How like the program takes two words of persons' names to be, 0 to 1, whichever of them is asked for. */
export function wordLikeness(a: NamePart, b: NamePart, knowledge: NameKnowledge): number {
  return Math.max(likenessTo(a, b, knowledge), likenessTo(b, a, knowledge));
}

/** One for all: it is large, and nothing of a query stays in it. */
const table = new QueryTable(64);

function likenessTo(asked: NamePart, listed: NamePart, knowledge: NameKnowledge): number {
  const units = new FewUnits();
  encodeName({ name: listed.text, family: 'person', parts: [listed] }, (key) => units.unitOf(key), [], false);
  table.load({ name: asked.text, family: 'person', parts: [asked] }, units, knowledge);
  let best = 0;
  for (let unit = 0; unit < units.count; unit += 1)
    // As the alignment has it: keys after the first are rather guesses.
    for (let entry = table.headOf(unit); entry !== -1; entry = table.next[entry] ?? -1)
      best = Math.max(best, (table.similarity[entry] ?? 0) * (unit === 0 ? 1 : 0.96));
  return best;
}
