import type { Catalogue, Guards, Term } from '../../catalogue/catalogue.ts';
import type { GuardSentence } from '../../catalogue/guard-sentences.ts';
import { createScanner, type Scanner } from '../../recognise/scanner.ts';
import { goodsFile, type CatalogueProblem } from './catalogue-problem.ts';
import { plainText } from './check-claims.ts';

type Scan = Pick<Scanner, 'scan'>;

/** Every guard has a sentence that it keeps from naming the concept, no line undoes the guards of another, and no term satisfies its own needs. */
export function checkGuards(catalogue: Catalogue, scanner: Scan, sentences: readonly GuardSentence[]): readonly CatalogueProblem[] {
  const guarded = catalogue.terms.filter((term) => term.concept !== null && hasGuards(term));
  return [...checkSentences(catalogue, scanner, guarded, sentences), ...undoneGuards(catalogue.terms), ...guarded.flatMap(selfSatisfied)];
}

function checkSentences(
  catalogue: Catalogue,
  scanner: Scan,
  guarded: readonly Term[],
  sentences: readonly GuardSentence[],
): readonly CatalogueProblem[] {
  const problems: CatalogueProblem[] = [];
  const proven = new Set<string>();
  const byConcept = Map.groupBy(guarded, ({ concept }) => concept ?? '');
  const alone = new Map<string, readonly (readonly [Term, Scan])[]>();
  for (const { concept, text } of sentences) {
    const where = `guard-sentences.yaml, concept ${concept}: "${text}"`;
    const named = scanner.scan(text).mentions.find((mention) => mention.concept === concept);
    if (named !== undefined) {
      problems.push({
        where,
        what: `names the concept by "${named.text}"`,
        todo: 'mend the guard, or write a sentence that it should keep out',
      });
      continue;
    }
    const unguarded = alone.get(concept) ?? (byConcept.get(concept) ?? []).map((term) => [term, scannerOf(catalogue, term)] as const);
    alone.set(concept, unguarded);
    const hit = unguarded.filter(([, { scan }]) => scan(text).mentions.length > 0);
    if (hit.length === 0)
      problems.push({ where, what: 'has no guarded term of the concept', todo: 'write one into it, or take the sentence out' });
    for (const [{ guards }] of hit) proven.add(guardKey(guards));
  }
  for (const [key, terms] of Map.groupBy(guarded, ({ guards }) => guardKey(guards))) {
    const [first] = terms;
    if (proven.has(key) || first === undefined) continue;
    problems.push({
      where: `${goodsFile(first.concept ?? '')}, term "${first.text}"`,
      what: 'its guard has no sentence',
      todo: `add one to guard-sentences.yaml under ${first.concept ?? ''}: the term in another meaning, with what the guard names or without what it needs`,
    });
  }
  return problems;
}

/** A scanner that knows one term, hard and without guards, and nothing else that would be found in its place. */
function scannerOf(catalogue: Catalogue, { yieldsTo: _, ...term }: Term): Scan {
  const bare: Term = { ...term, strength: 'hard', guards: { notBefore: [], notAfter: [], needs: [] } };
  return createScanner({
    ...catalogue,
    codes: [],
    intents: [],
    places: [],
    roleWords: [],
    brands: [],
    calques: { parts: new Map(), compounds: [] },
    terms: [bare],
  });
}

/** One text on two lines of a concept (of two languages, say): where one has guards that the other lacks, the other is found all the same. */
function undoneGuards(terms: readonly Term[]): readonly CatalogueProblem[] {
  const lines = terms.filter(({ concept, kind }) => concept !== null && kind !== 'partNumber');
  return [...Map.groupBy(lines, (term) => `${term.concept} ${plainText(term)}`).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined || new Set(same.map(({ guards }) => guardKey(guards))).size === 1) return [];
    return [
      {
        where: `${goodsFile(first.concept ?? '')}, term "${first.text}"`,
        what: `stands on ${same.length} lines with different guards: one finds what another guards against`,
        todo: 'give all of them the same guards',
      },
    ];
  });
}

/** A need that the term itself is the beginning of, or contains: it never keeps anything out. */
function selfSatisfied({ concept, text, kind, guards }: Term): readonly CatalogueProblem[] {
  if (kind === 'partNumber') return [];
  const plain = plainText({ text });
  const void_ = guards.needs.filter((need) =>
    /\p{Script=Han}/u.test(need) ? plain.includes(need) : plain.split(' ').some((word) => word.startsWith(need.toLowerCase())),
  );
  if (void_.length === 0) return [];
  return [
    {
      where: `${goodsFile(concept ?? '')}, term "${text}"`,
      what: `needs "${void_.join(', ')}", which it contains itself`,
      todo: 'take that word out of its needs',
    },
  ];
}

/** Whether a term says what must or must not stand beside it. */
export function hasGuards({ guards: { notBefore, notAfter, needs } }: Pick<Term, 'guards'>): boolean {
  return notBefore.length + notAfter.length + needs.length > 0;
}

/** Guards that do the same have the same key. */
function guardKey({ notBefore, notAfter, needs }: Guards): string {
  return JSON.stringify([notBefore, notAfter, needs].map((words) => [...new Set(words.map((word) => word.toLowerCase()))].toSorted()));
}
