import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Catalogue, Concept, Term } from '../../catalogue/catalogue.ts';
import type { Controls } from '../../catalogue/controls.ts';
import { loadCodeLabels } from '../../catalogue/code-labels.ts';
import { loadControls } from '../../catalogue/load-controls.ts';
import { loadCatalogue } from '../../catalogue/load.ts';
import { createScanner } from '../../recognise/scanner.ts';
import { checkCatalogue } from './check-catalogue.ts';
import { checkClaims } from './check-claims.ts';
import { checkGuards } from './check-guards.ts';
import { checkLabels } from './check-labels.ts';
import { checkReferences } from './check-references.ts';
import { checkTerms } from './check-terms.ts';

test('the catalogue of the package holds', { timeout: 60_000 }, () => {
  expect(checkCatalogue().problems).toEqual([]);
});

const NO_GUARDS = { notBefore: [], notAfter: [], needs: [] };

function term(text: string, more: Partial<Term> = {}): Term {
  return { concept: 'laser', text, lang: 'en', kind: 'term', strength: 'hard', matchCase: false, guards: NO_GUARDS, ...more };
}

function withTerms(...terms: readonly Term[]): Catalogue {
  return { ...loadCatalogue(), codes: [], terms };
}

test('what has no label is named, and a label of nothing too', () => {
  const label = { en: 'laser', zh: '激光器', uk: 'лазер', ru: 'лазер' };
  const labels = { goods: { laser: label }, intents: {}, indicators: { 'OLD-01': label }, lists: {} };
  const problems = checkLabels(labels, { goods: ['laser', 'radar'], intents: [], indicators: [], lists: [] });
  expect(problems.map(({ where, what }) => `${where}: ${what}`)).toEqual([
    'labels.yaml, goods: "radar" has no label',
    'labels.yaml, indicators › OLD-01: the catalogue has nothing of that name',
  ]);
});

test('a term that nothing finds is named', () => {
  const catalogue = withTerms(term('фильтр|ующая коробк|а', { lang: 'ru' }), term('laser tube'));
  expect(checkTerms(catalogue, createScanner(catalogue)).map(({ where }) => where)).toEqual([
    'goods/laser.yaml, term "фильтр|ующая коробк|а"',
  ]);
});

test('a hard term of two concepts is a claim, unless a line says also', () => {
  const other = term('laser tube', { concept: 'machine_tool' });
  expect(checkClaims([term('laser-tube'), other])).toHaveLength(1);
  expect(checkClaims([term('laser-tube', { also: ['machine_tool'] }), other])).toEqual([]);
  expect(checkClaims([term('laser-tube', { strength: 'soft' }), other])).toEqual([]);
});

describe('guards', () => {
  const guarded = term('laser', { guards: { ...NO_GUARDS, notAfter: ['printer'] } });
  const check = (terms: readonly Term[], ...sentences: readonly string[]): readonly string[] => {
    const catalogue = withTerms(...terms);
    const texts = sentences.map((text) => ({ concept: 'laser', text }));
    return checkGuards(catalogue, createScanner(catalogue), texts).map(({ what }) => what);
  };

  test('a guard wants a sentence that it keeps out', () => {
    expect(check([guarded])).toEqual(['its guard has no sentence']);
    expect(check([guarded], 'a laser printer')).toEqual([]);
  });

  test('a sentence that names the concept, or has no guarded term, is a problem', () => {
    expect(check([guarded], 'a laser printer', 'a laser')).toEqual(['names the concept by "laser"']);
    expect(check([guarded], 'a laser printer', 'a lamp')).toEqual(['has no guarded term of the concept']);
    // Told by its parts, and by no term.
    expect(check([guarded], 'a laser printer', 'Signal suppressor of a guitar')).toEqual(['has no guarded term of the concept']);
  });

  test('a line without the guards of another undoes them', () => {
    expect(check([guarded, term('laser', { lang: 'uk' })], 'a laser printer')).toContainEqual(expect.stringContaining('different guards'));
  });

  test('a term that contains what it needs is never kept out', () => {
    expect(check([term('laser set', { guards: { ...NO_GUARDS, needs: ['laser'] } })])).toContainEqual(
      'needs "laser", which it contains itself',
    );
  });
});

describe('references', () => {
  const controls = loadControls();
  const labels = loadCodeLabels();
  const catalogue = loadCatalogue();
  const check = (more: Partial<Concept>, known: Controls = controls): readonly string[] => {
    const laser = catalogue.concepts.get('laser');
    if (laser === undefined) throw new Error('no laser');
    return checkReferences({ ...catalogue, codes: [], concepts: new Map([['laser', { ...laser, ...more }]]) }, known, labels).map(
      ({ where }) => where,
    );
  };

  test('an entry that no list has, a wrong tier and a tier left out are named', () => {
    expect(check({ controls: ['9Z999'] })).toEqual(['goods/laser.yaml, control "9Z999"']);
    expect(check({ chpl: { '901380': '1' } })).toEqual(['goods/laser.yaml, chpl 901380']);
    expect(check({ chpl: {} })).toEqual(['goods/laser.yaml, hs6 901380']);
  });

  test('a code that is none is named', () => {
    const codes = [
      { scheme: 'eccn', code: '6A999.z', concept: 'laser' } as const,
      { scheme: 'hs', code: '858888', concept: 'laser' } as const,
    ];
    expect(checkReferences({ ...catalogue, codes }, controls, labels).map(({ where }) => where)).toContain('goods/laser.yaml, hs 858888');
  });
});

describe('a broken list', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'controls-'));
    cpSync(fileURLToPath(new URL('../../../catalogue/', import.meta.url)), folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test.each([
    ['"source": "2024-31"', '"source": "nowhere"', /cn-dual-use\.jsonl, line \d+: no source "nowhere"/],
    ['"entry": "0A903.b"', '"entry": "0A903.a"', /line \d+: entry 0A903\.a stands twice/],
    ['"from": "2024-09-01"', '"from": "soon"', /line \d+: from/],
    ['{"entry"', '{entry', /line 2 is no JSON/],
  ])('%s → %s is refused with its line', (from, to, message) => {
    const file = join(folder, 'controls', 'cn-dual-use.jsonl');
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
    expect(() => loadControls(folder)).toThrow(message);
  });
});
