import { z } from 'zod';
import { NOTICE_CHECKS, type NoticeCheckName } from '../../work/verify-notice/notice-verdict.ts';
import { notice, digest, lang, removalKind, state, time } from './notice.ts';
import { textMatch, weighed } from './analysis.ts';

export const captureMode = z.enum(['browser', 'rendered', 'images']);

export const shownCapture = z
  .object({
    sha256: digest,
    url: z.string(),
    at: time,
    status: z.number().int().nullable(),
    ip: z.string().nullable(),
    warc: z.string().nullable().describe('its file in the home; null once dropped or forgotten'),
    mode: captureMode.optional(),
    logIndex: z.number().int().describe('the entry of the log that names it'),
    forgotten: z.object({ at: time, why: z.string() }).nullable(),
  })
  .meta({ id: 'Capture' });

export const observation = z
  .object({
    url: z.string(),
    at: time,
    state,
    reason: z.string().nullable(),
    basis: z.string().nullable().describe('the evidence of the judgement, in words'),
    removalKind: removalKind.nullable(),
    capture: digest.nullable(),
    confirms: digest.nullable(),
    reading: digest.nullable(),
    logIndex: z.number().int().describe('the entry of the log that holds this judgement: not that of the capture'),
  })
  .meta({ id: 'Observation' });

export const shownNotice = notice
  .extend({
    captures: z.array(shownCapture),
    observations: z.array(observation),
    reading: z
      .object({
        text: z.string(),
        lang,
        fields: z.record(z.string(), z.string()),
        capture: digest,
        reader: z.string(),
        rendered: z.literal(true).optional(),
      })
      .nullable(),
    ...weighed,
    matches: z.array(textMatch),
  })
  .meta({ id: 'NoticeInFull' });

const range = z.tuple([z.number().int(), z.number().int()]);

export const change = z
  .object({
    a: range.nullable(),
    b: range.nullable(),
    before: z.string().nullable(),
    after: z.string().nullable(),
    marks: z.array(z.object({ side: z.enum(['removed', 'added']), at: range, text: z.string() })),
  })
  .meta({ id: 'Change' });

const difference = z.looseObject({ kind: z.string(), a: z.string().nullable(), b: z.string().nullable() });

export const copy = z
  .object({
    kind: z.enum(['verbatim', 'edited', 'partial', 'translated']),
    score: z.number(),
    containment: z.number(),
    other: notice.pick({ id: true, url: true, title: true, publisher: true, publishedAt: true, firstSeenAt: true, state: true }),
    captures: z
      .tuple([digest.nullable(), digest])
      .describe('those that were compared, the notice’s own first: offsets are of their texts; null for a text that is no notice’s'),
    aligned: z.array(z.object({ a: range, b: range })),
    shared: z.array(z.string()),
    differs: z.array(difference),
  })
  .meta({ id: 'Copy' });

export const version = z
  .object({
    number: z.number().int(),
    from: time,
    to: time,
    capture: digest,
    title: z.string().nullable(),
    lang,
    characters: z.number().int(),
  })
  .meta({ id: 'Version' });

export const noticeVerdict = z
  .object({
    ok: z.boolean().describe('no check failed'),
    checks: z.array(
      z.object({
        name: z.enum(Object.keys(NOTICE_CHECKS) as [NoticeCheckName, ...NoticeCheckName[]]),
        status: z.enum(['pass', 'fail', 'absent', 'untrusted']),
        where: z.string().optional(),
        why: z.string().optional(),
      }),
    ),
    captures: z.array(
      z.object({
        sha256: digest,
        at: time,
        url: z.string(),
        logIndex: z.number().int(),
        state: z.enum(['whole', 'altered', 'dropped', 'forgotten', 'unchecked']),
      }),
    ),
    entries: z.object({ checked: z.number().int(), of: z.number().int() }),
    checkpoint: z
      .object({
        origin: z.string(),
        size: z.number().int().describe('entries that it signs'),
        root: z.string().describe('SHA-256 in base 64'),
        key: z.string().describe('public key of the log'),
        text: z.string().describe('the signed note'),
      })
      .nullable(),
    stamps: z.array(
      z.object({
        authority: z.string(),
        at: time,
        size: z.number().int().describe('it covers entries with a lower log index'),
        trusted: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'NoticeVerdict' });
