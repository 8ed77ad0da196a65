import { isBlock } from './html-tags.ts';
import { linesToldOf } from './lines-told.ts';
import type { PageLines } from './page-lines.ts';
import { isOverDocuments } from './page-links.ts';
import { tidyLines, type Page, type PageElement } from './page.ts';

/** Lists with more of their text in links, and at least this many, are left out of a main text. */
const LINK_LIST_SHARE = 0.65;
const LINK_LIST_COUNT = 3;
const LISTS = new Set(['ul', 'ol', 'dl', 'table', 'div', 'section']);
/** Links in a cell or a paragraph may be attachments; with signs between them they are a menu, or say where one is. */
const MENUS = new Set(['td', 'p', 'center']);
/** UTF-16 units. */
const MOST_OF_A_MENU = 300;
const BETWEEN_LINKS = /[|»›>·]/;

/** A part of a page that is left out of a main text. */
export interface LeftOut {
  readonly start: number;
  readonly end: number;
  /** Whether it is a list of links, of whatever name. */
  readonly isList: boolean;
}

/**
 * Text of the main element without navigation, hidden parts and lists of links; and without what only belongs to these: their headings, and what stands between them once the text is over (see {@link linesToldOf}).
 * `links` in the order of the page, those of documents apart. Linear.
 */
export function mainText(
  page: Page,
  main: PageElement,
  heading: PageElement | undefined,
  lines: PageLines,
  around: ReadonlySet<PageElement>,
  links: readonly PageElement[],
): string {
  const parts: LeftOut[] = [];
  let hasList = false;
  for (let at = main.index + 1; at <= main.last; at++) {
    const element = page.elements[at];
    if (element === undefined) break;
    const isAround = around.has(element);
    if (!isAround && !isLinkList(page, element, lines, links)) continue;
    at = element.last;
    if (element.end <= element.start) continue;
    const isList = isAround ? countWithin(links, element) >= LINK_LIST_COUNT : isBlock(element.tag);
    hasList ||= isList;
    parts.push({ start: element.start, end: element.end, isList });
  }
  if (hasList) return linesToldOf(page, main, heading, lines, parts);
  let text = '';
  let from = main.start;
  for (const { start, end } of parts) {
    if (start > from) text += `${page.text.slice(from, start)}\n`;
    from = Math.max(from, end);
  }
  return tidyLines(text + page.text.slice(from, main.end));
}

function isLinkList(page: Page, element: PageElement, lines: PageLines, links: readonly PageElement[]): boolean {
  if (
    !LISTS.has(element.tag) &&
    !(MENUS.has(element.tag) && BETWEEN_LINKS.test(page.text.slice(element.start, Math.min(element.end, element.start + MOST_OF_A_MENU))))
  )
    return false;
  const linked = lines.linkText(element);
  if (linked === 0 || linked <= (element.end - element.start) * LINK_LIST_SHARE || countWithin(links, element) < LINK_LIST_COUNT)
    return false;
  return !isOverDocuments(lineBefore(page, element.start));
}

function lineBefore(page: Page, offset: number): string {
  const end = page.text.slice(Math.max(0, offset - MOST_OF_A_MENU), offset).trimEnd();
  return end.slice(end.lastIndexOf('\n') + 1).trim();
}

function countWithin(ordered: readonly PageElement[], element: PageElement): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle]?.index ?? 0) < element.index) low = middle + 1;
    else high = middle;
  }
  let count = 0;
  while (low + count < ordered.length && (ordered[low + count]?.index ?? Infinity) <= element.last && count < LINK_LIST_COUNT) count++;
  return count;
}
