import type { PageLook } from '../model/page-look.ts';
import type { PageReading } from '../model/reading.ts';
import { isUnasked, ledTo, type LedWords } from './led-to.ts';

/** So many other notices make a list: more where no redirect says that the notice is left. */
const ELSEWHERE = 3;
const AT_ITS_ADDRESS = 5;
/** Letters beside links that a list of notices shows at most. */
const BESIDE_LINKS = 200;

/** A list that a page had beside its notice has at most so many times the rows when the notice is gone. */
const AS_BESIDE = 1.5;

/**
 * How many other notices a page lists in place of one, told by addresses that are built as its own; 0 where they are too few, where the page says more than
 * their titles, or where the page of the notice, `before`, listed about as many beside it. `fresh`: lines that the page of the notice did not have. `left`: a redirect led away from the notice, or
 * another one stands and this one's title is gone; then a list counts that stood beside it too, unless the page says something (`says`) and nothing led away (`redirected`).
 */
export function othersListed(
  reading: PageReading,
  before: PageLook,
  url: string,
  fresh: readonly string[],
  { redirected, left, says }: { readonly redirected: boolean; readonly left: boolean; readonly says: boolean },
): number {
  if (left && reading.items !== undefined) return reading.items.length;
  const own = shapeOf(url);
  if (own === null || !own.includes('0')) return 0;
  const others = new Set(reading.links.flatMap((link) => (link.url !== url && shapeOf(link.url) === own ? [link.url] : []))).size;
  if (others < (left ? ELSEWHERE : AT_ITS_ADDRESS) || !isMostlyLinks(reading, fresh)) return 0;
  return redirected || (left && !says) || others > linkedWithShape(before, own, url) * AS_BESIDE ? others : 0;
}

/** Whether the list that a page shows at the address of a notice stood beside the notice too: about as many addresses that are built as those of most of its rows (of notices, of news), or the same ones. */
export function listedBeside({ items }: PageReading, before: PageLook, url: string): boolean {
  if (items === undefined || items.length === 0) return false;
  const hrefs = new Set(before.hrefs.flatMap((href) => URL.parse(href, url)?.href ?? []));
  if (items.filter((item) => hrefs.has(item.url)).length * 2 > items.length) return true;
  const stood = [...Map.groupBy(items, (item) => namedShapeOf(item.url) ?? '')].flatMap(([shape, rows]) => {
    const linked = shape.includes('0') ? linkedWithShape(before, shape, url, namedShapeOf) : 0;
    return linked === 0 ? [] : [{ rows: rows.length, linked }];
  });
  const sum = (of: 'rows' | 'linked'): number => stood.reduce((all, one) => all + one[of], 0);
  return sum('rows') * 2 > items.length && items.length <= sum('linked') * AS_BESIDE;
}

/** How many addresses of a shape a page leads to, without its own. */
function linkedWithShape({ hrefs }: PageLook, shape: string, url: string, of = shapeOf): number {
  const found = hrefs.flatMap((href) => URL.parse(href, url)?.href ?? []);
  return new Set(found.filter((to) => to !== url && of(to) === shape)).size;
}

/** Addresses that a page leads to and that are built as that of a notice, but for their names with numbers; of the same host, without its own. */
export function othersLinked({ hrefs }: PageLook, url: string): readonly string[] {
  const [own, origin] = [namedShapeOf(url), URL.parse(url)?.origin];
  if (own === null || !own.includes('0')) return [];
  const found = hrefs.flatMap((href) => URL.parse(href, url) ?? []).filter((to) => to.origin === origin && namedShapeOf(to.href) === own);
  return [...new Set(found.map(({ origin: at, pathname, search }) => at + pathname + search))].filter((to) => to !== url);
}

/** Addresses of other pages of the site that the page of a notice led to: neither notices nor the front page, a folder above it, a search, a door or the way out, nor such as name an act, a person or a file. */
export function pagesLinked({ hrefs }: PageLook, url: string, words: LedWords): readonly string[] {
  const [own, origin] = [namedShapeOf(url), URL.parse(url)?.origin];
  const found = hrefs.flatMap((href) => URL.parse(href, url) ?? []).filter((to) => to.origin === origin && to.search === '');
  const pages = found.filter((to) => namedShapeOf(to.href) !== own && !isUnasked(to, words) && ledTo(url, to.href, words) === 'beside');
  return [...new Set(pages.map(({ origin: at, pathname }) => at + pathname))];
}

/** Whether a page leads to some other notices, wherever on it: a site that is closed leads to none. */
export function leadsToOthers({ hrefs }: PageLook, url: string): boolean {
  const own = shapeOf(url);
  if (own === null || !own.includes('0')) return false;
  const others = new Set(hrefs.flatMap((href) => URL.parse(href, url)?.href ?? []).filter((to) => to !== url && shapeOf(to) === own));
  return others.size >= ELSEWHERE;
}

/** `/notices/0.html`: what stays of path and query without their numbers and codes. */
function shapeOf(address: string): string | null {
  const url = URL.parse(address);
  return url && `${url.pathname}${url.search}`.replace(/[\da-f]+/gi, (name) => (HAS_DIGIT.test(name) ? '0' : name));
}

/** `/notices/0.html` of `/notices/pump-2024-17.html`: without the whole of each name that has a number. */
function namedShapeOf(address: string): string | null {
  const url = URL.parse(address);
  return url && `${url.pathname}${url.search}`.replace(/[\w-]+/g, (name) => (HAS_DIGIT.test(name) ? '0' : name));
}

const HAS_DIGIT = /\d/;

function isMostlyLinks({ links, items }: PageReading, fresh: readonly string[]): boolean {
  if (items !== undefined) return true;
  const texts = new Set(links.map(({ text }) => text.replace(/\s+/g, '')));
  return fresh.filter((line) => !texts.has(line.replace(/\s+/g, ''))).join('').length <= BESIDE_LINKS;
}
