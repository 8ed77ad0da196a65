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
/** Where no list of longer ones is found, titles may be as short as this. */
const SHORT_TITLE_SIZE = 5;
const MIN_TITLE_SIZE = 2;
const ALMOST_ALL = 0.8;
/** A row with as many links is a pager. */
const MAX_ROW_LINKS = 6;
const MIN_ROWS = 3;
/** A row holds a title, a date and perhaps a summary; more is a part of the page. */
const MAX_ROW_TEXT = 1200;
const MAX_ROW_DEPTH = 6;
/** A label and brackets may stand beside a date that stands alone. */
const MAX_BESIDE_DATE = 30;
/** Dates count for a list as much as its titles. */
const DATED_WEIGHT = 2;

/**
 * The list that a page shows, if any: repeated elements with one titled link each, the dates beside them, and pages of several such lists joined
 * where their make is the same. `around` are navigation and sidebars.
 */
export function findItems(page: Page, links: readonly PageLink[], around: ReadonlySet<PageElement>, zone: ZoneRule): ItemList | null {
  const own = ownLinks(links, around);
  return findRows(page, own, TITLE_SIZE, zone) ?? findRows(page, own, SHORT_TITLE_SIZE, zone);
}

function findRows(page: Page, links: readonly PageLink[], titleSize: number, zone: ZoneRule): ItemList | null {
  const titled = onePerAddress(links.filter((link) => sizeOf(link.text) >= titleSize));
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
  for (const found of groups.values()) {
    if (found.length < MIN_ROWS) continue;
    const list = asList(withShortTitles(page, links, found, zone));
    // links as short as a menu's make a list only where each has its date
    if (titleSize === SHORT_TITLE_SIZE && list.dated < ALMOST_ALL) continue;
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

/** Tag, id and classes of an element without numbers. */
export function nameOf(element: PageElement | undefined): string {
  return element === undefined ? '' : `${element.tag}#${element.id}.${element.className.trim()}`.replace(/\d+/g, '0');
}

function readRow(page: Page, element: PageElement, link: PageLink, zone: ZoneRule): Row {
  const text = page.text.slice(element.start, element.end);
  const from = Math.max(0, link.element.start - element.start);
  const to = Math.max(from, link.element.end - element.start);
  const outside = `${text.slice(0, from)}\n${text.slice(to)}`;
  const beside = dateIn(outside, zone) ?? splitDate(outside, zone);
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

/**
 * The date of a row. Of several, those that stand alone in a line or cell count before those inside a sentence, and the earliest of them: a notice
 * is published before its deadline.
 */
function dateIn(text: string, zone: ZoneRule): { readonly iso: string } | null {
  let alone: string | null = null;
  let first: string | null = null;
  for (const cell of text.split(/[\n\t]/)) {
    const found = findDate(cell, zone);
    if (found === null) continue;
    first ??= found.iso;
    if (cell.length - (found.end - found.start) <= MAX_BESIDE_DATE && (alone === null || found.iso < alone)) alone = found.iso;
  }
  const iso = alone ?? first;
  return iso === null ? null : { iso };
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

/**
 * In a list whose rows have dates, the date tells rows of short titles from pagers: rows of the same make that were too short to be found are added,
 * short ones without a date dropped.
 */
function withShortTitles(page: Page, links: readonly PageLink[], found: readonly Row[], zone: ZoneRule): readonly Row[] {
  const first = found[0];
  if (first === undefined || found.filter(({ date }) => date !== undefined).length < found.length * ALMOST_ALL) return found;
  const rows = found.filter(({ title, date }) => date !== undefined || sizeOf(title) >= TITLE_SIZE);
  const known = new Set(rows.map(({ element }) => element));
  const parents = new Set(rows.map(({ element }) => element.parent));
  const added: Row[] = [];
  let next = 0;
  for (const parent of parents) {
    const { index, last } = page.elements[parent] ?? page.root;
    for (let at = index + 1; at <= last;) {
      const child = page.elements[at];
      if (child === undefined) break;
      at = child.last + 1;
      if (child.tag !== first.element.tag || known.has(child)) continue;
      while (next < links.length && (links[next]?.element.index ?? Infinity) < child.index) next++;
      const inside = links.slice(next, next + MAX_ROW_LINKS).filter((link) => link.element.index <= child.last);
      const link = inside.toSorted((a, b) => b.text.length - a.text.length)[0];
      if (link === undefined || inside.length === MAX_ROW_LINKS || sizeOf(link.text) < MIN_TITLE_SIZE) continue;
      const row = readRow(page, child, link, zone);
      if (row.date !== undefined) added.push(row);
    }
  }
  return added.length === 0 ? rows : [...rows, ...added].toSorted((a, b) => a.element.index - b.element.index);
}

/** Links outside of some elements; both in the order of the page or not. */
export function ownLinks(links: readonly PageLink[], around: ReadonlySet<PageElement>): readonly PageLink[] {
  const ranges = [...around].toSorted((a, b) => a.index - b.index);
  let at = 0;
  return links.filter(({ element }) => {
    while (at < ranges.length && (ranges[at]?.last ?? 0) < element.index) at++;
    const range = ranges[at];
    return range === undefined || element.index < range.index;
  });
}

function sizeOf(text: string): number {
  let size = 0;
  for (let at = 0; at < text.length; at++) size += text.charCodeAt(at) >= 0x2e80 ? 2 : 1;
  return size;
}
