import type { Capture, Observation } from '../../api/routes.gen.ts';

/** A visit for tests. */
export function madeUpVisit(state: Observation['state'], more: Partial<Observation> = {}): Observation {
  return {
    url: 'http://example.org/1',
    at: '2026-11-26T10:00:00.000Z',
    state,
    reason: null,
    basis: null,
    removalKind: null,
    capture: null,
    confirms: null,
    reading: null,
    logIndex: 1,
    ...more,
  };
}

/** A capture for tests. */
export function madeUpCapture(sha256: string, more: Partial<Capture> = {}): Capture {
  return {
    sha256,
    url: 'http://example.org/1',
    at: '2026-11-26T10:00:00.000Z',
    status: 200,
    ip: null,
    warc: null,
    logIndex: 2,
    forgotten: null,
    ...more,
  };
}
