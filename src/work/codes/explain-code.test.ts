import { expect, test } from 'vitest';
import { openCodeKnowledge } from './code-knowledge.ts';
import { explainCode, type CodeAnswer } from './explain-code.ts';

const knowledge = openCodeKnowledge();
const explain = (typed: string, date = '2025-06-01'): CodeAnswer => explainCode(typed, date, knowledge);
const controls = (answer: CodeAnswer): readonly string[] =>
  answer.meanings.flatMap((meaning) => meaning.controls.map(({ entry, relation }) => `${entry.list} ${entry.entry} ${relation}`));

test('the Chinese tariff code of drone jammers leads to 0A903.a, and by its first six digits to Supplement 4', () => {
  const answer = explain('8543709960');
  expect(controls(answer)).toEqual(expect.arrayContaining(['cn-dual-use 0A903.a is', 'us-supp-4 854370 above']));
  expect(answer.meanings[0]?.concepts).toContain('counter_uav_jam');
  expect(answer.meanings[0]?.parents.map(({ code }) => code)).toEqual(['85', '8543', '854370']);
});

test('a customs line of the EAEU that names strike UAVs is known', () => {
  expect(controls(explain('8526920002'))).toContain('ru 8526920002 is');
});

test('a control code names its paragraphs, its status on the day and what it does not cover', () => {
  expect(controls(explain('0A903'))).toEqual(['cn-dual-use 0A903.a below', 'cn-dual-use 0A903.b below']);
  expect(explain('0A903', '2024-05-22').meanings[0]?.controls[0]?.status).toBe('not yet in force: from 2024-09-01');
  expect(explain('5A001.f').meanings[0]?.controls.find(({ entry }) => entry.list === 'us-ccl')?.entry.notInScope).toContain('drone links');
  expect(explain('5A001.f').meanings[0]?.notes).toContainEqual(expect.stringMatching(/^not for counter_uav_jam: /));
  expect(explain('9A012.a.9').meanings[0]?.controls.map(({ relation }) => relation)).toEqual(expect.arrayContaining(['above']));
});

test.each([
  ['26.20.40', 'okpd2', 'encryption_network'],
  ['XC7K325T', 'partNumber', 'microelectronics'],
  ['5855-01-577-7174', 'nsn', 'night_vision'],
  ['7719-12-2', 'cas', 'chemical_bio'],
  ['35613100-5', 'cpv', 'uav'],
])('%s is %s and goes with %s', (typed, scheme, concept) => {
  const [meaning] = explain(typed).meanings;
  expect(meaning?.scheme).toBe(scheme);
  expect(meaning?.concepts).toContain(concept);
});

test.each([
  ['854399', 'it has the form of a tariff code (HS), and no such code is known', 'HS 8543'],
  ['9A013', 'it has the form of an entry of a control list (ECCN, EU, China), and no such code is known', /^9A01\d/],
  ['7719-12-3', 'the last digit of a CAS number is a checksum; here it would be 2', null],
  ['qwertz', 'it has the form of no code that is known here', null],
])('%s is unknown, and the answer says why and what is near', (typed, problem, nearest) => {
  const answer = explain(typed);
  expect(answer.meanings).toEqual([]);
  expect(answer.problem).toBe(problem);
  if (nearest === null || typeof nearest === 'string') expect(answer.nearest).toBe(nearest);
  else expect(answer.nearest).toMatch(nearest);
});

test('a wrong check digit of CPV is said', () => {
  expect(explain('35613100-1').meanings[0]?.notes).toEqual(['the check digit is 5, not 1']);
});
