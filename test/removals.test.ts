import { describe, expect, it } from 'vitest';
import { readBehaviours, type Behaviour } from '../bench/removals/behaviour.ts';
import { agrees, judgeAnswers, judgeBehaviour, type Judging, type Regime } from '../bench/removals/judge-behaviour.ts';
import { makeBehaviours } from '../bench/removals/make-sites.ts';
import { loadSites } from '../src/catalogue/sites.ts';
import { createPageJudge } from '../src/observe/judge-page.ts';
import { createReader } from '../src/read/read-page.ts';

const sites = loadSites();
const judging: Judging = { reader: createReader(sites), judge: createPageJudge(sites) };
const behaviours = makeBehaviours();

const REGIMES: readonly Regime[] = ['before', 'when asked', 'never'];

describe('on made-up sites, each with all that may be met at a notice’s address', () => {
  const all = behaviours.map((of) => ({ of, told: judgeBehaviour(judging, of, REGIMES) }));

  it.each(REGIMES)('nothing but a removal is taken for one, probed %s', (regime) => {
    const wrong = all.flatMap(({ of, told }) =>
      of.later.flatMap((later, n) => {
        const one = told.get(regime)?.[n];
        // Without a probe a page in words that nobody knows is no removal.
        if (regime === 'never' && later.truth === 'removed' && one?.said === 'unreachable') return [];
        return one !== undefined && agrees(one, later)
          ? []
          : [`${of.id} #${n}: ${later.truth} ${later.kind ?? ''} judged ${JSON.stringify(one)}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('every judgement but a plain present names its evidence', () => {
    for (const { told } of all)
      for (const { judgement } of [...told.values()].flat())
        if (judgement.state !== 'present' || judgement.reason !== null) expect(judgement.basis).toMatch(/\S{3}/);
  });
});

it('a list elsewhere is no new version of a notice with which its rows share common words', () => {
  const page = (title: string, main: string): string =>
    `<!doctype html><html><head><title>${title} | Harbour board</title></head><body><nav><a href="/">Home</a></nav><main>${main}</main><footer>Harbour board</footer></body></html>`;
  const rows = ['Supply of ropes', 'Repair of the pier', 'Cleaning of windows', 'Paint for buoys', 'Sale of an old tug'];
  const list = rows.map((row, n) => `<li><a href="/view/${n + 1001}.html">${row}</a> <em>${n + 1} May 2026</em></li>`).join('');
  const [told] =
    judgeBehaviour(
      judging,
      {
        id: 'list',
        site: 'harbour.example',
        lang: 'en',
        what: 'led to a list',
        url: 'https://harbour.example/tender/9001',
        present: {
          status: 200,
          html: page(
            'Tender for radar masts',
            '<h1>Tender for radar masts</h1><p>The harbour board asks for offers for the supply of two masts of steel, with a guarantee.</p><p>Sealed letters are opened in June.</p>',
          ),
        },
        later: [
          {
            status: 302,
            html: '',
            location: '/tenders?page=1',
            target: { url: '/tenders?page=1', status: 200, html: page('Tenders', `<ul>${list}</ul>`) },
            truth: 'removed',
          },
        ],
        absent: { status: 404, html: '' },
      },
      ['never'],
    ).get('never') ?? [];
  expect(told).toMatchObject({ said: 'removed', judgement: { kind: 'status', reason: 'list page' } });
});

describe('what only the rest of its site tells of a notice', () => {
  const page = (title: string, main: string): string =>
    `<!doctype html><html><head><title>${title} | Harbour board</title></head><body><nav><a href="/">Home</a><a href="/tenders/">Tenders</a></nav><main><div class="page">${main}</div></main><footer>Harbour board, open on weekdays</footer></body></html>`;
  const notice = (title: string, text: string): string =>
    page(title, `<h1>${title}</h1><p class="date">Published 4 May 2026</p><div class="text"><p>${text}</p></div>`);
  const masts = notice(
    'Tender for radar masts',
    'The board asks for offers for two masts of galvanised steel, with mounting and a guarantee. Sealed letters are opened in June at the reception; questions go to the purchasing desk, drawings lie at the pier and may be copied against a fee.',
  );
  const front = page('Welcome', '<h1>Welcome</h1><p>Ships, piers and everything between them since the days of sail.</p>');
  const standing = { url: 'https://harbour.example/tender/9002', at: '2026-05-05T10:00:00.000Z' };
  const judgeAt = (absent: Behaviour['absent'], frontPage?: string, before = masts, url = 'https://harbour.example/tender/9001') =>
    judgeAnswers(
      judging,
      {
        id: 'rest',
        site: 'harbour.example',
        lang: 'en',
        what: 'the rest of the site',
        url,
        present: { status: 200, html: before },
        later: [],
        absent,
        ...(frontPage !== undefined && { frontPage: { html: frontPage } }),
      },
      'when asked',
    );
  const nowhere = { status: 404, html: '' };

  it('a site that shows its front page in place of a notice is closed, or has cleared it: then another notice stands', () => {
    const judge = judgeAt({ status: 200, html: front }, front);
    expect(judge({ status: 200, html: front })).toMatchObject({ state: 'blocked', reason: 'wall' });
    // Under another title it is the same page.
    expect(judge({ status: 200, html: front.replace('<title>Welcome', '<title>Contact') }, standing)).toMatchObject({ state: 'removed' });
    const gone = judge({ status: 200, html: front }, standing);
    expect(gone).toMatchObject({
      state: 'removed',
      kind: 'status',
      basis: expect.stringContaining(`while ${standing.url} stood there at`),
    });
  });

  it('a redirect to another notice of the same kind of page is a removal; to the same in another language, or to a message, none', () => {
    const judge = judgeAt(nowhere);
    const led = (url: string, html: string) => judge({ status: 301, html: '', location: url, target: { url, status: 200, html } });
    expect(
      led('/tender/7310', notice('Garden hoses wanted', 'Somebody looks for rubber hoses, 4000 metres, and brass nozzles, 600 pieces.')),
    ).toMatchObject({
      state: 'removed',
      kind: 'status',
      reason: 'other notice',
    });
    expect(led('/tender/9001-ru', notice('Закупка мачт', 'Просим предложения на две стальные мачты с монтажом.'))).not.toMatchObject({
      state: 'removed',
    });
    expect(led('/tender/hold-on', page('Patience', '<p>The crew is having tea.</p>'))).not.toMatchObject({ state: 'removed' });
  });

  it('a redirect to a page with another title and without its number is a removal while another notice stands', () => {
    const judge = judgeAt(nowhere);
    const led = (url: string, html: string, while_: typeof standing | null) =>
      judge({ status: 302, html: '', location: url, target: { url, status: 200, html } }, while_);
    const rubric = page('Steelwork', '<h1>Steelwork</h1><ul><li>Paint for buoys</li><li>Tender for radar masts</li></ul>');
    expect(led('/goods/steelwork', rubric, standing)).toMatchObject({
      state: 'removed',
      kind: 'status',
      reason: 'other page',
      basis: expect.stringContaining(`while ${standing.url} stood there`),
    });
    expect(led('/goods/steelwork', rubric, null)).not.toMatchObject({ state: 'removed' });
    expect(led('/goods/9001', rubric, standing)).not.toMatchObject({ state: 'removed' });
    expect(led('/goods/steelwork', page('Tender for radar masts', '<p>The crew is having tea.</p>'), standing)).not.toMatchObject({
      state: 'removed',
    });
    expect(led('/goods/steelwork', page('Steelwork', '<p>Please log in to read on.</p>'), standing)).toMatchObject({ state: 'blocked' });
    const bare = '<html><head><title>Steelwork</title></head><body><p>Welcome, stranger.</p></body></html>';
    expect(led('/goods/steelwork', bare, standing)).not.toMatchObject({ state: 'removed' });
  });

  it('what stands at another owner’s address says that the site moved there, or it is a wall', () => {
    const judge = judgeAt(nowhere);
    const led = (said: string) =>
      judge({
        status: 301,
        html: '',
        location: 'https://quay.test/',
        target: {
          url: 'https://quay.test/',
          status: 200,
          html: `<html><head><title>Quay</title></head><body><p>${said}</p></body></html>`,
        },
      });
    expect(led('The board has moved to Quay. Its tenders were not imported.')).toMatchObject({ state: 'removed', kind: 'moved' });
    for (const said of ['Accept the terms of this network.', 'This tender was deleted.'])
      expect(led(said)).toMatchObject({ state: 'unreachable', reason: 'led elsewhere' });
  });

  it('the account that ended is of somebody else, or of the visitor', () => {
    const judge = judgeAt(nowhere);
    const told = (said: string) => judge({ status: 200, html: page('Message', `<p>${said}</p>`) });
    expect(told('Пользователь pier_master забанен за мошенничество. Объявления скрыты.')).toMatchObject({
      state: 'removed',
      kind: 'account',
    });
    expect(told('Пользователь забанен: вам закрыт доступ к объявлениям.')).toMatchObject({ state: 'blocked' });
    expect(told('Ваш аккаунт забанен. Объявления скрыты.')).toMatchObject({ state: 'blocked' });
  });

  it('where it is certain that a notice is gone, a term or an account that ended says why, unless as one of several things', () => {
    const at404 = (said: string) => judgeAt(nowhere)({ status: 404, html: page('Message', `<p>${said}</p>`) });
    expect(at404('The term of this tender has expired.')).toMatchObject({ state: 'removed', kind: 'expired' });
    expect(at404('The membership of the buyer ended: this user is closed.')).toMatchObject({ state: 'removed', kind: 'account' });
    expect(at404('The term of this tender ended, or the address is wrong.')).toMatchObject({ state: 'removed', kind: 'status' });
    const absent = (said: string) => ({
      status: 200,
      html: page('Oh dear', `<h2>Oh dear</h2><p>Here be dragons, sailor: no such island on our charts.</p><p>${said}</p>`),
    });
    expect(judgeAt(absent(''))(absent('Removed by the administration: spam.'))).toMatchObject({ state: 'removed', kind: 'platform' });
  });

  it('a script that asks for a login in place of a text is a door', () => {
    const script = (said: string) =>
      `<html><head><title>Hint</title></head><body><script>alert("${said}");location.href="/";</script></body></html>`;
    expect(judgeAt(nowhere)({ status: 200, html: script('Please log in to read on!') })).toMatchObject({
      state: 'blocked',
      reason: 'login',
    });
    expect(judgeAt(nowhere)({ status: 200, html: script('!') })).toMatchObject({ state: 'unreachable', reason: 'empty' });
  });

  it('a list that stood beside the notice is no list in its place', () => {
    const rowsOf = (from: number, count: number): string =>
      Array.from({ length: count }, (_, n) => `<li><a href="/tender/${from + n}">Pumps of lot ${n}</a> 2026-03-1${n % 10}</li>`).join('');
    const beside = (said: string): string =>
      page('Tender for masts', `<h1>Tender for masts</h1>${said}<h3>Similar tenders</h3><ul>${rowsOf(8001, 5)}</ul>`);
    const before = beside(
      '<div class="text"><p>The board asks for two masts of galvanised steel, with mounting and a guarantee, before the end of June. Sealed letters are opened at the reception; drawings lie at the pier and may be copied against a fee.</p></div>',
    );
    const judge = judgeAt(nowhere, front, before);
    expect(judge({ status: 200, html: beside('') })).toMatchObject({ state: 'present', reason: 'emptied' });
    expect(judge({ status: 200, html: beside('<p>This tender was withdrawn by the buyer.</p>') })).toMatchObject({
      state: 'removed',
      kind: 'publisher',
    });
    expect(judge({ status: 200, html: page('Tenders', `<ul>${rowsOf(8001, 20)}</ul>`) })).toMatchObject({
      state: 'removed',
      reason: 'list page',
    });
  });

  it('rows of a list beside a notice say nothing of it, be their dates beside them, and their base elsewhere', () => {
    const rowsOf = (from: number, third: string, path: string): string =>
      ['Chains for the quay', 'Ropes and fenders', third, 'Paint for old buoys', 'Lamps for the pier']
        .map((row, n) => `<li><a href="${path}${from + n}">${row}</a> ${n + 10} May 2026</li>`)
        .join('');
    const text = `<div class="text"><p>The board asks for two masts of galvanised steel, with mounting and a guarantee, before the end of June. Sealed letters are opened at the reception; drawings may be copied against a fee.</p></div>`;
    const beside = (said: string, rows: string, base = ''): string =>
      page('Tender for masts', `<h1>Tender for masts</h1>${said}<h3>Similar</h3><ul>${rows}</ul>`).replace('<head>', `<head>${base}`);
    const judge = judgeAt(nowhere, front, beside(text, rowsOf(8001, 'Oil for winches', '/tender/')));
    for (const row of ['Tender withdrawn by the buyer: pumps', 'Please log in to view this tender'])
      expect(judge({ status: 200, html: beside('', rowsOf(8101, row, '/tender/')) })).toMatchObject({
        state: 'present',
        reason: 'emptied',
      });
    const long = ['one', 'two', 'three', 'four', 'five'].map(
      (n) =>
        `<li><a href="/tender/${n}-8301">Repair of the ${n} oldest cranes on the eastern side of the outer harbour</a> 11 May 2026</li>`,
    );
    const withdrawn = beside('<p>This tender was withdrawn by the buyer.</p>', long.join(''));
    expect(judge({ status: 200, html: withdrawn })).toMatchObject({ state: 'removed', kind: 'publisher' });
    const base = '<base href="https://harbour.example/">';
    const based = judgeAt(nowhere, front, beside(text, rowsOf(8001, 'Oil for winches', 'tender/'), base));
    expect(based({ status: 200, html: beside('', rowsOf(8101, 'Oil for cranes', 'tender/'), base) })).toMatchObject({
      state: 'present',
      reason: 'emptied',
    });
  });

  it('a message in words that nobody knows, over the list that stood beside the notice, is no list in its place, though the address has the title behind the number', () => {
    const rows = (from: number, count: number): string =>
      Array.from({ length: count }, (_, n) => `<li><a href="/tender/${from + n}">Pumps of lot ${n}</a> 2026-03-1${n % 10}</li>`).join('');
    for (const count of [5, 12]) {
      const judge = judgeAt(nowhere, front, masts.replace('</main>', `<ul>${rows(8001, count)}</ul></main>`));
      const html = page('Hm', '<p>Only friends may look.</p>').replace('</main>', `<ul>${rows(8001, count)}</ul></main>`);
      expect(judge({ status: 200, html }, standing)).toMatchObject({ state: 'unreachable', reason: 'message' });
      const [status, url] = [200, '/tender/9001/masts'];
      expect(judge({ status: 301, html: '', location: url, target: { url, status, html } })).toMatchObject({ state: 'unreachable' });
      const list = page('Tenders', '').replace('</main>', `<ul>${rows(8001, count)}</ul></main>`);
      expect(judge({ status: 200, html: list }, standing)).toMatchObject({ state: 'removed', reason: 'list page' });
    }
  });

  it('an address in a line, and the words of a search, are no title', () => {
    const judge = judgeAt(nowhere, front, masts, 'https://harbour.example/tender/tender-for-radar-masts-9001');
    const html = page('Oh dear', '<p>The parrot knows no /tender/tender-for-radar-masts-9001 here.</p>');
    expect(judge({ status: 200, html })).toMatchObject({ state: 'unreachable', reason: 'message' });
    const url = '/search?q=tender+for+radar+masts';
    const results = page('Search', '<h1>Results for tender for radar masts</h1><p>The parrot has nothing like it.</p>');
    expect(judge({ status: 302, html: '', location: url, target: { url, status: 200, html: results } })).toMatchObject({
      state: 'removed',
      reason: 'list page',
    });
  });

  it('a title counts though the address has its words too', () => {
    const before = page(
      'Radar masts',
      '<h1>Radar masts</h1><p>Two masts of galvanised steel are wanted, with mounting and a guarantee, before June.</p>',
    );
    const judge = judgeAt(nowhere, front, before, 'https://harbour.example/tender/radar-masts-9001');
    expect(judge({ status: 200, html: page('Radar masts', '<h1>Radar masts</h1>') })).toMatchObject({
      state: 'present',
      reason: 'emptied',
    });
  });

  it('a message in the frame of the front page is not the front page', () => {
    const html = page(
      'Welcome',
      '<h1>Welcome</h1><p>Посетители, находящиеся в группе Гости, не могут просматривать данную публикацию.</p>',
    );
    expect(judgeAt(nowhere, front)({ status: 200, html }, standing)).toMatchObject({ state: 'blocked', reason: 'login' });
    const group = '<h1>Tender for radar masts</h1><p>Посетители, находящиеся в группе Гости, не могут оставлять комментарии.</p>';
    expect(judgeAt(nowhere, front)({ status: 200, html: page('Tender for radar masts', group) })).toMatchObject({ state: 'present' });
    const odd = page('Welcome', '<h1>Welcome</h1><p>Whoever reads this sees neither tenders nor drawings of masts.</p>');
    expect(judgeAt(nowhere, front)({ status: 200, html: odd }, standing)).not.toMatchObject({ reason: 'front page' });
    const news = [
      'The lighthouse is open to visitors on Sundays from noon to dusk.',
      'Ferries leave hourly for the islands, weather permitting.',
      'Our museum shows anchors, ropes and figureheads of old.',
      'The board meets every second Tuesday in the old customs house.',
      'Skippers who race around the breakwater need a permit of the harbour master.',
    ].map((line) => `<p>${line}</p>`);
    const rich = page('Welcome', `<h1>Welcome</h1>${news.join('')}`);
    const beside = rich.replace('</h1>', '</h1><p>Whoever reads this sees neither tenders nor drawings.</p>');
    expect(judgeAt(nowhere, rich)({ status: 200, html: beside }, standing)).toMatchObject({ state: 'unreachable', reason: 'message' });
    const next = rich.replace(news[2] ?? '', '<p>Dredging begins near buoy seven next week.</p>');
    expect(judgeAt(nowhere, rich)({ status: 200, html: next }, standing)).toMatchObject({ state: 'removed', reason: 'front page' });
  });

  it('a new field for a password is a door, unless an act of taking away is told beside it', () => {
    const form = '<form>Address: <input name="a"> Secret: <input type="PASSWORD" name="b"></form>';
    const asks = (said: string) =>
      judgeAt(nowhere)({ status: 200, html: page('Harbour Private Archives', `<h1>Harbour Private Archives</h1>${said}${form}`) });
    expect(asks('')).toMatchObject({ state: 'blocked', reason: 'login' });
    expect(asks('<p>This tender was withdrawn by the buyer.</p>')).toMatchObject({ state: 'removed', kind: 'publisher' });
    expect(asks('<p>This tender does not exist.</p>')).toMatchObject({ state: 'removed', kind: 'status' });
    const before = notice(
      'Tender for radar masts',
      'Two masts of galvanised steel are wanted, with mounting and a guarantee, before the end of June.',
    ).replace('</main>', `${form}</main>`);
    const gone = page('Message', `<p>This tender is not available.</p>${form}`);
    expect(judgeAt(nowhere, front, before)({ status: 200, html: gone })).not.toMatchObject({ reason: 'login' });
  });

  it('a server that cannot serve for now is a failure, and a firewall that says so by the same status a wall', () => {
    const busy = (said: string) =>
      judgeAt(nowhere)({ status: 503, html: `<html><head><title>503</title></head><body><p>${said}</p></body></html>` });
    for (const said of ['The site is being maintained, back at noon.', 'Backend fetch failed', 'Этот тендер удалён.', ''])
      expect(busy(said)).toMatchObject({ state: 'unreachable', reason: 'http 503' });
    expect(busy('Too many requests from your address.')).toMatchObject({ state: 'blocked', reason: 'frequency' });
    expect(busy('Your access to this site has been limited by the site owner.')).toMatchObject({ state: 'blocked' });
  });

  it('a refusal that says who took the notice away counts on a page of the site, or as a legal order while another notice stands', () => {
    const judge = judgeAt(nowhere);
    const said = '<p>This notice was withdrawn by the buyer.</p>';
    expect(judge({ status: 403, html: page('Access denied', said) })).toMatchObject({ state: 'removed', kind: 'publisher' });
    expect(judge({ status: 200, html: page('Access denied', said) })).toMatchObject({ state: 'removed', kind: 'publisher' });
    const bare = `<html><head><title>Access denied</title></head><body>${said}</body></html>`;
    for (const status of [200, 403]) expect(judge({ status, html: bare }, standing)).toMatchObject({ state: 'blocked' });
    expect(judge({ status: 451, html: bare })).toMatchObject({ state: 'blocked' });
    expect(judge({ status: 451, html: bare }, standing)).toMatchObject({ state: 'removed', kind: 'publisher' });
    const order = '<html><body><p>Access to this resource is restricted under federal law.</p></body></html>';
    expect(judge({ status: 451, html: order }, standing)).toMatchObject({ state: 'blocked' });
  });
});

it('on sites by somebody who had not seen the rules, no error, wall or edit is taken for a removal, and nearly all removals are found', () => {
  const written = readBehaviours(new URL('fixtures/removals/behaviours.jsonl', import.meta.url));
  for (const [regime, least] of [
    ['before', 0.95],
    ['when asked', 0.9],
    ['never', 0.75],
  ] as const) {
    const told = written.flatMap((of) => {
      const answers = judgeBehaviour(judging, of, [regime]).get(regime) ?? [];
      return of.later.flatMap((later, n) => {
        const one = answers[n];
        return one === undefined ? [] : [{ id: `${of.id} #${n}`, later, one }];
      });
    });
    expect(
      told.filter(({ later, one }) => one.said === 'removed' && later.truth !== 'removed' && !agrees(one, later)).map(({ id }) => id),
    ).toEqual([]);
    const removals = told.filter(({ later }) => later.truth === 'removed');
    expect(removals.filter(({ one }) => one.said === 'removed').length / removals.length).toBeGreaterThan(least);
  }
}, 120_000);
