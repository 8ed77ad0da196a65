import { expect, test } from 'vitest';
import type { ClaimComparison } from '../../api/routes.gen.ts';
import { likeComparisonsOf } from './like-comparisons.ts';

function says(notice: string, text: string, start: number): ClaimComparison {
  const words = { start, end: start + text.length, text, names: 'counter_uav_jam' };
  return {
    notice,
    capture: notice.repeat(32),
    findings: [{ about: 'goods', says: 'toys', verdict: 'contradicts', claim: null, notice: words, basis: '' }],
  };
}

test('notices with the same words against a claim are told together, wherever the words stand in them', () => {
  const like = likeComparisonsOf([says('n1', '干扰器', 5), says('n2', '探测器', 5), says('n3', '干扰器', 9)]);
  expect(like.map(({ first, all }) => [first.notice, all.map(({ notice }) => notice)])).toEqual([
    ['n1', ['n1', 'n3']],
    ['n2', ['n2']],
  ]);
});
