import { expect, test } from 'vitest';
import type { PublisherProfile } from '../../api/routes.gen.ts';
import { caseHolding, claimWith, copyOf, noticeWith } from './made-up.ts';
import { networkOf, type NetworkOf } from './network.ts';

const province = noticeWith({ id: 'n1', publisher: 'the province', publishedAt: '2026-03-01', tradeNames: ['Bulat'], state: 'removed' });
const city = noticeWith({ id: 'n2', publisher: 'the city', publishedAt: '2026-03-05', tradeNames: ['BULAT'] });
const of = caseHolding({ kind: 'notice', id: 'n1', caption: 'A' }, { kind: 'publisher', id: 'p1', caption: 'the province' });

function draw(given: Partial<NetworkOf>): ReturnType<typeof networkOf> {
  return networkOf({ of, notices: [province, city], copies: new Map(), publishers: [], claims: [], ...given });
}

function told({ edges }: ReturnType<typeof networkOf>): readonly string[] {
  return edges.map(({ kind, from, to }) => `${from} ${kind} ${to}`).toSorted();
}

test('two notices that name one brand meet in it, however it is written', () => {
  expect(told(draw({}))).toEqual([
    'notice n1 names tradeName bulat',
    'notice n1 publishedBy publisher the province',
    'notice n2 names tradeName bulat',
    'notice n2 publishedBy publisher the city',
  ]);
});

test('notices meet in the goods that they are about, and each has its number in the case', () => {
  const notices = [noticeWith({ ...province, goods: ['counter_uav_jam'] }), noticeWith({ ...city, goods: ['counter_uav_jam'] })];
  const drawn = draw({ notices });
  expect(told(drawn).filter((edge) => edge.includes('seeks'))).toEqual([
    'notice n1 seeks good counter_uav_jam',
    'notice n2 seeks good counter_uav_jam',
  ]);
  expect(drawn.nodes.filter(({ kind }) => kind === 'notice').map(({ id, no }) => [id, no])).toEqual([
    ['n1', 1],
    ['n2', null],
  ]);
});

test('the later of two copies points to the earlier, once', () => {
  const copies = new Map([
    ['n1', [copyOf(city)]],
    ['n2', [copyOf(province)]],
  ]);
  expect(told(draw({ copies })).filter((edge) => edge.includes('copyOf'))).toEqual(['notice n2 copyOf notice n1']);
});

test('a publisher of the case and the one that notices name are one node', () => {
  const { nodes } = draw({});
  expect(nodes.filter(({ kind, label }) => kind === 'publisher' && label === 'the province')).toMatchObject([{ id: 'p1', inCase: true }]);
});

test('who oversees whom goes from the overseer, whichever of the two is looked at', () => {
  const profile = { id: 'p1', name: 'the province', overseersInText: [] } as unknown as PublisherProfile;
  const link = { link: 'link', why: 'its statutes', by: 'a', at: '', logIndex: 1 } as const;
  const under = { ...profile, oversight: [{ ...link, publisher: 'p1', overseer: 'p9', name: 'the ministry' }] };
  const over = { ...profile, oversight: [{ ...link, publisher: 'p2', overseer: 'p1', name: 'the city' }] };
  expect(told(draw({ publishers: [under] }))).toContain('publisher the ministry oversees publisher the province');
  expect(told(draw({ publishers: [over] }))).toContain('publisher the province oversees publisher the city');
});

test('a claim is tied to the notice that contradicts it, with the words of both, and to the report it stands in', () => {
  const report = noticeWith({ id: 'n3', type: 'report', captures: [{ sha256: 'ff' } as (typeof province.captures)[number]] });
  const finding = { about: 'goods', says: 'toys', basis: '', claim: { start: 0, end: 4, text: 'toys' } } as const;
  const notice = { start: 0, end: 3, text: '干扰器', names: 'counter_uav_jam' };
  const comparison = [
    {
      notice: 'n1',
      capture: 'aa',
      findings: [
        { ...finding, verdict: 'contradicts' as const, notice },
        { ...finding, verdict: 'unsaid' as const, notice: null },
      ],
    },
  ];
  const { edges } = draw({
    notices: [province, report],
    claims: [{ claim: claimWith({ id: 'q1', about: ['n1'], capture: 'ff' }), comparison }],
  });
  expect(edges.find(({ kind }) => kind === 'claimAbout')).toMatchObject({ contradicted: 1, words: 'toys – 干扰器', capture: 'aa' });
  expect(edges.find(({ kind }) => kind === 'saidIn')).toMatchObject({ from: 'claim q1', to: 'notice n3' });
});

test('no more nodes than can be read: those of the case stay, and edges to nothing go', () => {
  const many = Array.from({ length: 200 }, (_, no) => noticeWith({ id: `m${no}`, publisher: `publisher ${no}` }));
  const { nodes, edges, left } = draw({ notices: [...many, province] });
  expect(nodes).toHaveLength(150);
  expect(left).toBe(200 + 200 + 3 - 150);
  expect(nodes.slice(0, 2).map(({ key }) => key)).toEqual(['notice n1', 'publisher the province']);
  const kept = new Set(nodes.map(({ key }) => key));
  expect(edges.every(({ from, to }) => kept.has(from) && kept.has(to))).toBe(true);
});
