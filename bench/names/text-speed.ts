import { loadNameCatalogue } from '../../src/catalogue/name-catalogue.ts';
import { buildScreenIndex } from '../../src/screen/index/build.ts';
import { compileNameKnowledge } from '../../src/screen/knowledge.ts';
import { buildFinderTables } from '../../src/screen/text/finder-tables.ts';
import { createNameFinder, type NameFinder } from '../../src/screen/text/name-finder.ts';
import { cpuSecondsOf } from './cpu-clock.ts';
import { developmentNotices } from './development-notices.ts';
import { partyOf } from './party-of.ts';
import { peersList } from './peers-list.ts';
import { tenTimes } from './ten-times.ts';

/** Speed of finding 700,000 names inside development notices; MB are 10⁶ bytes of UTF-8, seconds are CPU seconds of one thread. */
export interface TextSpeed {
  readonly names: number;
  readonly tablesMs: number;
  readonly tableBytes: number;
  /** From the finder's making over kept tables to its first answer. */
  readonly firstMs: number;
  /** By language and all together: the first time that the texts are read, and again and again. */
  readonly rates: readonly {
    readonly lang: string;
    readonly megabytes: number;
    readonly coldMbPerSecond: number;
    readonly warmMbPerSecond: number;
    readonly found: number;
  }[];
}

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
  const rates = ['zh', 'ru', 'en', 'uk', 'all'].map((lang) => {
    const texts = notices.filter((notice) => lang === 'all' || notice.lang === lang).map(({ text }) => text);
    const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
    const finder = createNameFinder(index, knowledge, { tables });
    const cold = cpuSecondsOf(() => void findAll(finder, texts));
    const rounds = Math.ceil(6 / megabytes);
    let found = 0;
    findAll(finder, texts);
    const warm = Math.min(
      ...[1, 2, 3].map(() =>
        cpuSecondsOf(() => {
          for (let n = 0; n < rounds; n += 1) found = findAll(finder, texts);
        }),
      ),
    );
    return { lang, megabytes, coldMbPerSecond: megabytes / cold, warmMbPerSecond: (megabytes * rounds) / warm, found };
  });
  return { names: index.names, tablesMs, tableBytes: tables.length, firstMs, rates };
}

function findAll(finder: NameFinder, texts: readonly string[]): number {
  let found = 0;
  for (const text of texts) found += finder.find(text).length;
  return found;
}
