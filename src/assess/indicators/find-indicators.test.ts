import { describe, expect, it } from 'vitest';
import { loadIndicatorRules } from '../../catalogue/indicator-rules.ts';
import { INDICATOR_FIELDS } from '../../model/indicator-fields.ts';
import type { Mention } from '../../model/mention.ts';
import type { NoticeFacts } from './facts.ts';
import { FIELD_VALUES, findIndicators, indicatorsSeen } from './find-indicators.ts';

const concepts = new Map([
  ['jammer', { id: 'jammer', definition: '', civilUse: 'low' as const, hs6: [], controls: [], notControls: {}, sources: [], chpl: {} }],
]);
const knowledge = { table: loadIndicatorRules(), concepts, makers: new Map() };

const text = 'We buy a jammer in plain packaging.';
const at = (word: string, more: Partial<Mention>): Mention => ({
  kind: 'intent',
  start: text.indexOf(word),
  end: text.indexOf(word) + word.length,
  text: word,
  lang: 'en',
  counted: false,
  strength: 'hard',
  ...more,
});
const jammer = at('jammer', { kind: 'good', concept: 'jammer', role: 'goods', counted: true });
const facts: NoticeFacts = {
  text,
  lang: 'en',
  publishedAt: null,
  mentions: [at('buy', { id: 'buy' }), jammer, at('plain packaging', { id: 'unmarked' })],
  trade: { parties: [], terms: [] },
  items: [],
  parameters: [],
  controls: [],
  state: null,
  versions: null,
  copies: null,
  listed: null,
};
const finding = (some: Partial<NoticeFacts>, id: string) =>
  findIndicators({ ...facts, ...some }, knowledge).find(({ indicator }) => indicator === id);

describe('red flags of a notice', () => {
  it('quote what shows them and name their document', () => {
    expect(finding({}, 'BIS-KYC-12')).toEqual({
      indicator: 'BIS-KYC-12',
      title: 'markings are to be left off or changed',
      status: 'seen',
      for: [{ text: 'plain packaging', span: { start: 19, end: 34 } }],
      against: [],
      missing: [],
      source: 'BIS Know Your Customer guidance, Supplement No. 3 to 15 CFR part 732',
      confidence: 'transcribed',
      item: null,
    });
    expect(finding({ mentions: [jammer] }, 'BIS-KYC-12')).toMatchObject({ status: 'absent', for: [], missing: [] });
  });

  it('claim no more than was seen: of what says more they are a part', () => {
    const mentions = [...facts.mentions, at('buy', { id: 'military_use' })];
    expect(finding({ mentions }, 'OWN-01')).toMatchObject({ status: 'seen', partOf: ['NCA-2023-10'] });
    const seen = indicatorsSeen(findIndicators({ ...facts, mentions }, knowledge));
    expect(seen).toContain('OWN-01');
    expect(seen).not.toContain('NCA-2023-10');
  });

  it('are unstated as long as nobody has looked, and say what is missing', () => {
    expect(finding({}, 'CASE-02')).toMatchObject({ status: 'unstated', missing: ['whether the same text stands elsewhere'] });
    expect(finding({ copies: 0 }, 'CASE-02')?.status).toBe('absent');
    expect(finding({ copies: 2 }, 'CASE-02')).toMatchObject({ status: 'seen', for: [{ text: 'the text stands in 2 other notices' }] });
    expect(finding({ state: 'removed' }, 'CASE-01')).toMatchObject({ status: 'seen', for: [{ text: 'the notice is removed' }] });
    expect(finding({ state: 'present', versions: 1 }, 'CASE-01')?.status).toBe('absent');
  });

  it('need goods or a trade name: words of evasion alone are none', () => {
    expect(findIndicators({ ...facts, mentions: facts.mentions.filter((one) => one !== jammer) }, knowledge)).toEqual([]);
  });

  it('are silenced by nothing, and say what speaks against them', () => {
    const foreign = at('We', { id: 'foreign_unnamed' });
    const buyer = {
      role: 'buyer' as const,
      text: 'Acme',
      named: true,
      kind: 'organisation' as const,
      because: 'Buyer',
      start: 0,
      end: 0,
      field: 'Buyer',
    };
    const trade = { parties: [buyer], terms: [] };
    expect(finding({ mentions: [jammer, foreign], trade }, 'CASE-03')).toMatchObject({
      status: 'seen',
      against: [{ text: 'Buyer: Acme' }],
    });
    expect(finding({}, 'BIS-KYC-02')?.for.map((one) => one.text)).toContain('no word of end use');
    expect(finding({ trade }, 'BIS-KYC-02')?.status).toBe('absent');
  });

  it('name a transshipment point from the day when an authority named it', () => {
    const destination = {
      role: 'destination' as const,
      text: 'Kyrgyzstan',
      named: true,
      kind: 'place' as const,
      place: 'KG-GB',
      because: 'to',
      start: 0,
      end: 2,
    };
    const trade = { parties: [destination], terms: [] };
    expect(finding({ trade, publishedAt: '2022-06-27' }, 'OTSI-2025-01')?.status).toBe('absent');
    expect(finding({ trade, publishedAt: '2022-06-28' }, 'OTSI-2025-01')?.status).toBe('seen');
    expect(finding({ trade }, 'OTSI-2025-01')?.status).toBe('seen');
  });

  it('give ids of all documents, those of the findings first', () => {
    const seen = indicatorsSeen(findIndicators({ ...facts, copies: 1, state: 'removed', listed: [] }, knowledge));
    expect(seen.slice(0, 3)).toEqual(['CASE-01', 'CASE-02', 'BIS-KYC-12']);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('answer every field that a rule may ask for', () => {
    expect([...FIELD_VALUES.keys()].toSorted()).toEqual(INDICATOR_FIELDS.map(({ name }) => name).toSorted());
  });

  it('take no longer than their mentions are many', () => {
    const many = Array.from({ length: 50_000 }, (_, index) => ({ ...jammer, start: index % 30, end: (index % 30) + 1 }));
    const started = performance.now();
    const findings = findIndicators({ ...facts, mentions: [...many, ...facts.mentions] }, knowledge);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(findings.every((one) => one.for.length <= 6)).toBe(true);
  });
});
