import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { en } from '../words/en/index.ts';
import { messageOf, Refused } from './ask.ts';

const problem = { type: 'about:blank', title: '', code: 'internal', retry: 'later' } as const;

beforeAll(() => i18next.init({ lng: 'en', resources: { en } }));

test('what the server says is what is shown', () => {
  expect(messageOf(new Refused({ ...problem, status: 409, detail: 'the name is taken' }))).toBe('the name is taken');
});

test('an answer without a word of its own is told of all the same', () => {
  expect(messageOf(new Refused({ ...problem, status: 0, detail: '' }))).toBe(en.shell.unreachableTitle);
  expect(messageOf(new Refused({ ...problem, status: 502, detail: '' }))).toBe('The server answered with 502. Its log says more.');
});
