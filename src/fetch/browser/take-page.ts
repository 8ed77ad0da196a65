import type { Page } from 'playwright-core';

import type { BrowserLimits, BrowserVisit } from './browser-visit.ts';
import type { PageAsker } from './page-asker.ts';
import { documentText, HAN_IS_BOXES, PAGE_HEIGHT } from './page-scripts.ts';

export const VIEWPORT = { width: 1280, height: 960 };
/** 64 MB of a picture or PDF. */
const MOST_BASE64 = 86 * 1024 * 1024;

/** Of `lost`. */
export const NO_HAN_FONT =
  'this machine has no font with Chinese characters: in screenshot and PDF they are boxes; install one, such as fonts-noto-cjk of Debian';

const NO_DOCUMENT = 'the document could not be had';
const NO_SCREENSHOT = 'no screenshot could be taken';
const NO_PDF = 'no PDF could be made';

/** What of `lost` its user asked for and does not get. */
export function isMissing(lost: string): boolean {
  return lost === NO_HAN_FONT || [NO_DOCUMENT, NO_SCREENSHOT, NO_PDF].some((one) => lost.startsWith(one));
}

/** The document as the browser holds it: HTML in UTF-8. */
export async function takeDocument(asker: PageAsker, most: number): Promise<Uint8Array | null> {
  const found = await asker.attempt(NO_DOCUMENT, () => asker.evaluate(documentText(most)));
  if (typeof found !== 'object' || found === null || !('text' in found) || typeof found.text !== 'string') return null;
  if ('length' in found && typeof found.length === 'number' && found.length > most)
    asker.lost.push(`the document was cut at ${most} of ${found.length} characters`);
  return Buffer.from(found.text, 'utf8');
}

/** The whole page, from its top. */
export async function takeScreenshot(asker: PageAsker, most: number): Promise<BrowserVisit['screenshot']> {
  if ((await asker.attempt('the fonts could not be looked at', () => asker.evaluate(HAN_IS_BOXES))) === true) asker.lost.push(NO_HAN_FONT);
  const taken = await asker.attempt(NO_SCREENSHOT, async () => {
    const found = await asker.evaluate(PAGE_HEIGHT);
    const pageHeight = typeof found === 'number' ? Math.ceil(found) : VIEWPORT.height;
    const height = Math.min(Math.max(pageHeight, VIEWPORT.height), most);
    const { data } = await asker.session.send('Page.captureScreenshot', {
      format: 'png',
      captureBeyondViewport: true,
      clip: { x: 0, y: 0, width: VIEWPORT.width, height, scale: 1 },
    });
    if (pageHeight > height) asker.lost.push(`the screenshot ends at ${height} of ${pageHeight} pixels`);
    return { png: decoded(data), width: VIEWPORT.width, height, pageHeight };
  });
  return taken ?? null;
}

/** As on screen, on pages of paper. */
export async function takePdf(asker: PageAsker, page: Page, { pdfPages }: Pick<BrowserLimits, 'pdfPages'>): Promise<Uint8Array | null> {
  const taken = await asker.attempt(NO_PDF, async () => {
    await page.emulateMedia({ media: 'screen' });
    const { data } = await asker.session.send('Page.printToPDF', { printBackground: true, pageRanges: `1-${pdfPages}` });
    return decoded(data);
  });
  return taken ?? null;
}

function decoded(base64: string): Uint8Array {
  if (base64.length > MOST_BASE64) throw new Error('it is too large');
  return Buffer.from(base64, 'base64');
}
