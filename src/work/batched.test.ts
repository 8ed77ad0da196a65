import { describe, expect, it } from 'vitest';
import { batched } from './batched.ts';

describe('batched', () => {
  it('shares a batch among the calls of a turn, and answers in order', async () => {
    const batches: number[][] = [];
    const double = batched(async (items: readonly number[]) => {
      batches.push([...items]);
      return items.map((item) => item * 2);
    }, 3);
    expect(await Promise.all([1, 2, 3, 4].map(double))).toEqual([2, 4, 6, 8]);
    expect(batches).toEqual([[1, 2, 3], [4]]);
  });

  it('lets no item take the others down, where one may be at fault', async () => {
    const act = async (items: readonly string[]): Promise<readonly string[]> => {
      if (items.includes('bad')) throw new Error('bad');
      return items;
    };
    const alone = batched(act, 10, () => true);
    expect((await Promise.allSettled(['a', 'bad', 'c'].map(alone))).map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    const together = batched(act, 10);
    expect((await Promise.allSettled(['a', 'bad'].map(together))).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
