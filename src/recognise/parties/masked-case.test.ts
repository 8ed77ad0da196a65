import { expect, it } from 'vitest';
import type { CaptionedItem, Case } from '../../model/case.ts';
import { maskedCase } from './masked-case.ts';

const made = { why: null, by: 'ann', at: '2026-03-01T10:00:00.000Z' };
const held: readonly CaptionedItem[] = [
  {
    ...made,
    no: 2,
    kind: 'notice',
    id: 'n1',
    caption: '李大伟求购无人机干扰器 13812345678',
    notice: {
      state: 'present',
      publisher: '李大伟 13812345678',
      publishedAt: null,
      firstSeenAt: '2026-03-01T10:00:00.000Z',
      priority: 80,
      listed: [],
      goods: [],
      destination: [],
    },
    persons: ['李大伟', '13812345678'],
  },
  { ...made, no: 3, kind: 'notice', id: 'n2', caption: 'http://w.example/13812345678' },
];

it('shows no private person and no way to reach one in title or publisher of what a case holds, and leaves addresses as they are', () => {
  const { items } = maskedCase({ items: held, notes: [] } as unknown as Case);
  expect(JSON.stringify(items[0])).not.toMatch(/李大伟|13812345678/);
  expect(items[0]?.notice).toMatchObject({ state: 'present', priority: 80, publisher: expect.stringContaining('•') });
  expect(items[1]).toEqual(held[1]);
});
