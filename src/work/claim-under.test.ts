import { expect, it } from 'vitest';
import { policyOf } from '../capture/visit-policy.ts';
import type { VisitPolicy } from '../model/notice.ts';
import type { NoticeClaim } from '../store/port.ts';
import { claimUnder, keptOf, type Asked } from './claim-under.ts';

const DEFAULTS = { robots: 'obey', robotsReason: null, allowPrivate: false, browser: 'off', credentials: {} } as unknown as VisitPolicy;
const PROXY = { address: 'socks5h://127.0.0.1:9050', user: 'u', password: 'p' };
const OTHER = { address: 'http://127.0.0.1:8080' };
const FEED = { ...DEFAULTS, url: 'https://feed.example/rss', credentials: { authorization: 'x' }, proxy: PROXY };

function claimOf(source: object | null, own?: object): NoticeClaim {
  return { url: 'https://site.example/17', source, follow: { own: own ?? null } } as unknown as NoticeClaim;
}

const rules = (claim: NoticeClaim, asked: Asked): VisitPolicy => policyOf(claimUnder(claim, asked, DEFAULTS), DEFAULTS);

it.each<[what: string, asked: Asked]>([
  ['nothing', {}],
  ['that the network stays shut', { allowPrivate: false }],
  ['robots.txt to be ignored', { robots: 'ignore', robotsReason: 'an order', allowPrivate: false }],
  ['its own network to be opened', { allowPrivate: true }],
])('a notice of a source is visited through its proxy, whoever asks for %s', (_, asked) => {
  expect(rules(claimOf(FEED), asked)).toMatchObject({ ...asked, proxy: PROXY });
});

it('a source of another origin is left aside where the address is opened, with its credentials, and nothing of it is kept with the notice', () => {
  const claim = claimUnder(claimOf(FEED), { allowPrivate: true }, DEFAULTS);
  expect(claim).toMatchObject({ source: null, follow: { own: null } });
  expect(policyOf(claim, DEFAULTS).credentials).toEqual({});
  const same = claimOf({ ...FEED, url: 'https://site.example/rss' });
  expect(claimUnder(same, { allowPrivate: true }, DEFAULTS).source).toMatchObject({ allowPrivate: true, credentials: FEED.credentials });
});

it('a proxy that is asked for goes before that of the source, and one that is taken back is none', () => {
  for (const allowPrivate of [true, false]) {
    expect(rules(claimOf(FEED), { proxy: OTHER, allowPrivate }).proxy).toEqual(OTHER);
    expect(rules(claimOf(FEED), { proxy: null, allowPrivate }).proxy).toBeUndefined();
  }
});

it('what is asked for stays with a notice that no source lists, and with no other', () => {
  const asked = claimUnder(claimOf(null, { ...DEFAULTS, browser: 'changes' }), { proxy: OTHER }, DEFAULTS);
  expect(asked.follow.own).toMatchObject({ browser: 'changes', proxy: OTHER });
  expect(claimUnder(claimOf(FEED), { proxy: OTHER }, DEFAULTS).follow.own).toBeNull();
});

it('what was asked of a visit while a source listed the notice is for that visit alone, though the source is gone', () => {
  const claim = { ...claimOf(null), follow: { own: null, forNext: { proxy: OTHER } } } as unknown as NoticeClaim;
  const visit = claimUnder(claim, { robots: 'ignore', robotsReason: 'an order' }, DEFAULTS);
  expect(policyOf(visit, DEFAULTS)).toMatchObject({ proxy: OTHER, robots: 'ignore' });
  expect(visit.follow.own).toEqual({ ...DEFAULTS, robots: 'ignore', robotsReason: 'an order' });
  expect(keptOf(visit).forNext).toEqual({ proxy: OTHER, robots: 'ignore', robotsReason: 'an order' });
});

it('what was asked of a visit that was put off holds for the next one, and may be asked otherwise', () => {
  const first = claimUnder(claimOf(FEED), { proxy: OTHER, robots: 'ignore', robotsReason: 'an order' }, DEFAULTS);
  expect(keptOf(first)).toEqual({ own: null, forNext: { proxy: OTHER, robots: 'ignore', robotsReason: 'an order' } });
  const later = { ...claimOf(FEED), follow: keptOf(first) } as unknown as NoticeClaim;
  expect(rules(later, {})).toMatchObject({ proxy: OTHER, robots: 'ignore', credentials: FEED.credentials });
  expect(rules(later, { proxy: null })).toMatchObject({ robots: 'ignore' });
  expect(rules(later, { proxy: null }).proxy).toBeUndefined();
  expect(keptOf(claimUnder(claimOf(FEED), {}, DEFAULTS))).toEqual({ own: null });
});
