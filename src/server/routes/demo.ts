import { z } from 'zod';
import { DEMO_SOURCE, DEMO_STATES, DEMO_STEPS, NO_DEMO } from '../../work/demo/demo-state.ts';
import { route, type Route } from '../route.ts';

const demo = z
  .object({
    state: z.enum(DEMO_STATES),
    stage: z.number().int().describe('steps told, of `of`'),
    of: z.number().int(),
    step: z.enum(DEMO_STEPS).nullable(),
    text: z.string().nullable().describe('the latest step in a sentence, in English'),
    done: z.boolean(),
    notices: z.array(z.string()).describe('what it brought: the notice that vanishes, then its copy'),
    why: z.string().nullable().describe('why it failed'),
  })
  .meta({ id: 'Demo' });

export const demoRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/v1/demo',
    tag: 'Desk',
    summary: 'How far the demo has come',
    access: 'viewer',
    answer: demo,
    async handle({ served, signal }) {
      // Most homes have none: no thread begins for that.
      if ((await served.store.findSource(DEMO_SOURCE)) === undefined && !isBegun(served)) return NO_DEMO;
      return served.acts.ask('demo', null, signal);
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/demo',
    tag: 'Desk',
    summary: 'Play the case of 2024 in this home: a notice appears, hides behind a captcha, vanishes, and stands elsewhere',
    description:
      'A site on loopback stands in for the publishers; every visit is a real one, and takes its place in the log. It takes some twenty seconds: `GET` says how far it is. Its notices stay and are followed no more; its source stays, paused.',
    access: 'admin',
    status: 202,
    answer: demo,
    handle({ served, signal }) {
      begun.add(served);
      return served.acts.ask('beginDemo', null, signal);
    },
  }),
];

/** Where somebody has asked for it since the start. */
const begun = new WeakSet<object>();

function isBegun(served: object): boolean {
  return begun.has(served);
}
