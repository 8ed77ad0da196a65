import { z } from 'zod';
import { isoTime } from '../../capture/clock.ts';
import { DualwatchError } from '../../model/errors.ts';
import { authorityOf, rootsIn } from '../../work/anchors/add-authority.ts';
import { authorityStatus } from '../../work/anchors/authority-status.ts';
import { findLog } from '../../work/home.ts';
import { page, pageOf, pageOfList } from '../paging.ts';
import { route, type Route } from '../route.ts';
import { time } from '../shapes/notice.ts';
import type { Served } from '../served.ts';

const authority = z
  .object({
    name: z.string(),
    url: z.string(),
    roots: z.string().nullable().describe('certificates that its answers must lead to, PEM'),
    allowPrivate: z.boolean(),
    addedAt: time,
    anchors: z.number().int().describe('checkpoints that it stamped'),
    anchoredSize: z.number().int().describe('entries under the newest of them'),
    lastAnchorAt: time.nullable(),
    errorStreak: z.number().int(),
    lastError: z.string().nullable(),
    state: z.enum(['new', 'anchored', 'pending', 'failing']),
    newest: z
      .object({
        size: z.number().int(),
        at: time,
        authority: z.string().describe('as its certificate names it'),
        fingerprint: z.string(),
        trusted: z.boolean().describe('leads to certificates that were given'),
        revocation: z.string(),
        validUntil: z.string(),
      })
      .nullable(),
    warnings: z.array(z.string()),
    dueAt: time,
  })
  .meta({ id: 'Authority' });

export const anchorRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/v1/anchors',
    tag: 'Evidence log',
    summary: 'Time-stamping authorities: what is stamped, pending or failing; certificates that expired or were revoked',
    access: 'viewer',
    query: page,
    answer: pageOf(authority),
    example: { query: { limit: 10 } },
    handle: async ({ query, served }) => pageOfList(await statuses(served), ({ name }) => name, query),
  }),
  route({
    method: 'POST',
    path: '/api/v1/anchors',
    tag: 'Evidence log',
    summary: 'Have an authority (RFC 3161) stamp the head of the log while it grows',
    description: 'It is sent the SHA-256 of a checkpoint, and nothing of what is watched.',
    access: 'admin',
    status: 201,
    body: z.strictObject({
      url: z.string().max(2000),
      name: z.string().max(63).optional(),
      ca: z.string().max(1_000_000).optional().describe('certificates that its answers must lead to, PEM'),
      allowPrivate: z.boolean().default(false),
    }),
    answer: authority,
    example: { body: { url: 'https://tsa.example.org/tsr', name: 'tsa-one' } },
    async handle({ body: { url, ca, name, allowPrivate }, served }) {
      const now = served.clock.now();
      const roots = ca === undefined ? null : rootsIn(Buffer.from(ca), 'body.ca');
      const added = authorityOf(url, { ...(name === undefined ? {} : { name }), roots, allowPrivate }, isoTime(now));
      await served.store.anchors.addAuthority(added, now);
      const found = (await statuses(served)).find((one) => one.name === added.name);
      if (found === undefined) throw new DualwatchError('internal', 'the authority vanished while it was added');
      return found;
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/anchors/:name/stamp',
    tag: 'Evidence log',
    summary: 'Have an authority stamp the head of the log now, if the log has grown since it last did',
    access: 'admin',
    params: z.object({ name: z.string().max(100) }),
    answer: z.object({ items: z.array(z.object({ name: z.string(), stampedAt: time.nullable(), why: z.string().nullable() })) }),
    async handle({ params: { name }, served, signal }) {
      if (!(await served.store.anchors.authorities()).some((one) => one.name === name))
        throw new DualwatchError('not-found', `there is no anchor "${name}"`);
      return { items: await served.acts.ask('stamp', { name }, signal) };
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/v1/anchors/:name',
    tag: 'Evidence log',
    summary: 'Ask an authority no more; what it has stamped stays',
    access: 'admin',
    params: z.object({ name: z.string().max(100) }),
    status: 204,
    answer: z.undefined(),
    async handle({ params: { name }, served }) {
      if (!(await served.store.anchors.removeAuthority(name))) throw new DualwatchError('not-found', `there is no anchor "${name}"`);
    },
  }),
];

async function statuses({ store, paths, clock }: Served) {
  const checkpoint = await (await findLog(paths))?.folder.checkpoint();
  return (await authorityStatus(store, checkpoint?.size ?? 0, clock.now())).map((one) => ({ ...one, dueAt: isoTime(one.dueAt) }));
}
