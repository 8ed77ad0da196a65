import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fileTrouble } from './file-trouble.ts';

const troubleOf = (act: () => unknown): string => {
  try {
    act();
    return 'none';
  } catch (cause) {
    return fileTrouble(cause);
  }
};

test('a file that cannot be read is told in words', () => {
  expect(troubleOf(() => readFileSync('/nowhere/at all.csv'))).toBe('there is no such file');
  expect(troubleOf(() => readFileSync('/'))).toBe('it is a folder');
  expect(fileTrouble(Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' }))).toBe('EIO: i/o error, read');
  expect(fileTrouble('broken')).toBe('broken');
});
