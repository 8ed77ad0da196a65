import { z } from 'zod';
import { NOTICE_TYPES, PENDING_FOR } from '../../model/notice.ts';
import { OBSERVATION_STATES } from '../../model/observation.ts';
import { TRIAGE_STATES } from '../../model/triage.ts';

export const time = z.string().describe('ISO 8601, UTC');
export const day = z.string().describe('ISO 8601: a day, or a moment in UTC');
export const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256 in hex');
export const lang = z.enum(['zh', 'ru', 'uk', 'en', 'kk', 'und']);
export const state = z.enum(OBSERVATION_STATES);
export const removalKind = z.enum(['publisher', 'platform', 'account', 'moved', 'expired', 'status']);
const words = z.array(z.string());

const pending = z.object({
  state: z.literal('removed'),
  reason: z.string().nullable().describe('what the latest sighting said'),
  since: time.describe('of the first sighting'),
  waitsFor: z.enum(PENDING_FOR).describe('a second sighting, apart in time; or a person, where removals of the host are held'),
});

const removal = z.object({
  kind: removalKind,
  firstSeenGoneAt: time,
  confirmedAt: time.nullable().describe('null after the first sighting only, or while removals of its host wait for a person'),
  evidence: z.array(digest).describe('captures of the removal pages, oldest first'),
});

export const listedParty = z.object({
  list: z.string(),
  listing: z.string(),
  id: z.string().describe('of the party'),
  caption: z.string(),
  score: z.number(),
  verdict: z.enum(['hit', 'cleared', 'unsure']).optional(),
  publisher: z.literal(true).optional().describe('the notice is published by the party'),
});

/** One notice, as a line of `notices --json`. */
export const notice = z
  .object({
    id: z.string(),
    type: z.enum(NOTICE_TYPES),
    url: z.string(),
    aliases: words,
    sources: z.array(z.object({ id: z.string(), name: z.string(), firstSeenAt: time })),
    title: z.string().nullable(),
    publisher: z.string().nullable(),
    persons: words.optional().describe('private persons whom title or publisher name, where they are asked for (`reveal`)'),
    publishedAt: day.nullable(),
    firstSeenAt: time,
    lagSeconds: z.number().nullable(),
    lastSeenPresentAt: time.nullable(),
    state,
    reason: z.string().nullable(),
    removal: removal.optional(),
    pending: pending.optional().describe('only while a removal that was seen is not certain yet: `state` is that of before'),
    versions: z.number().int(),
    lang,
    goods: words.describe('concepts of the catalogue'),
    tradeNames: words,
    intents: words,
    places: words,
    destination: words.describe('ISO 3166-1 countries that the goods go to, as far as the text says'),
    indicators: words.describe('red flags, as BIS-KYC-12'),
    controls: words.describe('control entries that may apply, as `cn-dual-use 0A903.a`'),
    listed: z.array(listedParty),
    copies: z.number().int(),
    copiesStanding: z.number().int(),
    copiesBefore: z.number().int().describe('copies that were seen before it, in its language'),
    priority: z.number(),
    reasons: words.describe('why it has that priority'),
    triage: z.object({ state: z.enum(TRIAGE_STATES), assignee: z.string().nullable() }),
  })
  .meta({ id: 'Notice' });
