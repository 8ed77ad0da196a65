import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DualwatchError } from '../model/errors.ts';
import { foldText } from '../text/fold.ts';
import { loadNameGlossary } from './organisations.ts';

const CATALOGUE = fileURLToPath(new URL('../../catalogue/', import.meta.url));

describe('the glossary of the package', () => {
  const { concepts, words } = loadNameGlossary();
  const meaningOf = (text: string): readonly string[] | undefined => {
    const key = foldText(text).text;
    return words.find((word) => !word.stem && foldText(word.text).text === key)?.concepts;
  };
  /** By the longest stem that the word begins with, as the rule is written down: up to five more letters. */
  const meaningOfForm = (text: string): readonly string[] | undefined => {
    const key = foldText(text).text;
    const fits = words.filter((word) => word.stem && key.startsWith(foldText(word.text).text) && key.length - word.text.length <= 5);
    return fits.toSorted((a, b) => b.text.length - a.text.length)[0]?.concepts;
  };

  it.each([
    [['LLC', 'ООО', 'ТОВ', '有限公司', '有限责任公司', 'GmbH', 'SRL', 'Sdn Bhd'], 'limited'],
    [['АО', 'ПАО', '股份公司', 'JSC', 'PJSC'], 'joint-stock'],
    [['ФГУП', 'ДП', 'federal state unitary enterprise'], 'state-enterprise'],
    [['研究所', 'НИИ'], 'research institute'],
    [['进出口', 'imp & exp', 'import and export'], 'import export'],
    [['电子', 'electronics', 'elec'], 'electronics'],
    [['НПО', 'scientific production association'], 'science production association'],
    [['广州', 'Canton', 'Guangzhou'], 'guangzhou'],
    [['中国科学院', '中科院'], 'china academy science'],
    [
      [
        'spol s r o',
        'společnost s ručením omezeným',
        'Sp z o o',
        'Lda',
        'S de RL',
        'trach nhiem huu han',
        'ذات مسؤولية محدودة',
        'با مسئولیت محدود',
      ],
      'limited',
    ],
    [['Zrt', 'Kabushiki Gaisha', '주식회사', '株式会社', 'Chusik Hoesa', 'AŞ', 'شركة مساهمة', 'PJS'], 'joint-stock'],
    [['bank', 'banco', 'banque', '银行', 'masraf', 'بنك', '은행', 'unhaeng', 'ginko', 'ngan hang'], 'bank'],
    [
      [
        'trade',
        'négoce',
        'handel',
        'commercio',
        'obchod',
        'trgovina',
        'kereskedelmi',
        'ticaret',
        'tijarat',
        'للتجارة',
        'muyok',
        'boeki',
        'thuong mai',
      ],
      'trade',
    ],
    [['brothers', 'Hnos', 'Gebr', 'fratelli', 'frères', 'bracia', 'baradaran', 'wa ikhwanuh', '& Söhne'], 'family'],
    [['shipyard', 'chantier naval', 'astilleros', 'cantiere navale', 'Werft', 'stocznia', 'brodogradilište', 'tersanesi'], 'shipyard'],
    [['uvoz-izvoz', 'importación y exportación', 'xuat nhap khau', 'استيراد وتصدير', 'import och export'], 'import export'],
    [['twenty-first', 'twentyfirst', '21st'], 'n21'],
  ])('%j share the meaning %s', (texts, meaning) => {
    for (const text of texts) expect(meaningOf(text)?.join(' '), text).toBe(meaning);
  });

  it.each([
    ['электроники', 'electronics'],
    ['Тульский', 'tula'],
    ['Новосибирского', 'novosibirsk'],
    ['российская', 'russia'],
    ['генерального', 'general'],
    ['генерал', 'military-rank'],
    ['связи', 'communication'],
  ])('%s is a form of %s', (text, concept) => expect((meaningOf(text) ?? meaningOfForm(text))?.join(' ')).toBe(concept));

  it('finds each word by its own folded text, with one meaning for each text, or several of one concept each', () => {
    const meanings = new Map<string, Set<string>>();
    for (const { text, concepts: ids } of words) {
      const key = foldText(text).text;
      expect(key.trim()).not.toBe('');
      expect(foldText(key).text).toBe(key);
      meanings.set(key, (meanings.get(key) ?? new Set()).add(ids.join(' ')));
      for (const id of ids) expect(concepts.has(id)).toBe(true);
    }
    // "also" is for meanings of as many concepts: of others the engine would keep the first only.
    const lengths = (different: ReadonlySet<string>): number => new Set([...different].map((meaning) => meaning.split(' ').length)).size;
    expect([...meanings].filter(([, different]) => lengths(different) > 1)).toEqual([]);
  });

  it('gives every place but those wider than a country its country', () => {
    const without = [...concepts.values()].filter(({ kind, country }) => kind === 'place' && country === undefined);
    expect(without.length).toBeLessThan(40);
    expect(concepts.get('shenzhen')?.country).toBe('cn');
    expect(concepts.get('simferopol')).toBeDefined();
  });
});

describe('a broken glossary', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'glossary-'));
    for (const name of ['organisations.yaml', 'name-places.yaml']) cpSync(join(CATALOGUE, name), join(folder, name));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const add = (name: string, lines: string): void =>
    writeFileSync(join(folder, name), `${readFileSync(join(folder, name), 'utf8').trimEnd()}\n${lines}\n`);
  const message = (): string => {
    try {
      loadNameGlossary(folder);
    } catch (error) {
      expect(error).toBeInstanceOf(DualwatchError);
      expect((error as DualwatchError).code).toBe('catalogue-invalid');
      return (error as DualwatchError).message;
    }
    return 'no error';
  };

  it.each([
    ['organisations.yaml', '- concept: rivets\n  kind: trade\n  zhh: 铆钉', /organisations\.yaml, entry \d+: .*zhh/],
    ['organisations.yaml', '- concept: rivets\n  zh: 铆钉', /organisations\.yaml, entry \d+: "concept" and "kind" stand together/],
    ['organisations.yaml', '- words: rivet works\n  zh: 铆钉厂', /organisations\.yaml, entry \d+: "words" and "is" stand together/],
    [
      'organisations.yaml',
      '- words: rivet works\n  is: rivets, factory\n  zh: 铆钉厂',
      /organisations\.yaml, entry rivet works: there is no concept "rivets"/,
    ],
    ['organisations.yaml', '- concept: limited\n  kind: form\n  en: Lim', /organisations\.yaml, entry limited: the concept stands twice/],
    [
      'organisations.yaml',
      '- concept: rivets\n  kind: trade\n  en: Electronic',
      /organisations\.yaml, entry rivets: "Electronic" already means electronics/,
    ],
    [
      'organisations.yaml',
      '- concept: rivets\n  kind: trade\n  en: rivet, Rivet',
      /organisations\.yaml, entry rivets: "Rivet" stands twice in en/,
    ],
    [
      'organisations.yaml',
      '- concept: rivets\n  kind: trade\n  ru: закл|епки и ка',
      /organisations\.yaml, entry rivets: .* one bar, in its last word/,
    ],
    [
      'organisations.yaml',
      '- concept: rivets\n  kind: trade\n  country: cn\n  en: rivet',
      /organisations\.yaml, entry rivets: has a country/,
    ],
    ['name-places.yaml', '- country: cn\n  list: |\n    rivetville zh 铆钉', /name-places\.yaml, line "rivetville zh 铆钉": write it as/],
    ['name-places.yaml', '- country: cn\n  list: |\n    rivetville: cn 铆钉', /name-places\.yaml, line "rivetville: cn 铆钉": write it as/],
    [
      'name-places.yaml',
      '- country: cn\n  list: |\n    rivetville: en Shenzhen',
      /name-places\.yaml, entry rivetville: "Shenzhen" already means shenzhen/,
    ],
  ])('%s with %j says so', (file, lines, expected) => {
    add(file, lines);
    expect(message()).toMatch(expected);
  });

  it('may list a second meaning with "also"', () => {
    add('organisations.yaml', '- concept: rivets\n  kind: trade\n  en: Electronic\n  also: Electronic');
    expect(message()).toBe('no error');
  });

  it('has another recipe after any change', () => {
    const before = loadNameGlossary(folder).recipe;
    add('name-places.yaml', '# a word more');
    expect(loadNameGlossary(folder).recipe).not.toBe(before);
  });
});
