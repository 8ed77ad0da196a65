import { expect, it } from 'vitest';
import type { VisitPolicy } from '../model/notice.ts';
import { blocked, type PageJudgement, type PageToJudge } from '../observe/page-judgement.ts';
import { witnessesOf } from '../observe/witness.ts';
import type { NoticeClaim } from '../store/port.ts';
import { askWitnesses } from './ask-witnesses.ts';
import type { VisitContext } from './visit-context.ts';

const WORDS = { login: [], captcha: [], absent: [], error: [], search: [], leave: [], unasked: [] };

interface Fetch {
  readonly url: string;
  readonly policy: Pick<VisitPolicy, 'credentials'>;
}

/** What is asked for a notice of `https://shop.example` with a cookie, where `followed` is another that stood; every request costs `costMs`. */
async function asked(followed: string, costMs = 0): Promise<readonly Fetch[]> {
  const fetches: Fetch[] = [];
  let now = 0;
  const context = {
    clock: { now: () => now, monotonic: () => now },
    config: { fetch: { timeout: 60_000, pace: 1_000, maxDecompressed: 1e6 } },
    store: { standingAt: () => Promise.resolve({ url: followed, at: '2026-01-01T00:00:00.000Z' }) },
    judge: {
      witnesses: (page: PageToJudge, judgement: PageJudgement, known: string | null) => witnessesOf(page, judgement, known, WORDS),
      shownBy: () => 'nothing',
    },
    fetcher: {
      fetch: (request: Fetch) => {
        fetches.push(request);
        now += costMs;
        return Promise.resolve({ result: null, forbidden: 'x', robots: {}, startedMs: 0, endedMs: 0, extraStarts: 1, paceMs: null });
      },
    },
  } as unknown as VisitContext;
  const url = 'https://shop.example/tender/1';
  const look = { hrefs: ['/tender/7', '/tender/8'], print: { shape: [], words: [] } };
  const claim = {
    noticeId: 'n1',
    host: 'shop.example',
    url,
    source: { url: 'https://shop.example/feed', kind: 'page' },
  } as unknown as NoticeClaim;
  const policy = { credentials: { Cookie: 'sid=SECRET' }, robots: 'obey', paceMs: null, allowPrivate: false } as unknown as VisitPolicy;
  const page = { url, finalUrl: url, seen: { look, reading: {} }, known: { look } } as unknown as PageToJudge;
  await askWitnesses(context, claim, policy, { page, judgement: blocked('wall', '') }, { paceMs: null, startedMs: 0 });
  return fetches;
}

it('asks the one that is followed first, and two at most', async () => {
  expect((await asked('https://shop.example/tender/2')).map(({ url }) => url)).toEqual([
    'https://shop.example/tender/2',
    'https://shop.example/tender/7',
  ]);
});

it('leaves another port or scheme of the host alone, and takes no cookie there', async () => {
  for (const elsewhere of ['http://shop.example:8080/tender/2', 'http://shop.example/tender/2']) {
    const fetches = await asked(elsewhere);
    expect(fetches.map(({ url }) => url)).toEqual(['https://shop.example/tender/7', 'https://shop.example/tender/8']);
    expect(fetches.every(({ policy }) => policy.credentials['Cookie'] === 'sid=SECRET')).toBe(true);
  }
});

it('asks no more than the claim of the host has time for', async () => {
  expect(await asked('https://shop.example/tender/2', 300_000)).toHaveLength(1);
});
