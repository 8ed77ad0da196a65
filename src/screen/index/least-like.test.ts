import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadNameCatalogue } from '../../catalogue/name-catalogue.ts';
import { compileNameKnowledge } from '../knowledge.ts';
import { readingsFor } from '../name/readings-for.ts';
import { Alignment, PART_KIND } from '../score/alignment.ts';
import { encodeName } from '../score/encoded-name.ts';
import { QueryTable } from '../score/query-table.ts';
import { PairScorer } from '../score/score-pair.ts';
import { FewUnits } from '../score/units.ts';
import { leastLike } from './least-like.ts';

const KNOWLEDGE = compileNameKnowledge(loadNameCatalogue());
const WORDS =
  'Orvanik Orvenik Orvonig Petrov Petrof Bedrov Muhamad Mohammed Mahmud Rahman Rachmon Abdurrahman Abd ur 旭 孙 徐太阳 Sun Xu Zavod LLC';
const name = fc.array(fc.constantFrom(...WORDS.split(' ')), { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));

test('names whose alignment takes a pair that is less like than the least stay below the floor', () => {
  let met = 0;
  fc.assert(
    fc.property(name, name, fc.constantFrom('Person', 'Company'), fc.constantFrom(0.8, 2, 3, 4), (asked, listed, schema, floor) => {
      const units = new FewUnits();
      const [known] = readingsFor(listed, schema, KNOWLEDGE);
      const [query] = readingsFor(asked, schema, KNOWLEDGE);
      const encoded: number[] = [];
      encodeName(known!, (key) => units.unitOf(key), encoded, true);
      const table = new QueryTable(units.count);
      table.load(query!, units, KNOWLEDGE);
      const scorer = new PairScorer(new Alignment(units));
      const logit = scorer.nameLogit(table, encoded, 0, false);
      const { aligned } = scorer;
      for (let n = 0; n < aligned.pairs; n += 1) {
        const entry = aligned.pairQuery[n]!;
        const single = entry < table.parts && aligned.pairLength[n] === 1;
        if (entry < table.parts && (table.telling & (1 << entry)) === 0) continue;
        if (single && aligned.kind[aligned.pairFirst[n]!] !== PART_KIND.word) continue;
        if (aligned.pairSimilarity[n]! > leastLike(table, entry, floor)) continue;
        met += 1;
        expect(logit, `${asked} and ${listed}`).toBeLessThan(floor);
      }
    }),
    { numRuns: 4_000 },
  );
  expect(met).toBeGreaterThan(20);
}, 120_000);

test('where any score will do, any pair will', () => {
  const units = new FewUnits();
  const table = new QueryTable(units.count);
  table.load(readingsFor('Ivan Petrov', 'Person', KNOWLEDGE)[0]!, units, KNOWLEDGE);
  expect(leastLike(table, 0, -Infinity)).toBe(0);
  expect(leastLike(table, 0, Infinity)).toBeGreaterThan(0.95);
});
