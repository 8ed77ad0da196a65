import { z } from 'zod';
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
    logIndex: z.number().int(),
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
