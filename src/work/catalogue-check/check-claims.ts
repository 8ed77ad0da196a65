import type { Term } from '../../catalogue/catalogue.ts';
import { goodsFile, type CatalogueProblem } from './catalogue-problem.ts';

/** A term that stands alone for one concept must not do so for another, unless one of the two lines says `also`. */
export function checkClaims(terms: readonly Term[]): readonly CatalogueProblem[] {
  const hard = terms.filter(({ concept, strength, kind }) => concept !== null && strength === 'hard' && kind !== 'partNumber');
  const problems: CatalogueProblem[] = [];
  for (const [text, claims] of Map.groupBy(hard, plainText)) {
    const [first, ...others] = [...new Set(claims.flatMap(({ concept }) => (concept === null ? [] : [concept])))];
    if (first === undefined) continue;
    for (const other of others) {
      if (
        claims.some(({ concept, also }) => also !== undefined && [concept, ...also].includes(first) && [concept, ...also].includes(other))
      )
        continue;
      problems.push({
        where: `${goodsFile(first)} and ${goodsFile(other)}, term "${text}"`,
        what: 'two concepts claim one hard term',
        todo: `take it out of one, make one soft, or say {also: ${other}} in ${goodsFile(first)}`,
      });
    }
  }
  return problems;
}

/** A term without bars, case and hyphens: what is one term to the scanner. */
export function plainText({ text }: Pick<Term, 'text'>): string {
  return text.replaceAll('|', '').replaceAll('-', ' ').toLowerCase();
}
