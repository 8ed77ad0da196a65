import { HIT_THRESHOLD, type Explanation } from '../model/match.ts';
import type { NameQuery } from '../model/party.ts';
import { explain } from './explain.ts';
import type { NameKnowledge } from './knowledge.ts';
import type { AnalysedName } from './name/name-part.ts';
import { areComparable, readingsOfQuery } from './name/readings-for.ts';
import { Alignment } from './score/alignment.ts';
import { encodeName } from './score/encoded-name.ts';
import { qualifiersOf, weighQualifiers } from './score/qualifiers.ts';
import { QueryTable } from './score/query-table.ts';
import { PairScorer, combinedScore } from './score/score-pair.ts';
import { FewUnits } from './score/units.ts';

/** Two names and what is known of them: a calibrated probability that they are of one party, and why. */
export interface Comparison {
  readonly score: number;
  readonly match: boolean;
  readonly explanation: Explanation;
}

/**
 * Compares a queried name with a listed one; the same answer as a search of an index that holds only the latter. Pure.
 *
 * @example compareNames({ name: 'ООО Бета' }, { name: 'Beta LLC' }, knowledge).match // true
 */
export function compareNames(query: NameQuery, listed: NameQuery, knowledge: NameKnowledge): Comparison {
  const { asked, known, table, scorer, logit } = scoreNames(query, listed, knowledge);
  const facts = weighQualifiers(qualifiersOf(knowledge.off.has('qualifiers') ? { name: '' } : query), qualifiersOf(listed));
  const score = combinedScore(logit, scorer, facts);
  return {
    score: Math.round(score * 1e4) / 1e4,
    match: score >= HIT_THRESHOLD,
    explanation: explain(asked, known, table, scorer.aligned, facts),
  };
}

/** The features of a pair of names, in the order of `FEATURES`, for training and inspection; and whether it is scored as persons. */
export function featuresOfNames(
  query: NameQuery,
  listed: NameQuery,
  knowledge: NameKnowledge,
): { readonly features: readonly number[]; readonly person: boolean; readonly logit: number } {
  const { scorer, logit } = scoreNames(query, listed, knowledge);
  return { features: Array.from(scorer.features), person: scorer.person, logit };
}

/** The best of all readings of both names that can be set against each other. */
function scoreNames(query: NameQuery, listed: NameQuery, knowledge: NameKnowledge) {
  const known = readingsOfQuery(listed, knowledge);
  const all = readingsOfQuery(query, knowledge).flatMap((asked) =>
    known
      .filter((one) => areComparable({ ...asked, schema: query.schema }, { ...one, schema: listed.schema }))
      .map((one) => scoreAnalysed(asked, one, knowledge)),
  );
  return all.reduce((best, one) => (one.logit > best.logit ? one : best));
}

function scoreAnalysed(asked: AnalysedName, known: AnalysedName, knowledge: NameKnowledge) {
  const units = new FewUnits();
  const encoded: number[] = [];
  encodeName(known, (key) => units.unitOf(key), encoded, !knowledge.off.has('joined'));
  const table = new QueryTable(units.count);
  table.load(asked, units, knowledge);
  const scorer = new PairScorer(new Alignment(units));
  const logit = scorer.nameLogit(table, encoded, 0, false);
  return { asked, known, table, scorer, logit };
}
