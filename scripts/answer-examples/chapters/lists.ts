import { CONTROLLED, listFile, SANCTIONS, SANCTIONS_LATER } from '../pages.ts';
import type { Stage } from '../stage.ts';

const JSON_LINES = 'application/x-ndjson';
const FIRST = 'example-sanctions';
const SECOND = 'example-controlled';

/** Two lists are added. */
export async function addLists({ api, home, sites: { lists } }: Stage): Promise<void> {
  lists.set('/sanctions.ftm.json', listFile(SANCTIONS), JSON_LINES);
  lists.set('/controlled.ftm.json', listFile(CONTROLLED), JSON_LINES);
  const wanted = (path: string, name: string) => ({ list: `${lists.origin}${path}`, name, every: '12h', allowPrivate: true });
  await api.record('POST /api/v1/lists', { body: wanted('/sanctions.ftm.json', FIRST) });
  await api.ask('POST /api/v1/lists', { body: wanted('/controlled.ftm.json', SECOND) });
  await home.served.screening.renew();
  await api.record('GET /api/v1/lists/known');
}

/** One of them gets another party; then somebody says that two listings are one party. */
export async function changeLists({ api, home, sites: { lists } }: Stage): Promise<void> {
  lists.set('/sanctions.ftm.json', listFile(SANCTIONS_LATER), JSON_LINES);
  await api.record('POST /api/v1/lists/:name/update', { params: { name: FIRST } });
  await home.served.screening.renew();
  await api.record('POST /api/v1/rescreen');
  await api.record('PUT /api/v1/lists/:name/file', {
    params: { name: 'own-watch-list' },
    query: { file: 'watch list.csv' },
    headers: { 'content-type': 'text/csv' },
    payload: 'name,country\nFarfield Drives,AE\n',
  });
  await api.ask('DELETE /api/v1/lists/:name', { params: { name: 'own-watch-list' } });
  await api.record('GET /api/v1/lists');
  await api.record('GET /api/v1/lists/:name', { params: { name: FIRST } });
  await api.record('GET /api/v1/lists/:name/versions', { params: { name: FIRST } });
  await api.record('GET /api/v1/lists/:name/diff', { params: { name: FIRST } });
  await api.record('POST /api/v1/parties/:id/links', { params: { id: `${FIRST}:c1` } });
  await home.served.screening.renew();
  await api.record('GET /api/v1/parties/:id', { params: { id: `${FIRST}:c1` } });
}
