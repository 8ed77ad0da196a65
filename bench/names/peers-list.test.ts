import { expect, test } from 'vitest';
import { describeWithShared } from '../../test/shared-data.ts';
import { PEER_LISTS, peersList } from './peers-list.ts';

describeWithShared('the list of the peers', 'data/names/un_consolidated_20260227.xml', () => {
  test('has the parties and names that their own loader counts', () => {
    const parties = peersList();
    expect(parties).toHaveLength(28_551);
    expect(parties.reduce((sum, { names }) => sum + names.length, 0)).toBe(71_172);
    expect(new Set(parties.map(({ id }) => id)).size).toBe(28_551);
    expect(new Set(parties.map(({ id }) => id.split('-')[0]))).toEqual(new Set(PEER_LISTS));
  });
});
