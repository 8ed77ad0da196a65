import { describe, expect, it } from 'vitest';
import { readBehaviours } from '../bench/removals/behaviour.ts';
import { agrees, judgeBehaviour, type Judging, type Regime } from '../bench/removals/judge-behaviour.ts';
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
