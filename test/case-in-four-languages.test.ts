import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findIndicators } from '../src/assess/indicators/find-indicators.ts';
import { loadIndicatorRules } from '../src/catalogue/indicator-rules.ts';
import { controlsOf } from '../src/catalogue/controls.ts';
import { loadCatalogue } from '../src/catalogue/load.ts';
import { packagedControls } from '../src/catalogue/load-controls.ts';
import { openScanner } from '../src/work/knowledge.ts';
import { openTradeFinder } from '../src/work/trade-finder.ts';

const catalogue = loadCatalogue();
const { concepts, makers } = catalogue;
const table = loadIndicatorRules();
const scanner = openScanner();
const trades = openTradeFinder();

/** The notice of the case as a trader of the country writes it, as it was translated, and as a newspaper tells it; see test/fixtures/goods. */
const WORDINGS = ['zh', 'ru', 'uk', 'en'].flatMap((lang) => ['native', 'translated', 'press'].map((wording) => ({ lang, wording })));

function read(lang: string, wording: string) {
  const text = readFileSync(new URL(`fixtures/goods/case-${lang}-${wording}.txt`, import.meta.url), 'utf8').trim();
  const scan = scanner.scan(text);
  const trade = trades.find(text);
  const facts = {
    text,
    lang: scan.lang,
    publishedAt: '2024-05-22',
    mentions: scan.mentions,
    trade,
    items: [],
    parameters: [],
    controls: [],
  };
  const findings = findIndicators({ ...facts, state: null, versions: null, copies: null, listed: null }, { table, concepts, makers });
  const named = scan.mentions.filter(({ kind }) => kind === 'tradeName').map(({ id }) => id ?? '');
  const controls = scan.goods.flatMap((goods) => {
    const concept = concepts.get(goods);
    return concept === undefined
      ? []
      : controlsOf(packagedControls(), concept).candidates.map(({ entry }) => `${entry.list} ${entry.entry}`);
  });
  return {
    lang: scan.lang,
    goods: scan.goods.toSorted(),
    makers: [...new Set(named)].toSorted(),
    countries: [...new Set(named.map((maker) => makers.get(maker)))],
    orEquivalent: scan.mentions.some(({ kind, id }) => kind === 'intent' && id === 'equivalent'),
    destination: trade.parties.filter(({ role }) => role === 'destination').map(({ place }) => place),
    namedBuyers: trade.parties.filter(({ role, named: isNamed }) => role === 'buyer' && isNamed),
    jammerControl: controls.includes('cn-dual-use 0A903.a'),
    flags: findings.filter(({ status }) => status === 'seen').map(({ indicator }) => indicator),
    open: findings.filter(({ status }) => status === 'unstated').map(({ indicator }) => indicator),
  };
}

describe('the case', () => {
  it.each(WORDINGS)('says the same in $lang, $wording wording', ({ lang, wording }) => {
    expect(read(lang, wording)).toEqual({
      lang,
      goods: ['counter_uav_detect', 'counter_uav_jam'],
      makers: ['3mx', 'Assel Labs', 'BorisTone'],
      countries: ['RU'],
      orEquivalent: true,
      destination: ['KZ'],
      namedBuyers: [],
      jammerControl: true,
      // An unnamed foreign buyer, an equivalent of Russian brands, a transshipment point, goods of the high priority list for it, and no end use.
      flags: ['CASE-03', 'CASE-04', 'OTSI-2025-01', 'OWN-05', 'BIS-KYC-02'],
      // Whether it was removed, stands elsewhere or names a listed party, its text cannot say.
      open: ['CASE-01', 'CASE-02', 'BIS-KYC-01'],
    });
  });
});
