import { describe, expect, it } from 'vitest';
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
