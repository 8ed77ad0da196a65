import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Worker } from 'node:worker_threads';
import { loadNameCatalogue } from '../../catalogue/name-catalogue.ts';
import { canonicalJson } from '../../model/canonical-json.ts';
import { sha256 } from '../../model/digest.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { Match } from '../../model/match.ts';
import type { NameQuery, Party, PartySchema } from '../../model/party.ts';
import { compareNames } from '../compare.ts';
import { compileNameKnowledge } from '../knowledge.ts';
import { buildScreenIndex } from './build.ts';
import { openScreenIndex, type ScreenIndex } from './screen-index.ts';

const CATALOGUE = loadNameCatalogue();
const KNOWLEDGE = compileNameKnowledge(CATALOGUE);
const SEARCH = { limit: 10, threshold: 0.5 };

type Facts = Readonly<Record<string, readonly string[]>>;

function party(id: string, schema: PartySchema, names: readonly string[], facts: Facts = {}): Party {
  const entity = { id, schema, caption: names[0] ?? id, properties: { name: names, ...facts } };
  return { id, listings: [{ list: 'eu', id, hash: sha256(canonicalJson(entity)), line: 1, entity }] };
}

const LISTED: readonly Party[] = [
  party('eu:1', 'Company', ['ООО «Звартомех»', 'Zvartomekh LLC'], { country: ['ru'], innCode: ['7707083893'] }),
  party('eu:2', 'Person', ['Gerald Orvanik', 'Джеральд Орваник'], { birthDate: ['1960-02-03'] }),
  party('eu:3', 'Vessel', ['MV Blue Heron'], { imoNumber: ['IMO 9074729'] }),
  party('eu:4', 'Person', ['王志强', '山田太郎']),
  party('eu:5', 'Company', ['广州海格通信集团'], { weakAlias: ['Haige Beacon'] }),
  party('eu:6', 'Person', ['Álvaro Hernández']),
];

const build = (parties: readonly Party[], previous?: ScreenIndex): ScreenIndex => buildScreenIndex(parties, KNOWLEDGE, previous);
const ids = (matches: readonly Match[]): readonly string[] => matches.map(({ id }) => id);
const INDEX = build(LISTED);

describe('a search', () => {
  test.each<readonly [NameQuery, readonly string[]]>([
    [{ name: 'Zvartomeh' }, ['eu:1']],
    [{ name: 'Orvanik, Gerald', schema: 'Person' }, ['eu:2']],
    [{ name: 'Orvanik, Gerald', schema: 'LegalEntity' }, ['eu:2']],
    [{ name: 'Orvanik, Gerald', schema: 'Company' }, []],
    [{ name: 'Blue Heron', schema: 'Vessel' }, ['eu:3']],
    [{ name: 'Blue Heron', schema: 'LegalEntity' }, []],
    [{ name: 'Yamada Taro', schema: 'Person' }, ['eu:4']],
    [{ name: 'Guangzhou Haige Communications Group' }, ['eu:5']],
    [{ name: '阿尔瓦罗·埃尔南德斯', schema: 'Person' }, ['eu:6']],
    [{ name: 'Альваро Эрнандес', schema: 'Person' }, ['eu:6']],
    [{ name: 'Nobody Listed' }, []],
  ])('%o finds %o', (query, expected) => {
    expect(ids(INDEX.search(query, SEARCH))).toEqual(expected);
    expect(INDEX.hasHit(query)).toBe(expected.length > 0);
  });

  test('of several names of one party finds what any of them matches, each party by the best, and says by which', () => {
    const query = { name: 'Nobody Listed', aliases: ['Zvartomeh Trading', 'Blue Heron', 'Zvartomekh LLC'] };
    const matches = INDEX.search(query, SEARCH);
    expect(matches.map(({ id, queriedName }) => [id, queriedName])).toEqual([
      ['eu:3', 'Blue Heron'],
      ['eu:1', 'Zvartomekh LLC'],
    ]);
    expect(matches[1]).toMatchObject({ score: INDEX.search({ name: 'Zvartomekh LLC' }, SEARCH)[0]?.score });
    expect(INDEX.hasHit(query)).toBe(true);
    expect(INDEX.search({ name: 'Blue Heron' }, SEARCH)[0]).not.toHaveProperty('queriedName');
    expect(compareNames(query, { name: 'Zvartomekh LLC' }, KNOWLEDGE)).toMatchObject({ match: true });
  });

  test('finds a party by an identifier though its name is another, and not by a mistyped one', () => {
    const [match] = INDEX.search({ name: 'Kranz Baltorix', identifiers: ['ИНН 77-07-083893'] }, SEARCH);
    expect(match).toMatchObject({ id: 'eu:1', list: 'eu', listing: 'eu:1' });
    expect(match?.score).toBeGreaterThan(0.9);
    expect(match?.explanation.for).toEqual(['identifier 7707083893 agrees (INN, check digits hold)']);
    expect(INDEX.search({ name: 'Kranz Baltorix', identifiers: ['7707083894'] }, SEARCH)).toEqual([]);
  });

  test('names the party, the name that matched in the reading that did, and a key', () => {
    const [match] = INDEX.search({ name: 'Yamada Taro', schema: 'Person' }, SEARCH);
    expect(match).toMatchObject({ caption: '王志强', matchedName: '山田太郎' });
    expect(match?.explanation.text).toBe('Yamada ↔ 山田 reading; Taro ↔ 太郎 reading');
    expect(match?.key).toMatch(/^m[0-9a-f]{24}$/);
  });

  test('trusts a weak alias less', () => {
    const strong = build([party('eu:5', 'Company', ['Haige Beacon'])]);
    const score = (index: ScreenIndex): number => index.search({ name: 'Haige Beakon' }, SEARCH)[0]?.score ?? 0;
    expect(score(INDEX)).toBeGreaterThan(0);
    expect(score(INDEX)).toBeLessThan(score(strong));
  });

  test('orders what is equal by id, and gives no more than is asked for', () => {
    const same = build(['eu:3', 'eu:1', 'eu:2'].map((id) => party(id, 'Company', ['Zvartomekh'])));
    expect(ids(same.search({ name: 'Zvartomekh' }, SEARCH))).toEqual(['eu:1', 'eu:2', 'eu:3']);
    expect(ids(same.search({ name: 'Zvartomekh' }, { ...SEARCH, limit: 2 }))).toEqual(['eu:1', 'eu:2']);
  });

  test.each([
    '',
    '?!., «»',
    "Robert'); DROP TABLE parties; --",
    '\ud840',
    'Or\udc00vanik \ud83d',
    '\u202e\u200f\u200b',
    Array.from({ length: 60 }, (_, n) => `Word${n}x`).join(' '),
    'Zvartomekh '.repeat(900_000),
    '('.repeat(1_000_000),
  ])('neither throws nor takes long for a hostile name (case %#)', (name) => {
    const begin = performance.now();
    for (const schema of ['Person', 'Company', undefined] as const)
      for (const threshold of [0, 0.7]) INDEX.search(schema === undefined ? { name } : { name, schema }, { limit: 5, threshold });
    expect(performance.now() - begin).toBeLessThan(1000);
  });

  test('is the same after a hostile one', () => {
    const before = INDEX.search({ name: 'Zvartomekh' }, SEARCH);
    INDEX.search({ name: '\ud840 王王王王王 '.repeat(50), identifiers: ['', '\0', '7'.repeat(1000)], countries: ['', 'zz'] }, SEARCH);
    expect(INDEX.search({ name: 'Zvartomekh' }, SEARCH)).toEqual(before);
  });
});

describe('strange parties', () => {
  const many = Array.from({ length: 500 }, (_, n) => `Zvartomekh ${n + 100}`);
  const strange = [
    party('a', 'Company', []),
    party('b', 'Company', ['', '   ', '...']),
    party('c', 'Company', ['LLC', 'ООО']),
    party('d', 'Company', many),
    party('e', 'Person', ['\ud840', 'x'.repeat(100_000)], { country: ['RU', 'ru', ''] }),
    party('f', 'Company', [], { innCode: ['7707083893'] }),
  ];

  test('do not hinder the search for others', () => {
    const index = build([...strange, ...LISTED]);
    expect(index.parties).toBe(strange.length + LISTED.length);
    expect(ids(index.search({ name: 'Gerald Orvanik', schema: 'Person' }, SEARCH))).toEqual(['eu:2']);
    expect(ids(index.search({ name: 'Zvartomekh 123' }, SEARCH))[0]).toBe('d');
    expect(index.search({ name: 'LLC' }, SEARCH)).toEqual([]);
  });

  test('an index of none answers', () => {
    expect(build([]).search({ name: 'Zvartomekh' }, { limit: 5, threshold: 0 })).toEqual([]);
  });
});

describe('building', () => {
  test('the same parties give the same bytes', () => {
    expect(Buffer.compare(build(LISTED).bytes, INDEX.bytes)).toBe(0);
  });

  test('anew from an older index gives the answers of a fresh one, whatever changed', () => {
    const name = fc.constantFrom(
      'Zvartomekh LLC',
      'Gerald Orvanik',
      '王志强',
      '山田太郎',
      'Kranz / Кранц',
      'C. Orvanik',
      'Baltorix 24',
      '海格',
    );
    const state = fc.array(
      fc.record({ id: fc.nat(6), names: fc.array(name, { maxLength: 3 }), inn: fc.constantFrom([], ['7707083893']), weak: fc.boolean() }),
      { maxLength: 7 },
    );
    const parties = (
      rows: readonly { readonly id: number; readonly names: readonly string[]; readonly inn: readonly string[]; readonly weak: boolean }[],
    ): readonly Party[] =>
      [...new Map(rows.map((row) => [row.id, row])).values()].map(({ id, names, inn, weak }) =>
        party(`eu:${id}`, id % 2 === 0 ? 'Person' : 'Company', weak ? [] : names, { innCode: inn, ...(weak ? { weakAlias: names } : {}) }),
      );
    fc.assert(
      fc.property(state, state, (before, after) => {
        const changed = build(parties(after), build(parties(before)));
        const fresh = build(parties(after));
        for (const asked of [
          'Zvartomekh',
          'Gerald Orvanik',
          'Wang Zhiqiang',
          'Yamada Taro',
          'Кранц',
          'Charles Orvanik',
          'Baltorix 24',
          'Haige',
        ])
          for (const schema of ['Person', 'Company'] as const) {
            const query = { name: asked, schema, identifiers: ['7707083893'] };
            expect(changed.search(query, { limit: 20, threshold: 0 })).toEqual(fresh.search(query, { limit: 20, threshold: 0 }));
          }
      }),
      { numRuns: 40 },
    );
  });
});

describe('bytes of an index', () => {
  const asked: NameQuery = { name: 'Zvartomekh LLC', countries: ['ru'] };

  test('answer the same after a way through a file, at any place in memory', () => {
    for (const offset of [0, 1, 3, 4]) {
      const room = Buffer.alloc(INDEX.bytes.length + offset);
      room.set(INDEX.bytes, offset);
      expect(openScreenIndex(room.subarray(offset), KNOWLEDGE).search(asked, SEARCH)).toEqual(INDEX.search(asked, SEARCH));
    }
  });

  test('lie in memory that threads share', async () => {
    expect(INDEX.bytes.buffer).toBeInstanceOf(SharedArrayBuffer);
    const code = `
      import { parentPort, workerData } from 'node:worker_threads';
      const { openScreenIndex } = await import(${JSON.stringify(new URL('./screen-index.ts', import.meta.url).href)});
      parentPort.postMessage(openScreenIndex(workerData.bytes, workerData.knowledge).search(workerData.asked, workerData.search));`;
    const workerData = { bytes: INDEX.bytes, knowledge: KNOWLEDGE, asked, search: SEARCH };
    const answers = await Promise.all(
      [1, 2].map(
        async () =>
          new Promise((resolve, reject) => {
            const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`), { workerData });
            worker.once('message', resolve).once('error', reject);
          }),
      ),
    );
    const here = INDEX.search(asked, SEARCH);
    expect(answers).toEqual([here, here]);
  }, 120_000);

  const refused = (bytes: Uint8Array): void => {
    let error: unknown;
    try {
      openScreenIndex(bytes, KNOWLEDGE);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(DualwatchError);
    expect(error).toMatchObject({ code: 'input-malformed' });
  };

  test('that are none, or of another program, are refused', () => {
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.alloc(3),
      Buffer.alloc(4096),
      Buffer.alloc(4096, 0xff),
      Buffer.from('PK\x03\x04 a zip file, perhaps'),
      Buffer.from('{"magic":1}   '),
    ])
      refused(bytes);
  });

  test('that are cut off are refused, wherever', () => {
    fc.assert(fc.property(fc.nat(INDEX.bytes.length - 1), (length) => refused(Buffer.from(INDEX.bytes).subarray(0, length))));
  });

  test('of which one bit is another are refused', () => {
    fc.assert(
      fc.property(fc.nat(INDEX.bytes.length - 1), fc.nat(7), (at, bit) => {
        const bytes = Buffer.from(INDEX.bytes);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        refused(bytes);
      }),
    );
  });

  test('that other knowledge made are refused', () => {
    const other = compileNameKnowledge({ ...CATALOGUE, off: new Set(['readings']) });
    expect(() => openScreenIndex(INDEX.bytes, other)).toThrow(/other knowledge/);
  });
});
