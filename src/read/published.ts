import type { LinkedData } from './json-ld.ts';
import { attributeOf, type Page, type PageElement } from './page.ts';
import { findDate, type WrittenDate, type ZoneRule } from './written-date.ts';

const METAS = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'pubdate',
  'publishdate',
  'publish_date',
  'publish-date',
  'publication_date',
  'firstpublishedtime',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date',
  'dcterms.date',
  'dcterms.created',
  'og:release_date',
  'pubtime',
  'date',
];
const NAMES_TIME =
  /(?:pub|publish|publication|release|post|posted|issue|news|article|fb|create|add)[-_]?(?:ed)?[-_]?(?:time|date|sj|rq)|^(?:time|date|datetime|pubtime|riqi|shijian)$/i;
/** A line that only dates a page is short. */
const MAX_STAMP_LINE = 120;
/** How far after its label a date may begin. */
const MAX_GAP = 14;
/** Stamps stand before the body; so much of the page's text is looked at. */
const MAX_LOOKED_AT = 12_000;

export interface PublishedQuestion {
  readonly page: Page;
  readonly linked: LinkedData;
  readonly main: PageElement | null;
  readonly around: ReadonlySet<PageElement>;
  /** Rows of a list: their dates are not the page's. */
  readonly rows: readonly PageElement[];
  readonly labels: readonly string[];
  readonly zone: ZoneRule;
}

/**
 * When a page says that it was published: meta tags, JSON-LD, time elements, elements named for it, labelled dates (发布时间, Опубликовано …), a short
 * dated line before the text. Only what the page writes for readers counts: never a date in a script or in the address of an asset.
 */
export function publishedOf(question: PublishedQuestion): WrittenDate | null {
  const { page, linked, zone } = question;
  for (const name of METAS) {
    const found = findDate(page.metas.get(name) ?? '', zone);
    if (found !== null) return found;
  }
  const stated = linked.published === null ? null : findDate(linked.published, zone);
  return stated ?? fromElements(question) ?? fromLabels(question) ?? fromStampLine(question);
}

function fromElements({ page, main, around, rows, zone }: PublishedQuestion): WrittenDate | null {
  const end = main === null ? page.elements.length - 1 : main.last;
  let row = 0;
  let named: WrittenDate | null = null;
  for (let at = 0; at <= end; at++) {
    const element = page.elements[at];
    if (element === undefined) break;
    while (row < rows.length && (rows[row]?.last ?? 0) < at) row++;
    if (around.has(element) || (rows[row]?.index ?? Infinity) <= at) {
      at = Math.max(at, around.has(element) ? element.last : (rows[row]?.last ?? at));
      continue;
    }
    if (element.tag === 'time') {
      const found = findDate(attributeOf(element, 'datetime') ?? '', zone) ?? findDate(textIn(page, element), zone);
      if (found !== null) return found;
    } else if (
      named === null &&
      (NAMES_TIME.test(element.id) || element.className.split(/\s+/).some((name) => NAMES_TIME.test(name)) || isPublishedItem(element))
    ) {
      named = findDate(attributeOf(element, 'content') ?? textIn(page, element), zone);
    }
  }
  return named;
}

function isPublishedItem(element: PageElement): boolean {
  return attributeOf(element, 'itemprop')?.toLowerCase() === 'datepublished';
}

function textIn(page: Page, element: PageElement): string {
  return element.end - element.start > MAX_STAMP_LINE ? '' : page.text.slice(element.start, element.end);
}

function fromLabels(question: PublishedQuestion): WrittenDate | null {
  const { labels, zone } = question;
  if (labels.length === 0) return null;
  const text = ownText(question);
  const pattern = labelPattern(labels);
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const after = text.slice(pattern.lastIndex, pattern.lastIndex + 60);
    const date = findDate(after, zone);
    if (date !== null && date.start <= MAX_GAP && /^[\s:：\]】）)]*$/.test(after.slice(0, date.start))) return date;
  }
  return null;
}

/** A short line that is little more than a date, right before the main text or in its first lines. */
function fromStampLine({ page, main, zone }: PublishedQuestion): WrittenDate | null {
  if (main === null) return null;
  const before = page.text
    .slice(Math.max(0, main.start - 400), main.start)
    .split('\n')
    .slice(-4);
  const first = page.text
    .slice(main.start, main.start + 400)
    .trim()
    .split('\n')
    .slice(0, 4);
  for (const line of [...before.toReversed(), ...first]) {
    if (line.length > MAX_STAMP_LINE / 2) continue;
    const found = findDate(line, zone);
    if (found !== null && line.length - (found.end - found.start) <= MAX_BESIDE_STAMP && !DEADLINE.test(line)) return found;
  }
  return null;
}

const MAX_BESIDE_STAMP = 30;
const DEADLINE = /截止|截至|开标|[前止][。；]?$|deadline|(?<!\p{L})(?:до|по)\s|окончан|строк|until|due|before/iu;

/** Text of the page without navigation and list rows, from its start. */
function ownText({ page, around, rows }: PublishedQuestion): string {
  const cuts = [...around, ...rows].toSorted((a, b) => a.start - b.start);
  let text = '';
  let from = 0;
  for (const cut of cuts) {
    if (cut.start > from) text += `${page.text.slice(from, cut.start)}\n`;
    from = Math.max(from, cut.end);
    if (text.length > MAX_LOOKED_AT) break;
  }
  return (text + page.text.slice(from, from + MAX_LOOKED_AT)).slice(0, MAX_LOOKED_AT);
}

const patterns = new WeakMap<readonly string[], RegExp>();

function labelPattern(labels: readonly string[]): RegExp {
  let pattern = patterns.get(labels);
  if (pattern === undefined) {
    const escape = (label: string): string => label.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    const ordered = labels.toSorted((a, b) => b.length - a.length);
    // 信息发布时间 is a time of publication, 截止时间 is not: only labels that say what they date may follow another word
    const telling = ordered.filter((label) => label.length > 2 && /^\p{Script=Han}/u.test(label)).map(escape);
    pattern = new RegExp(
      String.raw`(?:(?<!\p{L})(?:${ordered.map(escape).join('|')})|(?:${telling.join('|') || '(?!)'}))\s?[:：\t\n]?`,
      'giu',
    );
    patterns.set(labels, pattern);
  }
  pattern.lastIndex = 0;
  return pattern;
}
