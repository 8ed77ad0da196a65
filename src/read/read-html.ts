import type { PageReading } from '../model/reading.ts';
import { detectLanguage } from '../text/language.ts';
import { addressResolver, type AddressResolver } from './address.ts';
import { aliasesOf, queryOf } from './aliases.ts';
import { detectCharset } from './charset.ts';
import { isMessagePage, verdictOf, verdictOfStatus, type Answered, type Verdict } from './classify.ts';
import { readGeneral, type GeneralReading } from './general-reader.ts';
import type { KnownSite, KnownSites } from './known-sites.ts';
import { foldMessage, saysSomething } from '../text/message.ts';
import { buildPage } from './page-stream.ts';
import { attributeOf, textOf, type Page } from './page.ts';
import type { PageInput } from './read-page.ts';
import { readBySite, readFields, type SiteReading } from './site-reader.ts';
import { readSiteValues } from './site-values.ts';
import { statePage } from './state-page.ts';
import { selectFirst } from './selector.ts';
import { assumedZone, type WrittenDate, type ZoneRule } from './written-date.ts';

/** A page says at least this many letters and digits, or it came without its content. */
const MIN_TEXT = 4;
/** So much text outside the place that the site's reader knows is taken for the body. */
const MIN_FALLBACK_BODY = 60;

interface Visit {
  readonly input: PageInput;
  readonly page: Page;
  readonly charset: string;
  readonly addresses: AddressResolver;
  readonly known: KnownSites;
}

/**
 * Reads an HTML page. Its state is judged first: a site's own body makes it present whatever the body quotes; without one, the signs of the site, of
 * other sites, of any page; then the status of the answer. Only a page that passes is read for its content.
 */
export function readHtml(input: PageInput, known: KnownSites): PageReading {
  const { bytes, url, finalUrl = url, contentType = null, status = 200 } = input;
  const charset = detectCharset(bytes, contentType);
  const built = buildPage(bytes, charset);
  const page = statePage(built) ?? built;
  const visit: Visit = { input, page, charset, addresses: addressResolver(finalUrl, page.baseHref), known };
  const site = siteOf(visit);
  const query = site === null ? NO_QUERY : queryOf(site.knowledge, [url, finalUrl]);
  const values = site === null ? NO_VALUES : readSiteValues(page, site.values);
  const bySite = site === null ? null : readBySite(page, site, values, query, visit.addresses);
  const statusVerdict = verdictOfStatus(status);
  const hasBody = bySite !== null && bySite.body !== '' && !isPlaceholder(bySite.body, known, site);
  if (bySite !== null && bySite.published === null && statusVerdict === null && isCutShort(bytes)) {
    return { ...blank(visit, site, INCOMPLETE), title: bySite.title, text: withTitle(bySite.title, bySite.body) };
  }
  if (hasBody && statusVerdict === null) return presentBySite(visit, site, bySite, null);

  const visible = textOf(page, page.root);
  const verdict = judge(visit, site, visible, statusVerdict);
  if (verdict !== null) {
    const context = site === null ? null : { site, page, values, query, summary: NO_QUERY };
    const said = context === null || verdict.sign === null ? {} : readFields(context, verdict.sign.sign.fields);
    const stated = context === null ? {} : readFields(context, site?.readers[0]?.reader.fields ?? {});
    return {
      ...blank(visit, site, verdict),
      lang: detectLanguage(visible),
      text: visible,
      aliases: site === null ? [] : aliasesOf(site.knowledge, input, stated),
      fields: { ...stated, ...said },
    };
  }
  if (bySite !== null && (bySite.title !== null || bySite.images.length > 0))
    return presentBySite(visit, site, bySite, generalOf(visit, site));
  const reading = generalOf(visit, site);
  if (reading.items === null && !saysSomething(reading.visible, MIN_TEXT))
    return { ...blank(visit, site, EMPTY), title: reading.title, text: reading.title ?? '' };
  if (isPlaceholder(reading.body, known, site) || isPlaceholder(reading.visible, known, site))
    return { ...blank(visit, site, EMPTY), title: reading.title, text: reading.visible };
  return present(visit, site, reading);
}

const NO_QUERY: ReadonlyMap<string, string> = new Map();
const NO_VALUES = { variables: NO_QUERY, data: NO_QUERY };
const noNotice = (reason: string, basis: string): Verdict => ({
  state: 'unreachable',
  reason,
  kind: null,
  sign: null,
  message: null,
  basis,
});
const EMPTY = noNotice('empty', 'the page shows no text');
const INCOMPLETE = noNotice('incomplete', 'the document does not end');
const UNKNOWN_MESSAGE = noNotice('message', 'a message page of the site that no sign knows');

/** The site whose markup the page shows, else the one whose host it came from, else the one whose message page it is. */
function siteOf({ input, page, known }: Visit): KnownSite | null {
  const marked = known.sites.find(({ knownBy }) => knownBy.some((selector) => selectFirst(page, selector) !== undefined));
  return (
    marked ??
    known.sites.find((site) => isOnHost(site, input)) ??
    known.sites.find((site) => verdictOf(page, site, answeredBy(input), textOf(page, page.root), 'markup') !== null) ??
    null
  );
}

/** Whether a page is a site's, wherever it is served from: by its host, by its markup, or because it sends its reader on to the site. */
function isPageOf({ input, page }: Visit, site: KnownSite): boolean {
  return (
    isOnHost(site, input) ||
    site.knownBy.some((selector) => selectFirst(page, selector) !== undefined) ||
    page.elements.some((element) => element.tag === 'a' && isHostOf(site, attributeOf(element, 'href') ?? ''))
  );
}

/** True where a document begins and does not end: its connection broke, and what is missing is no edit. */
function isCutShort(bytes: Uint8Array): boolean {
  const part = (from: number, to: number): string => Buffer.from(bytes.subarray(from, to)).toString('latin1').toLowerCase();
  return part(0, 4096).includes('<html') && !/<\/(?:html|body)/.test(part(Math.max(0, bytes.length - 2048), bytes.length));
}

function answeredBy({ url, finalUrl = url, redirects = [], headers = [] }: PageInput): Answered {
  // The notice's own address says nothing of where the visit was led.
  return { addresses: [finalUrl, ...redirects].filter((address) => address !== url || redirects.length > 0), headers };
}

function isOnHost(site: KnownSite, { url, finalUrl = url }: PageInput): boolean {
  return isHostOf(site, finalUrl) || isHostOf(site, url);
}

function isHostOf({ knowledge }: KnownSite, address: string): boolean {
  const host = URL.parse(address)?.hostname ?? '';
  return knowledge.hosts.some((name) => host === name || host.endsWith(`.${name}`));
}

function judge(visit: Visit, site: KnownSite | null, visible: string, status: Verdict | null): Verdict | null {
  const { input, page, known } = visit;
  const passed = answeredBy(input);
  const verdict = site === null ? null : verdictOf(page, site, passed, visible, 'site');
  if (verdict !== null && (status === null || verdict.state === 'blocked' || (status.state === 'removed' && verdict.state === 'removed')))
    return verdict;
  const general = verdictOf(page, known.general, passed, visible, 'any') ?? (site === null ? messageOfAnySite(visit, visible) : null);
  // The scripts of a site's own frame may look like a challenge's; a challenge has no message in the site's markup. Others build with the same frameworks.
  const framed =
    general?.reason === 'challenge' &&
    (input.status ?? 200) < 400 &&
    known.sites.some((one) => isMessagePage(page, one) && isPageOf(visit, one));
  const anywhere = framed ? null : general;
  // A wall says what it is, whatever its status; words of a removal need no status, and an error with them stays an error.
  if (status !== null) {
    // Firewalls answer by 503 too.
    const mayBeWall = status.state !== 'unreachable' || input.status === 503;
    const wall = anywhere?.state === 'blocked' && (mayBeWall || anywhere.reason === 'captcha' || anywhere.reason === 'challenge');
    return wall ? anywhere : status;
  }
  if (anywhere !== null) return anywhere;
  return framed || (site !== null && isOnHost(site, input) && isMessagePage(page, site)) ? UNKNOWN_MESSAGE : null;
}

/** A page that says nothing but the message of a known site is no notice, in whatever markup. */
function messageOfAnySite({ input, page, known }: Visit, visible: string): Verdict | null {
  for (const site of known.sites) {
    const verdict = verdictOf(page, site, answeredBy(input), visible, 'any');
    if (verdict !== null) return verdict;
  }
  return null;
}

function isPlaceholder(text: string, known: KnownSites, site: KnownSite | null): boolean {
  if (text.length > 200) return false;
  const folded = foldMessage(text);
  return known.general.placeholders.includes(folded) || (site?.placeholders.includes(folded) ?? false);
}

function generalOf({ page, addresses, known }: Visit, site: KnownSite | null): GeneralReading {
  const lang = detectLanguage(page.text);
  const zone: ZoneRule =
    site?.knowledge.zone === undefined
      ? assumedZone(lang === 'und' ? page.htmlLang : lang)
      : { offset: site.knowledge.zone, from: 'site', slackSeconds: 0 };
  return readGeneral(page, addresses, known.general.knowledge, zone);
}

function presentBySite(visit: Visit, site: KnownSite | null, reading: SiteReading, fallback: GeneralReading | null): PageReading {
  const name = site?.knowledge.site ?? 'general';
  const useFallback = reading.body === '' && fallback !== null && fallback.body.length >= MIN_FALLBACK_BODY;
  const body = useFallback ? fallback.body : reading.body;
  const text = withTitle(reading.title, body);
  return {
    ...blank(visit, site, null),
    reader: `${name}/${reading.kind}`,
    bodyBySite: !useFallback && (body !== '' || reading.images.length > 0),
    title: reading.title,
    publisher: reading.publisher,
    author: reading.author,
    ...datedAt(reading.published),
    lang: detectLanguage(text),
    text,
    images: reading.images,
    links: useFallback ? fallback.links : reading.links,
    aliases: site === null ? [] : aliasesOf(site.knowledge, visit.input, reading.fields),
    fields: reading.fields,
  };
}

function present(visit: Visit, site: KnownSite | null, reading: GeneralReading): PageReading {
  const { page, input, addresses } = visit;
  const text = withTitle(reading.title, reading.body);
  const canonical = [page.metas.get('og:url'), canonicalOf(page)].map((href) => (href === undefined ? null : addresses.resolve(href)));
  const aliases = new Set(
    [...canonical, input.finalUrl ?? null].filter(
      (address): address is string => address !== null && address !== input.url && isOwnAddress(address, input),
    ),
  );
  return {
    ...blank(visit, site, null),
    reader: `general/${reading.kind}`,
    title: reading.title,
    publisher: reading.publisher,
    author: reading.author,
    ...datedAt(reading.published),
    lang: detectLanguage(text),
    text,
    images: reading.images,
    links: reading.links,
    aliases: [...aliases],
    ...(reading.items === null ? {} : { items: reading.items }),
  };
}

function canonicalOf(page: Page): string | undefined {
  for (const element of page.elements) {
    if (element.tag !== 'link' || element.attributes === null) continue;
    const at = element.attributes.indexOf('rel');
    if (at === -1 || element.attributes[at + 1]?.toLowerCase() !== 'canonical') continue;
    const href = element.attributes.indexOf('href');
    return href === -1 ? undefined : element.attributes[href + 1];
  }
  return undefined;
}

/** Many sites name their front page as canonical on every page: such an address names no notice. */
function isOwnAddress(address: string, { url }: PageInput): boolean {
  const alias = URL.parse(address);
  return alias !== null && (alias.pathname !== '/' || alias.search !== '' || URL.parse(url)?.pathname === '/');
}

function withTitle(title: string | null, body: string): string {
  if (title === null) return body;
  return body === '' ? title : `${title}\n${body}`;
}

function datedAt(date: WrittenDate | null): Pick<PageReading, 'publishedAt' | 'publishedUncertaintySeconds' | 'publishedZone'> {
  return {
    publishedAt: date?.iso ?? null,
    publishedUncertaintySeconds: date?.uncertaintySeconds ?? null,
    publishedZone: date?.zone ?? null,
  };
}

function blank({ charset }: Visit, site: KnownSite | null, verdict: Verdict | null): PageReading {
  return {
    state: verdict?.state ?? 'present',
    reason: verdict?.reason ?? null,
    removalKind: verdict?.kind ?? null,
    ...(verdict === null ? {} : { basis: verdict.basis }),
    reader: `${site?.knowledge.site ?? 'general'}/${verdict === null ? 'article' : 'message'}`,
    bodyBySite: false,
    charset,
    site: site?.knowledge.site ?? null,
    title: null,
    publisher: null,
    author: null,
    publishedAt: null,
    publishedUncertaintySeconds: null,
    publishedZone: null,
    lang: 'und',
    text: '',
    images: [],
    links: [],
    aliases: [],
    fields: {},
  };
}
