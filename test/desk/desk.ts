import type { Browser } from 'playwright-core';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { launch, openPage, type Look, type OpenedPage } from './chromium.ts';
import { serveDesk, type ServedDesk } from './serve-desk.ts';

export { describeWithChromium } from '../../src/fetch/testing/chromium.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

/** A served home and a browser for the tests of one `describe`. */
export interface Desk {
  readonly served: ServedDesk;
  open(look?: Look): Promise<OpenedPage>;
}

/** Serves a new home before the tests, fills it, and ends all after them. `fill` answers with what has to be closed. */
export function useDesk(
  fill: (served: ServedDesk) => Promise<{ close(): Promise<void> } | undefined>,
  env: Readonly<Record<string, string>> = {},
): Desk {
  let served: ServedDesk | undefined;
  let browser: Browser | undefined;
  let filled: { close(): Promise<void> } | undefined;
  const opened: OpenedPage[] = [];
  beforeAll(async () => {
    served = await serveDesk({ env });
    [browser, filled] = await Promise.all([launch(), fill(served)]);
  });
  // A page of one test would go on following the stream beside the next; what was opened before all of them stays.
  let lasting = 0;
  beforeEach(() => {
    lasting = opened.length;
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await takePictures(task.name, opened);
    for (const one of opened.splice(lasting)) await one.close();
  });
  afterAll(async () => {
    for (const one of opened) await one.close();
    await browser?.close();
    await filled?.close();
    await served?.close();
  });
  const there = <Value>(value: Value | undefined): Value => {
    if (value === undefined) throw new Error('the desk stands once the tests begin');
    return value;
  };
  return {
    get served() {
      return there(served);
    },
    async open(look = {}) {
      const page = await openPage(there(browser), there(served).origin, look);
      opened.push(page);
      return page;
    },
  };
}

/** Whoever looks for the reason wants to see the pages. */
async function takePictures(test: string, opened: readonly OpenedPage[]): Promise<void> {
  for (const [at, { page }] of opened.entries()) {
    const path = join(tmpdir(), 'dualwatch-desk-failed', `${test.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)}-${at}.png`);
    await page.screenshot({ path, timeout: 5000 }).then(
      () => console.error(`the page as it was at ${page.url()}: ${path}`),
      () => undefined,
    );
  }
}
