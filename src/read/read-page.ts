import type { SiteCatalogue } from '../catalogue/sites.ts';
import { DualwatchError } from '../model/errors.ts';
import type { PageLook } from '../model/page-look.ts';
import type { Link, PageReading } from '../model/reading.ts';
import { addressResolver } from './address.ts';
import { detectCharset } from './charset.ts';
import { knowSites } from './known-sites.ts';
import { lookAt, lookAtText } from './look-at.ts';
import { contentKindOf } from './content-kind.ts';
import { linksOf, plainLinks } from './page-links.ts';
import { buildPage } from './page-stream.ts';
import { isWithin } from './page.ts';
import { readHtml } from './read-html.ts';
import type { DocumentReader } from './documents/document-text.ts';
import { readOther, textOfOther } from './read-other.ts';
import { statePage } from './state-page.ts';
import { compileSelector, selectAll } from './selector.ts';

/** One page as it was received. */
export interface PageInput {
  readonly bytes: Uint8Array;
  /** The address that was asked for. */
  readonly url: string;
  /** Where the redirects ended; `url` where there were none. */
  readonly finalUrl?: string;
  /** Default 200. */
  readonly status?: number;
  /** The Content-Type header. */
  readonly contentType?: string | null;
  /** Headers of the answer, as far as the caller has them: some walls say there what they are. */
  readonly headers?: readonly (readonly [name: string, value: string])[];
  /** Addresses passed on the way. */
  readonly redirects?: readonly string[];
  /** What lies beyond so many bytes is cut; default {@link MOST_PAGE_BYTES}. */
  readonly mostBytes?: number;
}

/** A page takes some sixteen times its bytes in memory, and the watcher reads what strangers send. */
const MOST_PAGE_BYTES = 64 * 1024 * 1024;

export interface Reader {
  /** What the page says and which state it shows. Pure, never throws on bad bytes, linear in their number. */
  readonly read: (input: PageInput) => PageReading;
  /** What the page looks like, for comparing it with others of its site; null for what is no text. Pure. */
  readonly look: (input: PageInput) => PageLook | null;
  /**
   * The links of a page, absolute, in order; with a CSS selector only those of elements that it names or that stand in them.
   * Throws `usage` where the selector cannot be read.
   */
  readonly readLinks: (input: PageInput, selector?: string) => readonly Link[];
}

/**
 * Makes the reader of pages for what the catalogue knows of sites. `documents` reads PDF and Office files; without it they have no text.
 * Throws `catalogue-invalid` where a selector of it cannot be read.
 */
export function createReader(catalogue: SiteCatalogue, documents?: DocumentReader): Reader {
  const known = knowSites(catalogue);
  return {
    read(whole) {
      const input = cut(whole);
      const kind = contentKindOf(input.bytes, input.contentType ?? null);
      return kind === 'html' ? readHtml(input, known) : readOther(input, kind, documents);
    },
    look(whole) {
      const { bytes, url, finalUrl = url, contentType = null } = cut(whole);
      const kind = contentKindOf(bytes, contentType);
      if (kind !== 'html') {
        const text = textOfOther(bytes, contentType, kind, documents);
        return text === null ? null : lookAtText(text, [url, finalUrl]);
      }
      const page = buildPage(bytes, detectCharset(bytes, contentType));
      return lookAt(statePage(page) ?? page, bytes, [url, finalUrl]);
    },
    readLinks(whole, source) {
      const selector = source === undefined ? null : compileSelector(source);
      if (source !== undefined && selector === null) {
        throw new DualwatchError('usage', `selector "${source}" cannot be read; use tag#id.class[name=value], joined by spaces or >`);
      }
      const { bytes, url, finalUrl = url, contentType = null } = cut(whole);
      const page = buildPage(bytes, detectCharset(bytes, contentType));
      const links = linksOf(page, addressResolver(finalUrl, page.baseHref));
      if (selector === null) return plainLinks(links);
      const named = selectAll(page, selector);
      return plainLinks(links.filter((link) => named.some((element) => isWithin(link.element, element))));
    },
  };
}

function cut(input: PageInput): PageInput {
  const { bytes, mostBytes = MOST_PAGE_BYTES } = input;
  return bytes.length <= mostBytes ? input : { ...input, bytes: bytes.subarray(0, mostBytes) };
}
