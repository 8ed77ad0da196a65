import { madeUpVisit } from '../notice/made-up.ts';
import type { Case, Claim, Copy, NoticeInFull, Observation } from '../../api/routes.gen.ts';

/** A notice for tests, with what it has beyond nothing. */
export function noticeWith(given: Partial<NoticeInFull> & Pick<NoticeInFull, 'id'>): NoticeInFull {
  return {
    type: 'notice',
    url: `https://example.org/${given.id}`,
    aliases: [],
    sources: [],
    title: `title of ${given.id}`,
    publisher: null,
    publishedAt: null,
    firstSeenAt: '2026-03-01T10:00:00.000Z',
    lagSeconds: null,
    lastSeenPresentAt: null,
    state: 'present',
    reason: null,
    versions: 1,
    lang: 'zh',
    goods: [],
    tradeNames: [],
    intents: [],
    places: [],
    destination: [],
    indicators: [],
    controls: [],
    listed: [],
    copies: 0,
    copiesStanding: 0,
    copiesBefore: 0,
    priority: 0,
    reasons: [],
    triage: { state: 'new', assignee: null },
    captures: [],
    observations: [],
    reading: null,
    mentions: [],
    parties: [],
    terms: [],
    items: [],
    parameters: [],
    findings: [],
    matches: [],
    ...given,
  };
}

export function seen(at: string, state: Observation['state'], given: Partial<Observation> = {}): Observation {
  return madeUpVisit(state, { at, logIndex: 0, ...given });
}

export function copyOf(other: NoticeInFull, kind: Copy['kind'] = 'verbatim'): Copy {
  const { id, url, title, publisher, publishedAt, firstSeenAt, state } = other;
  return {
    kind,
    score: 1,
    containment: 1,
    other: { id, url, title, publisher, publishedAt, firstSeenAt, state },
    captures: ['0'.repeat(64), '1'.repeat(64)],
    aligned: [],
    shared: [],
    differs: [],
  };
}

export function claimWith(given: Partial<Claim> & Pick<Claim, 'id'>): Claim {
  return {
    who: 'the association',
    saidAt: null,
    quote: 'These are toys.',
    capture: null,
    at: null,
    about: [],
    asserts: { goods: [], notGoods: [], otherGoods: [], destinations: [], purposes: [], published: null },
    by: 'a',
    recordedAt: '2026-03-09T10:00:00.000Z',
    forgotten: false,
    withdrawn: null,
    cases: [],
    ...given,
  };
}

export function caseHolding(...items: readonly Pick<Case['items'][number], 'kind' | 'id' | 'caption'>[]): Case {
  return {
    id: 'c1',
    title: 'a case',
    state: 'open',
    by: 'a',
    createdAt: '2026-03-01T10:00:00.000Z',
    updatedAt: '2026-03-01T10:00:00.000Z',
    version: items.length + 1,
    items: items.map((item, place) => ({ ...item, no: place + 2, why: null, by: 'a', at: '2026-03-01T10:00:00.000Z' })),
    tasks: [],
    comments: [],
    notes: [],
  };
}
