import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packagedLabels, loadLabels, LABELLED } from './labels.ts';

test('labels are in the letters of their language', () => {
  const labels = packagedLabels();
  for (const kind of LABELLED)
    for (const [id, { en, zh, uk, ru }] of Object.entries(labels[kind])) {
      expect(en, id).toMatch(/^[\p{Script=Latin}\d\s\p{P}]+$/u);
      expect(zh, id).toMatch(/\p{Script=Han}/u);
      expect(uk, id).toMatch(/^[^ыэъё]+$/iu);
      expect(ru, id).toMatch(/^[^іїєґ]+$/iu);
      expect([/\p{Script=Cyrillic}/u.test(uk), /\p{Script=Cyrillic}/u.test(ru), /\p{Script=Cyrillic}/u.test(zh)], id).toEqual([
        true,
        true,
        false,
      ]);
    }
});

test.each([
  ['laser | 激光器 | лазер', 'goods › laser: write four labels'],
  ['laser | 激光器 | лазер | ', 'goods › laser: write four labels'],
  ['laser | 激光器 | лазер | лазер | lézer', 'goods › laser: write four labels'],
  [`laser | 激光器 | ${'лазер '.repeat(7)}і | лазер`, 'has 43 characters; a label has at most 40'],
])('%s is told with its place', (line, says) => {
  const folder = mkdtempSync(join(tmpdir(), 'dualwatch-labels-'));
  writeFileSync(join(folder, 'labels.yaml'), `goods:\n  laser: ${line}\nintents: {}\nindicators: {}\nlists: {}\n`);
  expect(() => loadLabels(folder)).toThrow(says);
  rmSync(folder, { recursive: true });
});
