import type { ListItem } from '../model/reading.ts';
import type { PageLink } from './page-links.ts';
import type { Page, PageElement } from './page.ts';
import { findDate, type ZoneRule } from './written-date.ts';

/** Rows of one make that each carry a titled link. */
export interface ItemList {
  readonly items: readonly ListItem[];
  /** Characters of the titles: what the list says. */
  readonly titleLength: number;
  /** Share of the rows with a date. */
  readonly dated: number;
  readonly rows: readonly PageElement[];
}

interface Row {
  readonly element: PageElement;
  readonly link: PageLink;
  readonly title: string;
  readonly date: string | undefined;
}

/** Shorter links (Han counted double) are categories and buttons, not titles. */
const TITLE_SIZE = 10;
const MIN_ROWS = 3;
/** A row holds a title, a date and perhaps a summary; more is a part of the page. */
const MAX_ROW_TEXT = 1200;
const MAX_ROW_DEPTH = 6;
/** Dates count for a list as much as its titles. */
const DATED_WEIGHT = 2;

/**
 * The list that a page shows, if any: repeated elements with one titled link each, the dates beside them, and pages of several such lists joined
 * where their make is the same. `around` are navigation and sidebars.
 */
export function findItems(page: Page, links: readonly PageLink[], around: ReadonlySet<PageElement>, zone: ZoneRule): ItemList | null {
  const inside = outsideOf(around);
  const titled = onePerAddress(links.filter((link) => sizeOf(link.text) >= TITLE_SIZE && inside(link.element)));
  const groups = new Map<string, Row[]>();
  titled.forEach((link, at) => {
    const element = rowOf(page, link, titled[at - 1], titled[at + 1]);
    if (element === null) return;
    const key = makeOf(page, element);
    const row = readRow(page, element, link, zone);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  });
  let best: ItemList | null = null;
  let highest = 0;
  for (const rows of groups.values()) {
    if (rows.length < MIN_ROWS) continue;
    const list = asList(rows);
    const score = list.titleLength * (1 + DATED_WEIGHT * list.dated);
    if (score > highest) {
      highest = score;
      best = list;
    }
  }
  return best;
}

function asList(rows: readonly Row[]): ItemList {
  const items = rows.map(({ link, title, date }): ListItem =>
    date === undefined ? { title, url: link.url } : { title, url: link.url, date },
  );
  return {
    items,
    titleLength: rows.reduce((sum, { title }) => sum + sizeOf(title), 0),
    dated: rows.filter(({ date }) => date !== undefined).length / rows.length,
    rows: rows.map(({ element }) => element),
  };
}

/** The widest element around a link that holds no other titled link. */
function rowOf(page: Page, link: PageLink, before: PageLink | undefined, after: PageLink | undefined): PageElement | null {
  let row = link.element;
  for (let depth = 0; depth < MAX_ROW_DEPTH; depth++) {
    const parent = page.elements[row.parent];
    if (
      parent === undefined ||
      parent === page.root ||
      parent.tag === 'body' ||
      parent.tag === 'html' ||
      parent.end - parent.start > MAX_ROW_TEXT
    )
      break;
    if (before !== undefined && before.element.index >= parent.index) break;
    if (after !== undefined && after.element.index <= parent.last) break;
    row = parent;
  }
  return row;
}

/** What rows of one list have in common: their element, their parent and its parent, without numbers. */
function makeOf(page: Page, row: PageElement): string {
  const parent = page.elements[row.parent];
  const above = parent === undefined ? undefined : page.elements[parent.parent];
  return `${nameOf(above)}>${nameOf(parent)}>${row.tag}`;
}

function nameOf(element: PageElement | undefined): string {
  return element === undefined ? '' : `${element.tag}#${element.id}.${element.className.trim()}`.replace(/\d+/g, '0');
}

function readRow(page: Page, element: PageElement, link: PageLink, zone: ZoneRule): Row {
  const text = page.text.slice(element.start, element.end);
  const from = Math.max(0, link.element.start - element.start);
  const to = Math.max(from, link.element.end - element.start);
  const outside = `${text.slice(0, from)}\n${text.slice(to)}`;
  const beside = findDate(outside, zone) ?? splitDate(outside, zone);
  if (beside !== null) return { element, link, title: link.text, date: beside.iso };
  const inside = findDate(link.text, zone);
  if (inside === null) return { element, link, title: link.text, date: undefined };
  const atStart = /^[\s[(（【]*$/.test(link.text.slice(0, inside.start));
  const atEnd = /^[\s\])）】]*$/.test(link.text.slice(inside.end));
  if (!atStart && !atEnd) return { element, link, title: link.text, date: undefined };
  const title = (
    atStart
      ? link.text.slice(inside.end).replace(/^[\s\])）】:：-]+/, '')
      : link.text.slice(0, inside.start).replace(/[\s[(（【:：-]+$/, '')
  ).trim();
  return { element, link, title: title === '' ? link.text : title, date: inside.iso };
}

/** Calendars set the day apart from year and month: `05` over `2025-11`. */
function splitDate(text: string, zone: ZoneRule): { readonly iso: string } | null {
  const dayFirst = /(?<!\d)(?:(\d{1,2})\s+|(\d{2}))((?:19|20)\d{2})[-/.年](\d{1,2})(?!\d)/.exec(text);
  if (dayFirst !== null) return findDate(`${dayFirst[3]}-${dayFirst[4]}-${dayFirst[1] ?? dayFirst[2]}`, zone);
  const monthFirst = /((?:19|20)\d{2})[-/.年](\d{1,2})(?:月|月?\s+|(?<=\d{2}))(\d{1,2})(?!\d)/.exec(text);
  return monthFirst === null ? null : findDate(`${monthFirst[1]}-${monthFirst[2]}-${monthFirst[3]}`, zone);
}

/** A picture and its title often lead to one address: the longer text stands for both. */
function onePerAddress(links: readonly PageLink[]): readonly PageLink[] {
  const kept: PageLink[] = [];
  for (const link of links) {
    const last = kept.at(-1);
    if (last !== undefined && last.url === link.url) {
      if (link.text.length > last.text.length) kept[kept.length - 1] = link;
    } else kept.push(link);
  }
  return kept;
}

function outsideOf(around: ReadonlySet<PageElement>): (element: PageElement) => boolean {
  const ranges = [...around];
  let at = 0;
  return (element) => {
    while (at < ranges.length && (ranges[at]?.last ?? 0) < element.index) at++;
    const range = ranges[at];
    return range === undefined || element.index < range.index;
  };
}

function sizeOf(text: string): number {
  let size = 0;
  for (let at = 0; at < text.length; at++) size += text.charCodeAt(at) >= 0x2e80 ? 2 : 1;
  return size;
}
