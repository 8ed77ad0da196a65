import { z } from 'zod';
import { MOST_ALIASES, PARTY_SCHEMATA } from '../../model/party.ts';
import { digest, time } from './notice.ts';

const words = z.array(z.string());

/** Who is asked about. */
export const nameQuery = z
  .object({
    name: z.string().trim().min(1).max(2000),
    aliases: z.array(z.string().trim().min(1).max(2000)).max(MOST_ALIASES).optional().describe('other names of the same party'),
    schema: z.enum(PARTY_SCHEMATA).optional(),
    countries: z
      .array(z.string().regex(/^[A-Za-z]{2}$/, 'write the ISO code of a country, as CN'))
      .max(50)
      .optional(),
    birthDates: z
      .array(z.string().regex(/^\d{4}(?:-\d\d){0,2}$/, 'write 1961, 1961-05 or 1961-05-03'))
      .max(20)
      .optional(),
    identifiers: z.array(z.string().max(200)).max(50).optional().describe('registration and tax numbers, IMO, LEI …'),
  })
  .meta({ id: 'NameQuery' });

/** A name alone, or with what else is known of its bearer. */
export const askedName = z.union([
  z
    .string()
    .trim()
    .min(1)
    .max(2000)
    .transform((name) => ({ name })),
  nameQuery,
]);

export const explanation = z
  .object({
    text: z.string().describe('how the words correspond, in one line'),
    alignment: z.array(
      z.object({ a: z.string().nullable(), b: z.string().nullable(), kind: z.string(), link: z.string(), similarity: z.number() }),
    ),
    for: words,
    against: words,
  })
  .meta({ id: 'Explanation' });

export const verdict = z.enum(['hit', 'cleared', 'unsure']);

export const shownDecision = z.object({
  verdict,
  why: z.string(),
  by: z.string(),
  at: time,
  holds: z.boolean(),
  lapsed: z.string().optional().describe('why it holds no more'),
});

export const match = z
  .object({
    key: z.string().describe('names the match for a decision'),
    id: z.string().describe('of the party'),
    caption: z.string(),
    matchedName: z.string(),
    queriedName: z.string().optional().describe('which name matched, where several were asked about'),
    score: z.number().describe('0 to 1: how likely both are one'),
    list: z.string(),
    listing: z.string(),
    explanation,
    decision: shownDecision.optional(),
  })
  .meta({ id: 'Match' });

/** A match in a text; offsets are UTF-16 of it, both 0 where the name does not stand in it. */
export const foundMatch = match
  .extend({
    start: z.number().int(),
    end: z.number().int(),
    text: z.string(),
    field: z.string().optional(),
    role: z.string().optional(),
  })
  .meta({ id: 'FoundMatch' });

export const decision = z
  .object({
    key: z.string(),
    verdict,
    why: z.string(),
    by: z.string(),
    at: time,
    subject: z.object({ query: nameQuery, notice: z.string().nullable() }),
    partyHash: digest,
    listing: z.string(),
    listingHash: digest,
    logIndex: z.number().int(),
  })
  .meta({ id: 'Decision' });

const listVersionOf = z.object({ list: z.string(), version: z.number().int(), sha256: digest, publishedAt: z.string().nullable() });

export const receipt = z
  .object({
    id: z.string(),
    at: time,
    file: z.object({ name: z.string(), sha256: digest, bytes: z.number().int() }).nullable(),
    asked: digest.optional(),
    columns: z.record(z.string(), z.string()).optional(),
    results: digest.optional(),
    counts: z.object({ rows: z.number().int(), unreadable: z.number().int(), hits: z.number().int(), matches: z.number().int() }),
    unreadable: z.array(
      z.object({ line: z.number().int(), row: z.number().int().optional(), key: z.string().optional(), why: z.string() }),
    ),
    ignored: z
      .object({
        cells: z.number().int(),
        values: z.array(
          z.object({ what: z.string(), value: z.string().optional(), cells: z.number().int(), rows: z.array(z.number().int()) }),
        ),
      })
      .optional(),
    lists: z.array(listVersionOf),
    recipe: z.string(),
    threshold: z.number(),
    limit: z.number().int(),
    bands: z.array(z.object({ from: z.number(), to: z.number(), rows: z.number().int() })),
    logIndex: z.number().int(),
  })
  .meta({ id: 'Receipt' });

export const listVersion = z
  .object({
    ...listVersionOf.shape,
    fetchedAt: time,
    format: z.string(),
    counts: z.object({
      listings: z.number().int(),
      bad: z.number().int(),
      added: z.number().int(),
      changed: z.number().int(),
      removed: z.number().int(),
      kept: z.number().int().optional().describe('of the listings, those whose row is bad: they stand as an earlier version had them'),
      unread: z.number().int().optional().describe('dates and countries that were not understood'),
    }),
    listings: digest,
    badRows: z.array(
      z.object({
        line: z.number().int(),
        why: z.string(),
        kept: z
          .object({ id: z.string(), name: z.string(), version: z.number().int() })
          .optional()
          .describe('the listing of the row, which stays as it was in the last version in which the row could be read'),
      }),
    ),
    unreadValues: z
      .array(z.object({ file: z.string(), line: z.number().int(), property: z.string(), value: z.string() }))
      .describe('dates and countries that were not understood and stand in the notes of their listing; the first 1,000'),
    state: z.enum(['current', 'held', 'superseded']),
    loaded: z.boolean(),
    files: words,
    logIndex: z.number().int(),
  })
  .meta({ id: 'ListVersion' });

export const list = z
  .object({
    name: z.string(),
    address: z.string(),
    companions: words,
    format: z.string().nullable(),
    mapping: z.string().nullable(),
    everyMs: z.number().nullable(),
    allowPrivate: z.boolean().optional(),
    removed: z.boolean().optional(),
    order: z.number().int(),
    addedAt: time,
    nextCheckAt: time.nullable(),
    lastCheckAt: time.nullable(),
    lastError: z.string().nullable(),
    current: listVersion.nullable(),
    held: listVersion.nullable().describe('a version that waits for somebody to accept it'),
  })
  .meta({ id: 'List' });

export const listUpdate = listVersion
  .extend({
    outcome: z.enum(['unchanged', 'updated', 'held', 'accepted']),
    previous: z.number().int().nullable(),
    repeated: z.number().int(),
  })
  .meta({ id: 'ListUpdate' });

const ftm = z.object({ id: z.string(), schema: z.string(), caption: z.string(), properties: z.record(z.string(), words) });

export const listing = z
  .object({
    list: z.string(),
    id: z.string(),
    hash: digest,
    line: z.number().int(),
    entity: ftm,
    sinceVersion: z.number().int(),
    untilVersion: z.number().int().nullable(),
  })
  .meta({ id: 'Listing' });

export const partyLink = z
  .object({
    link: z.enum(['link', 'unlink']),
    one: z.string(),
    other: z.string(),
    why: z.string(),
    by: z.string(),
    at: time,
    logIndex: z.number().int(),
  })
  .meta({ id: 'PartyLink' });

export const party = z
  .object({
    id: z.string(),
    listings: z.array(listing),
    members: z.array(z.object({ listing: z.string(), party: z.string(), why: z.string() })),
    links: z.array(partyLink),
    former: z.array(listing).optional().describe('the listing asked for, where it is on its list no more'),
  })
  .meta({ id: 'Party' });
