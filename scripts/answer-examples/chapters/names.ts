import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { CUSTOMERS } from '../pages.ts';
import { itemsIn, textIn } from '../recorder.ts';
import type { Stage } from '../stage.ts';

const NAME = { name: 'Primerpostavka', schema: 'Company', countries: ['RU'] };

/** Names are screened: one, and a file of customers. Gives the id of the file's receipt. */
export async function screenNames({ api }: Stage): Promise<string> {
  await api.record('POST /api/v1/screen');
  await api.record('POST /api/v1/compare');
  await api.record('POST /api/v1/names/readings');
  const sent = {
    headers: { 'content-type': 'text/csv' },
    query: { name: 'customers.csv', key: 'customer_no', column: 'name', country: 'country', keep: 'customers' },
  };
  await api.record('POST /api/v1/screen/uploads/columns', { ...sent, query: { name: 'customers.csv' }, payload: CUSTOMERS });
  const { id } = await api.record('POST /api/v1/screen/uploads', { ...sent, payload: CUSTOMERS });
  const params = { id: z.string().parse(id) };
  while ((await api.ask('GET /api/v1/screen/uploads/:id', { params }))['state'] !== 'done') await sleep(20);
  await api.record('GET /api/v1/screen/uploads/:id', { params });
  await api.record('GET /api/v1/screen/uploads');
  await api.record('GET /api/v1/sets');
  const [receipt] = itemsIn(await api.ask('GET /api/v1/receipts', { query: { limit: '1' } }));
  await api.record('GET /api/v1/receipts');
  const byId = textIn(receipt ?? {}, 'id');
  await api.record('GET /api/v1/receipts/:id', { params: { id: byId } });
  return byId;
}

/** A name by hand has a receipt that only its name opens. */
export async function verifyReceipt({ api }: Stage): Promise<void> {
  const shape = z.object({ receipt: z.object({ id: z.string() }) });
  const { receipt } = shape.parse(await api.ask('POST /api/v1/screen', { body: { queries: [NAME] } }));
  await api.record('POST /api/v1/receipts/:id/verify', { params: receipt });
}

/** What a text says, before anybody answers it. */
export async function inquire({ api }: Stage): Promise<void> {
  await api.record('POST /api/v1/inquiries');
}

/** The notice names a listed party; a person decides about it. */
export async function decideMatches({ api }: Stage, notice: string): Promise<void> {
  const found = itemsIn(await api.record('GET /api/v1/matches'));
  const shape = z.object({ notice: z.object({ id: z.literal(notice) }), matches: z.array(z.object({ key: z.string() })).min(1) });
  const { matches } = shape.parse(found.find((one) => shape.safeParse(one).success));
  const body = { verdict: 'hit', why: 'the same tax number', notice };
  await api.record('POST /api/v1/matches/:key/decision', { params: { key: matches[0]?.key ?? '' }, body });
}

/** The same lists as clients of yente ask for them. */
export async function askAsYente({ api }: Stage): Promise<void> {
  await api.record('POST /match/:dataset');
  await api.record('GET /catalog');
  await api.record('GET /manifest');
  await api.record('GET /algorithms');
  await api.record('GET /search/:dataset');
  const id = 'example-sanctions:c1';
  await api.record('GET /entities/:id', { params: { id } });
  await api.record('GET /entities/:id/adjacent', { params: { id } });
  await api.record('GET /entities/:id/adjacent/:property', { params: { id, property: 'sanctions' } });
}

/** And as OpenRefine does. */
export async function reconcile({ api }: Stage): Promise<void> {
  const params = { dataset: 'default' };
  await api.record('GET /reconcile/:dataset');
  const queries = JSON.stringify({ q0: { query: 'Primerpostavka', limit: 2 } });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  await api.record('POST /reconcile/:dataset', { params, headers, payload: new URLSearchParams({ queries }).toString() });
  await api.record('GET /reconcile/:dataset/suggest/entity', { params, query: { prefix: 'prim' } });
  await api.record('GET /reconcile/:dataset/suggest/type', { params, query: { prefix: 'comp' } });
  await api.record('GET /reconcile/:dataset/suggest/property', { params, query: { prefix: 'birth' } });
  await api.record('GET /reconcile/:dataset/extend/propose', { params, query: { type: 'Company' } });
}
