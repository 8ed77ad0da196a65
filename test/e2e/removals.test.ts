import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { page } from './case.ts';
import { openHome, visitsIn, type TestHome } from './command.ts';
import { feedOf, openPublisher, type Answer, type Publisher } from './publisher.ts';
import { showShape, type Shown } from './shapes.ts';

const CHROME = '<header><a href="/">Port authority</a> <a href="/tenders/">Tenders</a> <a href="/contact">Contact</a></header>';
const frame = (title: string, main: string): Answer =>
  page(
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title} | Port authority</title></head><body>${CHROME}<main>${main}</main><footer>Quay Street, open on weekdays</footer></body></html>`,
  );
const tender = (n: number): Answer =>
  frame(
    `Tender ${WORDS[n] ?? ''}`,
    `<h1>Tender ${WORDS[n] ?? ''}</h1><article><p>The port invites offers for ${WORDS[n] ?? ''} with mounting, cabling and a warranty of three years.</p><p>Sealed envelopes are taken at the reception until the last working day of the month; questions go to the purchasing desk.</p></article>`,
  );
const WORDS = ['radio receivers', 'patrol drones', 'spectrum analysers', 'harbour radar', 'thermal cameras'];
/** Says that nothing is there in words that no catalogue has, with status 200 and a number that differs each time. */
const nothing = (n: number): Answer =>
  frame('Oh dear', `<p>Here be dragons, sailor: your map shows an island that our charts lack. Ticket ${n}8f3a${n}.</p>`);
const front = frame(
  'Welcome',
  '<h1>Welcome to the port</h1><p>Ships, piers and everything between them since the days of sail.</p><ul><li><a href="/news">Dredging begins</a></li></ul>',
);

describe('a site that answers 200 for everything', () => {
  let publisher: Publisher;
  let home: TestHome;
  const show = async (n: number): Promise<Shown> =>
    showShape.parse((await home.json(['show', `${publisher.origin}/tenders/10${n}48.html`]))[0]);
  const visitAll = async () => visitsIn((await home.run(['watch', '--once', '--now', '--json'])).stdout);
  const set = (n: number, answer: Answer): void => publisher.set(`/tenders/10${n}48.html`, answer);

  beforeAll(async () => {
    [publisher, home] = [await openPublisher(), openHome({ DUALWATCH_FETCH_PACE: '5ms' })];
    publisher.set('/robots.txt', page('', { status: 404 }));
    publisher.set('/', front);
    publisher.set('*', nothing(1));
    publisher.set('/feed', feedOf(WORDS.map((title, n) => ({ url: `${publisher.origin}/tenders/10${n}48.html`, title }))));
    WORDS.forEach((_, n) => set(n, tender(n)));
    await home.run(['source', 'add', `${publisher.origin}/feed`, '--every', '1s', '--follow', '1s', '--allow-private']);
    await visitAll();
  }, 60_000);
  afterAll(() => publisher.close());

  it('is asked once for what never existed; then its own page for that is a removal, and nothing else is', async () => {
    set(0, nothing(2));
    set(1, frame('Tender patrol drones', '<h1>Tender patrol drones</h1>'));
    set(2, { kind: 'redirect', to: '/' });
    set(3, page('<html><body><h1>Back in a while, crew asleep</h1></body></html>'));
    await visitAll();
    set(0, nothing(3));
    await visitAll();
    const [soft, emptied, led, asleep, there] = [await show(0), await show(1), await show(2), await show(3), await show(4)];
    expect(soft).toMatchObject({ state: 'removed', reason: 'not found page', removal: { kind: 'status' } });
    expect(emptied).toMatchObject({ state: 'changed', reason: 'emptied' });
    expect(led).toMatchObject({ state: 'removed', reason: 'front page', removal: { kind: 'status' } });
    expect(asleep).toMatchObject({ state: 'unreachable', reason: 'message' });
    expect(there).toMatchObject({ state: 'present', reason: null });

    const probes = publisher.requests.filter(({ path }) => path.startsWith('/tenders/') && !/\/10\d48\./.test(path));
    expect(probes.map(({ path }) => path)).toEqual([expect.stringMatching(/^\/tenders\/\d{10}\.html$/)]);
    const basis = soft.observations.at(-1)?.basis ?? '';
    expect(basis).toContain(probes[0]?.path);
    const capture = /capture ([0-9a-f]{64})/.exec(basis)?.[1];
    expect((await home.run(['show', soft.id])).stdout).toContain(basis);
    expect((await home.run(['log', 'verify'])).stdout).toContain('All holds');
    expect((await home.run(['log', 'prove', capture ?? ''])).code).toBe(0);

    // A package of the notice has the answer that its judgement cites, and holds.
    const out = join(home.path, 'soft.wacz');
    await home.run(['export', soft.id, '--wacz', out]);
    expect(readFileSync(out).includes(capture ?? 'none')).toBe(true);
    expect(JSON.parse((await home.run(['verify', out, '--json'])).stdout)).toMatchObject({ ok: true, whole: true });
  }, 60_000);

  it('a notice that leads to the address of another that is followed, and shows that one, is gone', async () => {
    set(3, tender(3));
    set(4, { kind: 'redirect', to: '/tenders/10348.html' });
    await visitAll();
    await visitAll();
    expect(await show(4)).toMatchObject({ state: 'removed', reason: 'other notice', title: 'Tender thermal cameras', versions: 1 });
  }, 60_000);

  it('a notice that comes back is there again', async () => {
    set(0, tender(0));
    await visitAll();
    expect(await show(0)).toMatchObject({ state: 'present', reason: null, versions: 1 });
  }, 60_000);
});

it('a site that shows its front page for what it cleared is told from one that is closed by another notice that stands', async () => {
  const [publisher, home] = [await openPublisher(), openHome({ DUALWATCH_FETCH_PACE: '5ms', DUALWATCH_FOLLOW_CONFIRM_AFTER: '1h' })];
  try {
    publisher.set('/robots.txt', page('', { status: 404 }));
    for (const path of ['/', '*']) publisher.set(path, front);
    const url = (n: number): string => `${publisher.origin}/tenders/20${n}48.html`;
    publisher.set('/feed', feedOf([0, 1].map((n) => ({ url: url(n), title: WORDS[n] ?? '' }))));
    for (const n of [0, 1]) publisher.set(new URL(url(n)).pathname, tender(n));
    await home.run(['source', 'add', `${publisher.origin}/feed`, '--every', '1s', '--follow', '1s', '--allow-private']);
    const visit = (n: number) => home.run(['capture', url(n), '--allow-private']);
    for (const n of [0, 1]) await visit(n);
    publisher.set(new URL(url(0)).pathname, front);
    for (const n of [0, 1, 0]) await visit(n);
    const shown = showShape.parse((await home.json(['show', url(0)]))[0]);
    expect(shown.observations.at(-1)).toMatchObject({ state: 'removed', basis: expect.stringContaining(`while ${url(1)} stood there`) });
    expect((await home.run(['log', 'verify'])).stdout).toContain('All holds');
  } finally {
    await publisher.close();
  }
}, 60_000);

it('another notice is visited where it decides, so that a site which shows its front page for one is told from one that is closed, and no more is asked than that', async () => {
  const [publisher, home] = [await openPublisher(), openHome({ DUALWATCH_FETCH_PACE: '5ms', DUALWATCH_FOLLOW_CONFIRM_AFTER: '1h' })];
  try {
    publisher.set('/robots.txt', page('', { status: 404 }));
    for (const path of ['/', '*']) publisher.set(path, front);
    const url = (n: number): string => `${publisher.origin}/tenders/30${n}48.html`;
    const withLink = (n: number): Answer =>
      frame(
        `Tender ${WORDS[n] ?? ''}`,
        `<h1>Tender ${WORDS[n] ?? ''}</h1><article><p>The port invites offers for ${WORDS[n] ?? ''} with mounting, ${n === 0 ? 'cabling and a warranty of three years' : 'spare batteries, propellers, carrying cases and lessons for eight pilots'}.</p><p>Sealed envelopes are taken at the reception.</p></article><p>See also <a href="${url(1)}">another</a></p>`,
      );
    for (const n of [0, 1]) publisher.set(new URL(url(n)).pathname, withLink(n));
    const visit = () => home.run(['capture', url(0), '--allow-private']);
    const others = (): number => publisher.requests.filter(({ path }) => path === new URL(url(1)).pathname).length;
    await visit();
    expect(others()).toBe(0);
    publisher.set(new URL(url(0)).pathname, front);
    await visit();
    expect(others()).toBe(1);
    const shown = showShape.parse((await home.json(['show', url(0)]))[0]);
    const { state, basis } = shown.observations.at(-1) ?? {};
    expect(state).toBe('removed');
    expect(basis).toContain(`while ${url(1)} stood there at`);
    const capture = /stood there at \S+ \(capture ([0-9a-f]{64})\)/.exec(basis ?? '')?.[1] ?? '';
    expect((await home.run(['log', 'prove', capture])).code).toBe(0);
    expect((await home.run(['log', 'verify'])).stdout).toContain('All holds');
    // What stood a moment ago is not asked again.
    await visit();
    expect(others()).toBe(1);

    const out = join(home.path, 'other.wacz');
    await home.run(['export', shown.id, '--wacz', out]);
    expect(readFileSync(out).includes(capture)).toBe(true);
    expect(JSON.parse((await home.run(['verify', out, '--json'])).stdout)).toMatchObject({ ok: true, whole: true });
  } finally {
    await publisher.close();
  }
}, 60_000);

it('a site that leads every address to its front page is closed: the notice is blocked, and the other one that shows so is cited', async () => {
  const [publisher, home] = [await openPublisher(), openHome({ DUALWATCH_FETCH_PACE: '5ms', DUALWATCH_FOLLOW_CONFIRM_AFTER: '2ms' })];
  try {
    publisher.set('/robots.txt', page('', { status: 404 }));
    for (const path of ['/', '*']) publisher.set(path, front);
    const url = (n: number): string => `${publisher.origin}/tenders/40${n}48.html`;
    const visit = (n: number) => home.run(['capture', url(n), '--allow-private']);
    for (const n of [0, 1]) {
      publisher.set(new URL(url(n)).pathname, tender(n));
      await visit(n);
    }
    for (const n of [0, 1]) publisher.set(new URL(url(n)).pathname, { kind: 'redirect', to: '/' });
    for (const n of [0, 0, 1]) await visit(n);
    for (const n of [0, 1]) {
      const shown = showShape.parse((await home.json(['show', url(n)]))[0]);
      const { state, reason, basis } = shown.observations.at(-1) ?? {};
      expect({ now: shown.state, state, reason }).toEqual({ now: 'blocked', state: 'blocked', reason: 'wall' });
      // What no longer stands is not asked: for the second it is another page that the first one led to.
      expect(basis).toContain(`the site showed the same page at ${n === 0 ? url(1) : `${publisher.origin}/contact`} at`);
      expect((await home.run(['log', 'prove', /\(capture ([0-9a-f]{64})\)/.exec(basis ?? '')?.[1] ?? ''])).code).toBe(0);
    }
    expect((await home.run(['log', 'verify'])).stdout).toContain('All holds');
    const out = join(home.path, 'closed.wacz');
    await home.run(['export', url(0), '--wacz', out]);
    expect(JSON.parse((await home.run(['verify', out, '--json'])).stdout)).toMatchObject({ ok: true, whole: true });
  } finally {
    await publisher.close();
  }
}, 60_000);
