import { decodeEntities } from './entities.ts';
import type { KnownSite } from './known-sites.ts';
import { attributeOf, textOf, type Page } from './page.ts';
import { selectAll, selectFirst } from './selector.ts';
import type { SiteValues } from './site-values.ts';

/** Where the values that a site file names are looked up. */
export interface SourceContext {
  readonly site: KnownSite;
  readonly page: Page;
  readonly values: SiteValues;
  /** Query parameters of the page's addresses, under the site's own names. */
  readonly query: ReadonlyMap<string, string>;
  /** Cells of the summary table by their label. */
  readonly summary: ReadonlyMap<string, string>;
}

/** The first source with a value, as plain text on one line; null where none has one. */
export function firstValue(context: SourceContext, sources: readonly string[]): string | null {
  for (const source of sources) {
    const value = valueOf(context, source);
    if (value === null) continue;
    const line = decodeEntities(value).replace(/\s+/g, ' ').trim();
    if (line !== '') return line;
  }
  return null;
}

/** The raw value of one source (`var:ct`, `meta:og:title` …); null where it is missing or empty. */
export function valueOf({ site, page, values, query, summary }: SourceContext, source: string): string | null {
  const colon = source.indexOf(':');
  const rest = source.slice(colon + 1);
  let value: string | undefined;
  switch (source.slice(0, colon)) {
    case 'text': {
      const selector = site.selectors.get(rest);
      const element = selector === undefined ? undefined : selectFirst(page, selector);
      value = element === undefined ? undefined : textOf(page, element);
      break;
    }
    case 'attr': {
      const at = rest.lastIndexOf('@');
      const selector = site.selectors.get(rest.slice(0, at));
      const element = selector === undefined ? undefined : selectFirst(page, selector);
      value = element === undefined ? undefined : attributeOf(element, rest.slice(at + 1));
      break;
    }
    case 'meta':
      value = page.metas.get(rest.toLowerCase());
      break;
    case 'var':
      value = values.variables.get(rest);
      break;
    case 'data':
      value = values.data.get(rest);
      break;
    case 'url':
      value = query.get(rest);
      break;
    default:
      value = summary.get(rest);
  }
  return value === undefined || value.trim() === '' ? null : value;
}

/** All values of a source: every element of a selector, every member of a list (`list.*.url`). */
export function allValues(context: SourceContext, source: string): readonly string[] {
  const colon = source.indexOf(':');
  const rest = source.slice(colon + 1);
  if (source.startsWith('attr:')) {
    const at = rest.lastIndexOf('@');
    const selector = context.site.selectors.get(rest.slice(0, at));
    const elements = selector === undefined ? [] : selectAll(context.page, selector);
    return elements.map((element) => attributeOf(element, rest.slice(at + 1)) ?? '').filter((value) => value !== '');
  }
  const star = rest.indexOf('.*.');
  if (star === -1) {
    const value = valueOf(context, source);
    return value === null ? [] : [decodeEntities(value)];
  }
  const map = source.startsWith('var:') ? context.values.variables : context.values.data;
  const found: string[] = [];
  for (let index = 0; index < 1000; index++) {
    const value = map.get(`${rest.slice(0, star)}.${index}.${rest.slice(star + 3)}`);
    if (value !== undefined && value !== '') found.push(decodeEntities(value));
    else if (!map.has(`${rest.slice(0, star)}.${index}.width`)) break;
  }
  return found;
}
