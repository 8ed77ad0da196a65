import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { normaliseAddress } from '../../model/address.ts';
import { isDigest } from '../../model/digest.ts';
import { DualwatchError } from '../../model/errors.ts';
import { proxyOrNone } from '../../model/proxy.ts';
import { NOTICE_TYPES, type CaptureRow } from '../../model/notice.ts';
import { isoTime } from '../../capture/clock.ts';
import { maskedNotice } from '../../recognise/parties/masked-notice.ts';
import { shownRow } from '../../work/shown/shown-notice.ts';
import { captureMode, shownCapture } from '../shapes/evidence.ts';
import { digest, notice, state, time } from '../shapes/notice.ts';
import { isRevealed } from '../masking.ts';
import { route, type Route } from '../route.ts';
import type { Served } from '../served.ts';

const bySha = z.object({ sha256: digest });

/** Bytes of strangers are handed on inert: never shown by the browser as what they are, and without a way to anything else. */
const INERT = {
  'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
} as const;

export const captureRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/api/v1/captures',
    tag: 'Captures',
    summary: 'Keep one address now; from then on it is a notice like any other',
    description: 'Answers when the page was visited, screened and compared. A visit that failed is a notice too: `trouble` says why.',
    access: 'analyst',
    status: 201,
    body: z.strictObject({
      url: z.string().min(1).max(4000),
      type: z.enum(NOTICE_TYPES).optional().describe('`report`: what somebody wrote about notices, as a newspaper does'),
      browser: z.boolean().default(false),
      allowPrivate: z.boolean().default(false).describe('opens the host and port of the address itself, nothing else (administrators)'),
      robots: z.enum(['obey', 'ignore']).optional(),
      robotsReason: z.string().min(1).max(1000).optional(),
      proxy: z
        .string()
        .max(1000)
        .optional()
        .describe('(administrators) stays for later visits where no source lists the notice; `none` takes it back'),
    }),
    answer: notice
      .extend({
        capture: digest.nullable(),
        observed: state,
        observedReason: z.string().nullable(),
        beside: z.array(z.object({ mode: captureMode, capture: digest })),
        trouble: z.string().nullable(),
      })
      .meta({ id: 'KeptNotice' }),
    example: { body: { url: 'https://trade.example.org/notice/17' } },
    async handle({ body, actor, served, signal }) {
      const { url, type, browser, allowPrivate, robots, robotsReason, proxy } = body;
      if ((robots === 'ignore') !== (robotsReason !== undefined))
        throw new DualwatchError('usage', 'body.robotsReason: robots.txt is ignored with a reason only, which is written into the capture');
      // Files of the server are named on its command line.
      if (!/^https?:/i.test(url.trim()))
        throw new DualwatchError('usage', 'body.url: write an address that begins with http:// or https://');
      if (allowPrivate && actor.role !== 'admin')
        throw new DualwatchError('not-allowed', 'body.allowPrivate: only administrators open private networks');
      // Whoever names a proxy has the server connect to any address, and sees no more of what it reaches.
      if (proxy !== undefined && actor.role !== 'admin')
        throw new DualwatchError('not-allowed', 'body.proxy: only administrators have the server connect to a proxy');
      const asked = {
        ...(robots !== undefined || allowPrivate
          ? { robots: robots ?? ('obey' as const), robotsReason: robotsReason ?? null, allowPrivate }
          : {}),
        ...(proxy === undefined ? {} : { proxy: proxyOrNone(proxy) }),
        ...(browser ? { browser: 'changes' as const } : {}),
      };
      const kept = await served.acts.ask('capture', { url: normaliseAddress(url), type, asked, browser }, signal);
      const { state: observed, reason: observedReason } = kept.observation;
      const beside = kept.beside.map(({ mode, capture }) => ({ mode: captureMode.parse(mode), capture }));
      return { ...maskedNotice(kept.notice), capture: kept.capture, observed, observedReason, beside, trouble: kept.trouble };
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/captures/:sha256',
    tag: 'Captures',
    summary: 'One capture: where, when, and where it stands in the log',
    access: 'viewer',
    params: bySha,
    answer: shownCapture.extend({
      finalUrl: z.string(),
      bytes: z.number().int(),
      payload: digest.nullable(),
      notice: z.string().nullable(),
      source: z.string().nullable(),
    }),
    async handle({ params, served }) {
      const row = await captureOf(served, params.sha256);
      const { finalUrl, bytes, payload, noticeId, sourceId } = row;
      return { ...shownRow(row), finalUrl, bytes, payload, notice: noticeId, source: sourceId };
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/captures/:sha256/warc',
    tag: 'Captures',
    summary: 'Its bytes as they are kept: a file to save, never to show',
    access: 'analyst',
    params: bySha,
    answer: { produces: 'application/warc' },
    async handle({ params, served, reply }) {
      const file = fileOf(await captureOf(served, params.sha256));
      void reply.headers({ ...INERT, 'content-disposition': `attachment; filename="${params.sha256}.warc.gz"` });
      return createReadStream(join(served.paths.home, file));
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/captures/:sha256/text',
    tag: 'Captures',
    summary: 'What was read from it, as plain text',
    access: 'viewer',
    params: bySha,
    query: z.object({ reveal: z.stringbool().default(false) }),
    answer: { produces: 'text/plain; charset=utf-8' },
    async handle({ params, query, actor, served, reply, signal }) {
      const { sha256: capture, noticeId: notice } = await captureOf(served, params.sha256);
      const reveal = isRevealed(actor, query.reveal);
      const text = notice === null ? null : await served.readers.ask('textOfCapture', { capture, notice, reveal }, signal);
      if (text === null) throw new DualwatchError('not-found', 'nothing was read from this capture');
      void reply.headers(INERT);
      return text;
    },
  }),
  ...(['screenshot', 'pdf', 'document'] as const).map((part) =>
    route({
      method: 'GET',
      path: `/api/v1/captures/:sha256/${part}`,
      tag: 'Captures',
      summary: `The ${part} that a browser made`,
      access: 'analyst',
      params: bySha,
      answer: { produces: part === 'screenshot' ? 'image/png' : part === 'pdf' ? 'application/pdf' : 'text/plain; charset=utf-8' },
      async handle({ params, served, reply, signal }) {
        const warc = fileOf(await captureOf(served, params.sha256));
        const bytes = await served.readers.ask('madeByBrowser', { warc, part }, signal);
        void reply.headers({ ...INERT, ...(part === 'pdf' && { 'content-disposition': `attachment; filename="${params.sha256}.pdf"` }) });
        return Buffer.from(bytes);
      },
    }),
  ),
  route({
    method: 'DELETE',
    path: '/api/v1/captures/:sha256',
    tag: 'Captures',
    summary: 'Forget a capture by order: its bytes and all that was read from them; the log keeps digest and reason',
    access: 'admin',
    params: bySha,
    body: z.strictObject({ why: z.string().trim().min(1).max(1000).describe('by what order; it stands in the log for good') }),
    answer: z.looseObject({ capture: digest, at: time }),
    example: { body: { why: 'order of the court of 7 March' } },
    async handle({ params, body, actor, served }) {
      const at = isoTime(served.clock.now());
      if (!isDigest(params.sha256)) throw new DualwatchError('usage', 'params.sha256: 64 hexadecimal digits');
      const done = await served.acts.ask('forget', { sha256: params.sha256, why: body.why, by: actor.name, at });
      return { capture: params.sha256, at, ...done };
    },
  }),
];

/** The row of a capture. Throws `not-found`. */
async function captureOf({ store }: Pick<Served, 'store'>, sha256: string): Promise<CaptureRow> {
  const index = isDigest(sha256) ? await store.findLogIndex(sha256) : undefined;
  const [row] = index === undefined ? [] : await store.capturesFrom(index, 1);
  if (row?.sha256 !== sha256) throw new DualwatchError('not-found', `no capture has the SHA-256 ${sha256}`);
  return row;
}

function fileOf({ warc, forgottenWhy }: CaptureRow): string {
  if (warc !== null) return warc;
  throw new DualwatchError(
    'not-found',
    forgottenWhy === null ? 'its file was dropped: newer bytes of the same reading are kept' : 'its bytes were removed by order',
  );
}
