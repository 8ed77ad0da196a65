import { z } from 'zod';
import { stillMay } from '../auth/still-may.ts';
import { changesStreamOf } from '../changes-stream.ts';
import { route, type Route } from '../route.ts';

export const changeRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/v1/changes',
    tag: 'Notices',
    summary: 'What becomes other of notices, as it happens',
    description:
      'Server-sent events to whoever accepts `text/event-stream`; everybody else gets what there is, and the answer ends. An event `change` has `{notice, at, from, to, kind}`: `from` and `to` are states (`from` null: the notice is new), `kind` is new, state, content, triage or copy. Its id goes into `Last-Event-ID` (or `after`) to go on from there; an event `reset` says that some in between are no longer known: read anew what you show.',
    access: 'viewer',
    query: z.object({
      after: z.coerce
        .number()
        .int()
        .min(0)
        .max(Number.MAX_SAFE_INTEGER)
        .optional()
        .describe('id of the last event seen; 0: all that are known'),
    }),
    answer: { produces: 'text/event-stream; charset=utf-8' },
    example: { query: { after: 0 } },
    async handle({ query, actor, served, request, reply }) {
      const last = request.headers['last-event-id'];
      const seen = typeof last === 'string' && /^\d{1,15}$/.test(last) ? Number(last) : query.after;
      // HEAD asks for no body: nobody would read the stream, and nobody end it.
      const follow = request.method === 'GET' && /\btext\/event-stream\b/i.test(request.headers.accept ?? '');
      void reply.header('Cache-Control', 'no-store').header('X-Accel-Buffering', 'no');
      if (!follow) return changesStreamOf(served).open(seen);
      const may = () => stillMay(served, actor, { method: 'GET', access: 'viewer' });
      return changesStreamOf(served).open(seen, { who: `${actor.kind} ${actor.id ?? ''}`, may });
    },
  }),
];
