import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadNameCatalogue } from '../../catalogue/name-catalogue.ts';
import { compileNameKnowledge } from '../knowledge.ts';
import { analyseName, analyseReadings } from './analyse.ts';
import { skeleton } from './skeleton.ts';
import type { NameFamily } from './name-part.ts';

const KNOWLEDGE = compileNameKnowledge(loadNameCatalogue());

/** `kind key` of each part of a name. */
function parts(name: string, family: NameFamily = 'organisation'): readonly string[] {
  return analyseName(name, family, KNOWLEDGE).parts.map(({ kind, keys }) => `${kind} ${keys[0]}`);
}

describe('phrases of the glossary', () => {
  test.each([
    ['ООО «Звартомех»', ['form #limited', 'word zvartomeh']],
    ['Zvartomekh LLC', ['word zvartomeh', 'form #limited']],
    ['Общества с ограниченной ответственностью', ['form #limited']],
    ['Promyshlennyy Zvartomekh', ['trade #industry', 'word zvartomeh']],
    ['Zvartomekh Constrution', ['word zvartomeh', 'trade #construction']],
    ['Zvartomekh Liabi lity', ['word zvartomeh', 'form #limited']],
    ['Zvartomekh Steel Works', ['word zvartomeh', 'trade #steel', 'trade #factory']],
    ['Златоустовский Звартомех', ['place #zlatoust', 'word zvartomeh']],
    ['школа №1 Звартомех', ['trade #school', 'number =1', 'word zvartomeh']],
  ])('%s', (name, expected) => {
    expect(parts(name)).toEqual(expected);
  });

  test('a phrase of small words that is all of a name has a key', () => {
    expect(parts('I CO')).toEqual(['word #and']);
    expect(parts('I\nCO')).toEqual(['word #and']);
  });

  test('one word may stand for several concepts, which share its text', () => {
    const { parts: found } = analyseName('НИИ Звартомех', 'organisation', KNOWLEDGE);
    expect(found.map(({ text, group }) => [text, group])).toEqual([
      ['НИИ', 0],
      ['НИИ', 0],
      ['Звартомех', 2],
    ]);
  });
});

test('a form that stands by itself, and a phrase, have the other meanings of their words', () => {
  const keys = (name: string): readonly (readonly string[])[] =>
    analyseName(name, 'organisation', KNOWLEDGE).parts.map((part) => part.keys);
  expect(keys('управление Звартомех')[0]).toEqual(expect.arrayContaining(['#bureau', '#department', '#control']));
  expect(keys('металлургический комбинат Звартомех').slice(0, 2)).toEqual([
    expect.arrayContaining(['#metallurgy', '#steel']),
    expect.arrayContaining(['#factory', '#combine']),
  ]);
});

describe('numbers', () => {
  test.each([
    ['Zavod No. 007', 'number =7'],
    ['第七〇二研究所', 'number =702'],
    ['702nd Institute', 'number =702'],
    ['Twenty-Four Zvartomekh', 'number =24'],
    ['Zvartomekh Fund IV', 'number =4'],
    ['Zvartomekh Fund V', 'number =5'],
  ])('%s: %s', (name, number) => {
    expect(parts(name).filter((part) => part.startsWith('number'))).toEqual([number]);
  });

  test('a lone V before other words is an initial', () => {
    expect(parts('V. V. Zvartomekh Institute').filter((part) => part.startsWith('number'))).toEqual([]);
  });
});

describe('persons', () => {
  test.each([
    ['C. Orvanik', '.k .s .C'],
    ['Ю. Орваник', '.i'],
    ['Ш. Орваник', '.S'],
    ['I. Orvanik', '.i'],
    ['Y. Orvanik', '.i .e'],
  ])('an initial stands for what it is written for: %s', (name, keys) => {
    const [initial] = analyseName(name, 'person', KNOWLEDGE).parts;
    expect(initial).toMatchObject({ kind: 'initial', keys: keys.split(' ') });
  });

  test('an initial holds the marks of its letter, composed or not', () => {
    const { parts: found } = analyseName('Й.И. Орваник'.normalize('NFD'), 'person', KNOWLEDGE);
    expect(found.map(({ kind, start, end }) => [kind, start, end])).toEqual([
      ['initial', 0, 2],
      ['initial', 3, 4],
      ['word', 6, 13],
    ]);
  });

  test('initials with nothing but dots between them are two, each in its place', () => {
    const { parts: found } = analyseName('А.С. Орваник', 'person', KNOWLEDGE);
    expect(found.map(({ kind, text, start }) => [kind, text, start])).toEqual([
      ['initial', 'А', 0],
      ['initial', 'С', 2],
      ['word', 'Орваник', 5],
    ]);
  });

  test('father and son, particles and titles are no words of the name', () => {
    expect(parts('Dr Gerald al Orvanik Jr', 'person').map((part) => part.split(' ')[0])).toEqual([
      'title',
      'word',
      'particle',
      'word',
      'number',
    ]);
  });

  test.each([
    ['王伟', 'wang wei', '王 伟'],
    ['欧阳锋', 'ouyang feng', '欧阳 锋'],
    ['金正恩', 'kim jongun', '金 正恩'],
    ['山田太郎', 'yamada taro', '山田 太郎'],
    ['佐々木健二', 'sasaki kenji', '佐々木 健二'],
    ['陈志明', 'chan chiming', '陈 志明'],
  ])('%s is read as %s among others', (name, spelled, written) => {
    const readings = analyseReadings(name, 'person', KNOWLEDGE).filter((reading) => {
      const [last, given] = spelled.split(' ').map(skeleton);
      return reading.parts[0]?.keys.includes(last ?? '') === true && reading.parts[1]?.keys.includes(given ?? '') === true;
    });
    expect(readings.length).toBeGreaterThan(0);
    expect(readings[0]?.parts.map(({ start, end }) => name.slice(start, end)).join(' ')).toBe(written);
  });
});

describe('a name whose only content is a trade word', () => {
  test('is called by it where few names hold it', () => {
    expect(parts('АО Прогресс')).toEqual(['form #joint-stock', 'word #progress']);
  });

  test('is called nothing where very many do', () => {
    expect(parts('Trading LLC')).toEqual(['trade #trade', 'form #limited']);
  });

  test('what is said twice counts once', () => {
    const { parts: found } = analyseName('Zvartomekh Electronics Электроника', 'organisation', KNOWLEDGE);
    expect(found[2]?.weight).toBeLessThan((found[1]?.weight ?? 0) / 5);
  });
});

test('for any text: parts are at most 24, lie where they say, and a name has the same parts each time', () => {
  const piece = fc.constantFrom(
    'Beta ',
    'ООО ',
    'A.',
    'Б.',
    '王',
    '第七',
    '〇二',
    '有限公司',
    'twenty ',
    'four ',
    'IV ',
    "O'",
    'ʻ',
    '(',
    ')',
    ' / ',
    '\ud840',
    '\u200f',
    'МашиноСтрой',
    'é',
    ' ',
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 40 }).map((all) => all.join('')),
      fc.constantFrom<NameFamily>('person', 'organisation', 'vessel'),
      (name, family) => {
        const readings = analyseReadings(name, family, KNOWLEDGE);
        expect(analyseReadings(name, family, KNOWLEDGE)).toEqual(readings);
        for (const { parts: found } of readings) {
          expect(found.length).toBeLessThanOrEqual(24);
          for (const { start, end, keys, weight } of found) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(name.length);
            expect(keys.length).toBeGreaterThan(0);
            expect(keys.every((key) => key !== '')).toBe(true);
            expect(weight).toBeGreaterThan(0);
          }
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('a name of a megabyte is cut, and takes no time', () => {
  const begin = performance.now();
  for (const text of ['Orvanik ', '(a/', 'А.', '厂', 'э́', '\ud800'])
    for (const family of ['person', 'organisation'] as const)
      expect(analyseReadings(text.repeat(1_000_000 / text.length), family, KNOWLEDGE)[0]?.parts.length).toBeLessThanOrEqual(24);
  expect(performance.now() - begin).toBeLessThan(1500);
});
