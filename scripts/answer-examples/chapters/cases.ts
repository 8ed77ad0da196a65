import { QUOTE } from '../pages.ts';
import { textIn } from '../recorder.ts';
import type { Stage } from '../stage.ts';

/** Somebody takes the notice on and searches for more. */
export async function triage({ api }: Stage, notice: string): Promise<void> {
  await api.record('POST /api/v1/triage', { body: { notices: [notice], act: 'escalate', why: 'jammers for export' } });
  await api.record('POST /api/v1/searches');
  await api.record('GET /api/v1/searches');
  await api.record('GET /api/v1/searches/:id/notices', { params: { id: 'inbox' } });
}

/** A case with the notice and the claim that denies it. */
export async function openCase({ api }: Stage, { notice, report }: { readonly notice: string; readonly report: string }): Promise<void> {
  const add = (kind: string, id: string) => ({ do: 'add', item: { kind, id } });
  const first = [add('notice', notice), { do: 'task', text: 'ask the association' }, { do: 'comment', text: 'seen on 2 March' }];
  const id = textIn(await api.record('POST /api/v1/cases', { body: { title: 'Jammers for whom?', changes: first } }), 'id');
  const params = { id };
  await api.record('GET /api/v1/cases/:id/suggestions', { params });
  const said = { who: 'the association', saidAt: '2026-03-05', quote: QUOTE, source: report, about: [notice] };
  const claim = textIn(await api.record('POST /api/v1/claims', { body: said }), 'id');
  await api.record('POST /api/v1/cases/:id/changes', { params, body: { changes: [add('report', report), add('claim', claim)] } });
  await api.record('GET /api/v1/cases');
  await api.record('GET /api/v1/cases/:id', { params });
  await api.record('GET /api/v1/cases/:id/log', { params });
  await api.record('GET /api/v1/cases/:id/claims', { params });
  await api.record('GET /api/v1/claims');
  await api.record('GET /api/v1/claims/:id', { params: { id: claim } });
  await api.record('GET /api/v1/claims/:id/comparison', { params: { id: claim } });
  await api.ask('POST /api/v1/claims', { body: said });
  await api.record('POST /api/v1/claims/:id/withdrawal', { params: { id: claim } });
}
