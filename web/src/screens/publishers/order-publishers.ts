import type { Copy, Notice, Publisher } from '../../api/routes.gen.ts';
import type { Sort } from './address.ts';

const BY: { readonly [Key in Sort]: (publisher: Publisher) => number } = {
  removed: ({ removed, removedByPublisher }) => removed + removedByPublisher / 1e6,
  edits: ({ edits }) => edits,
  copied: ({ copied }) => copied,
  listed: ({ listed }) => listed,
  notices: ({ notices }) => notices,
  latest: ({ lastSeenAt }) => Date.parse(lastSeenAt),
};

/** Publishers that have all of the words in name, its reading, host or account, those first that have most of what is sorted by; then those with most notices. */
export function orderPublishers(publishers: readonly Publisher[], words: string, sort: Sort): readonly Publisher[] {
  const wanted = words.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  const measure = BY[sort];
  return publishers
    .filter(({ name, reading, host, key }) => {
      const text = `${name} ${reading ?? ''} ${host} ${key}`.normalize('NFKC').toLowerCase();
      return wanted.every((word) => text.includes(word));
    })
    .toSorted((a, b) => measure(b) - measure(a) || b.notices - a.notices);
}

/** Whether a notice was copied from the other, or by it: the earlier publication, where both have a date, else whichever was seen first. */
export function directionOf(notice: Pick<Notice, 'publishedAt' | 'firstSeenAt'>, other: Copy['other']): 'taken' | 'given' {
  const [own, theirs] =
    notice.publishedAt !== null && other.publishedAt !== null
      ? [notice.publishedAt, other.publishedAt]
      : [notice.firstSeenAt, other.firstSeenAt];
  const apart = Date.parse(own) - Date.parse(theirs);
  return (apart === 0 ? Date.parse(notice.firstSeenAt) - Date.parse(other.firstSeenAt) : apart) > 0 ? 'taken' : 'given';
}
