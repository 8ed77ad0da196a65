import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { envExample, settingsPage } from '../src/model/settings-docs.ts';

test.each([
  ['.env.example', envExample],
  ['docs/configuration.md', settingsPage],
])('%s is what the table of settings gives; "npm run docs" writes it anew', (path, write) => {
  expect(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')).toBe(write());
});
