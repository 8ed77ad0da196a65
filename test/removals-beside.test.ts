import { describe, expect, it } from 'vitest';
import type { Behaviour, Later } from '../bench/removals/behaviour.ts';
import { judgeBehaviour, type Judging, type Regime } from '../bench/removals/judge-behaviour.ts';
import { loadSites } from '../src/catalogue/sites.ts';
import { createPageJudge } from '../src/observe/judge-page.ts';
import { createReader } from '../src/read/read-page.ts';

const sites = loadSites();
const judging: Judging = { reader: createReader(sites), judge: createPageJudge(sites) };

const page = (title: string, main: string, news = ['Paint for buoys', 'Sale of an old tug'], head = 'Harbour board'): string =>
  `<!doctype html><html><head><title>${title}</title></head><body><div class="head">${head}</div><nav><a href="/">Home</a></nav><main><div class="page">${main}</div></main>` +
  `<aside>${news.map((one, n) => `<p><a href="/tender/${7001 + n}">${one}</a></p>`).join('')}</aside><footer>Open on weekdays</footer></body></html>`;
const TITLE = 'Tender for radar masts';
const notice = (text: string, ...rest: readonly [string[]?, string?]): string => page(TITLE, `<h1>${TITLE}</h1><p>${text}</p>`, ...rest);
const TEXT =
  'The board asks for offers for two masts of galvanised steel, with mounting and a guarantee. Sealed letters are opened in June at the reception; questions go to the purchasing desk, drawings lie at the pier and may be copied against a fee.';

const judged = (later: readonly string[], regime: Regime = 'never', of: Partial<Behaviour> = {}) =>
  judgeBehaviour(
    judging,
    {
      id: 'beside',
      site: 'harbour.example',
      lang: 'en',
      what: 'what stands beside',
      url: 'https://harbour.example/tender/9001',
      present: { status: 200, html: notice(TEXT) },
      absent: { status: 404, html: '' },
      later: later.map((html): Later => ({ status: 200, html, truth: 'present' })),
      ...of,
    },
    [regime],
  )
    .get(regime)
    ?.map(({ said, judgement }) => ({ said, reason: judgement.reason }));

describe('what stands beside a message says nothing of the notice', () => {
  it('titles of other notices, wherever on the page', () => {
    const news = ['Award: maintenance of cameras', 'Removal of old accounts', 'Access for subscribers only'];
    expect(judged([notice('The board has withdrawn this tender.', news)])).toMatchObject([{ said: 'removed' }]);
    expect(judged([notice('', news)])).toMatchObject([{ said: 'emptied' }]);
  });

  it('a line of the frame that differs by its numbers alone', () => {
    const clock = (at: string) => ({ status: 200, html: notice(TEXT, undefined, `${at} Subscription`) });
    const gone = notice('The board has withdrawn this tender.', undefined, '2026-05-04 11:02 Subscription');
    expect(judged([gone], 'never', { present: clock('2026-05-03 10:44') })).toMatchObject([{ said: 'removed' }]);
  });
});

describe('what a page of another build says', () => {
  it('is read where it has no end, and a page that breaks off is not', () => {
    expect(judged(['<div class=box><b>Notice</b><p>This tender was withdrawn by the buyer</div>'])).toMatchObject([{ said: 'removed' }]);
    const cut = notice('The board has withdrawn this tender.');
    expect(judged([cut.slice(0, cut.indexOf('<aside>'))])).toMatchObject([{ said: 'unreachable', reason: 'incomplete' }]);
  });

  it('counts before the box in which the site says that nothing is there', () => {
    const box = (said: string): string =>
      `<html><body><div class="box"><h3>Message board</h3><p>${said}</p><a href="#">Return to last page</a></div></body></html>`;
    const absent = { status: 200, html: box('Nothing of that kind') };
    expect(judged([box('MySQL Query Error'), box('Nothing of that kind')], 'before', { absent })).toMatchObject([
      { said: 'unreachable' },
      { said: 'removed', reason: 'not found page' },
    ]);
  });
});

it('a front page in place of a notice that leads to other notices is of a site that is open', () => {
  const front = page('Welcome', '<h1>Welcome</h1><p>Ships and piers since the days of sail, and everything between.</p>', [
    'Ropes',
    'Buoys',
    'Tugs',
  ]);
  const shut = page('Welcome', '<h1>Welcome</h1><p>Ships and piers since the days of sail, and everything between.</p>', []);
  for (const [html, said] of [
    [front, 'removed'],
    [shut, 'blocked'],
  ] as const)
    expect(judged([html], 'when asked', { absent: { status: 200, html }, frontPage: { html } })).toMatchObject([{ said }]);
});
