import { expect, test } from 'vitest';
import { loadNameCatalogue } from '../../catalogue/name-catalogue.ts';
import { compileNameKnowledge } from '../knowledge.ts';
import { analyseReadings } from './analyse.ts';
import { calledInLatin } from './called-in-latin.ts';

const KNOWLEDGE = compileNameKnowledge(loadNameCatalogue());
const written = (name: string): readonly string[] => calledInLatin(name, KNOWLEDGE).map((called) => called.written);

test.each([
  ['海康威视', [' Hikvision ']],
  ['杭州海康威视数字技术股份有限公司', ['杭州 Hikvision 数字技术股份有限公司']],
  ['中航國際', [' AVIC International ', ' CATIC ']],
  ['中國航空工業集團', [' AVIC 集團', ' Aviation Industry Corporation of China 集團']],
  ['海康 威视\n数字技术', [' Hikvision \n数字技术']],
  ['海康', []],
  ['中国石油化工联合会', []],
  ['中国兵器工业学会', []],
  ['中国核工业建设集团', []],
  ['中国兵器博物馆', []],
  ['北方机械制造有限公司', []],
  ['现代商船', []],
  ['普惠金融服务有限公司', []],
  ['某某海康威视', []],
  ['Hikvision', []],
  ['', []],
])('%s', (name, expected) => {
  expect(written(name)).toEqual(expected);
});

test('every part keeps its place and text in the name', () => {
  const name = '杭州海康威视数字技术有限公司';
  const reading = analyseReadings(name, 'organisation', KNOWLEDGE).find(({ parts }) => parts.some(({ text }) => text === '海康威视'));
  expect(reading?.parts.map(({ text }) => text)).toEqual(['杭州', '海康威视', '数字', '技术', '有限公司']);
  for (const { text, start, end } of reading?.parts ?? []) expect(name.slice(start, end)).toBe(text);
});
