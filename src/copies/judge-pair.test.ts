import { expect, it } from 'vitest';
import { loadCopyKnowledge } from '../catalogue/copy-knowledge.ts';
import { createBackground } from './background.ts';
import { judgePair } from './judge-pair.ts';

const background = createBackground(loadCopyKnowledge());

it('finds a text in itself, whatever the layout', () => {
  const a = { text: '求购无人机干扰设备\n俄罗斯客户求购干扰器和无人机探测器（商标 BorisTone、Bulat）。' };
  const b = { text: '求購無人機干擾設備。俄羅斯客戶求購干擾器和無人機探測器(商標 BorisTone, Bulat)' };
  expect(judgePair(a, b, background)).toMatchObject({ relation: 'edited' });
});
