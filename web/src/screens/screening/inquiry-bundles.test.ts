import { expect, it } from 'vitest';
import type { Finding } from '../../api/routes.gen.ts';
import { bundlesOf } from './inquiry-bundles.ts';

const finding = (regime: string, entry: string, ...words: readonly string[]): Finding => ({
  control: { regime, list: `${regime} list`, entry, inForceFrom: null, inForceTo: null },
  title: entry,
  status: 'candidate',
  for: words.map((text) => ({ text })),
  against: [],
  missing: [],
  source: '',
  item: null,
});

it('tells words once for all that rest on them, by regime and entry', () => {
  const bundles = bundlesOf([
    finding('US', '5A001', 'jammer'),
    finding('EU', '5A10', 'jammer', 'jammer'),
    finding('EU', '5A9', 'jammer'),
    finding('CN', '0A903', 'radar', 'jammer'),
  ]);
  expect(bundles.map(({ signs, findings }) => [signs.map(({ text }) => text), findings.map(({ title }) => title)])).toEqual([
    [['jammer'], ['5A9', '5A10', '5A001']],
    [['radar', 'jammer'], ['0A903']],
  ]);
});
