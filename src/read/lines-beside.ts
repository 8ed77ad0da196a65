import { nameOf } from './list-items.ts';
import type { MainContent } from './main-content.ts';
import type { PageLines } from './page-lines.ts';
import type { Page, PageElement } from './page.ts';

/** So many lines without an amount may stand before one that has one: the name of what is counted, and of what kind. */
const MOST_BETWEEN = 2;
/** Only so many lines beside a main text are looked at. */
const MOST_BESIDE = 40;

/**
 * The main part with its further parts (siblings of the same make) and with the lines right beside it that say how much, or how to reach somebody (*Антенна GP-3* / *12 шт.*): a long first part outweighs a short second one, and both are of the notice.
 * Behind it, and before it as far as its heading, up to the first line that is navigation or that `isOfSite` knows. The element that is given then is none of the page: a range over its siblings.
 */
export function withLinesBeside(
  page: Page,
  main: MainContent,
  heading: PageElement | undefined,
  lines: PageLines,
  around: ReadonlySet<PageElement>,
  isOfSite: (line: string) => boolean,
): MainContent {
  const { element } = main;
  const beside = lines.besideOf(around, isOfSite);
  const parts = lastPart(page, element, lines, around);
  const end = furthest(beside(parts.end, page.text.length), parts.end, 0);
  const start =
    heading !== undefined && heading.end <= element.start ? furthest(beside(element.start, heading.end), element.start, 1) : element.start;
  if (end === element.end && start === element.start) return main;
  let { index, last } = element;
  while ((page.elements[index - 1]?.start ?? -1) >= start) index--;
  while ((page.elements[last + 1]?.start ?? Infinity) < end) last++;
  return { ...main, element: { ...element, start, end, index: start === element.start ? index : index - 1, last } };
}

/** The last of the siblings behind a part that are made as it is, by a name: tabs, cards, what advertisements part. */
function lastPart(page: Page, main: PageElement, lines: PageLines, around: ReadonlySet<PageElement>): PageElement {
  const parent = page.elements[main.parent];
  if (parent === undefined || (main.id === '' && main.className === '')) return main;
  const make = nameOf(main);
  let last = main;
  for (let at = main.last + 1; at <= parent.last;) {
    const element = page.elements[at];
    if (element === undefined) break;
    if (nameOf(element) === make && !around.has(element) && lines.ownText(element) > lines.linkText(element)) last = element;
    at = element.last + 1;
  }
  return last;
}

/**
 * The edge of the last measured line before which no run of others is too long. `beyond` further ones are of it: backwards a name comes behind its amount.
 */
function furthest(lines: Iterable<{ readonly edge: number; readonly measured: boolean }>, from: number, beyond: number): number {
  let [reached, between, seen] = [from, 0, 0];
  let hasMeasured = false;
  for (const { edge, measured } of lines) {
    between = measured ? 0 : between + 1;
    hasMeasured ||= measured;
    if (between > MOST_BETWEEN || ++seen > MOST_BESIDE) break;
    if (measured || (hasMeasured && between <= beyond)) reached = edge;
  }
  return reached;
}
