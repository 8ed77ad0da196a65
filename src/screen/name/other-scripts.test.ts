import { expect, test } from 'vitest';
import { loadNameCatalogue } from '../../catalogue/name-catalogue.ts';
import { compareNames } from '../compare.ts';
import { compileNameKnowledge } from '../knowledge.ts';

const knowledge = compileNameKnowledge(loadNameCatalogue());
const score = (name: string, listed: string): number =>
  compareNames({ name, schema: 'Person' }, { name: listed, schema: 'Person' }, knowledge).score;

test.each([
  ['Greek', 'Βλαντίμιρ Πούτιν', 'Vladimir Putin'],
  ['Greek', 'Ντόναλντ Τραμπ', 'Donald Trump'],
  ['Greek', 'Κυριάκος Μητσοτάκης', 'Kyriakos Mitsotakis'],
  ['Armenian', 'Վլադիմիր Պուտին', 'Vladimir Putin'],
  ['Georgian', 'დონალდ ტრამპი', 'Donald Trump'],
  ['Hebrew', 'ולדימיר פוטין', 'Vladimir Putin'],
  ['Hebrew', 'בנימין נתניהו', 'Benjamin Netanyahu'],
  ['Arabic', 'فلاديمير بوتين', 'Vladimir Putin'],
  ['Arabic', 'دونالد ترامب', 'Donald Trump'],
  ['Arabic', 'حسن نصر الله', 'Hassan Nasrallah'],
  ['Devanagari', 'व्लादिमीर पुतिन', 'Vladimir Putin'],
  ['Devanagari', 'नरेन्द्र मोदी', 'Narendra Modi'],
  ['Bengali', 'ভ্লাদিমির পুতিন', 'Vladimir Putin'],
  ['Thai', 'วลาดีมีร์ ปูติน', 'Vladimir Putin'],
  ['Hangul', '블라디미르 푸틴', 'Vladimir Putin'],
  ['Hangul', '도널드 트럼프', 'Donald Trump'],
  ['Katakana', 'ドナルド・トランプ', 'Donald Trump'],
  ['Katakana', 'ウィリアム・ウィルコックス', 'William Wilcox'],
  ['Katakana', 'フェルナンド・モッタ', 'Fernando Motta'],
  ['Katakana', 'ヴィクトル・ウィット', 'Viktor Witt'],
  ['Belarusian', 'Уладзімір Пуцін', 'Vladimir Putin'],
  ['Latvian', 'Vladimirs Putins', 'Vladimir Putin'],
  ['Lithuanian', 'Vladimiras Putinas', 'Vladimir Putin'],
])('a person is found by the sounds of the name in %s: %s, %s', (_, name, listed) => {
  expect(score(name, listed)).toBeGreaterThan(0.7);
  expect(score(listed, name)).toBeGreaterThan(0.7);
});

test.each([
  ['فلاديمير بوتين', 'Vladimir Petrov'],
  ['दीपक जोशी', 'Dmitry Joskov'],
  ['佐々木 あすか', 'Seasky'],
  ['김정희', 'Kim Jong Chol'],
  ['Κώστας Παπάς', 'Kostas Papandreou'],
])('and another is not: %s, %s', (name, listed) => {
  expect(score(name, listed)).toBeLessThan(0.7);
});

test.each([
  ['Christopher Braun', 'Kristofer Brown'],
  ['J. P. Vandermeersch', 'Jean-Pierre Vandermeersch'],
  ['Jemal Orvanik', 'Jamal Orvanik'],
  ['Sean MacOrvan', 'Shaun McOrvan'],
  ['Presidente Viktor Orvanik', 'Viktor Orvanik'],
])('spellings of one sound, titles and initials do not part %s and %s', (name, listed) => {
  expect(score(name, listed)).toBeGreaterThan(0.7);
});
