import { COPY, EDITED, ENGLISH, NOTICE, pageHtml, REBUILT } from '../pages.ts';
import { textIn } from '../recorder.ts';
import type { Site, Stage } from '../stage.ts';

/** Keeps a page that is in a private network as far as the server knows. */
async function keep({ api }: Stage, site: Site, path: string, type = 'notice'): Promise<string> {
  return textIn(await api.ask('POST /api/v1/captures', { body: { url: `${site.origin}${path}`, type, allowPrivate: true } }), 'id');
}

/** The notice appears. Gives its id and its capture. */
export async function keepNotice({ api, sites: { province } }: Stage): Promise<{ readonly notice: string; readonly capture: string }> {
  province.set('/notice/17', pageHtml(NOTICE));
  const kept = await api.record('POST /api/v1/captures', { body: { url: `${province.origin}/notice/17`, allowPrivate: true } });
  return { notice: textIn(kept, 'id'), capture: textIn(kept, 'capture') };
}

/** It asks for more, and stands elsewhere too; another site has other notices. */
export async function editAndCopy(stage: Stage): Promise<string> {
  const { province, city, rebuilt } = stage.sites;
  province.set('/notice/17', pageHtml(EDITED));
  await keep(stage, province, '/notice/17');
  city.set('/notice/4', pageHtml(COPY));
  for (const [n, one] of REBUILT.entries()) rebuilt.set(`/${n}`, pageHtml(one));
  for (const n of REBUILT.keys()) await keep(stage, rebuilt, `/${n}`);
  return keep(stage, city, '/notice/4');
}

/** It seems gone, and so does everything on the site that was rebuilt. */
export async function seemGone(stage: Stage): Promise<void> {
  const { province, rebuilt } = stage.sites;
  province.set('/notice/17', null);
  await keep(stage, province, '/notice/17');
  for (const n of REBUILT.keys()) rebuilt.set(`/${n}`, null);
  for (const n of REBUILT.keys()) await keep(stage, rebuilt, `/${n}`);
}

/** A day later it still is. What a newspaper writes about it is kept, too. Gives the id of the report. */
export async function areGone(stage: Stage): Promise<string> {
  const { province, rebuilt, press } = stage.sites;
  await keep(stage, province, '/notice/17');
  for (const n of REBUILT.keys()) await keep(stage, rebuilt, `/${n}`);
  const host = new URL(rebuilt.origin).hostname;
  await stage.api.record('POST /api/v1/hosts/:host/confirm-removals', { params: { host } });
  press.set('/2026/drones', pageHtml(ENGLISH));
  return keep(stage, press, '/2026/drones', 'report');
}

/** All that is known about it. */
export async function readNotices({ api }: Stage, id: string): Promise<void> {
  const params = { id };
  await api.record('GET /api/v1/notices');
  await api.record('GET /api/v1/notices/:id', { params });
  for (const part of ['observations', 'captures', 'mentions', 'findings', 'versions', 'copies', 'triage'])
    await api.record(`GET /api/v1/notices/:id/${part}`, { params });
  await api.record('GET /api/v1/notices/:id/diff', { params, query: { a: '1', b: '2' } });
  await api.record('GET /api/v1/search');
}
