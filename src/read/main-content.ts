import { isBlock, ROOT_TAG } from './html-tags.ts';
import type { PageLines } from './page-lines.ts';
import { isWithin, type Page, type PageElement } from './page.ts';

/** The deepest element with this share of the page's running text holds the main text. */
const MAIN_SHARE = 0.8;
/** A parent is taken instead where it adds this much without becoming navigation. */
const WORTH_CLIMBING = 0.08;
const MAX_ADDED_LINKS = 0.4;

export interface MainContent {
  readonly element: PageElement;
  /** Weight of its running text. */
  readonly weight: number;
}

/** Where the main text of a page stands, or null where there is none. */
export function findMain(page: Page, lines: PageLines, around: ReadonlySet<PageElement>): MainContent | null {
  const weightOf = lines.weightOf(around);
  const total = weightOf(page.root);
  if (total <= 0) return null;
  let main: PageElement | null = null;
  for (const element of page.elements) {
    if ((!isBlock(element.tag) && element !== page.root) || NO_MAIN.test(element.tag)) continue;
    if (weightOf(element) >= total * MAIN_SHARE && (main === null || element.index <= main.last)) main = element;
  }
  if (main === null) return null;
  for (
    let parent = page.elements[main.parent];
    parent !== undefined && !WHOLE_PAGE.has(parent.tag);
    parent = page.elements[parent.parent]
  ) {
    const added = weightOf(parent) - weightOf(main);
    if (added < weightOf(main) * WORTH_CLIMBING) continue;
    const addedLinks = lines.linkText(parent) - lines.linkText(main);
    if (addedLinks > added * MAX_ADDED_LINKS) break;
    main = parent;
  }
  return { element: main, weight: weightOf(main) };
}

/**
 * The part of the main element around its heading that holds all of its text: what stands before is menus and messages (unless `isOfNotice` knows a line), what comes after is lists and lines that `isOfSite` knows.
 * A short notice has little more text than these, and no element alone holds most of the page's.
 */
export function nearHeading(
  page: Page,
  { element: main, weight }: MainContent,
  heading: PageElement | undefined,
  lines: PageLines,
  around: ReadonlySet<PageElement>,
  { isOfNotice, isOfSite }: { readonly isOfNotice: (line: string) => boolean; readonly isOfSite: (line: string) => boolean },
): MainContent {
  if (heading === undefined || heading === main || !isWithin(heading, main)) return { element: main, weight };
  const hasText = lines.textWithin(around, isOfSite);
  let near: PageElement | undefined = page.elements[heading.parent];
  for (; near !== undefined && near !== main; near = page.elements[near.parent]) {
    if (!isBlock(near.tag) || NO_MAIN.test(near.tag) || !hasText(heading.end, near.end)) continue;
    if (!hasText(near.end, main.end)) break;
  }
  if (near === undefined || near === main) return { element: main, weight };
  const before = page.text.slice(main.start, near.start).split('\n');
  return before.some(isOfNotice) ? { element: main, weight } : { element: near, weight: lines.weightOf(around)(near) };
}

/** A paragraph is a part of a text, and a heading stands over one, however long it is. */
const NO_MAIN = /^(?:p|head|h[1-6])$/;
const WHOLE_PAGE = new Set(['body', 'html', ROOT_TAG]);
