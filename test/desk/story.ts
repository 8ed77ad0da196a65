import { z } from 'zod';
import { claimsOf, COPY, ELSEWHERE, ENGLISH, NOTICE, page, RUSSIAN } from '../e2e/case-pages.ts';
import { feedOf, openPublisher, type Publisher } from '../e2e/publisher.ts';
import { until } from '../e2e/until.ts';
import type { ServedDesk } from './serve-desk.ts';
import * as pages from './story-pages.ts';

const made = z.object({ id: z.string() });
const list = z.object({ items: z.array(z.looseObject({ id: z.string() })) });

/** What a home with the story of the case holds. */
export interface Story {
  readonly sites: Readonly<Record<'province' | 'city' | 'press' | 'portal', Publisher>>;
  /** Removed by its publisher, after an edit and a captcha. */
  readonly notice: string;
  readonly copy: string;
  readonly english: string;
  readonly russian: string;
  /** Its buyer is listed. */
  readonly tender: string;
  /** Edited. */
  readonly edited: string;
  readonly case: string;
  readonly publisher: string;
  readonly source: string;
  /** Of names that were screened. */
  readonly receipt: string;
  /** A file of customers, with hits in it. */
  readonly upload: string;
  close(): Promise<void>;
}

const SITES = { province: '127.0.0.61', city: '127.0.0.62', press: '127.0.0.63', portal: '127.0.0.64' } as const;
const HOURS_6 = 6 * 3_600_000;

/** Plays the case into a served home, through the API, with all that an analyst adds to it: sources, lists, a case, claims, decisions, rules. */
export async function playStory(desk: ServedDesk, { browser = false } = {}): Promise<Story> {
  const [province, city, press, portal] = await Promise.all(Object.values(SITES).map((address) => openPublisher(address)));
  if (!province || !city || !press || !portal) throw new Error('four sites were opened');
  const sites = { province, city, press, portal };
  await addLists(desk, portal);
  const source = await addSources(desk, sites);

  province.set('/n', page(NOTICE));
  const notice = await desk.keep(`${province.origin}/n`, { browser });
  province.set('/n', page({ ...NOTICE, paragraphs: NOTICE.paragraphs.map((text) => text.replace('俄罗斯采购商', '国外采购商')) }));
  await desk.keep(`${province.origin}/n`);
  province.set('/n', pages.WALL);
  await desk.keep(`${province.origin}/n`);
  city.set('/n', page(COPY));
  const copy = await desk.keep(`${city.origin}/n`);
  press.set('/en', page(ENGLISH));
  press.set('/ru', page(RUSSIAN));
  const english = await desk.keep(`${press.origin}/en`, { type: 'report' });
  const russian = await desk.keep(`${press.origin}/ru`, { type: 'report' });
  province.set('/n', pages.GONE);
  for (let n = 0; n < 2; n += 1) await desk.keep(`${province.origin}/n`);

  portal.set('/edited', page(pages.PORTAL));
  const edited = await desk.keep(`${portal.origin}/edited`);
  portal.set('/edited', page(pages.PORTAL_EDITED));
  await desk.keep(`${portal.origin}/edited`);
  portal.set('/tender', page(pages.TENDER));
  const tender = await desk.keep(`${portal.origin}/tender`);

  const gathered = await gatherCase(desk, { notice, copy, english, russian });
  const worked = await workTheDay(desk, { tender, copy, press });
  return {
    sites,
    notice,
    copy,
    english,
    russian,
    tender,
    edited,
    source,
    ...gathered,
    ...worked,
    async close() {
      for (const site of Object.values(sites)) await site.close();
    },
  };
}

async function addLists(desk: ServedDesk, portal: Publisher): Promise<void> {
  portal.set('/watched.json', pages.listFile(pages.WATCHED_LIST.slice(0, 1)));
  portal.set('/controlled.json', pages.listFile(pages.CONTROLLED_LIST));
  for (const name of ['watched', 'controlled'])
    await desk.ask('POST', '/api/v1/lists', { list: `${portal.origin}/${name}.json`, name, every: '12h', allowPrivate: true });
  // A second version, so that there is something to compare.
  portal.set('/watched.json', pages.listFile(pages.WATCHED_LIST));
  await desk.ask('POST', '/api/v1/lists/watched/update', { accept: true });
}

/** One that is well, one that fails, one that is paused. */
async function addSources(desk: ServedDesk, { province, portal, press }: Story['sites']): Promise<string> {
  const listed = pages.ORDINARY.map((ordinary, place) => {
    portal.set(`/o/${place}`, page(ordinary));
    return { url: `${portal.origin}/o/${place}`, title: ordinary.title, at: Date.parse(ordinary.at) };
  });
  portal.set('/english', page(pages.ENGLISH_TENDER));
  portal.set('/food', page(ELSEWHERE));
  portal.set('/feed.xml', feedOf([{ url: `${portal.origin}/english`, title: pages.ENGLISH_TENDER.title }, ...listed]));
  province.set('/feed.xml', feedOf([]));
  press.set('/feed.xml', feedOf([]));
  const add = async (url: string, name: string, more: object): Promise<string> =>
    made.parse(await desk.ask('POST', '/api/v1/sources', { url, name, allowPrivate: true, followMs: HOURS_6, ...more })).id;
  const source = await add(`${portal.origin}/feed.xml`, '某省公共资源交易中心', { everyMs: HOURS_6 });
  const failing = await add(`${province.origin}/feed.xml`, '广东省对俄贸易促进会', { everyMs: 1000 });
  province.set('/feed.xml', { kind: 'page', status: 500, body: 'down' });
  const paused = await add(`${press.origin}/feed.xml`, 'The Morning Post', { everyMs: HOURS_6 });
  await desk.ask('PATCH', `/api/v1/sources/${paused}`, { paused: true });
  const health = z.object({ items: z.array(z.object({ id: z.string(), health: z.looseObject({ lastError: z.unknown() }) })) });
  await until(
    'the failing source has failed',
    async () =>
      JSON.stringify(health.parse(await desk.ask('GET', '/api/v1/sources')).items.find(({ id }) => id === failing)).includes('500'),
    40_000,
  );
  await until(
    'what the source lists was visited',
    async () => {
      const { total } = z.object({ total: z.unknown() }).parse(await desk.ask('GET', '/api/v1/notices?query=present&offset=0'));
      return typeof total === 'number' && total >= listed.length + 1;
    },
    60_000,
  );
  return source;
}

async function gatherCase(
  desk: ServedDesk,
  { notice, copy, english, russian }: Pick<Story, 'notice' | 'copy' | 'english' | 'russian'>,
): Promise<{ readonly case: string; readonly publisher: string }> {
  const opened = made.parse(
    await desk.ask('POST', '/api/v1/cases', {
      title: 'Detectors for whom?',
      changes: [
        { do: 'add', item: { kind: 'notice', id: notice }, why: 'jammers and detectors for buyers in Russia' },
        { do: 'add', item: { kind: 'notice', id: copy } },
        { do: 'add', item: { kind: 'report', id: english } },
        { do: 'add', item: { kind: 'report', id: russian } },
        { do: 'task', text: 'Ask the association of the province for comment' },
        { do: 'task', text: 'Find out who oversees the association of the city', due: '2026-12-04' },
        { do: 'comment', text: 'The text of the city is the same but for the date.' },
      ],
    }),
  ).id;
  for (const claim of claimsOf({ english, russian }))
    await desk.ask('POST', '/api/v1/claims', { ...claim, about: [notice], cases: [opened] });
  const publishers = list.parse(await desk.ask('GET', '/api/v1/publishers')).items;
  const publisher = publishers.find(({ name }) => name === NOTICE.publisher)?.id ?? '';
  await desk.ask('POST', `/api/v1/publishers/${encodeURIComponent(publisher)}/oversight`, {
    overseer: '广东省商务厅',
    why: 'its charter says so',
  });
  await desk.ask('POST', `/api/v1/cases/${opened}/changes`, { changes: [{ do: 'add', item: { kind: 'publisher', id: publisher } }] });
  return { case: opened, publisher };
}

/** What people have done in this home besides: triage, a decision, screened names, a saved search, a rule. */
async function workTheDay(
  desk: ServedDesk,
  { tender, copy, press }: { readonly tender: string; readonly copy: string; readonly press: Publisher },
): Promise<{ readonly receipt: string; readonly upload: string }> {
  await desk.ask('POST', '/api/v1/triage', { notices: [tender], act: 'assign', assignee: 'A. Analyst' });
  await desk.ask('POST', '/api/v1/triage', { notices: [copy], act: 'escalate', why: 'the same text as the removed one' });
  const ordinary = list
    .parse(await desk.ask('GET', '/api/v1/notices?limit=1&query=priority<10%20and%20type:notice'))
    .items.map(({ id }) => id);
  if (ordinary.length > 0) await desk.ask('POST', '/api/v1/triage', { notices: ordinary, act: 'dismiss', why: 'nothing of ours' });
  await desk.ask('POST', '/api/v1/searches', { name: 'Drones, not yet seen', query: 'triage:new and goods:counter_uav_jam' });
  await desk.ask('POST', '/api/v1/alerts', {
    channel: 'webhook',
    target: `${press.origin}/hook`,
    when: 'removed or priority>=70',
    allowPrivate: true,
  });
  await desk.ask('POST', '/api/v1/screen', { queries: [{ name: 'Blue Harbour Fishing Cooperative', schema: 'Company' }] });
  const [receipt] = list.parse(await desk.ask('GET', '/api/v1/receipts')).items;
  const sent = await fetch(`${desk.origin}/api/v1/screen/uploads?name=customers.csv&keep=customers`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: pages.CUSTOMERS,
  });
  const upload = made.parse(await sent.json()).id;
  await until('the tender is screened', async () => {
    const { items } = z.object({ items: z.array(z.object({ notice: made })) }).parse(await desk.ask('GET', '/api/v1/matches'));
    return items.some(({ notice }) => notice.id === tender);
  });
  await desk.ask('POST', '/api/v1/keys', { name: 'newsroom script', role: 'viewer', scope: 'read', expiresIn: '90d' });
  return { receipt: receipt?.id ?? '', upload };
}
