import { z } from 'zod';
import { DualwatchError } from '../../model/errors.ts';
import { VERSION } from '../../work/version.ts';
import { route, type Route } from '../route.ts';

export const healthRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/healthz',
    tag: 'Server',
    otherQuery: 'passed over',
    summary: 'The server runs',
    access: 'public',
    answer: z.object({ status: z.literal('ok'), version: z.string() }),
    handle: () => ({ status: 'ok' as const, version: VERSION }),
  }),
  route({
    method: 'GET',
    path: '/readyz',
    tag: 'Server',
    otherQuery: 'passed over',
    summary: 'The server can answer all that it offers; 503 while it cannot',
    access: 'public',
    answer: z.object({ status: z.literal('ok') }),
    async handle({ served }) {
      const why = served.notReady();
      if (why !== undefined) throw new DualwatchError('store-busy', why);
      await served.store.logSize();
      return { status: 'ok' as const };
    },
  }),
];
