import { z } from 'zod';
import type { Recorder } from '../recorder.ts';
import type { Stage } from '../stage.ts';

const ANN = { mail: 'ann@example.org', password: 'correct horse battery' };

/** From the first administrator on everybody logs in. */
export async function useAccounts({ api }: Stage): Promise<void> {
  await api.ask('POST /api/v1/users', { body: { ...ANN, role: 'admin' } });
  const { csrf } = z.object({ csrf: z.string() }).parse(await api.record('POST /api/v1/login', { body: ANN }));
  api.sendAlways({ cookie: cookieIn(api), 'x-dualwatch-csrf': csrf });
  await api.record('GET /api/v1/me');
  await api.record('GET /api/v1/me/sessions');
  const id = 'ben@example.org';
  await api.record('POST /api/v1/users', { body: { mail: id, role: 'analyst', password: 'marmalade tram violet' } });
  await api.record('GET /api/v1/users');
  await api.record('GET /api/v1/users/:id', { params: { id } });
  await api.record('PATCH /api/v1/users/:id', { params: { id } });
  await api.record('GET /api/v1/users/:id/sessions', { params: { id: ANN.mail } });
  await api.record('POST /api/v1/keys');
  await api.record('GET /api/v1/keys');
  await api.record('POST /api/v1/me/keys');
  await api.record('GET /api/v1/me/keys');
  await api.record('GET /api/v1/audit');
  await api.record('GET /api/v1/audit/verification');
}

function cookieIn(api: Recorder): string {
  return api.header('set-cookie').split(';', 1)[0] ?? '';
}
