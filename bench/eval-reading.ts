/**
 * What of a page is kept as the notice's: lines of pages that somebody has labelled who had not seen the rules.
 * `npm run -s eval -- reading [--errors] [--peers]`: lines of the notice kept, lines of the site left out, pages with every line of the notice, pages with no line of the site. `--errors` shows the lines of
 * pages with even numbers that were judged otherwise, `--peers` the same figures of other readers (`../shared/peers/read`). Intervals: bootstrap over pages (fixed seed) for lines, Wilson for pages.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSites } from '../src/catalogue/sites.ts';
import { createReader } from '../src/read/read-page.ts';
import { sharedData } from '../test/shared-data.ts';
import { proportion } from './goods/scores.ts';
import { bootstrap } from './names/metrics.ts';
import { isHeldOut, judgeText, labelledPages, type JudgedPage, type LabelledLine, type LabelledPage } from './reading/labelled-pages.ts';
import { firstLine, PEERS, peersPython, runPeer } from './reading/peers.ts';

export function run(args: readonly string[]): Promise<void> {
  const reader = createReader(loadSites());
  const pages = labelledPages();
  const judged = pages.map((page) => judgeText(page, reader.read({ bytes: Buffer.from(page.html), url: page.url }).text));
  print(`${pages.length} pages, ${pages.reduce((sum, { lines }) => sum + lines.length, 0)} labelled lines`);
  for (const [half, some] of [
    ['held out', judged.filter(({ page }) => isHeldOut(page))],
    ['read', judged.filter(({ page }) => !isHeldOut(page))],
  ] as const) {
    print(scoreLine(half, some));
    for (const [lang, same] of Map.groupBy(some, ({ page }) => page.lang)) print(scoreLine(`  ${half}, ${lang}`, same));
  }
  print(scoreLine('both halves', judged));
  if (args.includes('--errors')) for (const one of judged) if (!isHeldOut(one.page)) printErrors(one);
  if (args.includes('--peers')) comparePeers(pages);
  return Promise.resolve();
}

function scoreLine(name: string, judged: readonly JudgedPage[]): string {
  const wholly = (of: LabelledLine['of'], kept: boolean): number =>
    judged.filter(({ lines }) => lines.every((line) => line.of !== of || line.kept === kept)).length;
  return (
    `${name.padEnd(16)} n ${String(judged.length).padStart(3)}  notice lines kept ${share(judged, 'notice', true)}  site lines left out ${share(judged, 'site', false)}` +
    `  pages with all of the notice ${proportion(wholly('notice', true), judged.length)}  with none of the site ${proportion(wholly('site', false), judged.length)}`
  );
}

/** The share of lines of one label that are kept or not, with its interval: lines of a page go together, so pages are drawn. */
function share(judged: readonly JudgedPage[], of: LabelledLine['of'], kept: boolean): string {
  const count = (some: readonly JudgedPage[]): readonly [hits: number, all: number] => {
    const lines = some.flatMap((one) => one.lines).filter((line) => line.of === of);
    return [lines.filter((line) => line.kept === kept).length, lines.length];
  };
  const shareOf = (some: readonly JudgedPage[]): number => {
    const [hits, all] = count(some);
    return hits / Math.max(1, all);
  };
  const [low, high] = bootstrap(judged, shareOf);
  const [hits, all] = count(judged);
  return `${shareOf(judged).toFixed(3)} [${low.toFixed(2)} ${high.toFixed(2)}] ${`${hits} of ${all}`.padEnd(12)}`;
}

function printErrors({ page, lines }: JudgedPage): void {
  const lost = lines.filter(({ of, kept }) => of === 'notice' && !kept);
  const false_ = lines.filter(({ of, kept }) => of === 'site' && kept);
  if (lost.length + false_.length === 0) return;
  print(`-- ${page.id} ${page.lang} ${page.what}`);
  for (const { text } of lost) print(`   lost ‹${text}›`);
  for (const { text } of false_) print(`   kept ‹${text}›`);
}

function comparePeers(pages: readonly LabelledPage[]): void {
  const peers = sharedData('peers/read');
  const python = peers === undefined ? undefined : peersPython(peers);
  if (peers === undefined || python === undefined) return print('peers not run: they need ../shared/peers/read and its environment');
  const work = mkdtempSync(join(tmpdir(), 'dualwatch-eval-reading-'));
  try {
    mkdirSync(join(work, 'pages'));
    for (const { id, html } of pages) writeFileSync(join(work, 'pages', `${id}.html`), html);
    for (const peer of PEERS) {
      try {
        const { readings, summary } = runPeer(peers, python, peer, join(work, 'pages'));
        const texts = new Map(readings.map(({ file, text }) => [file, text ?? '']));
        const judged = pages.map((page) => judgeText(page, texts.get(`${page.id}.html`) ?? ''));
        print(summary.peer);
        print(
          scoreLine(
            '  held out',
            judged.filter(({ page }) => isHeldOut(page)),
          ),
        );
        print(scoreLine('  both halves', judged));
      } catch (error) {
        print(`${peer.flat().join(' ')} did not run: ${firstLine(error)}`);
      }
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
