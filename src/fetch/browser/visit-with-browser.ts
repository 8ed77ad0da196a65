import type { IncomingMessage } from 'node:http';
import type { Browser } from 'playwright-core';

import type { BrowserOptions, BrowserRequest, BrowserVisit } from './browser-visit.ts';
import { openFilteringProxy } from './filtering-proxy.ts';
import { launchChromium, type Launched } from './launch-chromium.ts';
import { watchPage, type SeenPage } from './watch-page.ts';
import { Traffic } from './traffic.ts';
import { within } from './within.ts';

/**
 * Visits one address with a browser of its own: proxy → Chromium → page → settled → kept → gone. Whatever the page does, it ends in time; what could not be
 * had by then is named in `lost`. Never throws for what page, network or browser do.
 */
export async function visitWithBrowser(options: BrowserOptions, request: BrowserRequest): Promise<BrowserVisit> {
  const startedAt = new Date().toISOString();
  const deadline = performance.now() + options.limits.totalMs;
  const traffic = new Traffic(options.limits);
  const origin = new URL(request.url).origin;
  const proxy = await openFilteringProxy({
    connections: options.connections,
    allowance: request.allowPrivate,
    proxy: request.proxy,
    credentialsFor: (url, asked) => (isOwn(url, asked, origin) ? request.credentials : NOTHING),
    traffic,
    headerBytes: options.limits.headerBytes,
    connectMs: options.limits.connectMs,
  });
  let launched: Launched | undefined;
  let product: string | null = null;
  let userAgent: string | null = null;
  let seen: SeenPage = NOTHING_SEEN;
  let failure: string | null = null;
  try {
    launched = await launchChromium({ ...options, deadEnd: proxy.deadEnd, spki: proxy.spki });
    product = `Chromium ${launched.browser.version()}`;
    userAgent = `${plainUserAgent(launched.browser)} ${options.userAgent}`;
    seen = await Promise.race([
      aborted(request.signal),
      watchPage({
        browser: launched.browser,
        proxyPort: proxy.port,
        userAgent,
        traffic,
        deadline,
        limits: options.limits,
        request,
      }),
    ]);
  } catch (error) {
    failure = product === null ? `Chromium does not start: ${firstLine(error)}` : firstLine(error);
  } finally {
    traffic.close();
    if (launched) await within(8_000, launched.close()).catch(() => undefined);
    await proxy.close();
  }
  return {
    startedAt,
    endedAt: new Date().toISOString(),
    product,
    userAgent,
    sandbox: options.sandbox,
    exchanges: traffic.exchanges,
    refused: traffic.refused,
    ...seen,
    failure: failure ?? seen.failure,
  };
}

function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    const stop = (): void => reject(new Error('the visit was stopped'));
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}

const NOTHING: ReadonlyMap<string, string> = new Map();

const NOTHING_SEEN: SeenPage = {
  finalUrl: null,
  status: null,
  document: null,
  screenshot: null,
  pdf: null,
  interventions: [],
  lost: [],
  failure: null,
};

/**
 * Whether a request is the source's own: to its origin, and sent by a page of it. A stranger's page that asks for something there gets no credentials;
 * the browser's own headers say who asks, and no script can change them.
 */
function isOwn(url: URL, { headers }: IncomingMessage, origin: string): boolean {
  if (url.origin !== origin) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const asker = headers.origin ?? headers.referer;
  return asker === undefined || URL.parse(asker)?.origin === origin;
}

/** What the browser would say with a window: sites that tell headless ones apart show them another page. */
function plainUserAgent(browser: Browser): string {
  const major = browser.version().split('.', 1)[0] ?? '';
  const system =
    process.platform === 'darwin'
      ? 'Macintosh; Intel Mac OS X 10_15_7'
      : process.platform === 'win32'
        ? 'Windows NT 10.0; Win64; x64'
        : 'X11; Linux x86_64';
  return `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${major}.0.0.0 Safari/537.36`;
}

/** Playwright adds a log of many lines. */
function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const root = /Running as root without --no-sandbox is not supported|No usable sandbox[^\n]*/.exec(text)?.[0];
  return (root ?? text.split('\n', 1)[0] ?? '').slice(0, 500);
}
