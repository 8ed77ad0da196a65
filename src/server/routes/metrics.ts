import { metricsOf } from '../metrics.ts';
import { route, type Route } from '../route.ts';

export const metricRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/metrics',
    tag: 'Server',
    otherQuery: 'passed over',
    summary: 'Counts and times for Prometheus',
    access: 'viewer',
    answer: { produces: 'text/plain; version=0.0.4; charset=utf-8' },
    async handle({ served, signal }) {
      return metricsOf(served).text(await served.readers.ask('homeCounts', { now: served.clock.now() }, signal));
    },
  }),
];
