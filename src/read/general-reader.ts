import type { SiteKnowledge } from '../catalogue/sites-schema.ts';
import type { Link, ListItem } from '../model/reading.ts';
import type { AddressResolver } from './address.ts';
import { findBoilerplate } from './boilerplate.ts';
import { linkedDataOf } from './json-ld.ts';
import { labelledValue } from './labelled-value.ts';
import { findItems, ownLinks, type ItemList } from './list-items.ts';
import { withLinesBeside } from './lines-beside.ts';
import { findMain, nearHeading, type MainContent } from './main-content.ts';
import { mainText } from './main-text.ts';
import { measureLines } from './page-lines.ts';
import { imagesIn, isDocument, linksOf, plainLinks } from './page-links.ts';
import { headingOf, titleOf } from './page-title.ts';
import { isWithin, textOf, type Page, type PageElement } from './page.ts';
import { publishedOf } from './published.ts';
import { isSiteLine } from './site-lines.ts';
import { withoutCounters } from './without-counters.ts';
import { withoutFrame } from './without-frame.ts';
import { isOfNotice, withoutTitle } from './without-title.ts';
import type { WrittenDate, ZoneRule } from './written-date.ts';

/** What a page of any site says, found by density of text and links. */
export interface GeneralReading {
  readonly kind: 'article' | 'list';
  readonly title: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly published: WrittenDate | null;
  /** Main text without the title. */
  readonly body: string;
  /** All that a person sees outside navigation. */
  readonly visible: string;
  readonly links: readonly Link[];
  readonly images: readonly string[];
  readonly items: readonly ListItem[] | null;
}

/** Fewer rows without dates are related links. */
const MIN_UNDATED_ROWS = 8;
/** Titles must say this much more than the running text beside them. */
const LIST_OVER_TEXT = 1.2;

/** Reads a page of an unknown site. Pure; linear in the page but for a sort of its elements. */
export function readGeneral(page: Page, addresses: AddressResolver, general: SiteKnowledge, zone: ZoneRule): GeneralReading {
  const links = linksOf(page, addresses);
  const lines = measureLines(page, links, general.labels.imprint);
  const around = new Set(findBoilerplate(page, lines.ownText));
  const shown = findItems(page, links, around, zone);
  const list = shown !== null && isRelated(page, shown, general.labels.related) ? null : shown;
  if (list === null && shown !== null) for (const row of shown.rows) around.add(row);
  const title = titleOf(page, around);
  const heading = headingOf(page, around, title);
  const dense = findMain(page, lines, around);
  const isOfSite = (line: string): boolean => isSiteLine(line) || ownLines(line, general, zone) === '';
  const main =
    dense &&
    nearHeading(page, dense, heading, lines, around, {
      isOfNotice: (line) => isOfNotice(line, general),
      isOfSite,
    });
  const isList =
    list !== null && showsList(list, main, lines.weightOf(new Set([...around, ...list.rows].toSorted((a, b) => a.start - b.start))));
  const linked = linkedDataOf(page);
  const published = publishedOf({
    page,
    linked,
    main: isList ? null : (main?.element ?? null),
    around,
    rows: shown?.rows ?? [],
    labels: general.labels.published,
    zone,
  });
  const visible = visibleText(page, around);
  // Some systems put the line of date, source and readers within the headline: the time says that it is there.
  const headline = title !== null && TIME_OF_DAY.test(title) ? withoutCounters(title, general.labels.counters).trim() || title : title;
  if (isList) {
    return {
      kind: 'list',
      title: headline,
      publisher: linked.publisher ?? page.metas.get('og:site_name') ?? null,
      author: null,
      published,
      body: [
        withoutTitle(beside(page, around, list.rows), title, general),
        ...list.items.map((item) => (item.date === undefined ? item.title : `${item.title}\t${item.date}`)),
      ]
        .filter((line) => line !== '')
        .join('\n'),
      visible,
      links: plainLinks(links),
      images: [],
      items: list.items,
    };
  }
  const whole =
    main && withLinesBeside(page, main, heading, lines, around, (line) => isOfSite(line) || isOverRelated(line, general.labels.related));
  const body =
    whole === null
      ? visible
      : mainText(
          page,
          whole.element,
          heading,
          lines,
          around,
          links.filter((link) => !isDocument(link)).map(({ element }) => element),
        );
  const own = withoutTitle(body, title, general);
  // a text that is all one link, or stands where only navigation is looked for, is still what the page says
  const told = own.length < TOO_LITTLE && visible.length > TOO_LITTLE * 2 ? withoutTitle(visible, title, general) : own;
  const within = told === own ? whole?.element : undefined;
  // attachments are of the notice wherever they stand
  const attached = new Set(ownLinks(links.filter(isDocument), around));
  return {
    kind: 'article',
    title: headline,
    publisher:
      linked.publisher ??
      labelledValue(withoutCounters(visible, general.labels.counters), general.labels.publisher) ??
      page.metas.get('og:site_name') ??
      page.metas.get('sitename') ??
      null,
    author: page.metas.get('author') ?? page.metas.get('article:author') ?? linked.author ?? labelledValue(visible, general.labels.author),
    published,
    body: ownLines(told, general, zone, headline ?? ''),
    visible,
    links: plainLinks(within === undefined ? links : links.filter((link) => isWithin(link.element, within) || attached.has(link))),
    images: within === undefined ? [] : imagesIn(page, within, addresses),
    items: null,
  };
}

/** Text without what changes by itself, and what is the site's. */
function ownLines(text: string, { labels }: SiteKnowledge, zone: ZoneRule, title = ''): string {
  return withoutFrame(withoutCounters(text, labels.counters), labels, zone, title);
}

const TIME_OF_DAY = /\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?[ \t]+\d{1,2}:\d{2}/;

/** A main text shorter than this is doubted where the page shows more. */
const TOO_LITTLE = 20;

/** True where the line over the rows says that they belong to other notices, and something else stands before it. */
function isRelated(page: Page, list: ItemList, words: readonly string[]): boolean {
  const first = list.rows[0];
  if (first === undefined) return false;
  const before = page.text
    .slice(Math.max(0, first.start - 2000), first.start)
    .trimEnd()
    .split('\n');
  const over = before.pop() ?? '';
  return before.length > 1 && isOverRelated(over, words);
}

/** Whether a line says that what stands under it is of other notices. */
function isOverRelated(line: string, words: readonly string[]): boolean {
  const over = line.trim().toLowerCase();
  return over.length <= 24 && words.some((word) => over.startsWith(word.toLowerCase()));
}

/** What a list page says beside its rows. */
function beside(page: Page, around: ReadonlySet<PageElement>, rows: readonly PageElement[]): string {
  const own = new Set(rows);
  return textOf(page, page.root, (element) => around.has(element) || own.has(element));
}

function showsList(list: ItemList, main: MainContent | null, weightOf: (element: PageElement) => number): boolean {
  if (list.dated < 0.5 && list.items.length < MIN_UNDATED_ROWS) return false;
  const beside = main === null ? 0 : weightOf(main.element);
  return list.titleLength * (list.dated >= 0.5 ? LIST_OVER_TEXT : 1 / LIST_OVER_TEXT) > beside;
}

function visibleText(page: Page, around: ReadonlySet<PageElement>): string {
  const text = textOf(page, page.root, (element) => around.has(element));
  if (text !== '') return text;
  // where nothing stands outside what looks like navigation, that is what the page shows
  return textOf(page, page.root);
}
