import { itemsIn, textIn } from '../recorder.ts';
import { ASSOCIATION, NOTICE } from '../pages.ts';
import type { Stage } from '../stage.ts';

/** A feed is watched, and a receiver is told. */
export async function addSources({ api, sites: { province, desk } }: Stage): Promise<void> {
  const item = `<item><title>${NOTICE.title}</title><link>${province.origin}/notice/17</link><pubDate>Mon, 02 Mar 2026 01:00:00 GMT</pubDate></item>`;
  province.set('/feed.xml', `<rss version="2.0"><channel><title>${ASSOCIATION}</title>${item}</channel></rss>`, 'application/rss+xml');
  const wanted = { url: `${province.origin}/feed.xml`, name: 'Trade association', allowPrivate: true };
  await api.record('POST /api/v1/sources/try', { body: wanted });
  const id = textIn(await api.record('POST /api/v1/sources', { body: wanted }), 'id');
  await api.record('GET /api/v1/sources');
  await api.record('GET /api/v1/sources/:id', { params: { id } });
  await api.record('PATCH /api/v1/sources/:id', { params: { id } });
  await api.record('POST /api/v1/sources/:id/check', { params: { id } });

  desk.set('/dualwatch', '{}', 'application/json');
  const rule = {
    channel: 'webhook',
    target: `${desk.origin}/dualwatch`,
    when: 'removed or priority>=70',
    name: 'desk',
    allowPrivate: true,
  };
  await api.record('POST /api/v1/alerts', { body: rule });
  await api.record('POST /api/v1/alerts/:id/test', { params: { id: 'desk' } });
  await api.record('GET /api/v1/alerts');
}

/** Who published it, and who oversees them. */
export async function tellPublishers({ api }: Stage): Promise<void> {
  const all = itemsIn(await api.record('GET /api/v1/publishers'));
  const id = textIn(all.find(({ name }) => name === ASSOCIATION) ?? {}, 'id');
  await api.record('POST /api/v1/publishers/:id/oversight', { params: { id } });
  await api.record('GET /api/v1/publishers/:id', { params: { id } });
}
