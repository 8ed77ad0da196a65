import { z } from 'zod';
import { packagedCatalogue } from '../../work/packaged/catalogue.ts';
import { ALERT_CHANNELS } from '../../model/alert.ts';
import { DualwatchError } from '../../model/errors.ts';
import { foreseenTrouble } from '../../work/alerts/foreseen-trouble.ts';
import { newRule } from '../../work/alerts/new-rule.ts';
import { withChannels } from '../../work/alerts/open-channels.ts';
import { ruleNamed, shownRule } from '../../work/alerts/shown-rule.ts';
import { testRule } from '../../work/alerts/test-rule.ts';
import { page, pageOf, pageOfList } from '../paging.ts';
import { route, type Route } from '../route.ts';
import { alertHealth, alertRule } from '../shapes/people.ts';

const byRule = z.object({ id: z.string().min(1).max(200).describe('id or name of a rule') });

export const alertRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/v1/alerts',
    tag: 'Alerts',
    summary: 'Who is told of what; what was sent, what waits, what failed',
    access: 'admin',
    query: page,
    answer: pageOf(alertHealth),
    example: { query: { limit: 10 } },
    async handle({ query, served }) {
      const rules = (await served.store.alerts.alertRules()).map((rule) => ({ ...rule, ...shownRule(rule) }));
      return pageOfList(rules, ({ id }) => id, query);
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/alerts',
    tag: 'Alerts',
    summary: 'Tell a receiver whenever a notice that a predicate holds for is first seen, changes or is copied',
    access: 'admin',
    status: 201,
    body: z.strictObject({
      channel: z
        .enum(ALERT_CHANNELS)
        .exclude(['file'], 'files of the server are named on its command line')
        .describe('files of the server are named on its command line'),
      target: z.string().min(1).max(2000),
      when: z.string().min(1).max(4000),
      name: z.string().max(100).optional(),
      allowPrivate: z.boolean().default(false),
      secret: z.string().min(1).max(1000).optional().describe('key of the signature of a webhook, or token; a webhook gets one made'),
    }),
    answer: alertRule.extend({
      secret: z.string().optional().describe('that was made; shown this once'),
      trouble: z.string().optional().describe('why it cannot be told as things are'),
    }),
    example: { body: { channel: 'webhook', target: 'https://hooks.example.org/dualwatch', when: 'removed or priority>=70' } },
    async handle({ body, served }) {
      const { rule, secret, made } = newRule(body, [...packagedCatalogue().concepts.keys()], served.clock.now());
      await served.store.alerts.addAlertRule(rule, secret);
      const trouble = await foreseenTrouble(rule, served.config);
      return { ...shownRule(rule), ...(made && secret !== null ? { secret } : {}), ...(trouble === undefined ? {} : { trouble }) };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/alerts/:id/test',
    tag: 'Alerts',
    summary: 'Send one alert now that says that it is a test',
    access: 'admin',
    params: byRule,
    answer: alertRule.extend({ taken: z.literal(true) }),
    async handle({ params, served }) {
      const found = await ruleNamed(served.store.alerts, params.id);
      const receipt = await withChannels(served.config, (channels) => testRule(served.store, found, channels));
      if (!receipt.ok) throw new DualwatchError('fetch-failed', `The test was not taken: ${receipt.error}`);
      return { ...shownRule(found.rule), taken: true as const };
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/v1/alerts/:id',
    tag: 'Alerts',
    summary: 'Tell it no more; what waits to be sent goes too',
    access: 'admin',
    params: byRule,
    status: 204,
    answer: z.undefined(),
    async handle({ params, served }) {
      await served.store.alerts.removeAlertRule((await ruleNamed(served.store.alerts, params.id)).rule.id);
    },
  }),
];
