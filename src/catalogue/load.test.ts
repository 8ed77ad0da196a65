import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DualwatchError } from '../model/errors.ts';
import { catalogueRecipe, loadCatalogue } from './load.ts';

describe('the catalogue of the package', () => {
  const catalogue = loadCatalogue();

  it('holds 37 concepts, each with terms in four languages', () => {
    expect(catalogue.concepts.size).toBe(37);
    for (const id of catalogue.concepts.keys()) {
      const langs = new Set(catalogue.terms.filter(({ concept }) => concept === id).map(({ lang }) => lang));
      expect([...langs].toSorted()).toEqual(['en', 'ru', 'uk', 'zh']);
    }
  });

  it('names no maker of a country without using it, and no term twice in one concept and language', () => {
    const used = new Set(catalogue.terms.map(({ maker }) => maker));
    expect([...catalogue.makers.keys()].filter((maker) => !used.has(maker))).toEqual([]);
    const keys = catalogue.terms.map(({ concept, lang, text, matchCase }) => `${concept} ${lang} ${matchCase} ${text}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('lists tariff headings that are customs codes of six digits', () => {
    for (const { hs6 } of catalogue.concepts.values()) expect(hs6.length).toBeGreaterThan(0);
  });
});

describe('a broken catalogue', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
    cpSync(fileURLToPath(new URL('../../catalogue/', import.meta.url)), folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const edit = (name: string, change: (source: string) => string): void =>
    writeFileSync(join(folder, name), change(readFileSync(join(folder, name), 'utf8')));
  const message = (): string => {
    try {
      loadCatalogue(folder);
    } catch (error) {
      expect(error).toBeInstanceOf(DualwatchError);
      expect((error as DualwatchError).code).toBe('catalogue-invalid');
      return (error as DualwatchError).message;
    }
    return 'no error';
  };

  it('is told by file and entry', () => {
    edit('goods/uav.yaml', (source) => source.replace('civilUse: high', 'civilUse: huge'));
    expect(message()).toMatch(/goods\/uav\.yaml, entry civilUse: /);
  });

  it('may have no misspelt key, option, guard set or role concept', () => {
    edit('intents.yaml', (source) => source.replace('- intent: buy', '- intnt: buy'));
    expect(message()).toMatch(/intents\.yaml, entry 0/);
    edit('intents.yaml', (source) => source.replace('- intnt: buy', '- intent: buy'));
    edit('goods/uav.yaml', (source) => source.replace('list: |\n', 'list: |\n      飞行物  {need: 无人机}\n'));
    expect(message()).toMatch(/goods\/uav\.yaml, term "飞行物": no option "need"/);
    edit('goods/uav.yaml', (source) => source.replace('{need: 无人机}', '{guards: nowhere}'));
    expect(message()).toMatch(/no guards named "nowhere"/);
    edit('goods/uav.yaml', (source) => source.replace('      飞行物  {guards: nowhere}\n', ''));
    edit('roles.yaml', (source) => source.replace('concepts: [computer_server]', 'concepts: [computer_sever]'));
    expect(message()).toMatch(/no concept "computer_sever"/);
  });

  it('may have no pattern that does not compile or repeats without bound', () => {
    const add = (pattern: string): void =>
      edit('goods/laser.yaml', (source) => `${source}  - lang: en\n    kind: partNumber\n    list: |\n      ${pattern}\n`);
    add('ABC[0-9');
    expect(message()).toMatch(/goods\/laser\.yaml: the part number pattern ABC\[0-9 does not compile/);
    edit('goods/laser.yaml', (source) => source.replace('ABC[0-9', 'ABC[0-9]+'));
    expect(message()).toMatch(/repeats without bound/);
  });

  it('is told where YAML breaks, and where a file is missing', () => {
    edit('places.yaml', (source) => `${source}\n- : [`);
    expect(message()).toMatch(/places\.yaml is no YAML: .*line \d+/);
    rmSync(join(folder, 'places.yaml'));
    expect(message()).toMatch(/no readable file places\.yaml/);
  });

  it('has another recipe after any change', () => {
    const before = loadCatalogue(folder).recipe;
    edit('makers.yaml', (source) => `${source}# a word more\n`);
    expect(loadCatalogue(folder).recipe).not.toBe(before);
  });
});

it('the recipe is the same whether the catalogue is read or only its files', () => {
  expect(catalogueRecipe()).toBe(loadCatalogue().recipe);
});
