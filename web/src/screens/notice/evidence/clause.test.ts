import { expect, it } from 'vitest';
import { clauseFrom } from './clause.ts';

const at = (text: string, words: string): { readonly start: number; readonly end: number } => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};

it.each([
  ['请将产品资料发送至本会联系人。\n所需产品：探测器', '发送至', '发送至本会联系人'],
  ['Предложения направлять на адрес zakupki@example.org. Срок 5 дней.', 'направлять на', 'направлять на адрес zakupki@example.org'],
  ['Send offers to the secretary', 'Send offers to', 'Send offers to the secretary'],
  [`to ${'x'.repeat(300)}`, 'to', `to ${'x'.repeat(119)}…`],
])('reads on to the end of the clause: %s', (text, words, clause) => {
  expect(clauseFrom(text, at(text, words))).toBe(clause);
});
