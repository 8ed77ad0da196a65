import { z } from 'zod';
import { ALERT_CHANNELS } from '../../model/alert.ts';
import { digest, notice, time } from './notice.ts';

export const source = z
  .object({
    id: z.string(),
    kind: z.enum(['feed', 'page', 'folder']),
    url: z.string(),
    name: z.string(),
    everyMs: z.number(),
    followMs: z.number(),
    robots: z.enum(['obey', 'ignore']),
    robotsReason: z.string().nullable(),
    paceMs: z.number().nullable(),
    allowPrivate: z.boolean(),
    keep: z.enum(['changes', 'all']),
    selector: z.string().nullable(),
    credentials: z.array(z.string()).describe('names of headers; their values are shown to nobody'),
    browser: z.enum(['never', 'changes', 'always']).optional(),
    proxy: z.string().optional(),
    createdAt: time,
    paused: z.boolean(),
  })
  .meta({ id: 'Source' });

export const watchedSource = source
  .extend({
    health: z.object({
      lastCheckAt: time.nullable(),
      lastSuccessAt: time.nullable(),
      nextCheckAt: time.nullable(),
      errorStreak: z.number().int(),
      lastError: z.string().nullable(),
      warnings: z.array(z.string()).optional().describe('what of its latest list became no notice'),
      lagSeconds: z.number().nullable(),
      notices: z.number().int(),
    }),
    host: z.object({
      host: z.string(),
      heldUntil: time.nullable().describe('it asked to be left alone, or blocks'),
      heldReason: z.string().nullable(),
      removalsHeldSince: time.nullable().describe('removals here wait for a person'),
      removalsHeld: z.number().int(),
      stretch: z.number().describe('how many times later than asked its pace lets visits come; 1 fits'),
    }),
  })
  .meta({ id: 'WatchedSource' });

export const tried = z
  .object({
    ok: z.boolean(),
    error: z.string().nullable(),
    why: z
      .string()
      .nullable()
      .describe(
        'what kept the address from being read, as the health of a source tells it (`refused: …`, `http 404`); null where it was read',
      ),
    robots: z.string().nullable().describe('what robots.txt forbids: the address itself, or what it lists'),
    robotsTxt: z
      .object({ allowed: z.boolean(), rule: z.string().nullable(), reason: z.string(), crawlDelayMs: z.number().nullable() })
      .nullable()
      .describe('what it says of the address itself, with the line that decides; null where it is not asked, or does not come'),
    items: z.array(z.object({ url: z.string(), title: z.string().nullable(), publishedAt: z.string().nullable() })),
    itemCount: z.number().int(),
    feeds: z.array(z.object({ url: z.string(), title: z.string().nullable() })),
    baseline: z.boolean().describe('what a page lists now is not new'),
    kind: z.enum(['feed', 'page', 'folder']).nullable().describe('what it is; null where it can be no source'),
    warnings: z.array(z.string()),
  })
  .meta({ id: 'TriedSource' });

export const publisher = z
  .object({
    id: z.string(),
    key: z.string(),
    name: z.string(),
    reading: z
      .string()
      .nullable()
      .describe('the name for who reads Latin letters only: an aid and no translation; null where it is written in them'),
    host: z.string(),
    notices: z.number().int(),
    removed: z.number().int(),
    removedByPublisher: z.number().int(),
    edited: z.number().int(),
    edits: z.number().int(),
    copied: z.number().int(),
    listed: z.number().int(),
    firstSeenAt: time,
    lastSeenAt: time,
  })
  .meta({ id: 'Publisher' });

export const oversightLink = z.object({
  link: z.enum(['link', 'unlink']),
  publisher: z.string(),
  overseer: z.string(),
  why: z.string(),
  by: z.string(),
  at: time,
  logIndex: z.number().int(),
});

export const profile = publisher
  .extend({
    oversight: z.array(oversightLink.extend({ name: z.string() })),
    overseersInText: z.array(
      z.object({
        name: z.string(),
        quote: z.string(),
        start: z.number().int(),
        end: z.number().int(),
        noticeId: z.string(),
        url: z.string(),
        capture: digest,
        notices: z.number().int(),
      }),
    ),
    latest: z.array(notice),
    vanished: z.array(notice),
    changed: z.array(notice).describe('those that were edited, the newest 50 that have several versions'),
    elsewhere: z.array(notice).describe('those whose text stands elsewhere too, the newest 50'),
  })
  .meta({ id: 'PublisherProfile' });

export const alertRule = z
  .object({
    id: z.string(),
    name: z.string(),
    channel: z.enum(ALERT_CHANNELS),
    target: z.string().describe('without what would let others send in its name'),
    when: z.string(),
    allowPrivate: z.boolean(),
    createdAt: time,
  })
  .meta({ id: 'AlertRule' });

export const alertHealth = alertRule
  .extend({
    sent: z.number().int(),
    waiting: z.number().int(),
    failed: z.number().int(),
    lastSentAt: z.union([z.string(), z.number()]).nullable(),
    lastError: z.string().nullable(),
  })
  .meta({ id: 'AlertRuleInUse' });
