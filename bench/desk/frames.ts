import type { Browser, Page } from 'playwright-core';

export interface Frames {
  /** Milliseconds from one frame to the next. */
  readonly longest: number;
  readonly frames: number;
  /** The longest task of the page's main thread, by the processor time that it took: what other programs of the machine do is not in it. */
  readonly longestTask: number;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of processor time. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** The frames that the page draws while something is done to it, and what the longest of them cost. */
export async function framesDuring(browser: Browser, page: Page, act: () => Promise<unknown>): Promise<Frames> {
  await page.evaluate(COUNT_FRAMES);
  await browser.startTracing(page, { categories: ['toplevel', '__metadata', 'disabled-by-default-devtools.timeline'] });
  await act();
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { readonly traceEvents: readonly TraceEvent[] };
  const seen = (await page.evaluate(
    '(() => { const seen = window.benchFrames; window.benchFrames = null; return seen; })()',
  )) as readonly number[];
  return { longest: Math.round(Math.max(0, ...seen)), frames: seen.length, longestTask: Math.round(longestTask(trace.traceEvents)) };
}

function longestTask(events: readonly TraceEvent[]): number {
  const mains = new Set(events.filter(isRendererMain).map(({ pid, tid }) => `${pid} ${tid}`));
  return events.reduce(
    (most, { name, pid, tid, tdur = 0 }) => (name === 'RunTask' && mains.has(`${pid} ${tid}`) ? Math.max(most, tdur / 1000) : most),
    0,
  );
}

function isRendererMain({ name, args }: TraceEvent): boolean {
  return name === 'thread_name' && args.name === 'CrRendererMain';
}

const COUNT_FRAMES = `(() => {
  const seen = [];
  let before;
  const frame = (now) => {
    if (before !== undefined) seen.push(now - before);
    before = now;
    if (window.benchFrames === seen) requestAnimationFrame(frame);
  };
  window.benchFrames = seen;
  requestAnimationFrame(frame);
})()`;
