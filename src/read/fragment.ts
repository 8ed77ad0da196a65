import type { Link } from '../model/reading.ts';
import { addressResolver } from './address.ts';
import { imagesIn, linksOf, plainLinks } from './page-links.ts';
import { buildPage } from './page-stream.ts';
import { textOf, type Page, type PageElement } from './page.ts';

export interface Fragment {
  readonly text: string;
  readonly links: readonly Link[];
  readonly images: readonly string[];
}

/**
 * Text, links and images of a piece of HTML, as feeds carry in `content:encoded` and scripts in strings. All of it is content: nothing is weighed.
 * Plain text with line breaks keeps its lines.
 */
export function readFragment(html: string, baseUrl: string): Fragment {
  const page = buildPage(Buffer.from(withBreaks(html), 'utf8'), 'utf-8');
  const addresses = addressResolver(baseUrl, page.baseHref);
  return { text: fragmentText(page, page.root), links: plainLinks(linksOf(page, addresses)), images: imagesIn(page, page.root, addresses) };
}

/** Text of an element with what is only veiled; where that leaves nothing, with what is hidden too, for then that is the body. */
export function fragmentText(page: Page, root: PageElement, leaveOut: (element: PageElement) => boolean = () => false): string {
  const shown = textOf(page, root, (element) => element.hidden === 'gone' || leaveOut(element));
  return shown === '' ? textOf(page, root, leaveOut) : shown;
}

function withBreaks(html: string): string {
  return /<(?:p|div|br|section|li|tr|h[1-6]|table|article|blockquote)\b/i.test(html) ? html : html.replaceAll('\n', '<br>');
}
