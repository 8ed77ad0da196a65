import { attributeOf, type Page, type PageElement } from './page.ts';

/** Words of ids and classes that name what stands around a text. */
const AROUND =
  /(?:^|[\s_-])(?:nav|navbar|navi|navigation|menu|submenu|topbar|top-?bar|toolbar|side|sidebar|aside|footer?|foot|bottom|copyright|breadcrumbs?|crumbs?|currentloc|location|position|share|sharing|social|comments?|related|relate|recommend|hot-?news|banner|advert|ads?|login|search|pager|pagination|pages|cookies?|popup|modal|friendlinks?|sitemap|subscribe|skip|widget|tags?)(?:$|[\s_-]|\d)/i;
/** The same where capitals join words: ipsComment, mainFooter. */
const AROUND_JOINED =
  /(?:ips|user|reader|visitor|post|news|blog|forum|fb|vk)Comments?(?:$|[\s_-]|[A-Z\d])|(?:main|site|page|global|app|layout)Footer(?:$|[\s_-]|[A-Z\d])|[a-z\d](?:Sidebar|Breadcrumbs?)(?:$|[\s_-]|[A-Z\d])/;
/** Words that name the text itself; they outweigh the others. */
const TEXT_ITSELF = /article|content|main|detail|text|body|news-?(?:con|list)|notice|story|post|entry/i;
const AROUND_TAGS = new Set(['nav', 'aside', 'footer', 'button', 'form', 'dialog', 'menu']);
/** What a label stands beside where it is one of a form to fill in; without one it names a value of the page. */
const FIELDS = new Set(['input', 'select', 'textarea']);
const AROUND_ROLES = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'search',
  'menu',
  'menubar',
  'dialog',
  'alertdialog',
  'alert',
  'toolbar',
]);
const NEVER = new Set([
  'html',
  'body',
  'main',
  'article',
  'h1',
  'table',
  'tbody',
  'tr',
  'td',
  'p',
  'a',
  'span',
  'em',
  'b',
  'strong',
  'i',
  'font',
]);

/** Elements behind a label that may be its field. */
const MOST_BESIDE_LABEL = 20;

/** A larger share of a page's own text is not around it, whatever its name. */
const LARGE_SHARE = 0.5;
/** A veiled element with less of the text is an overlay; with more it is the body waiting for its script. */
const VEILED_BODY_SHARE = 0.35;

/**
 * The elements that stand around the text of a page: navigation, sidebars, footers, hidden parts; outermost only.
 * `ownText` gives the characters of an element that are not links.
 */
export function findBoilerplate(page: Page, ownText: (element: PageElement) => number): ReadonlySet<PageElement> {
  const found = new Set<PageElement>();
  const total = Math.max(1, ownText(page.root));
  for (let at = 1; at < page.elements.length; at++) {
    const element = page.elements[at];
    if (element === undefined) break;
    if (
      !(element.tag === 'label'
        ? isOfField(page, element)
        : standsAround(
            element,
            () => ownText(element) / total,
            () => tellsFacts(page, element, ownText(element)),
          ))
    )
      continue;
    found.add(element);
    at = element.last;
  }
  return found;
}

/** Whether a field stands in a label, or beside it in the same element. */
function isOfField(page: Page, label: PageElement): boolean {
  const last = Math.min(page.elements[label.parent]?.last ?? label.last, label.last + MOST_BESIDE_LABEL);
  for (let at = label.index + 1; at <= last; at++) if (FIELDS.has(page.elements[at]?.tag ?? '')) return true;
  return false;
}

/** Words of {@link AROUND} that name parts of notices too: *location*, *position*, *footnotes*, and on boards *ad* for what is posted. */
const MAY_BE_FIELD =
  /(?:^|[\s_-])(?:ads?|advert|location|position|tags?|search|widget|pages|menu|related?|foot[_-]?notes?)(?:$|[\s_-]|\d)/i;
/** So much of an element says whether it tells anything. UTF-16 units. */
const MOST_OF_FACTS = 600;
const FACT = /[:：] ?\S|\d|\S@\S|[.。;；]$/mu;
/** Where one is on the site, or what somebody paid for. */
const SITE = /[>›»]|位置|^(?:广告|推广|реклама|sponsored|advertisement|ad|ads)(?![\p{L}\p{N}])/imu;

/** Whether an element holds no link and says something of a notice: a value behind its label, an amount, a sentence. */
function tellsFacts(page: Page, { start, end }: PageElement, own: number): boolean {
  if (end - start > own) return false;
  const text = page.text.slice(start, Math.min(end, start + MOST_OF_FACTS));
  return FACT.test(text) && !SITE.test(text);
}

function standsAround(element: PageElement, share: () => number, tellsOf: () => boolean): boolean {
  if (element.hidden === 'gone') return share() < LARGE_SHARE || element.tag === 'noscript' || element.tag === 'template';
  if (element.hidden === 'veiled') return share() < VEILED_BODY_SHARE;
  if (AROUND_TAGS.has(element.tag)) return element.tag !== 'form' || share() < 0.1 ? share() < LARGE_SHARE : false;
  const role = attributeOf(element, 'role');
  if (role !== undefined && AROUND_ROLES.has(role.toLowerCase())) return share() < LARGE_SHARE;
  if (element.tag === 'header') return share() < 0.1;
  if (NEVER.has(element.tag) || (element.id === '' && element.className === '')) return false;
  const name = `${element.id} ${element.className}`;
  return (
    (AROUND.test(name) || AROUND_JOINED.test(name)) &&
    !TEXT_ITSELF.test(name) &&
    share() < LARGE_SHARE &&
    !(MAY_BE_FIELD.test(name.trim()) && tellsOf())
  );
}
