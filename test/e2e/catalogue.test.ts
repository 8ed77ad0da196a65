import { expect, test } from 'vitest';
import { parseLines, runCommand } from './command.ts';

test('codes says what several codes are, on a day, and ends with 4 where one is unknown', async () => {
  const known = await runCommand(['codes', '8543709960', '0A903', '--date', '2024-05-22']);
  expect(known.code).toBe(0);
  expect(known.stdout).toContain('cn-dual-use 0A903.a');
  expect(known.stdout).toContain('not yet in force: from 2024-09-01');
  const mixed = await runCommand(['codes', '5A001.f', '779900', '--json']);
  expect(mixed.code).toBe(4);
  expect(parseLines(mixed.stdout)).toMatchObject([
    { typed: '5A001.f', problem: null },
    { typed: '779900', meanings: [] },
  ]);
  expect(mixed.stderr).toContain('1 of 2 unknown: 779900');
});

test('a date that does not exist is wrong usage', async () => {
  const { code, stderr } = await runCommand(['codes', '0A903', '--date', '2024-02-31']);
  expect(code).toBe(2);
  expect(stderr).toContain('is no date');
});

test('catalogue list names concepts and lists; show has controls and what is no control; a mistyped concept gets the one that is near', async () => {
  const list = await runCommand(['catalogue', 'list', '--json']);
  const lines = parseLines(list.stdout);
  expect(lines).toContainEqual(expect.objectContaining({ concept: 'counter_uav_jam', civilUse: 'low' }));
  expect(lines).toContainEqual(expect.objectContaining({ id: 'eu-833', asOf: '2022-12-04' }));
  const shown = await runCommand(['catalogue', 'show', 'counter_uav_jam', '--date', '2025-01-01']);
  expect(shown.stdout).toMatch(/cn-dual-use 0A903\.a: .*\n.*in force since 2024-09-01/);
  expect(shown.stdout).toMatch(/not us-ccl 5A001\.f: /);
  const wrong = await runCommand(['catalogue', 'show', 'counter_uav_jm']);
  expect(wrong.code).toBe(4);
  expect(wrong.stderr).toContain('catalogue show counter_uav_jam');
});
