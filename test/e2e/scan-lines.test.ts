import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCommand, testFolder } from './command.ts';

const parse = (stdout: string): readonly Record<string, unknown>[] =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

it('lines of a file that begins with a byte-order mark are all answered, wrong ones under their own id', async () => {
  const file = join(testFolder(), 'in.jsonl');
  writeFileSync(file, '\uFEFF{"id":"a","text":"drone jammer"}\r\n{"id":"b","text":7}\r\nno JSON\r\n{"id":4,"text":"стол"}\r\n');
  const { code, stdout } = await runCommand(['scan', '--jsonl', file]);
  const [first, second, third, fourth] = parse(stdout);
  expect(code).toBe(3);
  expect(first).toMatchObject({ id: 'a', goods: ['counter_uav_jam'] });
  expect(second).toMatchObject({ id: 'b', input: `${file}:2`, error: { code: 'input-malformed' } });
  expect(third).toEqual({ input: `${file}:3`, error: { code: 'input-malformed', message: 'line 3 is no JSON' } });
  expect(fourth).toMatchObject({ id: 4, goods: [] });
  const statuses = (answer: unknown): ReadonlySet<string> =>
    new Set((answer as { findings: readonly { status: string }[] }).findings.map(({ status: one }) => one));
  expect(statuses(first)).not.toContain('absent');
  expect(statuses(parse((await runCommand(['scan', '--explain', '--jsonl', file])).stdout)[0])).toContain('absent');
}, 60_000);
