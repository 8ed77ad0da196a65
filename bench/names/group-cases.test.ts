import { expect, test } from 'vitest';
import { HALVES } from './outcome.ts';
import type { EvalContext } from './eval-context.ts';
import { casesGroup } from './group-cases.ts';
import { evalOptions } from './options.ts';
import { createReport } from './report.ts';

test('with --dev the sealed pairs are left out, and that is said', () => {
  const printed: string[] = [];
  const world = new Proxy({} as EvalContext['world'], {
    get: () => {
      throw new Error('no pair may be compared');
    },
  });
  const options = evalOptions(['--dev'], ['cases']);
  casesGroup({ world, report: createReport(false, (line) => printed.push(line)), options, halves: HALVES });
  expect(printed.map((line) => line.trim())).toEqual(['labelled pairs: sealed, left out with --dev']);
});
