import { z } from 'zod';
import { isoTime } from '../../capture/clock.ts';
import { DualwatchError } from '../../model/errors.ts';
import { parseProxy } from '../../model/proxy.ts';
import type { SourceChange } from '../../store/source-change-port.ts';
import { rescore } from '../../work/rescore.ts';
import { findSource, shownSource } from '../../work/sources/shown-source.ts';
import { page, pageOf, pageOfList } from '../paging.ts';
import { route, type Route } from '../route.ts';
import type { Served } from '../served.ts';
import { time } from '../shapes/notice.ts';
import { source, tried, watchedSource } from '../shapes/people.ts';

const bySource = z.object({ id: z.string().min(1).max(2000).describe('id, address or name of a source') });

const wanted = z.strictObject({
  url: z
    .string()
    .trim()
    .max(4000)
    .regex(/^https?:\/\//i, 'write an address that begins with http:// or https://; folders of the server are added on its command line')
    .describe('a feed, or a page that lists notices'),
  name: z.string().trim().min(1).max(300).optional(),
  kind: z.enum(['feed', 'page']).optional().describe('found out unless told'),
  everyMs: z.number().int().min(1000).optional(),
  followMs: z.number().int().min(1000).optional(),
  paceMs: z.number().int().min(1).optional(),
  selector: z.string().min(1).max(1000).optional().describe('CSS selector of the links that are notices'),
  keep: z.enum(['changes', 'all']).optional(),
  robots: z.enum(['obey', 'ignore']).default('obey'),
  robotsReason: z.string().trim().min(1).max(1000).optional(),
  allowPrivate: z.boolean().default(false),
  headers: z
    .record(z.string().regex(/^[\w-]{1,100}$/), z.string().max(4000))
    .default({})
    .describe('sent to its own origin; kept secret'),
  browser: z.enum(['never', 'changes', 'always']).optional(),
  proxy: z.string().max(1000).optional(),
});

export const sourceRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/v1/sources',
    tag: 'Sources',
    summary: 'What is watched, with health, lag and next check',
    access: 'viewer',
    query: page,
    answer: pageOf(watchedSource),
    example: { query: { limit: 10 } },
    async handle({ query, served }) {
      const all = (await served.store.listSources()).map((one) => ({ ...shownSource(one), health: one.health, host: one.host }));
      return pageOfList(all, ({ id }) => id, query);
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/sources/:id',
    tag: 'Sources',
    summary: 'One source',
    access: 'viewer',
    params: bySource,
    answer: watchedSource,
    async handle({ params, served }) {
      const { id } = await findSource(served.store, params.id);
      const found = (await served.store.listSources()).find((one) => one.id === id);
      if (found === undefined) throw new DualwatchError('not-found', `no source ${params.id}`);
      return { ...shownSource(found), health: found.health, host: found.host };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/sources',
    tag: 'Sources',
    summary: 'Watch a source; it is tried at once',
    access: 'admin',
    status: 201,
    body: wanted,
    answer: source.extend({ tried }),
    example: { body: { url: 'https://trade.example.org/feed.xml', name: 'Trade association' } },
    handle: ({ body, served, signal }) => served.acts.ask('addSource', settingsOf(body, served), signal),
  }),
  route({
    method: 'POST',
    path: '/api/v1/sources/try',
    tag: 'Sources',
    summary: 'Try an address as a source and say what it lists; nothing is recorded',
    access: 'admin',
    changes: false,
    body: wanted,
    answer: tried,
    example: { body: { url: 'https://trade.example.org/feed.xml' } },
    handle: ({ body, served, signal }) => served.acts.ask('trySource', settingsOf(body, served), signal),
  }),
  route({
    method: 'PATCH',
    path: '/api/v1/sources/:id',
    tag: 'Sources',
    summary: 'Pause a source, or go on with it, or decide anew how it is visited; its notices are followed on',
    description:
      'Address, kind, headers and proxy stay: another address is another source. `paceMs: null` leaves the pace to the configuration.',
    access: 'admin',
    params: bySource,
    body: z.strictObject({
      paused: z.boolean().optional(),
      name: wanted.shape.name,
      everyMs: wanted.shape.everyMs,
      followMs: wanted.shape.followMs,
      paceMs: wanted.shape.paceMs.nullable(),
      keep: wanted.shape.keep,
      robots: z.enum(['obey', 'ignore']).optional(),
      robotsReason: wanted.shape.robotsReason,
      browser: wanted.shape.browser,
    }),
    answer: source,
    example: { body: { paused: true } },
    async handle({ params, body: { paused, robots, robotsReason, ...body }, served }) {
      const { id } = await findSource(served.store, params.id);
      if ((robots === 'ignore') !== (robotsReason !== undefined)) throw needsReason();
      const change = { ...body, ...(robots === undefined ? {} : { robots, robotsReason: robotsReason ?? null }) };
      const told = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as SourceChange;
      const now = served.clock.now();
      if (Object.keys(told).length > 0) await served.store.changeSource(id, told, now);
      if (paused !== undefined) await served.store.setSourcePaused(id, paused, now);
      return shownSource(await findSource(served.store, id));
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/sources/:id/check',
    tag: 'Sources',
    summary: 'Check a source now, paused or not; answers when it was visited',
    description: 'Its host is asked at its pace. A check that failed is an answer too: `outcome` says why.',
    access: 'admin',
    params: bySource,
    answer: z.object({
      at: time,
      outcome: z.string().describe('`ok`, or why it failed'),
      items: z.number().int().describe('how many it lists'),
      newNotices: z.array(z.object({ noticeId: z.string(), url: z.string() })),
    }),
    async handle({ params, served, signal }) {
      const { id, url } = await findSource(served.store, params.id);
      return served.acts.ask('checkSource', { id, url }, signal);
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/v1/sources/:id',
    tag: 'Sources',
    summary: 'Watch it no more; its notices and their evidence stay',
    access: 'admin',
    params: bySource,
    status: 204,
    answer: z.undefined(),
    async handle({ params, served }) {
      await served.store.removeSource((await findSource(served.store, params.id)).id);
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/hosts/:host/confirm-removals',
    tag: 'Sources',
    summary: 'Let removals stand that wait for a person, because many notices of a host seem gone at once',
    access: 'analyst',
    params: z.object({ host: z.string().min(1).max(300) }),
    answer: z.object({ confirmed: z.array(z.string()) }),
    async handle({ params: { host }, actor, served }) {
      const held = await served.store.removalsHeld(host);
      const at = isoTime(served.clock.now());
      const confirmed = await served.store.confirmRemovals({ host }, at, `confirmed by ${actor.name}: ${host}`);
      if (confirmed.length === 0 && !held) throw new DualwatchError('not-found', `no removal of ${host} waits for a person`);
      await rescore(served.store, confirmed);
      served.logged();
      return { confirmed };
    },
  }),
];

function settingsOf(asked: z.output<typeof wanted>, { config }: Pick<Served, 'config'>) {
  const { url, name, kind, everyMs, followMs, paceMs, selector, keep, robots, robotsReason, allowPrivate, headers, browser, proxy } = asked;
  if ((robots === 'ignore') !== (robotsReason !== undefined)) throw needsReason();
  return {
    kind: kind ?? null,
    url,
    name: name ?? url,
    everyMs: everyMs ?? config.source.every,
    followMs: followMs ?? config.follow.default,
    keep: keep ?? config.keep,
    paceMs: paceMs ?? null,
    selector: selector ?? null,
    robots,
    robotsReason: robotsReason ?? null,
    allowPrivate,
    credentials: headers,
    ...(browser === undefined ? {} : { browser }),
    ...(proxy === undefined ? {} : { proxy: parseProxy(proxy) }),
  };
}

function needsReason(): DualwatchError {
  return new DualwatchError('usage', 'body.robotsReason: robots.txt is ignored with a reason only, which is written into every capture');
}
