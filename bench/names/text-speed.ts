import { loadNameCatalogue } from '../../src/catalogue/name-catalogue.ts';
import { buildScreenIndex } from '../../src/screen/index/build.ts';
import { compileNameKnowledge } from '../../src/screen/knowledge.ts';
import { buildFinderTables } from '../../src/screen/text/finder-tables.ts';
import { createNameFinder, type NameFinder } from '../../src/screen/text/name-finder.ts';
import { cpuSecondsOf } from './cpu-clock.ts';
import { developmentNotices, type Notice } from './development-notices.ts';
import { newTexts } from './new-texts.ts';
import { partyOf } from './party-of.ts';
import { peersList } from './peers-list.ts';
import { tenTimes } from './ten-times.ts';

/** Speed of finding the names of ten times the list inside texts; MB are 10⁶ bytes of UTF-8, seconds are CPU seconds of this process. */
export interface TextSpeed {
  readonly names: number;
  readonly tablesMs: number;
  readonly tableBytes: number;
  /** From the finder's making over kept tables to its first answer. */
  readonly firstMs: number;
  /** By language: texts that the finder has never seen, after others of the same language, and the same texts once more. */
  readonly rates: readonly TextRate[];
  /** The languages together, each by its share of the development notices. */
  readonly all: Pick<TextRate, 'newMbPerSecond' | 'againMbPerSecond'>;
  /** The development notices themselves, a few hundred kilobytes: by a finder that has read nothing, and again and again. */
  readonly notices: { readonly megabytes: number; readonly firstMbPerSecond: number; readonly againMbPerSecond: number };
}

export interface TextRate {
  readonly lang: string;
  readonly megabytes: number;
  readonly newMbPerSecond: number;
  readonly againMbPerSecond: number;
  readonly found: number;
}

const BYTES = { before: 6_000_000, measured: 6_000_000 };

/** Undefined where the notices are absent. */
export function textScanSpeed(): TextSpeed | undefined {
  const notices = developmentNotices();
  if (notices === undefined) return undefined;
  const knowledge = compileNameKnowledge(loadNameCatalogue());
  const index = buildScreenIndex(Iterator.from(tenTimes(peersList())).map(partyOf), knowledge);
  let started = performance.now();
  const tables = buildFinderTables(index, knowledge);
  const tablesMs = performance.now() - started;
  started = performance.now();
  createNameFinder(index, knowledge, { tables }).find(notices[0]?.text ?? '');
  const firstMs = performance.now() - started;
  const rates = ['zh', 'ru', 'en', 'uk'].map((lang): TextRate => {
    const { before, measured } = newTexts(notices, lang, BYTES);
    const finder = createNameFinder(index, knowledge, { tables });
    findAll(finder, before);
    const megabytes = megabytesOf(measured);
    let found = 0;
    const first = cpuSecondsOf(() => {
      found = findAll(finder, measured);
    });
    const again = cpuSecondsOf(() => void findAll(finder, measured));
    return { lang, megabytes, newMbPerSecond: megabytes / first, againMbPerSecond: megabytes / again, found };
  });
  const shareOf = (lang: string): number => megabytesOf(notices.filter((notice) => notice.lang === lang).map(({ text }) => text));
  const together = (rate: (of: TextRate) => number): number =>
    rates.reduce((sum, { lang }) => sum + shareOf(lang), 0) / rates.reduce((sum, one) => sum + shareOf(one.lang) / rate(one), 0);
  return {
    names: index.names,
    tablesMs,
    tableBytes: tables.length,
    firstMs,
    rates,
    all: { newMbPerSecond: together((one) => one.newMbPerSecond), againMbPerSecond: together((one) => one.againMbPerSecond) },
    notices: ofNotices(createNameFinder(index, knowledge, { tables }), notices),
  };
}

function ofNotices(finder: NameFinder, notices: readonly Notice[]): TextSpeed['notices'] {
  const texts = notices.map(({ text }) => text);
  const megabytes = megabytesOf(texts);
  const first = cpuSecondsOf(() => void findAll(finder, texts));
  const rounds = Math.ceil(6 / megabytes);
  const again = cpuSecondsOf(() => {
    for (let n = 0; n < rounds; n += 1) findAll(finder, texts);
  });
  return { megabytes, firstMbPerSecond: megabytes / first, againMbPerSecond: (megabytes * rounds) / again };
}

function megabytesOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
}

function findAll(finder: NameFinder, texts: readonly string[]): number {
  let found = 0;
  for (const text of texts) found += finder.find(text).length;
  return found;
}
