import type { RemovalKind } from './observation.ts';

/** Language of a text as far as Dualwatch tells them apart; `und` where nothing can be said. */
export type Lang = 'zh' | 'ru' | 'uk' | 'en' | 'kk' | 'und';

/** What a page shows by its own words and markup, before the history of the notice is asked. */
export type PageState = 'present' | 'removed' | 'blocked' | 'unreachable';

export interface Link {
  readonly url: string;
  readonly text: string;
}

/** What a list page or feed lists. `date` as in {@link PageReading.publishedAt}. */
export interface ListItem {
  readonly title: string;
  readonly url: string;
  readonly date?: string;
}

/**
 * The text, fields and state taken out of the bytes of one page. Pure: (bytes, address, header, catalogue) → PageReading.
 * Times are ISO 8601: UTC with `Z` where a time of day is known, the bare date where only the day is.
 */
export interface PageReading {
  readonly state: PageState;
  /** Why, in one lower-case word or two: `robots`, `link`, `withheld`, `captcha`, `http 404`, `empty` …; null for a plain present page. */
  readonly reason: string | null;
  readonly removalKind: RemovalKind | null;
  /** What was seen on a page that is no notice: the sign with its site and words, or the status. Absent on a present page. */
  readonly basis?: string;
  /** Which reader read it, `site/kind`: `wechat/article`, `ccgp/detail`, `general/article`, `general/list`, `feed/item`. */
  readonly reader: string;
  /** True where a reader made for this site found the body; only then may equal readings stand for equal pages (policy `keep`). */
  readonly bodyBySite: boolean;
  /** Encoding used, by its WHATWG name. */
  readonly charset: string;
  /** Site of the catalogue (`wechat`, `ccgp`), or null. */
  readonly site: string | null;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly publishedAt: string | null;
  /** How far the published time may be off: half-width in seconds (0 for a stated second, 30 for a minute, 43200 for a day). */
  readonly publishedUncertaintySeconds: number | null;
  /** Where the zone of the published time comes from. */
  readonly publishedZone: 'stated' | 'site' | 'assumed' | null;
  readonly lang: Lang;
  /** Begins with the title, then a line break, where there is one. Offsets of mentions count in it (UTF-16). */
  readonly text: string;
  readonly images: readonly string[];
  readonly links: readonly Link[];
  /** Other names of the same notice, as the page says: addresses, and keys such as `wechat:<biz>:<mid>:<idx>`. Which of them its host may give is for the visit to say. */
  readonly aliases: readonly string[];
  readonly items?: readonly ListItem[];
  /** True where it was read from the document that a browser held, since the bytes of the page show no text. */
  readonly rendered?: true;
  /** Site-specific facts, flat: `{ct: "1762747210", user_name: "gh_…", 采购单位: "…"}`. */
  readonly fields: Readonly<Record<string, string>>;
}

/** A text that says nothing but itself: no page, site, time or name. */
export function bareReading(given: Pick<PageReading, 'reader' | 'lang' | 'text'>): PageReading {
  const { reader, lang, text } = given;
  return {
    state: 'present',
    reason: null,
    removalKind: null,
    reader,
    bodyBySite: false,
    charset: 'utf-8',
    site: null,
    title: null,
    publisher: null,
    author: null,
    publishedAt: null,
    publishedUncertaintySeconds: null,
    publishedZone: null,
    lang,
    text,
    images: [],
    links: [],
    aliases: [],
    fields: {},
  };
}
