import { z } from 'zod';
import { parseAuditHead, verifyAudit } from '../../work/accounts/verify-audit.ts';
import { cursorOf, page, pageOf, placeOf } from '../paging.ts';
import { route, type Route } from '../route.ts';
import { auditEntry } from '../shapes/account.ts';

const TAG = 'Accounts';

export const auditRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/v1/audit',
    tag: TAG,
    summary: 'Who did what to accounts and through the server, newest first',
    access: 'admin',
    query: page.extend({
      about: z.string().max(300).optional().describe('an actor, what was acted on, or acts that begin so: `ann@example.org`, `user.`'),
    }),
    answer: pageOf(auditEntry),
    async handle({ query: { limit, cursor, about }, served }) {
      const before = placeOf(z.object({ before: z.number().int() }), cursor)?.before;
      const items = await served.store.accounts.audit({
        limit,
        ...(before === undefined ? {} : { before }),
        ...(about === undefined ? {} : { about }),
      });
      const last = items.at(-1);
      return { items, nextCursor: last === undefined || items.length < limit ? null : cursorOf({ before: last.num }) };
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/audit/verification',
    tag: TAG,
    summary: 'Computes every hash of the audit log anew; 409 where it does not hold',
    access: 'admin',
    query: z.object({ head: z.string().max(100).optional().describe('a `head` that was told earlier: the log must still hold it') }),
    answer: z.object({ entries: z.number().int(), head: z.string().describe('number and hash of the last entry; keep it elsewhere') }),
    async handle({ query, served }) {
      const head = await verifyAudit(served.store.accounts, query.head === undefined ? undefined : parseAuditHead(query.head));
      return { entries: head.num, head: `${head.num}:${head.hash}` };
    },
  }),
];
