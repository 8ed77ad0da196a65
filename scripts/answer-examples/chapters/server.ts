import type { Json } from '../recorder.ts';
import type { Stage } from '../stage.ts';

/** What a client asks first. */
export async function tellAboutServer({ api }: Stage): Promise<void> {
  await api.record('GET /healthz');
  await api.record('GET /api/v1/desk');
  await api.record('GET /readyz');
  await api.record('GET /api/v1/openapi.json', {}, ({ openapi, info, servers }) => ({ openapi, info, servers, paths: {} }));
}

/** Knowledge that needs no notice. */
export async function tellKnowledge({ api }: Stage): Promise<void> {
  await api.record('GET /api/v1/catalogue');
  await api.record('GET /api/v1/glossary', {}, twoOfEach);
  await api.record('GET /api/v1/terms');
  await api.record('GET /api/v1/catalogue/:id');
  await api.record('GET /api/v1/codes/:code');
  await api.record('POST /api/v1/scan');
  await api.record('POST /api/v1/read');
  await api.record('POST /api/v1/copies/pairs');
}

/** The last act: the demo goes on while the story is over. It is played where nobody is told of it. */
export async function beginDemo({ api }: Stage): Promise<void> {
  await api.ask('DELETE /api/v1/alerts/:id', { params: { id: 'desk' } });
  await api.record('GET /api/v1/demo');
  await api.record('POST /api/v1/demo');
}

/** Of tables whose keys are names. */
function twoOfEach(tables: Json): Json {
  return Object.fromEntries(
    Object.entries(tables).map(([name, table]) => [name, Object.fromEntries(Object.entries(table as Json).slice(0, 2))]),
  );
}
