import { describe, expect, it } from 'vitest';
import type { Behaviour, Later } from '../bench/removals/behaviour.ts';
import { judgeBehaviour, type Regime } from '../bench/removals/judge-behaviour.ts';
import { judging, notice, page, SITE, TEXT } from './harbour-site.ts';

const judged = (later: readonly string[], regime: Regime = 'never', of: Partial<Behaviour> = {}) =>
  judgeBehaviour(judging, { ...SITE, later: later.map((html): Later => ({ status: 200, html, truth: 'present' })), ...of }, [regime])
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

describe('another text in place of a notice is a text, though it be short', () => {
  const story = '<h1>Pilots win regatta again</h1><p>Eight crews met last Sunday, wind was fresh, their cup goes home with pilots.</p>';

  it('where the page is built as the notice was and is named after it', () => {
    expect(judged([page('Pilots win regatta | Harbour board', story)])).toMatchObject([{ said: 'changed', reason: 'replaced' }]);
  });

  it('and a message where it is not, or where it speaks to its visitor', () => {
    expect(judged([page('Harbour board', story)])).toMatchObject([{ said: 'unreachable', reason: 'message' }]);
    const box = '<h1>Pilots win regatta again</h1><p>Eight crews met last Sunday, wind was fresh, their cup waits until you reload.</p>';
    expect(judged([page('Pilots win regatta | Harbour board', box)])).toMatchObject([{ said: 'unreachable', reason: 'message' }]);
  });
});
