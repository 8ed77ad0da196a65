/**
 * Finds planted copies among generated notices: recall by kind, template twins given out, precision, time of a query, notices a second, memory.
 * `npm run bench -- copies [--n 10000] [--folder <made before>] [--home 20000] [--peers]`. Corpus and scoring are those of `../shared/peers/copies`; a
 * MinHash index over the first 10,000 of the same notices stands beside ours in the same run, and with `--peers` the best of the peers; with `--home` so
 * many of them are put into a home and compared there. CPU time, so that other jobs matter less.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DualwatchError } from '../src/model/errors.ts';
import { plainText } from '../src/copies/plain-text.ts';
import { shinglesOf, type Shingles } from '../src/copies/shingles.ts';
import { CopyIndex } from '../src/copies/index/copy-index.ts';
import type { CollectedText } from '../src/copies/judge-in-collection.ts';
import { prepareText, type PreparedText } from '../src/copies/prepared-text.ts';
import { copiesAmong, type Measures } from '../src/work/copies/copies-among.ts';
import { openBackground } from '../src/work/copies/background.ts';
import { sharedData } from '../test/shared-data.ts';
import { openCorpus, plantedIn, type Corpus, type Planted } from './copies/corpus.ts';
import { costOfHome } from './copies/home.ts';
import { calibrationSeconds } from './names/cpu-clock.ts';
import { MinHashIndex } from './copies/min-hash.ts';
import { scoreLookup, type CopyScores } from './copies/score.ts';

const BASELINE_SIZE = 10_000;
/** Notices that come to a home one by one. */
const LATE = 500;

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      n: { type: 'string', default: '10000' },
      folder: { type: 'string' },
      home: { type: 'string' },
      peers: { type: 'boolean', default: false },
    },
  });
  const size = Number(values.n);
  const peers = sharedData('peers/copies');
  if (peers === undefined)
    throw new DualwatchError('not-found', 'the generator of peers/copies is not there; set DUALWATCH_SHARED to the folder that holds it');
  const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'dualwatch-copies-'));
  try {
    if (values.folder === undefined)
      execFileSync(process.execPath, [join(peers, 'generate.mjs'), '--n', String(size), '--out', folder], { stdio: 'inherit' });
    console.log('beside each figure: what a plain loop over 10⁸ integers took at that moment, in s of CPU\n');
    await baseline(openCorpus(folder, Math.min(size, BASELINE_SIZE)), plantedIn(folder, Math.min(size, BASELINE_SIZE)));
    await ours(openCorpus(folder, size), plantedIn(folder, size));
    if (values.home !== undefined) await home(openCorpus(folder, Math.min(size, Number(values.home))));
    if (values.peers) runPeer(peers, folder, size);
  } finally {
    if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

async function ours(corpus: Corpus, planted: readonly Planted[]): Promise<void> {
  // Opened now: what it reads must not change while the notices come in.
  const background = openBackground();
  const before = megabytes();
  const index = new CopyIndex();
  let most = 0;
  const seconds = cpuSeconds(() =>
    corpus.each((id, text) => {
      index.add(shinglesOfText(text));
      if (id % 1000 === 0) most = Math.max(most, megabytes());
    }),
  );
  console.log(`rare shingles, ${corpus.size} notices`);
  console.log(
    `  ${Math.round(corpus.size / seconds)} notices a second in (loop ${loop()}; each compared with all before it); memory ${Math.round(megabytes() - before)} MB, at most ${Math.round(most - before)} MB`,
  );
  report(
    'candidates',
    await scoreLookup(planted, (id) => index.find(shinglesOfText(corpus.text(id)), (text) => text === id).map(({ text }) => text)),
  );
  const measures: Measures = { frequencies: index.frequencies, background };
  report(
    'judged',
    await scoreLookup(planted, async (id) => {
      const asked = collected(corpus.text(id));
      const read = (text: number): Promise<CollectedText & { readonly id: number }> =>
        Promise.resolve({ ...collected(corpus.text(text)), id: text });
      const candidates = index.find(asked.shingles, (text) => text === id).map(({ text }) => text);
      const ids: number[] = [];
      for await (const [{ id: copy }] of copiesAmong(asked, candidates, read, measures)) ids.push(copy);
      return ids;
    }),
  );
  corpus.close();
}

async function home(corpus: Corpus): Promise<void> {
  const { each, found, p50, p95 } = await costOfHome(corpus, Math.min(LATE, corpus.size >> 1));
  corpus.close();
  console.log(`a home, ${corpus.size} notices: read from the store, taken in, compared and recorded`);
  console.log(
    `  ${each.toFixed(2)} ms each where many wait, ${found} copies found; one that comes later ${p50.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms`,
  );
}

async function baseline(corpus: Corpus, planted: readonly Planted[]): Promise<void> {
  const index = new MinHashIndex();
  const seconds = cpuSeconds(() => corpus.each((id, text) => index.add(id, shinglesOfText(text).hashes)));
  console.log(
    `baseline: MinHash, 32 bands of 4, ${corpus.size} notices\n  ${Math.round(corpus.size / seconds)} notices a second in (loop ${loop()})`,
  );
  report('candidates', await scoreLookup(planted, (id) => index.find(shinglesOfText(corpus.text(id)).hashes)));
  corpus.close();
}

function report(name: string, { recall, twins, precision, p50, p95, sizes }: CopyScores): void {
  const share = (value: number): string => value.toFixed(3);
  console.log(
    `  ${name.padEnd(10)} found: verbatim ${share(recall.verbatim)}, edited ${share(recall.edited)}, partial ${share(recall.partial)}; twins given out ${share(twins)}; precision ${precision.toFixed(4)}; ` +
      `a query ${p50.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms (loop ${loop()}; reading and shingling the texts included); given out ${sizes[0]}, p95 ${sizes[1]}`,
  );
}

/** The fastest peer, with the same corpus and scoring; it prints its own line. */
function runPeer(peers: string, folder: string, size: number): void {
  const python = join(process.env['PEERS_HOME'] ?? join(homedir(), '.cache/dualwatch-peers'), 'copies/venv/bin/python');
  if (!existsSync(python)) throw new DualwatchError('not-found', `no ${python}: run ${join(peers, 'setup.sh')} first`);
  console.log('peer: rensa, hashed shingles');
  execFileSync(python, [join(peers, 'rensa_lsh.py'), folder, '--n', String(size), '--tokens', 'hashed'], { stdio: 'inherit' });
}

function collected(text: string): CollectedText {
  let prepared: PreparedText | undefined;
  return { lang: 'zh', shingles: shinglesOfText(text), prepared: () => (prepared ??= prepareText({ text, lang: 'zh' }, openBackground())) };
}

function shinglesOfText(text: string): Shingles {
  return shinglesOf(plainText(text));
}

function cpuSeconds(act: () => void): number {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** How fast the machine is just now: shared ones change by half within minutes. */
function loop(): string {
  return `${calibrationSeconds().toFixed(3)} s`;
}

function megabytes(): number {
  return process.memoryUsage.rss() / 1e6;
}
