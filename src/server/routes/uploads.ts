import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { loadCustomerColumns } from '../../catalogue/customer-columns.ts';
import { DualwatchError } from '../../model/errors.ts';
import { HIT_THRESHOLD } from '../../model/match.ts';
import type { WantedColumns } from '../../work/customers/find-columns.ts';
import { previewCustomers } from '../../work/customers/preview-customers.ts';
import { columnsByRole, safeName, uploadJob } from '../../work/uploads/upload-job.ts';
import { page, pageOf, pageOfList } from '../paging.ts';
import { readSent } from '../read-sent.ts';
import { route, type Route } from '../route.ts';

const TAG = 'Screening';
const column = z.string().min(1).max(500).optional();

const job = uploadJob.meta({ id: 'Upload' });
const byId = z.object({ id: z.string().max(100) });

/** What names the columns of a file. */
const columns = { column, country: column, id: column, key: column, schema: column, birthDate: column };
const KINDS = ['text/csv', 'text/tab-separated-values', 'application/x-ndjson', 'application/gzip', 'application/octet-stream'] as const;

const MOST_HEAD_BYTES = 1024 ** 2;

export const uploadRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/api/v1/screen/uploads/columns',
    tag: TAG,
    summary: 'How a file of customers would be read: its columns, which of them, and its first rows',
    description:
      'Send the first bytes of the file (100 KB are enough, 1 MiB at most), not compressed. Nothing is kept. `proposed` are columns that are called like what else is known of a customer: they are read once the upload names them.',
    access: 'viewer',
    changes: false,
    takes: KINDS.filter((kind) => kind !== 'application/gzip'),
    query: z.object({ name: z.string().max(200).default('customers').describe('of the file'), ...columns }),
    answer: z.object({
      format: z.enum(['csv', 'jsonl']),
      charset: z.string(),
      delimiter: z.string().nullable(),
      header: z.boolean().describe('whether its first line names the columns'),
      columns: z.array(z.string()),
      read: columnsByRole.describe('columns that would be read, by what they hold'),
      proposed: columnsByRole.describe('columns that could be read too'),
      rows: z.array(z.array(z.string())).describe('its first rows, cells cut'),
      problem: z.string().nullable().describe('why it cannot be screened so'),
    }),
    async handle({ query: { name, column: names, ...others }, request }) {
      if (request.body !== undefined || request.headers['content-type'] === undefined)
        throw new DualwatchError('media-type', 'send the first bytes of the file as text/csv or application/octet-stream');
      const head = await readSent(request.raw, MOST_HEAD_BYTES, 'send the first megabyte of the file at most: the columns stand there');
      return previewCustomers(head, safeName(name), { columns: { name: names, ...others } as WantedColumns, known: loadCustomerColumns() });
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/screen/uploads',
    tag: TAG,
    summary: 'Send a file of customers to be screened: CSV, TSV or JSON lines, also gzip, in any encoding',
    description:
      'The body is the file itself, up to 1 GiB. It is screened after the answer, whoever waits; ask for its state, then fetch the results. All of it is removed after a day, or by DELETE. `column` and the others name columns as `dualwatch screen` takes them.',
    access: 'analyst',
    takes: KINDS,
    query: z.object({
      name: z.string().max(200).default('customers').describe('of the file; it stands in the receipt'),
      ...columns,
      format: z.enum(['csv', 'json']).default('csv').describe('of the results'),
      threshold: z.coerce.number().min(0).max(1).default(HIT_THRESHOLD),
      limit: z.coerce.number().int().min(1).max(100).default(10),
      keep: z.string().trim().min(1).max(200).optional().describe('keep the customers as this set, to be screened again'),
      replace: z.stringbool().default(false).describe('with `keep`: the set holds these customers and no others'),
    }),
    status: 202,
    answer: job,
    async handle({ query, actor, served, request, reply }) {
      // What the server reads by itself (JSON, plain text) is no stream any more.
      if (request.body !== undefined || request.headers['content-type'] === undefined)
        throw new DualwatchError(
          'media-type',
          'send the file as text/csv, application/x-ndjson, application/gzip or application/octet-stream',
        );
      const { name, column: names, country, id, key, schema, birthDate, format, threshold, limit, keep, replace } = query;
      if (replace && keep === undefined) throw new DualwatchError('usage', 'query.replace says what becomes of a set; name it with "keep"');
      const made = await served.uploads.receive(request.raw, {
        name,
        by: actor.name,
        asked: { columns: { name: names, country, id, key, schema, birthDate }, format, threshold, limit, keep: keep ?? null, replace },
      });
      void reply.header('location', `/api/v1/screen/uploads/${made.id}`);
      return made;
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/screen/uploads',
    tag: TAG,
    summary: 'Files that were sent, the newest first',
    access: 'analyst',
    query: page,
    answer: pageOf(job),
    handle: async ({ query, served }) => pageOfList(await served.uploads.list(), ({ id }) => id, query),
  }),
  route({
    method: 'GET',
    path: '/api/v1/screen/uploads/:id',
    tag: TAG,
    summary: 'How far a file has come',
    access: 'analyst',
    params: byId,
    answer: job,
    handle: ({ params, served }) => served.uploads.job(params.id),
  }),
  route({
    method: 'GET',
    path: '/api/v1/screen/uploads/:id/results',
    tag: TAG,
    summary: 'The results, as `dualwatch screen` writes them; 409 while they are not whole',
    access: 'analyst',
    params: byId,
    answer: { produces: 'application/octet-stream' },
    async handle({ params, served, reply }) {
      const path = await served.uploads.results(params.id);
      const csv = path.endsWith('.csv');
      void reply.headers({ 'content-disposition': `attachment; filename="results-${params.id}.${csv ? 'csv' : 'jsonl'}"` });
      return createReadStream(path);
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/v1/screen/uploads/:id',
    tag: TAG,
    summary: 'Stop it where it runs, and remove the file and its results',
    access: 'analyst',
    params: byId,
    status: 204,
    answer: z.undefined(),
    handle: ({ params, served }) => served.uploads.remove(params.id),
  }),
];
