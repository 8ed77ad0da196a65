import type { Link } from '../model/reading.ts';
import type { AddressResolver } from './address.ts';
import { decodeEntities } from './entities.ts';
import { fragmentText, readFragment } from './fragment.ts';
import type { KnownReader, KnownSite } from './known-sites.ts';
import { resolveHexEscapes } from './js-literal.ts';
import { imagesIn, linksOf, plainLinks } from './page-links.ts';
import { isWithin, textOf, type Page, type PageElement } from './page.ts';
import { matches, selectAll, selectFirst } from './selector.ts';
import { allValues, firstValue, valueOf, type SourceContext } from './site-sources.ts';
import type { SiteValues } from './site-values.ts';
import { dateOfUnix, findDate, type WrittenDate, type ZoneRule } from './written-date.ts';

/** What a reader made for a site found on a page. */
export interface SiteReading {
  /** `article`, `detail`: the second half of the reader's name. */
  readonly kind: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly published: WrittenDate | null;
  readonly body: string;
  readonly images: readonly string[];
  readonly links: readonly Link[];
  readonly fields: Readonly<Record<string, string>>;
}

/** Longer labels or values are no row of a summary. */
const MAX_LABEL = 60;

/** Reads a page by the site's own knowledge; null where the page is none that its readers know. */
export function readBySite(
  page: Page,
  site: KnownSite,
  values: SiteValues,
  query: ReadonlyMap<string, string>,
  addresses: AddressResolver,
): SiteReading | null {
  const known = site.readers.find(({ when }) => when.some((selector) => selectFirst(page, selector) !== undefined));
  if (known === undefined) return null;
  const { reader } = known;
  const table = reader.summary === undefined ? undefined : elementAt(page, site, reader.summary.element);
  const summary = reader.summary === undefined || table === undefined ? NO_SUMMARY : readSummary(page, site, table, reader.summary.label);
  const context: SourceContext = { site, page, values, query, summary };
  const body = readBody(context, known, addresses);
  const images = new Set(body.images);
  for (const source of reader.images) for (const value of allValues(context, source)) addTo(images, addresses.resolve(value));
  return {
    kind: reader.reader,
    title: firstValue(context, reader.title),
    publisher: firstValue(context, reader.publisher),
    author: firstValue(context, reader.author),
    published: readPublished(context, known, site),
    body:
      table === undefined || (body.element !== null && isWithin(table, body.element))
        ? body.text
        : [textOf(page, table), body.text].filter((part) => part !== '').join('\n'),
    images: [...images],
    links: body.links,
    fields: { ...Object.fromEntries(summary), ...readFields(context, reader.fields) },
  };
}

/** Named values of a page; those without a value are left out. */
export function readFields(context: SourceContext, fields: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [name, sources] of Object.entries(fields)) {
    const value = firstValue(context, sources);
    if (value !== null) found[name] = value;
  }
  return found;
}

const NO_SUMMARY: ReadonlyMap<string, string> = new Map();

interface Body {
  readonly element: PageElement | null;
  readonly text: string;
  readonly links: readonly Link[];
  readonly images: readonly string[];
}

function readBody(context: SourceContext, { reader, leaveOut }: KnownReader, addresses: AddressResolver): Body {
  const { page, site } = context;
  const isLeftOut = (element: PageElement): boolean => leaveOut.some((selector) => matches(page, element, selector));
  let shell: Body = { element: null, text: '', links: [], images: [] };
  for (const source of reader.body) {
    if (source.only !== undefined && !source.only.values.includes(firstValue(context, [source.only.source]) ?? '')) continue;
    if (source.element !== undefined) {
      const element = elementAt(page, site, source.element);
      if (element === undefined) continue;
      const links = plainLinks(linksOf(page, addresses).filter((link) => isWithin(link.element, element)));
      const body = { element, text: fragmentText(page, element, isLeftOut), links, images: imagesIn(page, element, addresses) };
      if (/[\p{L}\p{N}]/u.test(body.text)) return body;
      if (shell.element === null) shell = { ...body, text: '' };
      continue;
    }
    const from = source.html ?? source.text ?? '';
    const raw = valueOf(context, from);
    if (raw === null) continue;
    // WeChat writes the escapes of its scripts into its meta tags too
    const value = from.startsWith('meta:') ? resolveHexEscapes(raw) : raw;
    if (source.text !== undefined) return { ...shell, text: decodeEntities(value).trim() };
    const fragment = readFragment(/<[a-z]/i.test(value) ? value : decodeEntities(value), addresses.base);
    if (fragment.text !== '') return { element: null, ...fragment, images: [...shell.images, ...fragment.images] };
  }
  return shell;
}

function readPublished(context: SourceContext, { reader }: KnownReader, site: KnownSite): WrittenDate | null {
  for (const source of reader.publishedUnix) {
    const value = valueOf(context, source);
    const date = value === null ? null : dateOfUnix(Number(value));
    if (date !== null) return date;
  }
  const zone: ZoneRule =
    site.knowledge.zone === undefined
      ? { offset: '+00:00', from: 'assumed', slackSeconds: 14 * 3600 }
      : { offset: site.knowledge.zone, from: 'site', slackSeconds: 0 };
  for (const source of reader.publishedText) {
    const value = valueOf(context, source);
    const date = value === null ? null : findDate(value, zone);
    if (date !== null) return date;
  }
  return null;
}

/** Label cells of a table and the cell after each. */
function readSummary(page: Page, site: KnownSite, table: PageElement, label: string): ReadonlyMap<string, string> {
  const selector = site.selectors.get(label);
  const found = new Map<string, string>();
  if (selector === undefined) return found;
  for (const element of selectAll(page, selector)) {
    if (!isWithin(element, table)) continue;
    const next = page.elements[element.last + 1];
    if (next === undefined || next.parent !== element.parent) continue;
    const name = textOf(page, element).replace(/[:：\s]+$/, '');
    const value = textOf(page, next).replace(/\s+/g, ' ');
    if (name !== '' && name.length <= MAX_LABEL && value !== '' && !found.has(name)) found.set(name, value);
  }
  return found;
}

function elementAt(page: Page, site: KnownSite, source: string): PageElement | undefined {
  const selector = site.selectors.get(source);
  return selector === undefined ? undefined : selectFirst(page, selector);
}

function addTo(set: Set<string>, value: string | null): void {
  if (value !== null) set.add(value);
}
