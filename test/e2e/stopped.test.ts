import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { processIo } from '../../src/cli/io.ts';
import { openHome, testFolder } from './command.ts';

it('a command that is stopped says so, keeps what is done and is no fault', async () => {
  const folder = testFolder();
  const home = openHome();
  const [list, customers] = [join(folder, 'made.ftm.json'), join(folder, 'customers.csv')];
  writeFileSync(list, `${JSON.stringify({ id: 'a', schema: 'Company', properties: { name: ['Borvel Zankur Ltd'] } })}\n`);
  writeFileSync(customers, 'name\nBorvel Zankur\n');
  await home.run(['lists', 'add', list]);
  await home.run(['screen', customers, '--keep', 'ours']);
  const noted: string[] = [];
  const io = { ...processIo(), signal: AbortSignal.abort(), note: (line: string) => void noted.push(line) };
  expect(await main(['rescreen', '--all', '--home', home.path], io)).toBe(130);
  expect(await main(['screen', customers, '--home', home.path, '--out', join(folder, 'out.csv')], io)).toBe(130);
  const [pairs, names] = [join(folder, 'pairs.jsonl'), join(folder, 'names.jsonl')];
  writeFileSync(pairs, '{"id":1,"a":{"text":"a"},"b":{"text":"b"}}\n');
  writeFileSync(names, '{"a":{"name":"a"},"b":{"name":"b"}}\n');
  expect(await main(['copies', '--pairs', pairs], io)).toBe(130);
  expect(await main(['compare', '--pairs', names], io)).toBe(130);
  expect(noted.join('\n')).toMatch(/stopped; what was done is kept[\s\S]*stopped after 1 rows; the same command goes on there/);
  expect(noted.join('\n')).not.toMatch(/AbortError|\n\s+at /);
  await home.run(['screen', customers, '--out', join(folder, 'out.csv')]);
});
