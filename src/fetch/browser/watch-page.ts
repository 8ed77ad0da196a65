import type { Browser, BrowserContext, Page } from 'playwright-core';

import { recordedUrl } from '../exchange.ts';
import type { BrowserLimits, BrowserRequest, BrowserVisit } from './browser-visit.ts';
import { guardNavigation } from './guard-navigation.ts';
import { PageAsker, reasonOf } from './page-asker.ts';
import { CONTENT_TYPE, scrollTo, SHOW_VEILED } from './page-scripts.ts';
import { takeDocument, takePdf, takeScreenshot, VIEWPORT } from './take-page.ts';
import type { Traffic } from './traffic.ts';
import { within } from './within.ts';

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

/** Share of the time that loading may take; what is there by then is kept. */
const LOAD_SHARE = 0.5;
/** Share of the time that is kept for document, screenshot and PDF, however long loading and scrolling take. */
const TAKE_SHARE = 0.3;
const SILENT_MS = 3_000;
/** Loading is waited for no longer while nothing moves for so long: a picture whose server never answers. */
const HANGING_MS = 5_000;
const QUIET_MS = 500;
const LONGEST_QUIET_MS = 8_000;
const SCROLL_WAIT_MS = 120;
const LONGEST_SCROLL_MS = 10_000;
const MOST_SCROLLS = 40;
/** Addresses in `lost`, and their length. */
const MOST_OPEN = 20;
const LONGEST_OPEN = 2_000;

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
  return new PageWatch(watched, context, page, new PageAsker(session, watched.deadline)).run();
}

type Taken = Pick<SeenPage, 'document' | 'screenshot' | 'pdf'>;

const NOTHING_TAKEN: Taken = { document: null, screenshot: null, pdf: null };

/** Of `lost`. */
const PDF_VIEWER =
  'the address holds a PDF, which is kept as it was sent: document and PDF would be those of the browser’s own viewer, and the screenshot shows that';

class PageWatch {
  readonly #watched: WatchedPage;
  readonly #page: Page;
  readonly #asker: PageAsker;
  readonly #interventions = new Set(['service workers are refused']);
  readonly #loadedBy: number;
  #loaded = false;
  readonly #counts = { dialogs: 0, popups: 0, downloads: 0 };

  constructor(watched: WatchedPage, context: BrowserContext, page: Page, asker: PageAsker) {
    this.#watched = watched;
    this.#page = page;
    this.#asker = asker;
    this.#loadedBy = performance.now() + watched.limits.totalMs * LOAD_SHARE;
    page.on('dialog', (dialog) => {
      this.#counts.dialogs += 1;
      dialog.dismiss().catch(() => undefined);
    });
    page.on('crash', () => (asker.crashed = true));
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
    const { request } = this.#watched;
    const { lost } = this.#asker;
    const navigation = await guardNavigation(this.#asker.session, request);
    let status: number | null = null;
    let failure: string | null = null;
    try {
      const response = await within(this.#loadMs(), this.#page.goto(request.url, { waitUntil: 'commit', timeout: this.#loadMs() }));
      status = response?.status() ?? null;
    } catch (error) {
      failure = navigation.forbidden() ?? reasonOf(error);
    }
    const taken = failure === null ? await this.#take() : NOTHING_TAKEN;
    this.#tell();
    const late = navigation.forbidden();
    if (failure === null && late !== undefined) lost.push(late);
    return {
      finalUrl: failure === null ? addressOnly(this.#page.url()) : null,
      status,
      ...taken,
      interventions: [...this.#interventions],
      lost,
      failure,
    };
  }

  /** Milliseconds that loading may still take. */
  #loadMs(): number {
    return this.#asker.left(this.#loadedBy - performance.now());
  }

  /** Milliseconds for what comes before the page is taken down. */
  #before(mostMs: number): number {
    return Math.max(1, Math.min(mostMs, this.#asker.left(Number.POSITIVE_INFINITY) - this.#watched.limits.totalMs * TAKE_SHARE));
  }

  async #take(): Promise<Taken> {
    const { limits } = this.#watched;
    await this.#load();
    await this.#settle();
    await this.#scroll();
    await this.#settle();
    if (!this.#loaded) this.#asker.lost.push('the page did not finish loading');
    this.#tellOpen();
    if ((await this.#asker.evaluate(CONTENT_TYPE).catch(() => null)) === 'application/pdf') {
      this.#asker.lost.push(PDF_VIEWER);
      return { document: null, screenshot: await takeScreenshot(this.#asker, limits.height), pdf: null };
    }
    const document = await takeDocument(this.#asker, limits.documentLength);
    await this.#show();
    return {
      document,
      screenshot: await takeScreenshot(this.#asker, limits.height),
      pdf: await takePdf(this.#asker, this.#page, limits),
    };
  }

  /** Waits until the page says that it is loaded, or has asked for nothing for so long that it never will. */
  async #load(): Promise<void> {
    const { traffic } = this.#watched;
    const end = performance.now() + this.#loadMs();
    this.#page.waitForLoadState('load', { timeout: this.#loadMs() }).then(
      () => (this.#loaded = true),
      () => undefined,
    );
    const mayLoad = (): boolean => performance.now() < end && traffic.quietMs < SILENT_MS && traffic.stillMs < HANGING_MS;
    while (!this.#loaded && mayLoad() && !this.#asker.crashed) await pause(20);
  }

  /**
   * Waits until nothing has moved on the network for a moment; pages that never rest are waited for only so long, and pictures and the like that nobody answers less: what may bring text is worth the wait.
   */
  async #settle(): Promise<void> {
    const { traffic } = this.#watched;
    const end = performance.now() + this.#before(LONGEST_QUIET_MS);
    const moves = (): boolean =>
      performance.now() < end && traffic.quietMs < QUIET_MS && (traffic.textUnderWay || traffic.stillMs < SILENT_MS);
    while (moves() && !this.#asker.crashed) await pause(50);
  }

  /** What was asked for and had not come when the page was taken down. */
  #tellOpen(): void {
    const open = [...new Set([...this.#watched.traffic.underWay].map(({ url }) => recordedUrl(url)))];
    for (const url of open.slice(0, MOST_OPEN)) this.#asker.lost.push(`not waited for any longer: ${url.slice(0, LONGEST_OPEN)}`);
    if (open.length > MOST_OPEN) this.#asker.lost.push(`nor for ${open.length - MOST_OPEN} more addresses`);
  }

  /** Lazy pictures load when they come into sight. */
  async #scroll(): Promise<void> {
    const done = await this.#asker.attempt('the page could not be scrolled', async () => {
      const end = performance.now() + this.#before(LONGEST_SCROLL_MS);
      let y = 0;
      for (let step = 0; step < MOST_SCROLLS; step += 1) {
        const height = await this.#asker.evaluate(scrollTo(y));
        y += Math.round(VIEWPORT.height * 0.8);
        await pause(SCROLL_WAIT_MS);
        if (typeof height !== 'number' || y >= Math.min(height, this.#watched.limits.height) || performance.now() > end) break;
      }
      await this.#asker.evaluate(scrollTo(0));
      return true;
    });
    if (done) this.#interventions.add('the page was scrolled to its end, for pictures that load when they are seen, and back');
  }

  /** After the document was taken, so that it is the page's own. */
  async #show(): Promise<void> {
    const shown = await this.#asker.attempt('what is veiled could not be looked for', () => this.#asker.evaluate(SHOW_VEILED));
    for (const element of Array.isArray(shown) ? (shown as readonly unknown[]) : [])
      this.#interventions.add(`shown for screenshot and PDF although the page kept it unseen: ${String(element)}`);
  }

  #tell(): void {
    const { dialogs, popups, downloads } = this.#counts;
    if (dialogs > 0) this.#interventions.add(`${dialogs} dialog${dialogs === 1 ? '' : 's'} of the page dismissed`);
    if (popups > 0) this.#interventions.add(`${popups} window${popups === 1 ? '' : 's'} that the page opened closed`);
    if (downloads > 0) this.#interventions.add(`${downloads} download${downloads === 1 ? '' : 's'} refused`);
    if (this.#asker.crashed) this.#asker.lost.push('the page crashed the browser’s renderer');
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function addressOnly(address: string): string | null {
  return /^https?:/.test(address) ? address.replace(/#.*$/s, '') : null;
}
