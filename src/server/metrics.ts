import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { HomeCounts } from '../work/readers/home-counts.ts';
import type { Served } from './served.ts';

/** What the server counts of itself and of its home, for Prometheus. */
export interface Metrics {
  answered(route: string, method: string, status: number, seconds: number): void;
  /** In Prometheus' text format, with what the home holds now. */
  text(counts: HomeCounts): Promise<string>;
}

const metrics = new WeakMap<Served, Metrics>();

export function metricsOf(served: Served): Metrics {
  const known = metrics.get(served) ?? newMetrics();
  metrics.set(served, known);
  return known;
}

function newMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'dualwatch_http_requests_total',
    help: 'Requests answered',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const seconds = new Histogram({
    name: 'dualwatch_http_request_seconds',
    help: 'Time from request to answer',
    labelNames: ['method', 'route'],
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.15, 0.5, 1, 5, 30],
    registers,
  });
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `dualwatch_${name}`, help, labelNames, registers });
  const notices = gauge('notices', 'Notices by state', ['state']);
  const triage = gauge('notices_triaged', 'Notices by triage', ['triage']);
  const log = gauge('log_entries', 'Entries of the evidence log');
  const lag = gauge('source_lag_seconds', 'Median of first seen minus published over the latest items of a source', ['source']);
  const failing = gauge('source_failed_checks', 'Failed checks in a row', ['source']);
  const overdue = gauge('source_overdue_seconds', 'How long the next check is overdue', ['source']);
  const held = gauge('hosts_held', 'Hosts that are not visited for now');
  return {
    answered(route, method, status, took) {
      requests.inc({ method, route, status });
      seconds.observe({ method, route }, took);
    },
    async text(counts) {
      for (const one of [notices, triage, lag, failing, overdue]) one.reset();
      for (const [state, count] of Object.entries(counts.notices)) notices.set({ state }, count);
      for (const [state, count] of Object.entries(counts.triage)) triage.set({ triage: state }, count);
      log.set(counts.logSize);
      held.set(counts.heldHosts);
      for (const { name: source, ...of } of counts.sources) {
        if (of.lagSeconds !== null) lag.set({ source }, of.lagSeconds);
        failing.set({ source }, of.failing);
        overdue.set({ source }, of.overdue);
      }
      return registry.metrics();
    },
  };
}
