import type { Page, PageElement } from './page.ts';

const STATED = ['articletitle', 'og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'headline'];
/** What stands between a title and the name of its site. */
const SEPARATOR = /\s+[-–—|»·:]\s+|\s*[_|｜]\s*|\s*(?:--|——)\s*|-(?=[\u4e00-\u9fff]{2,16}$)/;
const SITE_WORDS =
  /网$|网站|政府|平台$|中心$|集团$|公司$|门户|官网|портал|сайт|официальн|\.(?:com|cn|ru|org|net|gov|ua)\b|portal|official|website|news$|tenders?$|procurement$/i;
const SURE_SEPARATOR = /[_|｜]/;
const MIN_TITLE = 4;
const MAX_TITLE = 300;

/**
 * The title of a page: what its meta tags state, a heading that its title tag repeats, its only h1, or its title tag without the site's name.
 * `around` are the parts that are not the page's own.
 */
export function titleOf(page: Page, around: ReadonlySet<PageElement>): string | null {
  const stated = STATED.map((name) => page.metas.get(name)).find((value) => value !== undefined && value.length >= 2);
  const headings = headingsOf(page, around);
  const site = page.metas.get('og:site_name') ?? page.metas.get('sitename') ?? null;
  for (const whole of [stated, page.title]) {
    if (whole === undefined || whole === '') continue;
    const repeated = headings.find((heading) => isNamedBy(whole, heading.text));
    if (repeated !== undefined) return repeated.text;
  }
  if (stated !== undefined) return withoutSite(stated, site);
  const own = headings.filter((heading) => heading.tag === 'h1');
  const only = own[0];
  if (only !== undefined && own.length === 1 && only.text !== site) return only.text;
  const tagged = page.title === '' ? null : withoutSite(page.title, site);
  // a title tag that names a column of the site says less than the heading of the notice
  const heading = headings.find(({ tag, text }) => /^h[12]$/.test(tag) && text.length >= MIN_TITLE * 2);
  if (
    tagged !== null &&
    (heading === undefined || tagged.length >= MIN_TITLE * 2 || headings.filter(({ tag }) => tag === heading.tag).length > 1)
  )
    return tagged;
  if (heading !== undefined) return heading.text;
  return headings[0]?.text ?? null;
}

/** The heading that is the title, if one is. */
export function headingOf(page: Page, around: ReadonlySet<PageElement>, title: string | null): PageElement | undefined {
  return headingsOf(page, around).find(({ text }) => text === title)?.element;
}

/** True where the whole title is the heading, or the heading and a site's name. */
function isNamedBy(whole: string, heading: string): boolean {
  if (whole === heading) return true;
  if (heading.length * 2 < whole.length && heading.length < 12) return false;
  const rest = whole.startsWith(heading) ? whole.slice(heading.length) : whole.endsWith(heading) ? whole.slice(0, -heading.length) : null;
  return rest !== null && /^\s*[-–—|»·:_｜(（]|[-–—|»·:_｜]\s*$/.test(rest);
}

interface Heading {
  readonly tag: string;
  readonly text: string;
  readonly element: PageElement;
}

function headingsOf(page: Page, around: ReadonlySet<PageElement>): readonly Heading[] {
  const found: Heading[] = [];
  for (let at = 0; at < page.elements.length && found.length < 40; at++) {
    const element = page.elements[at];
    if (element === undefined) break;
    if (around.has(element)) at = element.last;
    else if (/^h[1-3]$/.test(element.tag) || TITLE_NAMES.test(element.id) || TITLE_NAMES.test(element.className)) {
      const text = page.text
        .slice(element.start, Math.min(element.end, element.start + MAX_TITLE + 50))
        .replace(/\s+/g, ' ')
        .trim();
      if (text.length >= MIN_TITLE && text.length <= MAX_TITLE) found.push({ tag: element.tag, text, element });
    }
  }
  return found.toSorted((a, b) => (a.tag < b.tag ? -1 : a.tag > b.tag ? 1 : 0));
}

const TITLE_NAMES = /^(?:\S*(?:article|news|content|detail|page|notice)[-_]?)?(?:title|headline|bt)$/i;

function withoutSite(title: string, site: string | null): string {
  const parts = title.split(SEPARATOR).map((part) => part.trim());
  const last = parts.at(-1) ?? '';
  const first = parts[0] ?? '';
  if (parts.length < 2 || last === '' || first.length < MIN_TITLE) return title.trim();
  const cut = title.slice(0, title.lastIndexOf(last));
  const separator = cut.slice(cut.trimEnd().length - 3);
  const isSite = (site !== null && (site === last || site.includes(last))) || SITE_WORDS.test(last) || SURE_SEPARATOR.test(separator);
  if (!isSite) return title.trim();
  return withoutSite(cut.replace(/[\s\-–—|»·:_｜]+$/, ''), site);
}
