import { z } from 'zod';
import { isDigest } from '../../model/digest.ts';
import { DualwatchError } from '../../model/errors.ts';
import { digest, time } from '../shapes/notice.ts';
import { cursorOf, page, pageOf, placeOf } from '../paging.ts';
import { route, type Route } from '../route.ts';

const checkpoint = z
  .object({
    origin: z.string(),
    size: z.number().int(),
    root: z.string().describe('base64'),
    key: z.string(),
    checkpoint: z.string().describe('the signed note'),
  })
  .meta({ id: 'Checkpoint' });

const verdict = z
  .object({
    ok: z.boolean(),
    index: z.number().int().nullable().optional().describe('where it does not hold: the first entry at fault, null where none is'),
    why: z.string().optional(),
    entries: z.number().int().optional(),
    signed: z.number().int().optional().describe('entries under the checkpoint'),
    captures: z.number().int().optional(),
    dropped: z.number().int().optional(),
    forgotten: z.number().int().optional(),
    checkpoint: z.string().nullable().optional(),
    key: z.string().nullable().optional(),
    anchors: z.object({ count: z.number().int(), trusted: z.number().int(), newestAt: z.string().nullable() }).optional(),
  })
  .meta({ id: 'HomeVerdict' });

export const logRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/v1/log',
    tag: 'Evidence log',
    summary: 'How many entries the log has',
    access: 'viewer',
    answer: z.object({ entries: z.number().int() }),
    handle: async ({ served }) => ({ entries: await served.store.logSize() }),
  }),
  route({
    method: 'GET',
    path: '/api/v1/log/entries',
    tag: 'Evidence log',
    summary: 'Entries of the log, in order',
    access: 'analyst',
    query: page,
    answer: pageOf(z.object({ index: z.number().int(), entry: z.string().describe('the bytes that are hashed, as text') })),
    async handle({ query, served }) {
      const from = placeOf(z.object({ from: z.number().int().min(0) }), query.cursor)?.from ?? 0;
      const size = await served.store.logSize();
      const to = Math.min(size, from + query.limit);
      const items = from >= to ? [] : await served.store.readLog(from, to);
      return {
        items: items.map(({ index, bytes }) => ({ index, entry: Buffer.from(bytes).toString('utf8') })),
        nextCursor: to < size ? cursorOf({ from: to }) : null,
        total: size,
      };
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/log/checkpoint',
    tag: 'Evidence log',
    summary: 'The signed head of the log, with the public key to check it by',
    description: 'Keep it somewhere else: only an earlier checkpoint shows that a log was cut short.',
    access: 'viewer',
    answer: checkpoint,
    handle: ({ served, signal }) => served.acts.ask('checkpoint', null, signal),
  }),
  route({
    method: 'GET',
    path: '/api/v1/log/proofs/:digest',
    tag: 'Evidence log',
    summary: 'A proof that the log holds an entry, to be checked offline (c2sp.org/tlog-proof)',
    access: 'viewer',
    params: z.object({ digest: digest.describe('SHA-256 of a capture, or of a log entry (its leaf hash)') }),
    answer: z.object({ digest, index: z.number().int(), entry: z.string(), proof: z.string(), key: z.string() }),
    handle({ params, served, signal }) {
      if (!isDigest(params.digest)) throw new DualwatchError('usage', 'params.digest: 64 hexadecimal digits');
      return served.acts.ask('prove', { digest: params.digest }, signal);
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/log/consistency',
    tag: 'Evidence log',
    summary: 'A proof that the log only grew since a checkpoint that you kept (RFC 6962 §2.1.2)',
    access: 'viewer',
    changes: false,
    body: z.strictObject({ checkpoint: z.string().min(1).max(10_000).describe('the text of the checkpoint') }),
    answer: z.object({ from: z.number().int(), to: z.number().int(), hashes: z.array(z.string()), old: z.string(), new: z.string() }),
    example: { body: { checkpoint: 'example.org/log\n17\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n' } },
    handle: ({ body, served, signal }) => served.acts.ask('consistency', { old: body.checkpoint }, signal),
  }),
  route({
    method: 'POST',
    path: '/api/v1/log/verification',
    tag: 'Evidence log',
    summary: 'Compute everything anew from the disk: entries, rows, capture files, tiles, checkpoint',
    description: 'Reads every capture file once; answers when it is done.',
    access: 'admin',
    changes: false,
    answer: verdict,
    handle: ({ served, signal }) => served.acts.ask('verify', null, signal),
  }),
  route({
    method: 'GET',
    path: '/api/v1/log/verification',
    tag: 'Evidence log',
    summary: 'How far a verification is that is under way, and what the latest found since the server began',
    access: 'admin',
    answer: z.object({
      underWay: z.object({ startedAt: time, share: z.number().describe('0 to 1') }).nullable(),
      last: z.object({ endedAt: time, verdict }).nullable(),
    }),
    example: {},
    handle: ({ served, signal }) => served.acts.ask('verifyingNow', null, signal),
  }),
];
