/** The desk in Chromium on 100,000 notices: first paint of the inbox, a filter, opening a notice, frames while scrolling. `--n 100000 --folder <kept> --only paint,filter,open,scroll --rounds 10` */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from 'playwright-core';
import { CHROMIUM } from '../src/fetch/testing/chromium.ts';
import { inboxOf, type Inbox } from './desk/inbox-page.ts';
import { framesDuring } from './desk/frames.ts';
import { keptHome } from './serve/kept-home.ts';
import { startServer } from './serve/served-process.ts';

/** What issue and docs ask, milliseconds. */
const LIMITS = { paint: 1000, filter: 200, open: 150, frame: 50 } as const;
const FILTERS = [
  'goods:radar and priority>=70',
  'removed or priority>=90',
  'place:RU and control:5A001 and not lang:en',
  'lang:zh and state:changed',
  'triage:new and copies>=1',
  'радар and priority>=30',
  'goods:uav,uav_part and published>=2025-06-01',
  'priority>=50',
] as const;

export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      n: { type: 'string', default: '100000' },
      folder: { type: 'string' },
      only: { type: 'string', default: 'paint,filter,open,scroll' },
      rounds: { type: 'string', default: '10' },
    },
  });
  const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'dualwatch-bench-desk-'));
  const rounds = Number(values.rounds);
  const parts = new Set(values.only.split(','));
  const server = await startServer(await keptHome(folder, Number(values.n)), {});
  const browser = await launch();
  try {
    await fetch(`${server.base}/api/v1/notices?limit=1&offset=0&query=${encodeURIComponent('triage:new and type:notice')}`);
    console.log(`${values.n} notices; load of the machine ${loadavg()[0]?.toFixed(1)}`);
    const kept: boolean[] = [];
    if (parts.has('paint')) kept.push(await paint(browser, server.base, rounds));
    const inbox = await inboxOf(browser, server.base);
    if (parts.has('filter')) kept.push(await filters(inbox));
    if (parts.has('open')) kept.push(await opens(inbox, rounds));
    if (parts.has('scroll')) kept.push(await scrolls(browser, inbox));
    await inbox.close();
    return kept.every(Boolean) ? 0 : 1;
  } finally {
    await browser.close();
    await server.stop();
    if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** With scrollbars, one of which is dragged. */
function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM.path,
    chromiumSandbox: CHROMIUM.sandbox && process.getuid?.() !== 0,
    ignoreDefaultArgs: ['--hide-scrollbars'],
  });
}

/** From the beginning of the navigation to the frame with the first rows, nothing of the desk in the browser's cache. */
async function paint(browser: Browser, base: string, rounds: number): Promise<boolean> {
  const [first, rows, cpu]: [number[], number[], number[]] = [[], [], []];
  for (let n = 0; n < rounds; n += 1) {
    const inbox = await inboxOf(browser, base);
    const { paintMs, rowsMs } = await inbox.opened();
    first.push(paintMs);
    rows.push(rowsMs);
    cpu.push(await inbox.cpuMs());
    await inbox.close();
  }
  told('something painted', first, null, null);
  return told('inbox, rows painted, empty cache', rows, median(cpu), LIMITS.paint);
}

/** From the Enter key to the frame with the rows of the filter: asked for the first time, and again. */
async function filters(inbox: Inbox): Promise<boolean> {
  const first = await timesOf(inbox, FILTERS, (filter) => inbox.filter(filter));
  const again = await timesOf(inbox, FILTERS, (filter) => inbox.filter(filter));
  await inbox.filter('triage:new and type:notice');
  const kept = told('a filter, asked for the first time', first.times, first.cpu, LIMITS.filter);
  return told('a filter, shown before', again.times, again.cpu, LIMITS.filter) && kept;
}

/** From click or key to the frame with the text of the notice in the reader. */
async function opens(inbox: Inbox, rounds: number): Promise<boolean> {
  const numbers = Array.from({ length: rounds }, (_, n) => n);
  const keys = await timesOf(inbox, numbers, () => inbox.next(400));
  const hurried = await timesOf(inbox, numbers, () => inbox.next(0));
  const clicks = await timesOf(inbox, numbers, async (n) => {
    await inbox.scrollTo(((n * 7919) % 1000) / 1000);
    return inbox.click(3 + (n % 3));
  });
  told('a notice by j, one key behind the other', hurried.times, hurried.cpu, null);
  const kept = told('a notice by j, read ahead', keys.times, keys.cpu, LIMITS.open);
  return told('a notice by click, anywhere in the list', clicks.times, clicks.cpu, LIMITS.open) && kept;
}

/** Times of an act, and the processor time of the page for each of them with all else that it does. */
async function timesOf<Given>(
  inbox: Inbox,
  givens: readonly Given[],
  act: (given: Given) => Promise<number>,
): Promise<{ readonly times: readonly number[]; readonly cpu: number }> {
  const before = await inbox.cpuMs();
  const times: number[] = [];
  for (const given of givens) times.push(await act(given));
  return { times, cpu: ((await inbox.cpuMs()) - before) / givens.length };
}

async function scrolls(browser: Browser, inbox: Inbox): Promise<boolean> {
  let kept = true;
  for (const [name, act] of [
    ['nothing scrolled, for comparison', () => inbox.page.waitForTimeout(3000)],
    ['page down', () => inbox.pageDown(40)],
    ['wheel', () => inbox.wheel(150)],
    ['scrollbar dragged through all rows', () => inbox.drag()],
  ] as const) {
    const { longest, frames, longestTask } = await framesDuring(browser, inbox.page, act);
    const fits = longest <= LIMITS.frame;
    kept &&= fits;
    console.log(
      `${name}: longest frame ${longest} ms of ${frames}, asked <= ${LIMITS.frame} ms ${fits ? '(kept)' : '(NOT kept)'}; its main thread's longest task took ${longestTask} ms of the processor`,
    );
  }
  return kept;
}

function told(name: string, times: readonly number[], cpu: number | null, limit: number | null): boolean {
  const kept = limit === null || median(times) <= limit;
  const judged = limit === null ? '' : `; asked < ${limit} ms ${kept ? '(kept)' : '(NOT kept)'}`;
  const took = cpu === null ? '' : `; ${Math.round(cpu)} ms of the page's processor time each`;
  console.log(
    `${name}: median ${Math.round(median(times))} ms, longest ${Math.round(Math.max(...times))} ms of ${times.length}${judged}${took}`,
  );
  return kept;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}
