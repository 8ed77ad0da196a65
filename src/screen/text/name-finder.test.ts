import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadNameCatalogue } from '../../catalogue/name-catalogue.ts';
import { sha256 } from '../../model/digest.ts';
import type { Party, PartySchema } from '../../model/party.ts';
import { buildScreenIndex } from '../index/build.ts';
import { compileNameKnowledge } from '../knowledge.ts';
import { buildFinderTables } from './finder-tables.ts';
import { createNameFinder } from './name-finder.ts';

const knowledge = compileNameKnowledge(loadNameCatalogue());

const LISTED: readonly (readonly [id: string, schema: PartySchema, properties: Readonly<Record<string, readonly string[]>>])[] = [
  ['p1', 'Person', { name: ['Mikhail Borisovich ZARETSKOVSKY'] }],
  ['p2', 'Person', { name: ['Жаботинский Сергей Петрович'] }],
  ['p3', 'Person', { name: ['Wang Wei', '王伟'], country: ['cn'] }],
  ['o1', 'Organization', { name: ['Завод «Вектралон»'] }],
  ['o2', 'Organization', { name: ['Qibolin Navigation Technologies Co., Ltd.'] }],
  ['o3', 'Organization', { name: ['启柏林导航技术有限公司'] }],
  ['o5', 'Organization', { name: ['Guangzhou Haibolin Communication Group Co., Ltd.'] }],
  ['p4', 'Person', { name: ['Konstantin Belyakovich'] }],
  ['p5', 'Person', { name: ['马国强'] }],
  ['p6', 'Person', { name: ['马国'] }],
  ['o4', 'Organization', { name: ['Element JSC'], innCode: ['7707083893'] }],
];

const parties = LISTED.map(([id, schema, properties]): Party => {
  const entity = { id, schema, caption: properties['name']?.[0] ?? id, properties };
  return { id, listings: [{ list: 'test', id: `test:${id}`, hash: sha256(id), line: 1, entity }] };
});
const index = buildScreenIndex(parties, knowledge);
const finder = createNameFinder(index, knowledge);
const found = (text: string): string[] => finder.find(text).map(({ party, text: span }) => `${party} ${span}`);

describe('names of listed parties in text', () => {
  it.each([
    ['Директор Константин Белякович заявил. Позже Константин Белякович уехал.', ['p4 Константин Белякович', 'p4 Константин Белякович']],
    ['法定代表人：马国强。开庭时马国强未到。', ['p5 马国强', 'p5 马国强']],
    ['Chief executive Konstantin Belyakovich said', ['p4 Konstantin Belyakovich']],
    ['开庭时马国强未到。', []],
    ['法定代表人：马国\n强东路12号', ['p6 马国']],
    ['The president thanked everybody. Konstantin Belyakovich sells fruit.', []],
  ])('an office speaks for the name of a person, and a name that is sure once is sure again: %s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('finds a name as it is listed, with its explanation', () => {
    const [hit] = finder.find('The buyer, Qibolin Navigation Technologies Co., Ltd., asks for offers.');
    expect(hit).toMatchObject({ party: 'o2', list: 'test', listing: 'test:o2', text: 'Qibolin Navigation Technologies Co., Ltd' });
    expect(hit?.explanation.text).toContain('Qibolin = Qibolin');
  });

  it.each([
    ['Заказчик: Жаботинского Сергея Петровича, г. Тверь', 'p2 Жаботинского Сергея Петровича'],
    ['по договору с Сергеем Петровичем Жаботинским', 'p2 Сергеем Петровичем Жаботинским'],
    ['выдано Михаилу Борисовичу Зарецковскому', 'p1 Михаилу Борисовичу Зарецковскому'],
    ['sold to ZHABOTINSKY Sergei Petrovich in March', 'p2 ZHABOTINSKY Sergei Petrovich'],
    ['поставка заводом «Вектралон» в срок', 'o1 заводом «Вектралон'],
    ['Mikhail\nBorisovich   Zaretskovsky', 'p1 Mikhail\nBorisovich   Zaretskovsky'],
    ['采购人：启柏林导航\n技 术有限公司（盖章）', 'o3 启柏林导航\n技 术有限公司'],
    ['採購人：啟柏林導航技術有限公司', 'o3 啟柏林導航技術有限公司'],
  ])('finds it inflected, transliterated, broken: %s', (text, expected) => {
    expect(found(text)).toContain(expected);
  });

  it.each([
    ['Жаботинскому Сергею Петровичу', 'Жаботинский Сергей Петрович'],
    ['Жаботинскому С. Петровичу', 'Жаботинский С. Петрович'],
  ])('scores an inflected name as it does the nominative: %s', (inflected, nominative) => {
    const [score] = finder.find(`Кому: ${nominative}; дата`).map((hit) => hit.score);
    expect(score).toBeGreaterThan(0.7);
    expect(finder.find(`Кому: ${inflected}; дата`).map((hit) => hit.score)).toEqual([score]);
  });

  it('wants something near a short or common name', () => {
    expect(found('王伟先生')).toEqual(['p3 王伟']);
    expect(found('大王伟大')).toEqual([]);
    expect(found('Meeting with Wang Wei on Monday')).toEqual([]);
    expect(found('Meeting with Mr. Wang Wei on Monday')).toEqual(['p3 Wang Wei']);
    expect(found('Element of the bearing, Element 5')).toEqual([]);
    expect(found('Element, ИНН 7707083893')).toEqual(['o4 Element']);
  });

  it('finds an organisation in Han that is listed in Latin letters alone', () => {
    expect(found('采购人：广州海博林通信集团股份有限公司，地址')).toEqual(['o5 广州海博林通信集团股份有限公司']);
    expect(found('供应商为广州海博林\n通信集团股份有限公司')).toEqual(['o5 广州海博林\n通信集团股份有限公司']);
    expect(found('采购人：天津海博林通信集团股份有限公司')).toEqual([]);
    expect(found('采购人：广州通信集团股份有限公司')).toEqual([]);
  });

  it('takes no part of a longer name for the name', () => {
    expect(found('договор с ООО «Вектралон Энергосервис Юг»')).toEqual([]);
    expect(found('Huge Qibolin Estate, a village')).toEqual([]);
    expect(found('ОАО Вектралон-16')).toEqual([]);
  });

  it('takes no form behind a comma or a sentence for that of a person', () => {
    expect(found('с Жаботинским Сергеем Петровичем. AB Volvo')).toEqual(['p2 Жаботинским Сергеем Петровичем']);
    expect(found('с Жаботинским Сергеем Петровичем, ООО Бета')).toEqual(['p2 Жаботинским Сергеем Петровичем']);
    expect(found('с Жаботинским Сергеем Петровичем. ÉKꀖÑ')).toEqual(['p2 Жаботинским Сергеем Петровичем']);
  });

  it('takes no form, trade word or foreign name for a party', () => {
    expect(found('Navigation Technologies Co., Ltd. and other companies')).toEqual([]);
    expect(found('Сергеем Петровичем Ивановым')).toEqual([]);
    expect(found('qibolin of the wildest sort')).toEqual([]);
  });

  it('gives the same from tables kept in a file, and looks for some parties only', () => {
    const text = 'Qibolin Navigation Technologies, Жаботинский Сергей Петрович';
    const kept = createNameFinder(index, knowledge, { tables: buildFinderTables(index, knowledge) });
    expect(kept.find(text)).toEqual(finder.find(text));
    const some = createNameFinder(index, knowledge, { parties: new Set(['o2']) });
    expect(some.find(text).map(({ party }) => party)).toEqual(['o2']);
    expect(() => createNameFinder(index, knowledge, { tables: buildFinderTables(index, knowledge).slice(0, 5_000) })).toThrow(
      /cannot be read/,
    );
  });

  it('gives spans that are the text, for any text around a name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string({ unit: 'grapheme', maxLength: 40 }), (before, after) => {
        const text = `${before}. Жаботинским Сергеем Петровичем. ${after}`;
        const hits = finder.find(text);
        for (const { start, end, text: span } of hits) expect(text.slice(start, end)).toBe(span);
        expect(hits.map(({ party }) => party)).toContain('p2');
      }),
    );
  });

  it.each([
    ['one anchor again and again', 'Zaretskovsky '.repeat(100_000)],
    ['a name again and again', 'Mikhail Zaretskovsky '.repeat(50_000)],
    ['anchors of many names', 'Zaretskovsky Qibolin Вектралон Жаботинский '.repeat(25_000)],
    ['one word without end', 'Zaretskovsky'.repeat(100_000)],
    ['Han without end', '启柏林导航技术'.repeat(100_000)],
    [
      'organisations in Han without end',
      Array.from({ length: 40_000 }, (_, n) => `广州${String.fromCharCode(0x4e00 + (n % 5_000))}海${n % 7}林通信有限公司`).join(''),
    ],
    ['marks without end', `Q${'\u0301'.repeat(500_000)}`],
    ['capitals without end', 'Z'.repeat(5_000_000)],
    ['Cyrillic letters without end', 'ж'.repeat(5_000_000)],
    ['one Han character without end', '公'.repeat(5_000_000)],
    ['blanks without end', ' '.repeat(5_000_000)],
    ['marks of nothing without end', '\u0301'.repeat(5_000_000)],
    ['words that no text had before', Array.from({ length: 100_000 }, (_, n) => `Q${n.toString(36)}x`).join(' ')],
  ])('reads hostile text in linear time: %s', (_, text) => {
    const started = process.cpuUsage().user;
    finder.find(text);
    expect((process.cpuUsage().user - started) / 1000).toBeLessThan(6_000);
  });
});
