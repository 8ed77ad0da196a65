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

/** The same, with the paths that were asked; `shown`: what stands at each. */
function judgedAt(answer: SiteAnswer, shown: (path: string, page: string) => SiteAnswer, followed: string | null, of: typeof SITE) {
  const asked: string[] = [];
  const ask = (html: string, url: string): SiteAnswer => {
    const { pathname } = new URL(url);
    asked.push(pathname);
    return shown(pathname, html);
  };
  const { state, reason, basis } = judgeAnswers(judging, of, 'before')(answer, null, { ask, followed });
  return { state, reason, basis, asked };
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
      [{ status: 503, html: 'busy' }, 'unreachable'],
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

describe('what a site shows in place of a notice is no removal where it shows that elsewhere too', () => {
  const shut = at200(front);
  const gone = at200(page('Adrift', '<h1>Adrift</h1><p>Your chart shows an island that ours lack, sailor.</p>', []));
  const menu = '<a href="/pilots">Pilots</a> <a href="/login">Staff</a> <a href="/tender/">Tenders</a>';
  const site = (of: Partial<typeof SITE>) => ({ ...SITE, absent: gone, frontPage: shut, ...of });
  const alone = at200(notice(TEXT, []));
  const withMenu = at200(notice(TEXT, [], menu));

  it('another notice that is followed shows the page for what is not there', () => {
    const found = judgedAt(gone, () => gone, '/tender/8888', site({ present: alone }));
    expect(found).toMatchObject({ state: 'blocked', reason: 'wall', asked: ['/tender/8888'] });
    expect(found.basis).toContain('the site showed the same page at https://harbour.example/tender/8888');
    expect(judgedAt(gone, (_, html) => stands(html), '/tender/8888', site({ present: alone }))).toMatchObject({
      state: 'removed',
      reason: 'not found page',
    });
  });

  it('or is led where this one was', () => {
    const led: SiteAnswer = { status: 302, html: '', location: '/', target: { status: 200, html: front } };
    expect(judgedAt(led, () => led, '/tender/8888', site({ present: alone }))).toMatchObject({ state: 'blocked', reason: 'wall' });
    expect(judgedAt(led, (_, html) => stands(html), '/tender/8888', site({ present: alone }))).toMatchObject({
      state: 'removed',
      reason: 'front page',
    });
  });

  it('with other news beside it', () => {
    const news = at200(
      page('Adrift', '<h1>Adrift</h1><p>Your chart shows an island that ours lack, sailor.</p>', ['Ferry timetable changes']),
    );
    expect(judgedAt(gone, () => news, '/tender/8888', site({ present: alone }))).toMatchObject({ state: 'blocked', reason: 'wall' });
  });

  it('a wall, a failure or another message at the other address says nothing', () => {
    for (const other of [
      { status: 403, html: '' },
      { status: 500, html: 'error' },
      at200(page('Tea', '<p>The crew is having tea, be patient.</p>')),
    ])
      expect(judgedAt(gone, () => other, '/tender/8888', site({ present: alone }))).toMatchObject({ state: 'removed' });
  });

  it('notices of one age may go together: then another page of the site tells that it is up', () => {
    const both = site({ present: at200(notice(TEXT, ['Paint for buoys'], menu)) });
    const pilots = at200(page('Pilots', '<h1>Pilots</h1><p>They wait at the outer buoy from dawn to dusk.</p>'));
    const isPage = (at: string): boolean => at === '/pilots';
    expect(judgedAt(gone, (at) => (isPage(at) ? pilots : gone), null, both)).toMatchObject({
      state: 'removed',
      asked: ['/tender/7001', '/pilots'],
    });
    expect(judgedAt(gone, () => gone, null, both)).toMatchObject({ state: 'blocked', reason: 'wall' });
    expect(judgedAt(gone, (at) => (isPage(at) ? { status: 500, html: '' } : gone), null, both)).toMatchObject({ state: 'blocked' });
  });

  it('a dead link of a menu shows it too, beside something else of the site', () => {
    const two = site({ present: at200(notice(TEXT, [], '<a href="/old-charts">Charts</a> <a href="/pilots">Pilots</a>')) });
    const pilots = at200(page('Pilots', '<h1>Pilots</h1><p>They wait at the outer buoy from dawn to dusk.</p>', []));
    const told = judgedAt(gone, (at) => (at === '/pilots' ? pilots : gone), null, two);
    expect(told).toMatchObject({ state: 'removed', asked: ['/old-charts', '/pilots'] });
    expect(judgedAt(gone, () => gone, null, two)).toMatchObject({ state: 'blocked' });
  });

  it('a list of other notices in its place may be where the menu leads too', () => {
    const rows = ['Ropes', 'Cranes', 'Buoys', 'Paint'].map((row, n) => `<li><a href="/tender/${n + 7001}">${row}</a></li>`).join('');
    const list = at200(page('All tenders', `<h1>All tenders</h1><ul>${rows}</ul>`, []));
    const of = site({ absent: list, present: at200(notice(TEXT, [], '<a href="/all">All</a>')) });
    const told = judgedAt(
      list,
      (at, html) => (at.startsWith('/tender/') ? { status: 500, html: '' } : at === '/all' ? list : stands(html)),
      null,
      of,
    );
    expect(told).toMatchObject({ state: 'removed', asked: ['/tender/7001', '/tender/7002'] });
  });

  it('neither doors, folders nor the way out are asked; where there is nobody to ask it is as it was', () => {
    const led = site({ present: withMenu });
    expect(judgedAt(gone, () => gone, null, led)).toMatchObject({ state: 'blocked', asked: ['/pilots'] });
    expect(judgedAt(gone, () => gone, null, site({ present: alone }))).toMatchObject({ state: 'removed', asked: [] });
  });

  it('what somebody is said to have done, and statuses of what is gone, are not asked about', () => {
    for (const answer of [at200(page('Gone', '<p>The buyer has withdrawn this tender.</p>')), { status: 410, html: '' }])
      expect(judgedAt(answer, () => answer, '/tender/8888', site({ present: alone }))).toMatchObject({ state: 'removed', asked: [] });
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
