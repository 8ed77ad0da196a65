import type { Browser, Page } from 'playwright-core';

/** The inbox as a person has it before them; times are taken in the page, milliseconds from what the person does to the frame that shows it. */
export interface Inbox {
  readonly page: Page;
  /** Processor time of the page's main thread so far, milliseconds: what other programs of the machine do is not in it. */
  cpuMs(): Promise<number>;
  opened(): Promise<{ readonly paintMs: number; readonly rowsMs: number }>;
  /** Writes a filter and applies it. */
  filter(text: string): Promise<number>;
  /** The key `j`, after a pause. */
  next(pauseMs: number): Promise<number>;
  /** A click on the so-manieth row in sight. */
  click(row: number): Promise<number>;
  /** A place in the list, 0 to 1. */
  scrollTo(share: number): Promise<void>;
  pageDown(times: number): Promise<void>;
  wheel(times: number): Promise<void>;
  drag(): Promise<void>;
  close(): Promise<void>;
}

/** Runs in the page before all of its scripts. `benchShown(begins, holds)` resolves with the milliseconds from the next such event to the frame after the first in which `holds` does. */
const INSTRUMENTS = `
  window.benchRows = new Promise((resolve) => {
    const look = () => document.querySelector('li[data-place] a') === null ? requestAnimationFrame(look) : requestAnimationFrame(() => resolve(performance.now()));
    requestAnimationFrame(look);
  });
  window.benchShown = (begins, holds) => new Promise((resolve) => {
    addEventListener(begins, () => {
      const began = performance.now();
      const look = () => holds() ? requestAnimationFrame(() => resolve(performance.now() - began)) : requestAnimationFrame(look);
      requestAnimationFrame(look);
    }, { capture: true, once: true });
  });
  window.benchList = () => document.querySelector('ul[style*="height"]').parentElement;
  window.benchOpen = (title) => () => {
    const reader = document.querySelector('[data-pane="reader"]');
    return reader?.querySelector('h2')?.textContent?.startsWith(title) === true && reader.querySelector('[data-text], pre, [class*="text"]') !== null;
  };
`;

export async function inboxOf(browser: Browser, base: string): Promise<Inbox> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  await context.addInitScript(INSTRUMENTS);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(`${base}/inbox`);
  await page.waitForSelector('li[data-place] a');
  /** Measures `act` from its event to what `holds`, a script, waits for. */
  const timed = async (begins: string, holds: string, act: () => Promise<unknown>): Promise<number> => {
    await page.evaluate(`void (window.benchTime = window.benchShown(${JSON.stringify(begins)}, ${holds}))`);
    await act();
    return (await page.evaluate('window.benchTime')) as number;
  };
  const titleOf = async (place: string): Promise<string> =>
    String(await page.evaluate(`document.querySelector(${JSON.stringify(place)}).textContent.slice(0, 60)`)).trimEnd();
  const scrollTo = async (share: number): Promise<void> => {
    await page.evaluate(`(() => { const list = window.benchList(); list.scrollTop = list.scrollHeight * ${share}; })()`);
    await page.waitForTimeout(100);
    await page.locator('li[data-place] a').nth(8).waitFor();
  };
  return {
    page,
    async cpuMs() {
      const { metrics } = await devtools.send('Performance.getMetrics');
      return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
    },
    async opened() {
      const rowsMs = (await page.evaluate('window.benchRows')) as number;
      const paintMs = (await page.evaluate('performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN')) as number;
      return { paintMs, rowsMs };
    },
    async filter(text) {
      await page.fill('#inbox-filter', text);
      const before = JSON.stringify(await page.evaluate(SHOWN));
      return timed('keydown', `() => ${SHOWN} !== ${before} && !document.querySelector('[aria-busy="true"]')`, () =>
        page.press('#inbox-filter', 'Enter'),
      );
    },
    async next(pauseMs) {
      const at = Number(await page.getAttribute('li[data-chosen=true]', 'data-place'));
      await page.evaluate('document.activeElement.blur()');
      await page.waitForTimeout(pauseMs);
      await page.waitForSelector(`a[data-row="${at + 1}"]`);
      const title = await titleOf(`a[data-row="${at + 1}"]`);
      return timed('keydown', `window.benchOpen(${JSON.stringify(title)})`, () => page.keyboard.press('j'));
    },
    async click(row) {
      const box = await page.evaluate(`(() => {
        const list = window.benchList().getBoundingClientRect();
        const rows = [...document.querySelectorAll('li[data-place]')].filter((one) => one.getBoundingClientRect().top >= list.top);
        const link = rows[${row}].querySelector('a');
        const { x, y } = link.getBoundingClientRect();
        return { x: x + 40, y: y + 8, place: link.dataset.row };
      })()`);
      const { x, y, place } = box as { readonly x: number; readonly y: number; readonly place: string };
      const title = await titleOf(`a[data-row="${place}"]`);
      return timed('click', `window.benchOpen(${JSON.stringify(title)})`, () => page.mouse.click(x, y));
    },
    scrollTo,
    async pageDown(times) {
      await scrollTo(0);
      await page.evaluate('(() => { const list = window.benchList(); list.tabIndex = -1; list.focus(); })()');
      for (let n = 0; n < times; n += 1) {
        await page.keyboard.press('PageDown');
        await page.waitForTimeout(60);
      }
    },
    async wheel(times) {
      await scrollTo(0.2);
      await page.mouse.move(400, 500);
      for (let n = 0; n < times; n += 1) await page.mouse.wheel(0, n % 50 < 25 ? 120 : 700);
    },
    async drag() {
      await scrollTo(0);
      const { right, top, bottom } = (await page.evaluate(
        '(() => { const { right, top, bottom } = window.benchList().getBoundingClientRect(); return { right, top, bottom }; })()',
      )) as {
        readonly right: number;
        readonly top: number;
        readonly bottom: number;
      };
      await page.mouse.move(right - 7, top + 8);
      await page.mouse.down();
      for (let y = top + 8; y < bottom; y += 3) {
        await page.mouse.move(right - 7, y);
        await page.waitForTimeout(12);
      }
      await page.mouse.up();
    },
    close: () => context.close(),
  };
}

/** The list in a few words: how long, and what it begins with. */
const SHOWN = `[document.querySelector('header [aria-live]')?.textContent, ...[...document.querySelectorAll('li[data-place] a')].slice(0, 3).map((one) => one.getAttribute('href')?.replace(/.*notice=/, ''))].join('|')`;
