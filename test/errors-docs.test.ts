import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ERROR_KINDS } from '../src/model/errors.ts';

const PAGE = readFileSync(new URL('../docs/errors.md', import.meta.url), 'utf8');

test('docs/errors.md says of each code what the program says, and knows no other', () => {
  const documented = rowsUnder('## Codes').map(([code, exit, status, retry, meaning]) => ({ code, exit, status, retry, meaning }));
  const raised = Object.entries(ERROR_KINDS).map(([code, { exit, status, retry, meaning }]) => {
    return { code: `\`${code}\``, exit: String(exit), status: String(status), retry, meaning };
  });
  expect(documented).toEqual(raised);
});

test('each code says what to do', () => {
  for (const [code, , , , , advice] of rowsUnder('## Codes')) expect(advice?.length, code).toBeGreaterThan(10);
});

test('every exit code that an error can cause is explained', () => {
  const explained = rowsUnder('## Exit codes').map(([exit]) => Number(exit));
  const caused = Object.values(ERROR_KINDS).map(({ exit }) => exit);
  expect([...new Set(caused)].filter((exit) => !explained.includes(exit))).toEqual([]);
});

function rowsUnder(heading: string): readonly (readonly string[])[] {
  const section = PAGE.split(`${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}
