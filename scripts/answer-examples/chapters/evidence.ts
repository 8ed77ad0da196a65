import { textIn } from '../recorder.ts';
import type { Stage } from '../stage.ts';

/** What proves that it was so. */
export async function proveNotice(
  { api }: Stage,
  { notice, capture: sha256 }: { readonly notice: string; readonly capture: string },
): Promise<void> {
  await api.record('GET /api/v1/captures/:sha256', { params: { sha256 } });
  await api.record('GET /api/v1/log');
  await api.record('GET /api/v1/log/entries', { query: { limit: '2' } });
  const checkpoint = textIn(await api.record('GET /api/v1/log/checkpoint'), 'checkpoint');
  await api.record('GET /api/v1/log/proofs/:digest', { params: { digest: sha256 } });
  await api.record('POST /api/v1/log/verification');
  await api.record('GET /api/v1/log/verification');
  await api.record('POST /api/v1/notices/:id/verification', { params: { id: notice } });
  const id = textIn(await api.record('POST /api/v1/exports', { body: { notices: [notice] } }), 'id');
  const payload = await api.bytes('GET /api/v1/exports/:id', { params: { id } });
  await api.record('POST /api/v1/verify', { headers: { 'content-type': 'application/wacz' }, payload });
  await api.record('DELETE /api/v1/captures/:sha256', { params: { sha256 } });
  await api.ask('GET /api/v1/log/checkpoint');
  await api.record('POST /api/v1/log/consistency', { body: { checkpoint } });
}
