import type { Config } from '../model/config.ts';
import type { PageBrowser } from '../capture/page-browser.ts';
import { openConnections } from '../fetch/connections.ts';
import { findChromium } from '../fetch/browser/find-chromium.ts';

/** Pixels of a screenshot: beyond it Chromium draws nothing new. */
const HEIGHT = 15_000;
const DOCUMENT_LENGTH = 16 * 1024 * 1024;
const PDF_PAGES = 100;
const REQUESTS = 1_000;

/** The browser of this machine under the settings in force; visits wait for one another. */
export function openBrowser(config: Config, userAgent: string): PageBrowser {
  const { browser, fetch } = config;
  const found = findChromium(browser.chromium);
  const sandbox = browser.noSandbox !== '1';
  let last: Promise<unknown> = Promise.resolve();
  const missing =
    'missing' in found
      ? found.missing
      : sandbox && process.getuid?.() === 0
        ? 'Chromium has no sandbox for root, and is not started without one; run as another user, or accept that with DUALWATCH_CHROMIUM_NO_SANDBOX=1'
        : null;
  let waiting = 0;
  return {
    missing,
    get waiting() {
      return waiting;
    },
    visit(request) {
      waiting += 1;
      const turn = last.then(async () => {
        // Loaded when it is needed: few processes ever are.
        const { visitWithBrowser } = await import('../fetch/browser/visit-with-browser.ts');
        const connections = openConnections({ maxIdle: 32 });
        try {
          return await visitWithBrowser(
            {
              executable: 'path' in found ? found.path : '',
              sandbox,
              connections,
              userAgent,
              limits: {
                totalMs: browser.timeout,
                connectMs: fetch.connectTimeout,
                headerBytes: fetch.maxHeaders,
                bodyBytes: browser.maxBody,
                totalBytes: browser.maxTotal,
                requests: REQUESTS,
                height: HEIGHT,
                documentLength: DOCUMENT_LENGTH,
                pdfPages: PDF_PAGES,
              },
            },
            request,
          );
        } finally {
          connections.close();
          waiting -= 1;
        }
      });
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}
