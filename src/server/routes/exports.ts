import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { DualwatchError } from '../../model/errors.ts';
import type { NoticeId } from '../../model/ids.ts';
import { findNotice } from '../../work/shown/find-notice.ts';
import { isRevealed } from '../masking.ts';
import { route, type Route } from '../route.ts';
import type { Served } from '../served.ts';

const byId = z.object({ id: z.uuid() });

export const exportRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/api/v1/exports',
    tag: 'Evidence packages',
    summary: 'Write all evidence of some notices into one package that proves itself (WACZ 1.1.1)',
    description:
      'Answers when the package is written; it waits for a day to be fetched. Captures go in byte for byte; only our own texts are masked.',
    access: 'analyst',
    status: 201,
    body: z.strictObject({
      notices: z.array(z.string().min(1).max(2000)).min(1).max(500).describe('ids of notices, or any addresses they have had'),
      reveal: z.boolean().default(false),
    }),
    answer: z.looseObject({ id: z.string(), url: z.string(), bytes: z.number() }),
    example: { body: { notices: ['n01m8bz7qgh1jj6b2x91x24abze'] } },
    async handle({ body, actor, served, reply, signal }) {
      const notices: NoticeId[] = [];
      for (const one of body.notices) notices.push((await findNotice(served.store, one)).id);
      const given = { notices, reveal: isRevealed(actor, body.reveal), by: actor.name };
      const { file, bytes, info } = await served.acts.ask('exportNotices', given, signal);
      const id = basename(file, '.wacz');
      void reply.header('location', `/api/v1/exports/${id}`);
      return { id, url: `/api/v1/exports/${id}`, bytes, ...info };
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/exports/:id',
    tag: 'Evidence packages',
    summary: 'The package, to save',
    access: 'analyst',
    params: byId,
    query: z.object({ name: z.string().trim().max(300).optional().describe('what the file is to be called, without its ending') }),
    answer: { produces: 'application/wacz' },
    async handle({ params, query, served, reply }) {
      const { file, bytes } = await packageOf(served, params.id);
      const disposition = `attachment; ${namedAs(`dualwatch-${params.id}`, query.name, 'wacz')}`;
      void reply.headers({ 'content-length': bytes, 'content-disposition': disposition });
      return createReadStream(file);
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/v1/exports/:id',
    tag: 'Evidence packages',
    summary: 'Remove a package that was fetched',
    access: 'analyst',
    params: byId,
    status: 204,
    answer: z.undefined(),
    async handle({ params, served }) {
      await rm((await packageOf(served, params.id)).file, { force: true });
    },
  }),
];

/** The name of a file to be saved: of letters, digits and few signs, in any script (RFC 6266); for clients that know ASCII alone the other one. */
function namedAs(id: string, wanted: string | undefined, ending: string): string {
  const clean = (wanted ?? '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .toWellFormed();
  const plain = `filename="${id}.${ending}"`;
  return clean === '' ? plain : `${plain}; filename*=UTF-8''${encodeURIComponent(`${clean}.${ending}`)}`;
}

async function packageOf({ paths }: Pick<Served, 'paths'>, id: string): Promise<{ readonly file: string; readonly bytes: number }> {
  const file = join(paths.home, 'exports', `${id}.wacz`);
  try {
    return { file, bytes: (await stat(file)).size };
  } catch (cause) {
    throw new DualwatchError('not-found', 'there is no such package, or it was removed', { cause });
  }
}
