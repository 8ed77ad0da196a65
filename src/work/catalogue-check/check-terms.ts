import type { Catalogue, Term } from '../../catalogue/catalogue.ts';
import type { Scanner } from '../../recognise/scanner.ts';
import { goodsFile, type CatalogueProblem } from './catalogue-problem.ts';
import { samplesOfPattern } from './samples-of-pattern.ts';

/** A word of demand in each language: the second signal that a soft term wants. */
const SECOND: ReadonlyMap<string, string> = new Map([
  ['zh', '采购'],
  ['ru', 'закупка'],
  ['uk', 'закупівля'],
]);

/** Every term, alone or with what it needs, names its concept; so does a sample of every branch of a part number pattern. */
export function checkTerms({ terms }: Pick<Catalogue, 'terms'>, scanner: Pick<Scanner, 'scan'>): readonly CatalogueProblem[] {
  return terms.flatMap((term) => {
    if (term.concept === null) return [];
    const where = `${goodsFile(term.concept)}, term "${term.text}"`;
    if (term.kind !== 'partNumber') {
      if (findsItself(term, term.text.replaceAll('|', ''), scanner)) return [];
      return [
        {
          where,
          what: 'does not find itself',
          todo: 'write it as it stands in texts; where another term or a guard of its own hides it, take it out',
        },
      ];
    }
    const samples = samplesOfPattern(term.text);
    if (samples === null)
      return [
        {
          where,
          what: 'no sample can be made of this pattern',
          todo: 'write it with letters, digits, classes, groups and bounded repeats alone',
        },
      ];
    const lost = samples.filter((sample) => !findsItself(term, sample, scanner));
    return lost.length === 0
      ? []
      : [{ where, what: `does not find ${lost.map((sample) => `"${sample}"`).join(', ')}`, todo: 'mend the pattern, or what it needs' }];
  });
}

function findsItself({ concept, lang, guards }: Term, text: string, { scan }: Pick<Scanner, 'scan'>): boolean {
  const contexts = guards.needs.length === 0 ? [text] : guards.needs.map((need) => `${text}\n${need}`);
  const names = (written: string): boolean => scan(written).mentions.some((mention) => mention.concept === concept);
  return contexts.some((written) => names(written) || names(`${SECOND.get(lang) ?? 'procurement of'} ${written}`));
}
