import { expect, test } from 'vitest';
import type { ConceptSummary, ControlEntry, Term } from '../../api/routes.gen.ts';
import { limitText, statusWords } from './control-status.ts';
import { countBy, filterTerms } from './filter-terms.ts';
import { findConcepts } from './find-concepts.ts';

const concept = (id: string, definition: string): ConceptSummary => ({
  concept: id,
  definition,
  civilUse: 'low',
  terms: {},
  kinds: {},
  guarded: 0,
  codes: 0,
  controls: { named: 0, byHs: 0 },
});
const CONCEPTS = [concept('uav', 'Unmanned aircraft'), concept('counter_uav_jam', 'Jammers sold to defeat drones')];
const LABELS: Readonly<Record<string, string>> = { uav: 'беспилотник', counter_uav_jam: 'подавитель БПЛА' };
const labelOf = (id: string): string => LABELS[id] ?? id;
const find = (words: string): readonly string[] => findConcepts(CONCEPTS, words, labelOf, 'ru').map(({ one }) => one.concept);

test('concepts are found by words of their label, definition and id, all of them', () => {
  expect(find('')).toEqual(['uav', 'counter_uav_jam']);
  expect(find('ПОДАВИТЕЛЬ')).toEqual(['counter_uav_jam']);
  expect(find('jammers бпла')).toEqual(['counter_uav_jam']);
  expect(find('counter uav')).toEqual(['counter_uav_jam']);
  expect(find('sonar')).toEqual([]);
});

const term = (text: string, lang: Term['lang'], kind: Term['kind']): Term => ({
  concept: 'uav',
  text,
  lang,
  kind,
  strength: 'hard',
  matchCase: false,
  guards: { notBefore: [], notAfter: [], needs: [] },
});

test('concepts of a term that has the words come after those that are named so, each once and with the term', () => {
  const byTerm = ['counter_uav_jam', 'uav'].map((concept) => ({ concept, term: term('шумелк|а', 'ru', 'slang') }));
  expect(findConcepts(CONCEPTS, 'подавитель', labelOf, 'ru', byTerm).map(({ one, term: by }) => [one.concept, by?.text])).toEqual([
    ['counter_uav_jam', undefined],
    ['uav', 'шумелк|а'],
  ]);
});

test('terms are found without the bars that end their stems, by language and kind', () => {
  const terms = [term('подавител|ь дрон|ов', 'ru', 'term'), term('Bulat', 'en', 'tradeName'), term('干扰器', 'zh', 'term')];
  expect(filterTerms(terms, { words: 'подавитель дронов', lang: '', kind: '' })).toHaveLength(1);
  expect(filterTerms(terms, { words: '', lang: 'en', kind: 'tradeName' })).toEqual([terms[1]]);
  expect(countBy(terms, 'kind')).toEqual([
    ['term', 2],
    ['tradeName', 1],
  ]);
});

const entry: ControlEntry = {
  regime: 'CN',
  list: 'cn-dual-use',
  entry: '0A903.a',
  heading: '',
  codes: [],
  thresholds: [],
  combine: 'all',
  conditions: '',
  from: '2024-09-01',
  to: null,
  asOf: '2026-01-06',
  source: '',
  confidence: 'verbatim',
};

test('a status names the day that it hangs on', () => {
  expect(statusWords({ entry, state: 'in force' }, '2026-11-26')).toEqual({ key: 'inForceSince', at: '2024-09-01' });
  expect(statusWords({ entry: { ...entry, from: null }, state: 'in force' }, '2026-11-26')).toEqual({
    key: 'inForceText',
    at: '2026-01-06',
  });
  const suspended = { from: '2025-11-07', to: '2026-11-10', by: 'an announcement' };
  expect(statusWords({ entry: { ...entry, suspended }, state: 'suspended' }, '2026-01-01')).toEqual({
    key: 'suspendedUntil',
    at: '2026-11-10',
  });
  expect(statusWords({ entry: { ...entry, suspended }, state: 'in force' }, '2026-11-26')).toEqual({
    key: 'inForceAgain',
    at: '2026-11-10',
  });
  expect(statusWords({ entry: { ...entry, to: '2025-01-01' }, state: 'repealed' }, '2026-11-26')).toEqual({
    key: 'repealedFrom',
    at: '2025-01-01',
  });
});

test('a limit reads as the data have it', () => {
  expect(limitText({ parameter: 'jamming range', op: '>', value: 5, unit: 'km' })).toBe('jamming range > 5 km');
  expect(limitText({ parameter: 'rate', op: '>=', value: 9, unit: 'Hz', branch: 'cooled' })).toBe('cooled: rate ≥ 9 Hz');
});
