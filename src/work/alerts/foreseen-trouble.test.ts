import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AlertChannel } from '../../model/alert.ts';
import { foreseenTrouble } from './foreseen-trouble.ts';

const folder = mkdtempSync(join(tmpdir(), 'dualwatch-'));
const set = { mail: { server: 'smtp://mail.example', from: 'me@mail.example' } };

function trouble(channel: AlertChannel, target: string, allowPrivate = false): Promise<string | undefined> {
  return foreseenTrouble({ channel, target, allowPrivate }, set);
}

test.each([
  ['webhook', 'https://hooks.example.org/x', false],
  ['webhook', 'http://127.0.0.1:9001/x', true],
  ['webhook', 'https://[::1]/x', true],
  ['ntfy', 'http://localhost:8080/topic', true],
  ['mail', 'desk@paper.example', false],
  ['file', join(folder, 'alerts.jsonl'), false],
] as const)('a rule that can be told as things are brings no warning: %s %s', async (channel, target, allowPrivate) => {
  expect(await trouble(channel, target, allowPrivate)).toBeUndefined();
});

test.each([
  ['webhook', 'http://127.0.0.1:9001/x', false, '--allow-private'],
  ['webhook', 'http://192.168.1.2/x', false, '--allow-private'],
  ['slack', 'http://[fd12::1]/x', false, '--allow-private'],
  ['gotify', 'http://gotify.lan/', false, '--allow-private'],
  ['webhook', 'http://169.254.169.254/x', true, 'never sent'],
  ['file', join(folder, 'none', 'alerts.jsonl'), false, 'There is no folder'],
  ['file', folder, false, 'is a folder'],
] as const)('one that cannot says why: %s %s', async (channel, target, allowPrivate, why) => {
  expect(await trouble(channel, target, allowPrivate)).toContain(why);
});

test('a file that nobody may write to, and a mail without a server', async () => {
  const file = join(folder, 'shut.jsonl');
  writeFileSync(file, '');
  chmodSync(file, 0o400);
  // Root may write everywhere.
  if (process.getuid?.() !== 0) expect(await trouble('file', file)).toContain('may not write');
  const unset = { mail: { server: '', from: '' } };
  expect(await foreseenTrouble({ channel: 'mail', target: 'a@b.example', allowPrivate: false }, unset)).toContain('mail.server');
});
