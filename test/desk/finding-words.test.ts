import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { load } from 'js-yaml';
import { z } from 'zod';
import { findingWords } from '../../web/src/screens/notice/evidence/finding-words.ts';

const rules = z.array(z.object({ missing: z.string().optional() }));

it('knows all that red flags miss in a text, and what they say that stands in none, so that the desk says each in the reader’s language', () => {
  const missing = rules
    .parse(load(readFileSync('catalogue/indicator-rules.yaml', 'utf8')))
    .flatMap((rule) => rule.missing?.split('; ') ?? []);
  expect(missing.length).toBeGreaterThan(10);
  const said = [
    ...missing,
    'the notice is removed',
    '2 versions were seen',
    'the text stands in 3 other notices',
    'no word of end use',
    'whether a listed party is named: it was screened against no list',
  ];
  expect(said.filter((one) => findingWords(one) === null)).toEqual([]);
  expect(findingWords('2 versions were seen')).toEqual({ key: 'saysVersions', values: { count: 2 } });
  expect(findingWords('无人机干扰器')).toBeNull();
});
