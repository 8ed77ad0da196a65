import { canonicalJson } from '../model/canonical-json.ts';
import { sha256, type Digest } from '../model/digest.ts';
import type { PageReading } from '../model/reading.ts';

/**
 * Digest of what a reader would see of a page: equal digests mean that nothing a person reads has changed.
 * Pictures count by path where a site reader found the body (their queries hold sizes and tokens that differ from visit to visit);
 * on other pages they do not, since advertisements change on their own.
 */
export function readingDigest(reading: PageReading): Digest {
  return sha256(
    canonicalJson({
      title: reading.title,
      publisher: reading.publisher,
      author: reading.author,
      text: reading.text,
      images: reading.bodyBySite ? reading.images.map(withoutQuery) : [],
    }),
  );
}

/**
 * Digest of what a page says that is not the notice (a removal, a captcha), or null where no site's own reader knew it:
 * such pages carry a fresh token at each visit, and only who knows the site can tell that nothing else is new.
 */
export function otherPageDigest({ state, removalKind, reason, site, text }: PageReading): Digest | null {
  return state === 'present' || site === null ? null : sha256(canonicalJson({ state, removalKind, reason, site, text }));
}

function withoutQuery(address: string): string {
  return address.replace(/[?#].*$/s, '');
}
