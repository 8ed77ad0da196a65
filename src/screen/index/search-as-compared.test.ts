import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadNameCatalogue } from '../../catalogue/name-catalogue.ts';
import { canonicalJson } from '../../model/canonical-json.ts';
import { sha256 } from '../../model/digest.ts';
import { HIT_THRESHOLD } from '../../model/match.ts';
import type { NameQuery, Party, PartySchema } from '../../model/party.ts';
import { compareNames } from '../compare.ts';
import { compileNameKnowledge } from '../knowledge.ts';
import { buildScreenIndex } from './build.ts';

const KNOWLEDGE = compileNameKnowledge(loadNameCatalogue());
const THRESHOLD = 0.5;

/** Few words, so that names meet in every way. */
const PERSON_WORDS =
  'Ivan Petrov Иван Петров Сергей Sergey Kuznetsov Кузнецова Yuri Charles Jr al Mohammed Мухаммад Orvanik Орваник Wei Wang Michael Andrew Stone Bob Robert Tse-tung Mao Rahman Khalil Baluku Shokhin محمد علي';
const HAN_PERSONS = ['王伟', '金正恩', '山田太郎', '陈志明', '王志强', '王志刚', '김정은'];
const COMPANY_WORDS =
  'ООО LLC Ltd Завод Zavod Electronics электроника Trading Москва Moscow Orbita Орбита Heliotrope Гелиотроп 702 703 IV Research Institute НИИ Zvartomekh Звартомех Group Kranz Baltorix Haige Sever Север S.A.R.L. / (Baltel)';
const HAN_COMPANIES = ['广州海格通信集团', '贵州航天电器股份有限公司', '第七〇二研究所', '纽沃泰国际贸易有限公司', '海格', '兴华恒成'];

/** A slip: a letter gone, doubled or exchanged with the next. */
function slip(word: string, at: number, how: number): string {
  const n = at % Math.max(1, word.length);
  if (how === 0) return word.slice(0, n) + word.slice(n + 1);
  return how === 1
    ? word.slice(0, n) + word.charAt(n) + word.slice(n)
    : word.slice(0, n) + word.charAt(n + 1) + word.charAt(n) + word.slice(n + 2);
}

function names(words: string, han: readonly string[]): fc.Arbitrary<string> {
  const word = fc
    .tuple(fc.constantFrom(...words.split(' ')), fc.array(fc.tuple(fc.nat(11), fc.nat(5)), { maxLength: 2 }))
    .map(([one, slips]) =>
      slips.reduce((changed, [at, how]) => (how < 3 && one.length > 4 && !one.includes('.') ? slip(changed, at, how) : changed), one),
    );
  const spelled = fc.array(word, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
  return fc.oneof({ weight: 6, arbitrary: spelled }, { weight: 1, arbitrary: fc.constantFrom(...han) });
}

const named = fc.oneof(
  names(PERSON_WORDS, HAN_PERSONS).map((name) => ({ name, schema: 'Person' as PartySchema })),
  names(COMPANY_WORDS, HAN_COMPANIES).map((name) => ({ name, schema: 'Company' as PartySchema })),
);
/** With initials, which may stand for any word of a listed name. */
const asking = fc.oneof(
  { weight: 3, arbitrary: named },
  {
    weight: 1,
    arbitrary: names(`${PERSON_WORDS} J. M.A. C. Ю. S. I.`, HAN_PERSONS).map((name) => ({ name, schema: 'Person' as PartySchema })),
  },
);

function partyOf({ name, schema }: { readonly name: string; readonly schema: PartySchema }, n: number): Party {
  const entity = { id: `eu:${n}`, schema, caption: name, properties: { name: [name] } };
  return { id: entity.id, listings: [{ list: 'eu', id: entity.id, hash: sha256(canonicalJson(entity)), line: n + 1, entity }] };
}

test('a search finds what comparing with every name finds, with the same scores, and nothing else', () => {
  fc.assert(
    fc.property(fc.array(named, { minLength: 1, maxLength: 10 }), fc.array(asking, { minLength: 1, maxLength: 6 }), (listed, asked) => {
      const index = buildScreenIndex(listed.map(partyOf), KNOWLEDGE);
      for (const { name, schema } of [...asked, ...listed.slice(0, 2)]) {
        const query: NameQuery = { name, schema };
        const found = index.search(query, { limit: 50, threshold: THRESHOLD });
        const compared = listed
          .map((one, n) => ({ id: `eu:${n}`, schema: one.schema, score: compareNames(query, one, KNOWLEDGE).score }))
          .filter((one) => one.schema === schema && one.score >= THRESHOLD);
        const byId = (all: readonly { readonly id: string; readonly score: number }[]): readonly (readonly [string, number])[] =>
          all.map(({ id, score }) => [id, score] as const).toSorted(([a], [b]) => (a < b ? -1 : 1));
        expect(byId(found), `${name} (${schema})`).toEqual(byId(compared));
        expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((a, b) => b - a));
      }
    }),
    { numRuns: 100 },
  );
}, 120_000);

test.each([
  ['Michael Andrew Stone', 'M. A. Stone'],
  ['Mohammed Abdul Rahman Orvanik', 'M.A.R. Orvanik'],
  ['Орваник Юрий Сергеевич', 'Y. S. Orvanik'],
  ['Charles Orvanik', 'C Orvanik'],
])('%s is found where %s is listed: initials cover what no posting shows', (asked, name) => {
  const others = ['Michael Jones', 'Andrew Jones', 'Сергей Петров', 'Charles Brown', 'Mohammed Ali', 'Abdul Rahman'];
  const index = buildScreenIndex([name, ...others].map((one) => ({ name: one, schema: 'Person' as PartySchema })).map(partyOf), KNOWLEDGE);
  expect(index.search({ name: asked, schema: 'Person' }, { limit: 5, threshold: 0.7 }).map(({ matchedName }) => matchedName)).toEqual([
    name,
  ]);
});

test.each([
  ['НИЦ', 'Шанхай НИЦ'],
  ['ИНЦ Korea НИЦ Marine Electronics', 'НИЦ Korea НИЦ Marine Electronics'],
])('%s is found where %s is listed: a word may stand for one of the glossary, and such names have a level of their own', (name, listed) => {
  const schema: PartySchema = 'Company';
  const { score, match } = compareNames({ name, schema }, { name: listed, schema }, KNOWLEDGE);
  expect(match).toBe(true);
  const index = buildScreenIndex([listed, 'Kranz'].map((one) => ({ name: one, schema })).map(partyOf), KNOWLEDGE);
  const found = index.search({ name, schema }, { limit: 5, threshold: HIT_THRESHOLD });
  expect(found.map((one) => [one.matchedName, one.score])).toEqual([[listed, score]]);
});
