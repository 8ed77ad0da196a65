import type { Notice } from '../model/notice.ts';
import { escaped } from '../text/escaped.ts';

export interface Feed {
  /** Stays the same for the same question. */
  readonly id: string;
  readonly title: string;
  readonly self: string;
}

/** Notices as an Atom feed (RFC 4287), as they are given: mask them first. All that notices say is text. */
export function atomFeed({ id, title, self }: Feed, notices: readonly Notice[]): string {
  const updated = notices.map(updatedOf).toSorted().at(-1) ?? '1970-01-01T00:00:00Z';
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>${inXml(id)}</id><title>${inXml(title)}</title><updated>${updated}</updated><author><name>Dualwatch</name></author><link rel="self" type="application/atom+xml" href="${inXml(self)}"/>
${notices.map(entryOf).join('\n')}
</feed>
`;
}

function entryOf(notice: Notice): string {
  const { id, url, title, publishedAt, publisher, state, goods, places, listed, priority, lang } = notice;
  const published = timeOf(publishedAt);
  const says = [
    `state: ${state}`,
    `priority: ${priority}`,
    ...(goods.length === 0 ? [] : [`goods: ${goods.join(', ')}`]),
    ...(places.length === 0 ? [] : [`places: ${places.join(', ')}`]),
    ...(listed.length === 0 ? [] : [`names listed parties: ${listed.map(({ caption }) => caption).join(', ')}`]),
    ...(publisher === null ? [] : [`publisher: ${publisher}`]),
  ];
  const link = /^https?:\/\//i.test(url) ? `<link rel="alternate" href="${inXml(url)}"/>` : '';
  return [
    `<entry><id>urn:dualwatch:notice:${inXml(id)}</id><title${lang === 'und' ? '' : ` xml:lang="${lang}"`}>${inXml(title ?? url)}</title>`,
    `<updated>${updatedOf(notice)}</updated>${published === undefined ? '' : `<published>${published}</published>`}${link}`,
    goods.map((good) => `<category scheme="urn:dualwatch:goods" term="${inXml(good)}"/>`).join(''),
    `<summary>${inXml(says.join('; '))}</summary></entry>`,
  ].join('');
}

/** When it was last known to become other: gone, or else first seen. */
function updatedOf({ firstSeenAt, removal }: Notice): string {
  return timeOf(removal?.firstSeenGoneAt ?? null) ?? timeOf(firstSeenAt) ?? '1970-01-01T00:00:00Z';
}

function timeOf(time: string | null): string | undefined {
  const at = time === null ? NaN : Date.parse(time);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

/** Characters that XML 1.0 cannot hold are left out. */
function inXml(text: string): string {
  return escaped(text.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ''));
}
