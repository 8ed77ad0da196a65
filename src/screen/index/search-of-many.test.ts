import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadNameCatalogue } from '../../catalogue/name-catalogue.ts';
import { sha256 } from '../../model/digest.ts';
import type { NameQuery, Party, PartySchema } from '../../model/party.ts';
import { compileNameKnowledge } from '../knowledge.ts';
import { readingsOfQuery } from '../name/readings-for.ts';
import { Alignment } from '../score/alignment.ts';
import { QueryTable } from '../score/query-table.ts';
import { PairScorer, combinedScore } from '../score/score-pair.ts';
import { NOTHING } from '../score/qualifiers.ts';
import { buildScreenIndex } from './build.ts';
import { fitsOf } from './fitting-kinds.ts';
import { kindIn } from './name-sketches.ts';
import type { ScreenIndex } from './screen-index.ts';
import { openSections } from './sections.ts';

const KNOWLEDGE = compileNameKnowledge(loadNameCatalogue());
const THRESHOLD = 0.5;

const WORDS: Readonly<Partial<Record<PartySchema, string>>> = {
  Person:
    'Ivan Petrov Иван Петров Сергей Kuznetsov Кузнецова Yuri Charles al Mohammed Мухаммад Orvanik Wei Wang Michael Andrew Stone Rahman Ali 王伟 王志强 محمد',
  Company:
    'ООО LLC Ltd АО GmbH Завод Zavod Electronics Trading Москва Moscow Orbita Гелиотроп 702 IV Research Institute НИИ Zvartomekh Group Kranz Haige International and the Shipping Bank 海格 有限公司',
  Vessel: 'Ocean Star Sea Queen Lady Victory 5 III Golden Hope Nikolay Marine',
};

/** A word of a name's own. */
const rare = fc
  .array(fc.constantFrom(...'zva ort bel kur min tok gra lux pem dir han vos'.split(' ')), { minLength: 3, maxLength: 3 })
  .map((syllables) => syllables.join(''));

/** Rare words beside few others, some of which are in many names: no initials, for which a search is not exact. */
const named = fc.constantFrom<PartySchema>('Person', 'Company', 'Company', 'Vessel').chain((schema) => {
  const common = fc.constantFrom(...WORDS[schema]!.split(' '));
  return fc.record({
    name: fc
      .oneof(
        { weight: 8, arbitrary: fc.array(common, { minLength: 1, maxLength: 6 }) },
        { weight: 1, arbitrary: fc.array(common, { minLength: 20, maxLength: 30 }) },
        { weight: 8, arbitrary: fc.tuple(rare, fc.array(common, { minLength: 1, maxLength: 4 })).map(([own, words]) => [own, ...words]) },
      )
      .map((words) => words.join(' ')),
    schema: fc.constant(schema),
  });
});

function partyOf({ name, schema }: { readonly name: string; readonly schema: PartySchema }, n: number): Party {
  const entity = { id: `eu:${n}`, schema, caption: name, properties: { name: [name] } };
  return { id: entity.id, listings: [{ list: 'eu', id: entity.id, hash: sha256(name), line: n + 1, entity }] };
}

/** Scores every name of an index, whatever it holds: by party. */
function scoresOfAll(index: ScreenIndex): (query: NameQuery) => ReadonlyMap<string, number> {
  const { array } = openSections(index.bytes);
  const [data, offsets, parties, sketches] = [array('nameData'), array('nameOffsets'), array('nameParty'), array('nameSketch')];
  const table = new QueryTable(index.dictionary.count);
  const scorer = new PairScorer(new Alignment(index.dictionary));
  return (query) => {
    const best = new Map<number, { readonly logit: number; readonly score: number }>();
    for (const asked of readingsOfQuery(query, KNOWLEDGE)) {
      table.load(asked, index.dictionary, KNOWLEDGE);
      const fits = fitsOf(asked, query.schema);
      for (const [name, party] of parties.entries()) {
        if (fits[kindIn(sketches[name]!)] === 0) continue;
        const logit = scorer.nameLogit(table, data, offsets[name]!, false);
        if (logit > (best.get(party)?.logit ?? -Infinity)) best.set(party, { logit, score: combinedScore(logit, scorer, NOTHING) });
      }
    }
    return new Map(Array.from(best, ([party, { score }]) => [index.records.at(party).id, score]));
  };
}

test('among hundreds of names, where not all postings of common words are read, a search finds all that score enough', () => {
  fc.assert(
    fc.property(
      fc.array(named, { minLength: 300, maxLength: 600, size: 'max' }),
      fc.array(named, { minLength: 30, maxLength: 30 }),
      (listed, asked) => {
        const index = buildScreenIndex(listed.map(partyOf), KNOWLEDGE);
        const scoresOf = scoresOfAll(index);
        for (const { name, schema } of [...asked, ...listed.slice(0, 30)]) {
          const scores = [...scoresOf({ name, schema })].filter(([, score]) => score >= THRESHOLD);
          const found = index.search({ name, schema }, { limit: listed.length, threshold: THRESHOLD });
          const missing = new Map(scores);
          for (const { id } of found) missing.delete(id);
          expect(Object.fromEntries(missing), `${name} (${schema})`).toEqual({});
          expect(found).toHaveLength(scores.length);
          const [best] = index.search({ name, schema }, { limit: 1, threshold: THRESHOLD });
          expect(best?.score).toBe(found[0]?.score);
        }
      },
    ),
    { numRuns: 5, endOnFailure: true },
  );
}, 120_000);
