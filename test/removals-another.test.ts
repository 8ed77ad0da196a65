import { describe, expect, it } from 'vitest';
import type { SiteAnswer } from '../bench/removals/behaviour.ts';
import { judgeAnswers } from '../bench/removals/judge-behaviour.ts';
import { judging, notice, page, SITE, TEXT } from './harbour-site.ts';

const front = page('Welcome', '<h1>Welcome</h1><p>Ships and piers since the days of sail, and everything between.</p>', []);

/** The site shows its front page for whatever it does not have. */
const FRONT_FOR_ALL = { ...SITE, absent: { status: 200, html: front }, frontPage: { html: front } };

/** The judgement of an answer, what was asked beside it, and how the judgement cites that. */
function judged(answer: SiteAnswer, another: (page: string) => SiteAnswer, followed: string | null = null, of = FRONT_FOR_ALL) {
  let asked = 0;
  const ask = (html: string): SiteAnswer => {
    asked += 1;
    return another(html);
  };
  const { state, reason, basis } = judgeAnswers(judging, of, 'when asked')(answer, null, { ask, followed });
  return { state, reason, asked, basis };
}

const stands = (html: string): SiteAnswer => ({ status: 200, html });
const at200 = (html: string): SiteAnswer => ({ status: 200, html });

describe('another notice of the site is visited where it would decide', () => {
  it('its front page for one is a removal while another stands, which the judgement cites', () => {
    const found = judged(at200(front), stands);
    expect(found).toMatchObject({ state: 'removed', asked: 1 });
    expect(found.basis).toContain('while https://harbour.example/tender/7001 stood there');
  });

  it('and none where the other shows the same, fails, is a wall or breaks off: two are asked and no more', () => {
    for (const other of [
      () => at200(front),
      () => ({ status: 500, html: 'error' }),
      () => ({ status: 403, html: '<html><body>Access denied</body></html>' }),
      () => at200(''),
      (html: string) => at200(html.slice(0, html.length / 2)),
      () => ({ status: 302, html: '', location: '/login' }),
    ])
      expect(judged(at200(front), other)).toMatchObject({ state: 'blocked', asked: 2 });
  });

  it('the notice itself under another address is no other', () => {
    expect(judged(at200(front), () => at200(notice(TEXT)))).toMatchObject({ state: 'blocked' });
  });

  it('nothing is asked where it would change nothing', () => {
    for (const [answer, state] of [
      [at200(notice(TEXT)), 'present'],
      [{ status: 404, html: '' }, 'removed'],
      [{ status: 503, html: 'busy' }, 'blocked'],
      [at200(notice('The board has withdrawn this tender.')), 'removed'],
    ] as const)
      expect(judged(answer, stands)).toMatchObject({ state, asked: 0 });
  });

  it('one that is followed is asked first; a site whose pages lead to no other has none to ask', () => {
    const alone = { ...FRONT_FOR_ALL, present: at200(notice(TEXT, [])) };
    expect(judged(at200(front), stands, null, alone)).toMatchObject({ state: 'blocked', asked: 0 });
    const found = judged(at200(front), stands, '/tender/8888', alone);
    expect(found).toMatchObject({ state: 'removed', asked: 1 });
    expect(found.basis).toContain('/tender/8888');
  });
});

describe('what a refusal, a failure or a door says of one notice counts while another stands', () => {
  it('a failure in the site’s own page that says the tender is not there', () => {
    const failed = { status: 500, html: notice('This tender does not exist.') };
    expect(judged(failed, stands)).toMatchObject({ state: 'removed', asked: 1 });
    expect(judged(failed, () => failed)).toMatchObject({ state: 'unreachable', reason: 'http 500' });
    expect(judged({ status: 500, html: notice('Something went wrong, try again later.') }, stands)).toMatchObject({ state: 'unreachable' });
  });

  it('a door whose message names the act', () => {
    const door = at200(notice('This tender withdrawn by the buyer can be opened by registered users only.'));
    expect(judged(door, stands)).toMatchObject({ state: 'removed' });
    expect(judged(door, () => door)).toMatchObject({ state: 'blocked' });
    expect(judged(at200(notice('This tender can be opened by registered users only.')), stands)).toMatchObject({ state: 'blocked' });
  });

  it('a legal order against one page that says it was taken away', () => {
    const order = { status: 451, html: '<html><body><h1>Unavailable</h1><p>The notice was removed by order of a court.</p></body></html>' };
    expect(judged(order, stands)).toMatchObject({ state: 'removed' });
    expect(judged(order, () => order)).toMatchObject({ state: 'blocked' });
  });
});

it('a message that ends the program before the page ends is read, and half of a notice is not one', () => {
  const whole = page('Message', '<p>The tender was withdrawn by the buyer.</p>');
  const cut = whole.slice(0, whole.indexOf('</main>'));
  expect(judged(at200(cut), stands)).toMatchObject({ state: 'removed' });
  const half = notice(TEXT);
  expect(judged(at200(half.slice(0, half.indexOf('Sealed'))), stands)).toMatchObject({ state: 'unreachable', reason: 'incomplete' });
});

describe('what every address of a closed site shows is no other notice', () => {
  const closed = (news: readonly string[]): SiteAnswer =>
    at200(page('Welcome', '<h1>Welcome</h1><p>Ships and piers since the days of sail, and everything between.</p>', [...news]));
  const shut = closed(['Dredging of the northern basin begins', 'Concert at the lighthouse']);
  const site = { ...SITE, absent: shut, frontPage: shut };

  it('with other news beside it each time', () => {
    expect(judged(shut, stands, null, site)).toMatchObject({ state: 'removed' });
    let n = 0;
    const news = [
      ['Volunteers repaint historic crane quickly', 'Ferry timetable changes because storms damaged pontoon bridges'],
      ['Swimming lessons for children start in autumn', 'Museum shows charts drawn by whalers'],
    ];
    expect(judged(shut, () => closed(news[n++ % 2] ?? []), '/tender/8888', site)).toMatchObject({ state: 'blocked', asked: 2 });
  });

  it('nor is the notice itself under another address, with other news', () => {
    const again = at200(notice(TEXT, ['Volunteers repaint historic crane quickly', 'Museum shows charts drawn by whalers']));
    expect(judged(shut, () => again, null, site)).toMatchObject({ state: 'blocked' });
  });
});
