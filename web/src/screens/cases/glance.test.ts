import { expect, test } from 'vitest';
import type { Claim, ClaimComparison } from '../../api/routes.gen.ts';
import { glanceOf } from './glance.ts';

type Verdict = ClaimComparison['findings'][number]['verdict'];

const claim = { id: 'q1', who: 'the association', saidAt: null, withdrawn: null } as Claim;

function cameOf(...notices: readonly (readonly (readonly [string, Verdict])[])[]): unknown {
  const comparison = notices.map((findings, no) => ({
    notice: `n${String(no)}`,
    capture: null,
    findings: findings.map(([says, verdict]) => ({ about: 'goods' as const, says, verdict, claim: null, notice: null, basis: '' })),
  }));
  const { claims } = glanceOf({ notices: [], copies: new Map(), claims: [{ claim, comparison }] });
  return claims.map(({ came, points }) => [came, points])[0];
}

test('a claim of which the notices say nothing, and one that was not compared, are no claim that stands', () => {
  expect(cameOf([], [])).toEqual(['notCompared', 0]);
  expect(cameOf()).toEqual(['notCompared', 0]);
  expect(cameOf([], [['toys', 'unsaid']])).toEqual(['silent', 0]);
  expect(cameOf([['toys', 'agrees']], [['toys', 'unsaid']])).toEqual(['agrees', 1]);
});

test('a copy that contradicts the same point counts once, and one point that agrees outweighs none', () => {
  const against = [['toys', 'contradicts']] as const;
  expect(cameOf(against, against)).toEqual(['contradicted', 1]);
  expect(cameOf([...against, ['KZ', 'agrees']], [['civil', 'contradicts']])).toEqual(['contradicted', 2]);
});
