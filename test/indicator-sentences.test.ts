import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findIndicators, indicatorsSeen } from '../src/assess/indicators/find-indicators.ts';
import { loadIndicatorRules } from '../src/catalogue/indicator-rules.ts';
import { loadCatalogue } from '../src/catalogue/load.ts';
import type { Finding } from '../src/model/finding.ts';
import { openScanner } from '../src/work/knowledge.ts';
import { openTradeFinder } from '../src/work/trade-finder.ts';

interface Sentence {
  readonly indicator: string;
  readonly lang: string;
  readonly shows: string;
  readonly showsNot: string;
}

const sentences = readFileSync(new URL('fixtures/goods/indicator-sentences.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Sentence);

const { concepts, makers } = loadCatalogue();
const table = loadIndicatorRules();
const scanner = openScanner();
const trades = openTradeFinder();

/** Shown by screening, visits or copies, and not by a sentence. */
const NOT_IN_TEXT = ['CASE-01', 'CASE-02', 'BIS-KYC-01'];

function findingsOf(text: string): readonly Finding[] {
  const { lang, mentions } = scanner.scan(text);
  return findIndicators(
    {
      text,
      lang,
      publishedAt: '2024-05-22',
      mentions,
      trade: trades.find(text),
      items: [],
      parameters: [],
      controls: [],
      state: null,
      versions: null,
      copies: null,
      listed: null,
    },
    { table, concepts, makers },
  );
}

describe('red flags in sentences', () => {
  it.each(sentences)('$indicator in $lang: $shows', ({ indicator, shows, showsNot }) => {
    const seen = findingsOf(shows).find((finding) => finding.indicator === indicator);
    expect(seen?.status).toBe('seen');
    for (const { text, span } of seen?.for ?? []) if (span !== undefined) expect(shows.slice(span.start, span.end)).toBe(text);
    expect(seen?.for.some(({ span }) => span !== undefined)).toBe(true);
    expect(indicatorsSeen(findingsOf(showsNot))).not.toContain(indicator);
  });

  it('cover every indicator that a text can show, in four languages', () => {
    const covered = Map.groupBy(sentences, ({ indicator }) => indicator);
    for (const { flags } of table.rules)
      if (!NOT_IN_TEXT.includes(flags[0].id))
        expect(
          covered
            .get(flags[0].id)
            ?.map(({ lang }) => lang)
            .toSorted(),
          flags[0].id,
        ).toEqual(['en', 'ru', 'uk', 'zh']);
  });
});

describe('an ordinary tender for the same goods', () => {
  it.each(['zh', 'ru', 'uk', 'en'])('raises no red flag in %s', (lang) => {
    const text = readFileSync(new URL(`fixtures/goods/ordinary-${lang}.txt`, import.meta.url), 'utf8').trim();
    const findings = findingsOf(text);
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.filter(({ status }) => status === 'seen').map(({ indicator, for: reasons }) => [indicator, reasons])).toEqual([]);
  });
});
