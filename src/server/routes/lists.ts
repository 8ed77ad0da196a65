import { z } from 'zod';
import { packagedLists } from '../../catalogue/lists.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { ListUpdate } from '../../work/screening/update-list.ts';
import { listsInForce, requireList } from '../../work/screening/keep-lists.ts';
import { linkParties, shownParty } from '../../work/screening/party-acts.ts';
import { safeName } from '../../work/uploads/upload-job.ts';
import { readSent } from '../read-sent.ts';
import { cursorOf, page, pageOf, pageOfList, placeOf } from '../paging.ts';
import { route, type Route } from '../route.ts';
import type { Served } from '../served.ts';
import { list, listing, listUpdate, listVersion, party, partyLink } from '../shapes/screening.ts';

const TAG = 'Lists';
const byName = z.object({ name: z.string().min(1).max(200) });
const listName = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'write it in kebab-case')
  .max(40);
/** A list that is sent goes from memory to memory. */
const MOST_SENT_BYTES = 64 * 1024 ** 2;
const SENT_KINDS = [
  'text/csv',
  'text/tab-separated-values',
  'application/x-ndjson',
  'application/xml',
  'application/gzip',
  'application/octet-stream',
] as const;
const byId = z.object({ id: z.string().min(1).max(1000).describe('of a party or of any of its listings') });
const version = z
  .string()
  .regex(/^\d{1,9}$/, 'write the number of a version')
  .optional();

export const listRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/v1/lists',
    tag: TAG,
    summary: 'Lists of this home, with the version that names are screened against',
    access: 'viewer',
    query: page,
    answer: pageOf(list),
    handle: async ({ query, served }) => pageOfList(await listsInForce(served.store), ({ name }) => name, query),
  }),
  route({
    method: 'GET',
    path: '/api/v1/lists/known',
    tag: TAG,
    summary: 'Public lists that can be added by name',
    access: 'viewer',
    query: page,
    answer: pageOf(
      z.object({
        name: z.string(),
        title: z.string(),
        publisher: z.string(),
        country: z.string(),
        languages: z.array(z.string()),
        files: z.array(z.string()),
        format: z.string().nullable(),
        licence: z.string(),
        every: z.string(),
        rhythm: z.string(),
        tested: z.boolean(),
        note: z.string().optional(),
      }),
    ),
    handle: ({ query }) => pageOfList([...packagedLists().values()], ({ name }) => name, query),
  }),
  route({
    method: 'POST',
    path: '/api/v1/lists',
    tag: TAG,
    summary: 'Add a list and screen against it: a known one, or one at an address on the web',
    description: 'Answers when its first version was fetched, read and kept. Files of the server are added on its command line.',
    access: 'admin',
    body: z.strictObject({
      list: z.string().min(1).max(2000).describe('name of a known list, or an address'),
      name: listName.optional(),
      every: z.string().max(20).optional().describe('time between two updates, as 12h'),
      format: z.string().max(60).optional(),
      with: z.array(z.string().max(2000)).max(10).optional().describe('addresses of files that belong to it'),
      allowPrivate: z.boolean().optional().describe('the address is in a private network'),
    }),
    status: 201,
    answer: listUpdate,
    example: { body: { list: 'https://lists.example.org/sanctions.ftm.json', name: 'example-sanctions', every: '12h' } },
    async handle({ body, served }) {
      const { list: wanted, name, every, format, allowPrivate, with: belonging } = body;
      const asked = {
        ...(name === undefined ? {} : { name }),
        ...(every === undefined ? {} : { every }),
        ...(format === undefined ? {} : { format }),
        ...(allowPrivate === undefined ? {} : { allowPrivate }),
        ...(belonging === undefined ? {} : { with: belonging }),
      };
      return changed(served, await served.acts.ask('addKnownList', { list: wanted, ...asked }));
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/lists/:name',
    tag: TAG,
    summary: 'One list',
    access: 'viewer',
    params: byName,
    answer: list,
    handle: ({ params, served }) => requireList(served.store, params.name),
  }),
  route({
    method: 'POST',
    path: '/api/v1/lists/:name/update',
    tag: TAG,
    summary: 'Fetch a list now and keep what changed; or take in what is held back',
    access: 'admin',
    params: byName,
    body: z.strictObject({
      accept: z.boolean().default(false).describe('take in what is held back, or what is fetched now however small it is'),
      reread: z.boolean().default(false).describe('read it anew also where its bytes are the same'),
    }),
    answer: listUpdate,
    example: { body: { accept: false } },
    handle: async ({ params, body, served }) => changed(served, await served.acts.ask('updateKnownList', { name: params.name, ...body })),
  }),
  route({
    method: 'PUT',
    path: '/api/v1/lists/:name/file',
    tag: TAG,
    summary: 'Send a list as a file: a new list of your own, or the next version of one that was sent',
    description:
      'The body is the file itself, in any format that `lists add` reads, gzip too; a CSV whose first line has a column for names will do. Up to 64 MiB: larger ones are added on the command line of the server. One that lost more than a tenth of its listings is held back unless `accept`.',
    access: 'admin',
    takes: SENT_KINDS,
    params: z.object({ name: listName }),
    query: z.object({
      file: z.string().min(1).max(200).describe('what the file is called'),
      accept: z.stringbool().default(false).describe('take it in however small it is'),
    }),
    answer: listUpdate,
    example: { params: { name: 'own-watch-list' }, query: { file: 'watch list.csv' } },
    async handle({ params, query, request, served }) {
      if (request.body !== undefined || request.headers['content-type'] === undefined)
        throw new DualwatchError('media-type', `send the file as one of ${SENT_KINDS.join(', ')}`);
      const bytes = await readSent(
        request.raw,
        MOST_SENT_BYTES,
        'the file has more than 64 MiB; add it on the server with "dualwatch lists add"',
      );
      if (bytes.length === 0) throw new DualwatchError('input-malformed', 'the body is empty: send the file of the list as the body');
      const file = { name: safeName(query.file, 'list'), bytes };
      return changed(served, await served.acts.ask('takeSentList', { name: params.name, file, accept: query.accept }));
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/v1/lists/:name',
    tag: TAG,
    summary: 'Screen against a list no more; its versions stay, since receipts name them',
    access: 'admin',
    params: byName,
    status: 204,
    answer: z.undefined(),
    async handle({ params, served }) {
      await served.acts.ask('removeKnownList', { name: params.name });
      void served.screening.renew();
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/lists/:name/versions',
    tag: TAG,
    summary: 'Versions of a list, the newest first',
    access: 'viewer',
    params: byName,
    query: page,
    answer: pageOf(listVersion),
    async handle({ params, query, served }) {
      const { name } = await requireList(served.store, params.name);
      return pageOfList(await served.store.listVersions(name), (one) => String(one.version), query);
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/lists/:name/diff',
    tag: TAG,
    summary: 'What changed in a list from one version to another',
    description:
      'Without `from` and `to`: in the current version against the one before. A version that is held back shows what it would change.',
    access: 'viewer',
    params: byName,
    query: page.extend({ from: version, to: version }),
    answer: pageOf(
      z.object({
        id: z.string(),
        change: z
          .enum(['added', 'changed', 'removed', 'kept'])
          .describe('`kept`: its row cannot be read in the later version, so that it stands as it was'),
        before: listing.nullable(),
        after: listing.nullable(),
        row: z
          .object({ line: z.number().int(), why: z.string(), version: z.number().int().describe('the last in which it could be read') })
          .optional()
          .describe('of what is kept'),
      }),
    ),
    async handle({ params, query, served, signal }) {
      const from = placeOf(z.object({ from: z.string(), to: z.string(), passed: z.number().int().min(0) }), query.cursor);
      const { items, next } = await served.screening.threads.ask(
        'listDiff',
        { name: params.name, from: from?.from ?? query.from, to: from?.to ?? query.to, passed: from?.passed ?? 0, limit: query.limit },
        signal,
      );
      return { items, nextCursor: next === null ? null : cursorOf(next) };
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/parties/:id',
    tag: TAG,
    summary: 'A listed party with all its listings, and why they belong together',
    access: 'viewer',
    params: byId,
    answer: party,
    handle: ({ params, served }) => shownParty(served.store, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/v1/parties/:id/links',
    tag: TAG,
    summary: 'Say that two listings are one party, or are not',
    access: 'analyst',
    params: byId,
    body: z.strictObject({
      link: z.enum(['link', 'unlink']),
      other: z.string().min(1).max(1000).describe('id of another listing'),
      why: z.string().trim().min(1).max(2000).describe('what shows it; stays in the log for good'),
    }),
    status: 201,
    answer: partyLink,
    example: { body: { link: 'link', other: 'example-controlled:k2', why: 'the same tax number' } },
    async handle({ params, body, actor, served }) {
      const said = await linkParties(served, { ...body, id: params.id, by: actor.name });
      served.logged();
      void served.screening.renew();
      return said;
    },
  }),
];

/** The index is renewed behind the answer; notices are screened again by whoever watches. */
function changed(served: Served, { version: made, outcome, previous, repeated }: ListUpdate) {
  served.logged();
  void served.screening.renew();
  return { ...made, outcome, previous, repeated };
}
