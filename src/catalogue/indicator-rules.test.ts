import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadIndicatorRules } from './indicator-rules.ts';
import { loadIndicators } from './indicators.ts';

const CATALOGUE = fileURLToPath(new URL('../../catalogue/', import.meta.url));
const FILES = ['indicators.yaml', 'indicator-rules.yaml', 'transshipment.yaml', 'channels.yaml'];

describe('the rules of red flags', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dualwatch-rules-'));
    for (const name of FILES) cpSync(join(CATALOGUE, name), join(folder, name));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const withRule = (find: string, replacement: string): (() => unknown) => {
    const source = readFileSync(join(CATALOGUE, 'indicator-rules.yaml'), 'utf8');
    expect(source).toContain(find);
    writeFileSync(join(folder, 'indicator-rules.yaml'), source.replace(find, replacement));
    return () => loadIndicatorRules(folder);
  };

  it('stand for flags of documents, each rule under a flag of its own', () => {
    const { rules } = loadIndicatorRules();
    expect(new Set(rules.map(({ flags }) => flags[0].id)).size).toBe(rules.length);
    const used = new Set(rules.flatMap(({ flags, partly }) => [...flags, ...partly].map(({ id }) => id)));
    expect([...used].every((id) => loadIndicators().has(id))).toBe(true);
    expect(used.size).toBeGreaterThan(55);
    // What says more than a notice can show names no finding, and none of its rule is the same flag.
    for (const { flags, partly } of rules) expect(flags.filter((flag) => partly.includes(flag))).toEqual([]);
  });

  it('name the rule and the position of what cannot be read', () => {
    expect(withRule('when: copies>=1', 'when: copis>=1')).toThrow(
      'indicator-rules.yaml, rule "same-text-elsewhere": when: the query cannot be read at position 1 of 8: there is no field "copis"; perhaps copies',
    );
    expect(withRule('when: copies>=1', 'when: copies>=many')).toThrow(/same-text-elsewhere.*position 9/);
    expect(withRule('against: buyer:named', 'against: buyer:someone')).toThrow(
      /unnamed-foreign-buyer": against: .*buyer is never "someone"/,
    );
  });

  it('refuse flags that there are not, that no notice shows, or that two rules begin with', () => {
    expect(withRule('flags: CASE-02', 'flags: CASE-99')).toThrow('there is no CASE-99');
    expect(withRule('flags: CASE-02', 'flags: BIS-KYC-05')).toThrow('BIS-KYC-05 cannot be seen in a notice');
    expect(withRule('flags: CASE-02', 'flags: CASE-01')).toThrow('begins with CASE-01 too');
  });
});
