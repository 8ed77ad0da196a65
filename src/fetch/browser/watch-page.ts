import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';

import type { BrowserLimits, BrowserRequest, BrowserVisit } from './browser-visit.ts';
import { guardNavigation } from './guard-navigation.ts';
import { documentText, HAN_IS_BOXES, PAGE_HEIGHT, scrollTo, SHOW_VEILED } from './page-scripts.ts';
import type { Traffic } from './traffic.ts';
import { isSilence, within } from './within.ts';

export type SeenPage = Pick<BrowserVisit, 'finalUrl' | 'status' | 'document' | 'screenshot' | 'pdf' | 'interventions' | 'lost' | 'failure'>;

export interface WatchedPage {
  readonly browser: Browser;
  readonly proxyPort: number;
  readonly userAgent: string;
  readonly traffic: Traffic;
  /** On the steady clock. */
  readonly deadline: number;
  readonly limits: BrowserLimits;
  readonly request: BrowserRequest;
}

const VIEWPORT = { width: 1280, height: 960 };
/** Share of the time that loading may take; what is there by then is kept. */
const LOAD_SHARE = 0.5;
const SILENT_MS = 3_000;
const QUIET_MS = 500;
const LONGEST_QUIET_MS = 8_000;
const SCROLL_WAIT_MS = 120;
const MOST_SCROLLS = 40;
/** 64 MB of a picture or PDF. */
const MOST_BASE64 = 86 * 1024 * 1024;
const STEP_MS = 10_000;
const ANSWER_MS = 4_000;

/** Of `lost`. */
export const NO_HAN_FONT =
  'this machine has no font with Chinese characters: in screenshot and PDF they are boxes; install one, such as fonts-noto-cjk of Debian';

/** Opens the page, lets it settle, and takes down what it shows. */
export async function watchPage(watched: WatchedPage): Promise<SeenPage> {
  const context = await watched.browser.newContext({
    proxy: { server: `http://127.0.0.1:${watched.proxyPort}`, bypass: '<-loopback>' },
    viewport: VIEWPORT,
    userAgent: watched.userAgent,
    timezoneId: 'UTC',
    acceptDownloads: false,
    serviceWorkers: 'block',
    permissions: [],
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  return new PageWatch(watched, context, page, session).run();
}

class PageWatch {
  readonly #watched: WatchedPage;
  readonly #page: Page;
  readonly #session: CDPSession;
  readonly #interventions = new Set(['service workers are refused']);
  readonly #lost: string[] = [];
  readonly #counts = { dialogs: 0, popups: 0, downloads: 0 };
  #crashed = false;
  /** A script keeps the page busy: nothing that is asked of it is answered. */
  #busy = false;

  constructor(watched: WatchedPage, context: BrowserContext, page: Page, session: CDPSession) {
    this.#watched = watched;
    this.#page = page;
    this.#session = session;
    page.on('dialog', (dialog) => {
      this.#counts.dialogs += 1;
      dialog.dismiss().catch(() => undefined);
    });
    page.on('crash', () => (this.#crashed = true));
    page.on('download', (download) => {
      this.#counts.downloads += 1;
      download.cancel().catch(() => undefined);
    });
    context.on('page', (other) => {
      if (other === page) return;
      this.#counts.popups += 1;
      other.close().catch(() => undefined);
    });
  }

  async run(): Promise<SeenPage> {
    const { request, limits } = this.#watched;
    const navigation = await guardNavigation(this.#session, request);
    const loadMs = limits.totalMs * LOAD_SHARE;
    let status: number | null = null;
    let failure: string | null = null;
    try {
      const response = await within(this.#left(loadMs), this.#page.goto(request.url, { waitUntil: 'commit', timeout: this.#left(loadMs) }));
      status = response?.status() ?? null;
    } catch (error) {
      failure = navigation.forbidden() ?? reason(error);
    }
    if (failure === null) {
      await this.#load(loadMs);
      await this.#settle();
      await this.#scroll();
      await this.#settle();
    }
    const document = failure === null ? await this.#document() : null;
    if (failure === null) await this.#show();
    const screenshot = failure === null ? await this.#screenshot() : null;
    const pdf = failure === null ? await this.#pdf() : null;
    this.#tell();
    const late = navigation.forbidden();
    if (failure === null && late !== undefined) this.#lost.push(late);
    return {
      finalUrl: failure === null ? addressOnly(this.#page.url()) : null,
      status,
      document,
      screenshot,
      pdf,
      interventions: [...this.#interventions],
      lost: this.#lost,
      failure,
    };
  }

  /** Waits until the page says that it is loaded, or has asked for nothing for so long that it never will. */
  async #load(mostMs: number): Promise<void> {
    const end = performance.now() + this.#left(mostMs);
    let loaded = false;
    this.#page.waitForLoadState('load', { timeout: this.#left(mostMs) }).then(
      () => (loaded = true),
      () => undefined,
    );
    while (!loaded && performance.now() < end && this.#watched.traffic.quietMs < SILENT_MS && !this.#crashed) await pause(20);
    if (!loaded) this.#lost.push('the page did not finish loading');
  }

  /** Waits until nothing has moved on the network for a moment; pages that never rest are waited for only so long. */
  async #settle(): Promise<void> {
    const end = performance.now() + this.#left(LONGEST_QUIET_MS);
    while (performance.now() < end && this.#watched.traffic.quietMs < QUIET_MS && !this.#crashed) await pause(50);
  }

  /** Lazy pictures load when they come into sight. */
  async #scroll(): Promise<void> {
    const done = await this.#try('the page could not be scrolled', async () => {
      let y = 0;
      for (let step = 0; step < MOST_SCROLLS; step += 1) {
        const height = await this.#evaluate(scrollTo(y));
        y += Math.round(VIEWPORT.height * 0.8);
        await pause(SCROLL_WAIT_MS);
        if (typeof height !== 'number' || y >= Math.min(height, this.#watched.limits.height)) break;
      }
      await this.#evaluate(scrollTo(0));
      return true;
    });
    if (done) this.#interventions.add('the page was scrolled to its end, for pictures that load when they are seen, and back');
  }

  async #document(): Promise<Uint8Array | null> {
    const most = this.#watched.limits.documentLength;
    const found = await this.#try('the document could not be had', () => this.#evaluate(documentText(most)));
    if (typeof found !== 'object' || found === null || !('text' in found) || typeof found.text !== 'string') return null;
    if ('length' in found && typeof found.length === 'number' && found.length > most)
      this.#lost.push(`the document was cut at ${most} of ${found.length} characters`);
    return Buffer.from(found.text, 'utf8');
  }

  /** After the document was taken, so that it is the page's own. */
  async #show(): Promise<void> {
    const shown = await this.#try('what is veiled could not be looked for', () => this.#evaluate(SHOW_VEILED));
    for (const element of Array.isArray(shown) ? (shown as readonly unknown[]) : [])
      this.#interventions.add(`shown for screenshot and PDF although the page kept it unseen: ${String(element)}`);
  }

  async #screenshot(): Promise<BrowserVisit['screenshot']> {
    if ((await this.#try('the fonts could not be looked at', () => this.#evaluate(HAN_IS_BOXES))) === true) this.#lost.push(NO_HAN_FONT);
    return (
      (await this.#try('no screenshot could be taken', async () => {
        const found = await this.#evaluate(PAGE_HEIGHT);
        const pageHeight = typeof found === 'number' ? Math.ceil(found) : VIEWPORT.height;
        const height = Math.min(Math.max(pageHeight, VIEWPORT.height), this.#watched.limits.height);
        const { data } = await this.#session.send('Page.captureScreenshot', {
          format: 'png',
          captureBeyondViewport: true,
          clip: { x: 0, y: 0, width: VIEWPORT.width, height, scale: 1 },
        });
        if (pageHeight > height) this.#lost.push(`the screenshot ends at ${height} of ${pageHeight} pixels`);
        if (data.length > MOST_BASE64) throw new Error('it is too large');
        return { png: Buffer.from(data, 'base64'), width: VIEWPORT.width, height, pageHeight };
      })) ?? null
    );
  }

  async #pdf(): Promise<Uint8Array | null> {
    return (
      (await this.#try('no PDF could be made', async () => {
        await this.#page.emulateMedia({ media: 'screen' });
        const { data } = await this.#session.send('Page.printToPDF', {
          printBackground: true,
          pageRanges: `1-${this.#watched.limits.pdfPages}`,
        });
        if (data.length > MOST_BASE64) throw new Error('it is too large');
        return Buffer.from(data, 'base64');
      })) ?? null
    );
  }

  #tell(): void {
    const { dialogs, popups, downloads } = this.#counts;
    if (dialogs > 0) this.#interventions.add(`${dialogs} dialog${dialogs === 1 ? '' : 's'} of the page dismissed`);
    if (popups > 0) this.#interventions.add(`${popups} window${popups === 1 ? '' : 's'} that the page opened closed`);
    if (downloads > 0) this.#interventions.add(`${downloads} download${downloads === 1 ? '' : 's'} refused`);
    if (this.#crashed) this.#lost.push('the page crashed the browser’s renderer');
  }

  /** In a world of its own; made anew for each question, since a page may have gone elsewhere meanwhile. */
  async #evaluate(expression: string): Promise<unknown> {
    return within(ANSWER_MS, this.#ask(expression)).catch((error: unknown) => {
      this.#busy ||= isSilence(error);
      throw error;
    });
  }

  async #ask(expression: string): Promise<unknown> {
    const { frameTree } = await this.#session.send('Page.getFrameTree');
    const { executionContextId } = await this.#session.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: 'dualwatch',
    });
    const { result, exceptionDetails } = await this.#session.send('Runtime.evaluate', {
      expression,
      contextId: executionContextId,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result.value as unknown;
  }

  async #try<Value>(what: string, act: () => Promise<Value>, mostMs = STEP_MS): Promise<Value | undefined> {
    if (this.#crashed || this.#busy) {
      this.#lost.push(what);
      return undefined;
    }
    try {
      return await within(this.#left(mostMs), act());
    } catch (error) {
      this.#lost.push(`${what}: ${reason(error)}`);
      return undefined;
    }
  }

  /** Milliseconds for something that may take so long, within the whole. */
  #left(mostMs: number): number {
    return Math.max(1, Math.min(mostMs, this.#watched.deadline - performance.now()));
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function reason(error: unknown): string {
  const line = (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
  return line.replace(/^(?:page|browser|cdpSession)\.\w+: /, '').slice(0, 300);
}

function addressOnly(address: string): string | null {
  return /^https?:/.test(address) ? address.replace(/#.*$/s, '') : null;
}
