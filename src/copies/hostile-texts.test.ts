import { expect, test } from 'vitest';
import { loadCopyKnowledge } from '../catalogue/copy-knowledge.ts';
import { createBackground } from './background.ts';
import { factShingles } from './index/fact-keys.ts';
import { judgePrepared } from './judge-pair.ts';
import { prepareText } from './prepared-text.ts';

const background = createBackground(loadCopyKnowledge());

/** Runs that make a pattern begin anew at each of their units. */
const RUNS = [
  'а',
  'a.',
  'a-',
  '1,',
  '12-',
  '1 000 ',
  '((',
  '联系人：',
  'a@b.cd ',
  '2026-05-31 ',
  '1/2/',
  '№',
  'e\u0301',
  '\ud83d\ude00',
  '第1',
  '12台',
  '1 万',
  '1万元',
  'i',
  '..',
  'к 1 + ',
];

test.each(RUNS)('a text of nothing but %j costs time in proportion to its length', (run) => {
  const cost = (length: number): number => {
    const text = run.repeat(Math.ceil(length / run.length));
    const before = process.cpuUsage();
    const prepared = prepareText({ text, lang: 'zh' }, background);
    factShingles(prepared);
    judgePrepared(prepared, prepareText({ text: `${text}x`, lang: 'zh' }, background), background);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  cost(2000);
  const short = Math.max(5, Math.min(cost(20_000), cost(20_000)));
  // Four times the length: what is quadratic takes sixteen times as long.
  expect(Math.min(cost(80_000), cost(80_000))).toBeLessThan(short * 9);
});
