import { describe, expect, test } from 'vitest';
import { loadConfig } from '../model/config.ts';
import { sha256 } from '../model/digest.ts';
import { UNVISITED } from '../model/follow-state.ts';
import type { FollowState, VisitPolicy } from '../model/notice.ts';
import { createReader } from '../read/read-page.ts';
import { loadSites } from '../catalogue/sites.ts';
import type { BrowserPolicy } from '../model/source.ts';
import { wantedExtras } from './wanted-extras.ts';

const PAGE = `<!doctype html><title>Tender</title><article><h1>Tender</h1><p>${'The buyer seeks offers for radio equipment. '.repeat(5)}</p><img src="/a.png"></article>`;
const reading = createReader(loadSites()).read({ bytes: Buffer.from(PAGE), url: 'http://a.example/1' });
const KNOWN: FollowState = { ...UNVISITED, state: 'present', reading: sha256('before'), versions: 1 };
const GONE: FollowState = {
  ...KNOWN,
  removal: { kind: 'status', firstSeenGoneAt: '2026-01-01T00:00:00.000Z', confirmedAt: null, evidence: [] },
};

type Visit = Parameters<typeof wantedExtras>[3];

function wanted(
  browser: BrowserPolicy | undefined,
  visit: Partial<Visit>,
  settings: { readonly images?: 'no'; readonly missing?: string } = {},
): readonly string[] {
  const config = loadConfig({ env: settings.images ? { DUALWATCH_IMAGES_KEEP: 'no' } : {}, file: undefined });
  const policy: VisitPolicy = {
    robots: 'obey',
    robotsReason: null,
    allowPrivate: false,
    keep: 'changes',
    followMs: 1,
    paceMs: null,
    credentials: {},
    ...(browser && { browser }),
  };
  const page = { missing: settings.missing ?? null, waiting: 0, visit: () => Promise.reject(new Error('not asked')) };
  const seen: Visit = { observed: 'present', before: KNOWN, reading, kept: false, answered: true, rendered: false, ...visit };
  return wantedExtras({ config, browser: page }, policy, null, seen).map(({ kind, reason }) => `${kind}: ${reason}`);
}

describe('what a visit asks to be kept beside it', () => {
  test('pictures come with each new file of a page that shows the notice', () => {
    expect(reading.images).toEqual(['http://a.example/a.png']);
    expect(wanted(undefined, { kept: true, before: UNVISITED })).toEqual(['images: new']);
    expect(wanted(undefined, { kept: true, observed: 'changed' })).toEqual(['images: changed']);
    expect(wanted(undefined, { kept: true })).toEqual(['images: new bytes']);
    expect(wanted(undefined, { kept: false })).toEqual([]);
    expect(wanted(undefined, { kept: true }, { images: 'no' })).toEqual([]);
    expect(wanted(undefined, { kept: true, observed: 'removed', reading: { ...reading, state: 'removed' } })).toEqual([]);
  });

  test.each<[BrowserPolicy | undefined, Partial<Visit>, readonly string[]]>([
    [undefined, { before: UNVISITED }, []],
    ['never', { before: UNVISITED }, []],
    ['changes', { before: UNVISITED }, ['browser: new']],
    ['changes', { observed: 'changed' }, ['browser: changed']],
    ['changes', { observed: 'present' }, []],
    ['changes', { observed: 'removed' }, ['browser: removed']],
    ['changes', { observed: 'removed', before: GONE }, []],
    ['changes', { observed: 'blocked' }, []],
    ['always', { observed: 'present' }, ['browser: always']],
    ['always', { observed: 'removed' }, ['browser: removed']],
    ['always', { observed: 'unreachable', answered: false }, []],
    ['always', { observed: 'changed', rendered: true }, []],
  ])('under %s, %o asks for %j', (browser, visit, expected) => {
    expect(wanted(browser, { reading: null, ...visit })).toEqual(expected);
  });

  test('no browser is asked for where there is none', () => {
    expect(wanted('always', { reading: null }, { missing: 'no Chromium' })).toEqual([]);
  });
});
