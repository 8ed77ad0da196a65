import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { CHROMIUM } from '../../src/fetch/testing/chromium.ts';

export type Theme = 'light' | 'dark';
export type Language = 'en' | 'zh' | 'uk' | 'ru';

export interface Look {
  readonly theme?: Theme;
  readonly language?: Language;
  readonly width?: number;
  readonly height?: number;
}

/** A page of the desk, and all that went wrong on it. */
export interface OpenedPage {
  readonly page: Page;
  /** Errors of scripts and of the console, violations of the CSP among them, requests that failed, and requests to anywhere else; oldest first. */
  readonly troubles: readonly string[];
  /** Goes to an address of the desk and waits until it stands. */
  goTo(path: string): Promise<void>;
  /** Waits until nothing is asked any more and nothing says that it loads. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** One browser, for which nothing but loopback exists. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM.path,
    chromiumSandbox: CHROMIUM.sandbox,
    args: ['--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1', '--force-color-profile=srgb', '--font-render-hinting=none'],
  });
}

export async function openPage(browser: Browser, origin: string, look: Look = {}): Promise<OpenedPage> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width: look.width ?? 1440, height: look.height ?? 900 },
    colorScheme: look.theme ?? 'light',
    locale: { en: 'en-GB', zh: 'zh-CN', uk: 'uk-UA', ru: 'ru-RU' }[look.language ?? 'en'],
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
    // Those of a phone are touched.
    hasTouch: (look.width ?? 1440) < 700,
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const troubles = noteTroubles(context, page, origin);
  const settled = settler(context, page);
  return {
    page,
    troubles,
    settled,
    async goTo(path) {
      await page.goto(path);
      await settled();
    },
    close: () => context.close(),
  };
}

function noteTroubles(context: BrowserContext, page: Page, origin: string): readonly string[] {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`script: ${error.stack ?? error.message}`));
  page.on('crash', () => troubles.push('the page crashed'));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`) && !/^(?:data|blob):/.test(request.url())) troubles.push(`elsewhere: ${request.url()}`);
  });
  context.on('requestfailed', (request) => {
    // What a screen no longer needs is given up by the app itself.
    const why = request.failure()?.errorText ?? '';
    if (why !== 'net::ERR_ABORTED') troubles.push(`request: ${request.url()} ${why}`);
  });
  return troubles;
}

const QUIET_MS = 150;
const LONGEST_MS = 30_000;

function settler(context: BrowserContext, page: Page): () => Promise<void> {
  const open = new Set<object>();
  let lastAt = 0;
  context.on('request', (request) => {
    // The stream of changes never ends.
    if (new URL(request.url()).pathname !== '/api/v1/changes') open.add(request);
    lastAt = performance.now();
  });
  const ends = (request: object): void => {
    open.delete(request);
    lastAt = performance.now();
  };
  context.on('requestfinished', ends);
  context.on('requestfailed', ends);
  return async () => {
    const start = performance.now();
    for (;;) {
      const loads = await page.locator('[role="status"] [aria-hidden="true"][data-line]').count();
      const quiet = open.size === 0 && performance.now() - lastAt > QUIET_MS;
      if (quiet && loads === 0 && (await page.locator('#root > *').count()) > 0) return;
      if (performance.now() - start > LONGEST_MS) throw new Error(`${page.url()} still loads after ${LONGEST_MS} ms`);
      await page.waitForTimeout(40);
    }
  };
}
