import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readTextPairs } from './read-text-pairs.ts';

const folder = mkdtempSync(join(tmpdir(), 'dualwatch-pairs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(bytes: Uint8Array): Promise<readonly object[]> {
  const file = join(folder, 'pairs.jsonl');
  writeFileSync(file, bytes);
  const pairs: object[] = [];
  for await (const pair of readTextPairs(file)) pairs.push(pair);
  return pairs;
}

it('tells of each line that is not UTF-8, and what to do, and reads the others', async () => {
  const sound = Buffer.from(`${JSON.stringify({ id: 1, a: { text: '求购' }, b: { text: '采购' } })}\n`);
  // 求购 in GB18030.
  const other = Buffer.concat([
    Buffer.from('{"id":2,"a":{"text":"'),
    Buffer.from([0xc7, 0xf3, 0xb9, 0xba]),
    Buffer.from('"},"b":{"text":"x"}}\n'),
  ]);
  expect(await read(Buffer.concat([sound, other, sound]))).toEqual([
    { line: 1, id: 1, a: '求购', b: '采购' },
    { line: 2, id: null, why: expect.stringMatching(/not in UTF-8.*iconv -f GB18030/) as unknown },
    { line: 3, id: 1, a: '求购', b: '采购' },
  ]);
});

it('takes the sign of what could not be read where a text has it, as scraped texts do', async () => {
  const written = { line: 1, id: null, a: '求\ufffd购', b: 'b' };
  expect(await read(Buffer.from('\ufeff{"a":{"text":"求\ufffd购"},"b":{"text":"b"}}\n'))).toEqual([written]);
  // Blanks around a line, and lines of them alone, are nothing, whatever bytes they have.
  expect(await read(Buffer.from('\u00a0\r\n\u3000\n{"a":{"text":"求\ufffd购"},"b":{"text":"b"}}\u00a0\r\n'))).toEqual([
    { ...written, line: 3 },
  ]);
  expect(await read(Buffer.from('{"id":1,"a":{"text":"\\ufffd"},"b":{"text":"b"}}'))).toEqual([{ line: 1, id: 1, a: '\ufffd', b: 'b' }]);
});
