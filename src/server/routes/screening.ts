import { z } from 'zod';
import { DualwatchError } from '../../model/errors.ts';
import { isReceiptId, type NoticeId } from '../../model/ids.ts';
import { HIT_THRESHOLD } from '../../model/match.ts';
import type { NameQuery } from '../../model/party.ts';
import { askedDigest } from '../../model/receipt.ts';
import { decideMatch } from '../../work/screening/decide-match.ts';
import { readToken } from '../../work/screening/match-token.ts';
import { receiptOfQueries } from '../../work/screening/screen-queries.ts';
import { isRevealed } from '../masking.ts';
import { cursorOf, page, pageOf, pageOfList, placeOf } from '../paging.ts';
import { route, type Route } from '../route.ts';
import { indexInForce } from '../screened.ts';
import { askedName, decision, explanation, foundMatch, match, nameQuery, receipt, verdict } from '../shapes/screening.ts';
import { time } from '../shapes/notice.ts';
import { noticePlace } from '../shapes/notice-place.ts';

const TAG = 'Screening';
const MOST_QUERIES = 500;
const MOST_READ = 200;
const reveal = z.stringbool().default(false).describe('show names and contacts of private persons (analysts)');

const count = z.number().int();

function changesOf<Match extends z.ZodType>(one: Match) {
  return { added: z.array(one), changed: z.array(one), removed: z.array(one), lapsed: z.array(one) };
}

export const screeningRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/api/v1/screen',
    tag: TAG,
    summary: 'Screen names against the lists, with a receipt',
    description: `Up to ${MOST_QUERIES} names; a file of any size goes to \`/api/v1/screen/uploads\`. Of the names nothing is kept but a digest in the receipt, which is logged: also where nothing was found.`,
    access: 'analyst',
    body: z.strictObject({
      queries: z
        .array(nameQuery.extend({ key: z.string().max(500).optional().describe('your own; comes back') }))
        .min(1)
        .max(MOST_QUERIES),
      threshold: z.number().min(0).max(1).default(HIT_THRESHOLD).describe('least score of a match'),
      limit: z.number().int().min(1).max(100).default(10).describe('matches for each name at most'),
    }),
    answer: z.object({
      results: z.array(z.object({ row: z.number().int(), key: z.string().optional(), query: nameQuery, matches: z.array(match) })),
      receipt,
    }),
    example: { body: { queries: [{ key: 'c-1', name: 'Primerpostavka', schema: 'Company', countries: ['RU'] }] } },
    async handle({ body: { queries: given, threshold, limit }, served, signal }) {
      const index = await indexInForce(served);
      const queries = given.map(({ key: _, ...query }) => query as NameQuery);
      const found = await served.screening.threads.ask('screenQueries', { index, queries, threshold, limit }, signal);
      const made = receiptOfQueries(index, queries, found, { nowMs: served.clock.now(), threshold, limit });
      const { logIndex } = await served.store.recordReceipt(made);
      served.logged();
      return {
        results: queries.map((query, n) => ({
          row: n + 1,
          ...(given[n]?.key === undefined ? {} : { key: given[n].key }),
          query,
          matches: found[n] ?? [],
        })),
        receipt: { ...made, logIndex },
      };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/compare',
    tag: TAG,
    summary: 'How likely two names are of one party, and why; needs no list',
    access: 'viewer',
    changes: false,
    body: z.strictObject({ a: askedName, b: askedName }),
    answer: z.object({ score: z.number(), match: z.boolean(), explanation }),
    example: { body: { a: { name: 'ООО Примерпоставка' }, b: { name: 'Primerpostavka LLC' } } },
    handle: ({ body: { a, b }, served, signal }) =>
      served.screening.threads.ask('compare', { a: a as NameQuery, b: b as NameQuery }, signal),
  }),
  route({
    method: 'POST',
    path: '/api/v1/names/readings',
    tag: TAG,
    summary: 'Names of organisations read for who knows Latin letters only; nothing is kept',
    description:
      'Places and the words that such names are made of in English, the rest spelled, all in the order of the name: an aid to tell names apart and no translation. A publisher has its own in `reading`.',
    access: 'viewer',
    changes: false,
    body: z.strictObject({ names: z.array(z.string().max(500)).min(1).max(MOST_READ) }),
    answer: z.object({
      readings: z.array(z.string().nullable()).describe('in the order of the names; null where it is written in Latin letters'),
    }),
    example: { body: { names: ['广东省无人系统协会', 'ООО «Бета»'] } },
    handle: async ({ body, served, signal }) => ({ readings: await served.screening.threads.ask('readNames', body, signal) }),
  }),
  route({
    method: 'GET',
    path: '/api/v1/matches',
    tag: TAG,
    summary: 'Notices that name listed parties, most important first, with all matches of each',
    access: 'viewer',
    query: page.extend({
      query: z.string().max(4000).optional().describe('which notices, as in the list of notices'),
      reveal,
    }),
    answer: pageOf(
      z.object({
        notice: z.object({ id: z.string(), url: z.string(), title: z.string().nullable(), state: z.string(), priority: z.number() }),
        matches: z.array(foundMatch),
      }),
    ),
    example: { query: { limit: 2 } },
    async handle({ query: asked, actor, served, signal }) {
      const after = placeOf(noticePlace, asked.cursor);
      const revealed = isRevealed(actor, asked.reveal);
      const query = asked.query === undefined ? 'listed>0' : `listed>0 and (${asked.query})`;
      const { items, last, total } = await served.readers.ask(
        'noticesPage',
        { query, filter: after === undefined ? {} : { after }, limit: asked.limit, sort: 'priority', revealed },
        signal,
      );
      const notices = items.map(
        (text) => JSON.parse(text) as { id: NoticeId; url: string; title: string | null; state: string; priority: number },
      );
      const found = await served.screening.threads.ask('noticeMatches', { ids: notices.map(({ id }) => id), reveal: revealed }, signal);
      return {
        items: notices.map(({ id, url, title, state, priority }, n) => ({
          notice: { id, url, title, state, priority },
          matches: found[n] ?? [],
        })),
        nextCursor: last === null ? null : cursorOf(last),
        ...(total === undefined ? {} : { total }),
      };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/matches/:key/decision',
    tag: TAG,
    summary: 'Decide about a match: a hit, cleared, or unsure',
    description:
      'The key is the one that screening, a notice or an inquiry gave. A clearance lapses when either side changes. For a match of a notice, `notice` finds it at once; without it all that is stored is searched.',
    access: 'analyst',
    params: z.object({ key: z.string().min(1).max(2000) }),
    body: z.strictObject({
      verdict,
      why: z.string().trim().min(1).max(2000).describe('stays in the log for good'),
      notice: z.string().max(200).optional().describe('id of the notice that the match is of'),
    }),
    status: 201,
    answer: decision,
    example: { body: { verdict: 'hit', why: 'the same tax number', notice: 'n01m8bz7qgh1jj6b2x91x24abze' } },
    async handle({ params: { key }, body, actor, served }) {
      const { verdict: said, why, notice } = body;
      const given = { key, verdict: said, why, by: actor.name, ...(notice === undefined ? {} : { notice: notice as NoticeId }) };
      const quick = notice !== undefined || readToken(key) !== null;
      const made = quick ? await decideMatch(served, given) : await served.acts.ask('decide', given);
      served.logged();
      return made;
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/receipts',
    tag: TAG,
    summary: 'Receipts of screening, the newest first',
    access: 'viewer',
    query: page,
    answer: pageOf(receipt),
    async handle({ query: { limit, cursor }, served }) {
      const before = placeOf(z.object({ before: z.number().int() }), cursor)?.before;
      const items = await served.store.listReceipts(limit, before);
      const last = items.length < limit ? undefined : items.at(-1);
      return { items, nextCursor: last === undefined ? null : cursorOf({ before: last.logIndex }) };
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/receipts/:id',
    tag: TAG,
    summary: 'One receipt',
    access: 'viewer',
    params: z.object({ id: z.string().max(200) }),
    answer: receipt,
    handle: ({ params, served }) => requiredReceipt(served, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/v1/receipts/:id/verify',
    tag: TAG,
    summary: 'Whether a receipt is that of a name, as it was asked about by hand',
    access: 'viewer',
    changes: false,
    params: z.object({ id: z.string().max(200) }),
    body: z.strictObject({ query: askedName }),
    answer: z.object({ holds: z.boolean() }),
    example: { body: { query: { name: 'Primerpostavka', schema: 'Company', countries: ['RU'] } } },
    async handle({ params, body, served }) {
      const found = await requiredReceipt(served, params.id);
      return { holds: found.asked !== undefined && found.asked === askedDigest(found.id, body.query as NameQuery) };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/rescreen',
    tag: TAG,
    summary: 'Screen stored notices and kept customers again, and say whose matches changed',
    description:
      'What a change of the lists can have touched, or everything. A watcher does it for notices by itself. Of each kind the first 1,000 are told, all are counted.',
    access: 'analyst',
    body: z.strictObject({ all: z.boolean().default(false) }),
    answer: z.object({
      notices: z.object({
        notices: count,
        screened: count,
        changed: count,
        told: z.array(z.object({ notice: z.string(), title: z.string().nullable(), ...changesOf(foundMatch) })),
      }),
      customers: z.object({
        rows: count,
        screened: count,
        changed: count,
        told: z.array(z.object({ set: z.string(), key: z.string(), name: z.string(), ...changesOf(match) })),
      }),
    }),
    example: { body: { all: false } },
    async handle({ body, served }) {
      await indexInForce(served);
      return served.acts.ask('rescreen', body);
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/sets',
    tag: TAG,
    summary: 'Sets of customers that are kept to be screened again',
    access: 'viewer',
    query: page,
    answer: pageOf(z.object({ name: z.string(), createdAt: time, rows: z.number().int() })),
    handle: async ({ query, served }) => pageOfList(await served.store.sets(), ({ name }) => name, query),
  }),
  route({
    method: 'DELETE',
    path: '/api/v1/sets/:name',
    tag: TAG,
    summary: 'Delete a set with all its customers',
    access: 'analyst',
    params: z.object({ name: z.string().max(500) }),
    status: 204,
    answer: z.undefined(),
    handle: ({ params, served }) => served.store.removeSet(params.name),
  }),
];

async function requiredReceipt({ store }: { readonly store: Parameters<typeof decideMatch>[0]['store'] }, id: string) {
  const found = isReceiptId(id) ? await store.receipt(id) : undefined;
  if (found === undefined) throw new DualwatchError('not-found', `there is no receipt ${id.slice(0, 100)}`);
  return found;
}
