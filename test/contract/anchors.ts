import { expect, test } from 'vitest';
import type { Anchor, Authority } from '../../src/model/anchor.ts';
import type { Bench } from './store.ts';
import { T0 } from './watcher.ts';

/** What time-stamping authorities and their answers need of the store. */
export function anchorContract({ store, place }: Bench): void {
  test('authorities are kept by name and address, and stay what they were given as', async () => {
    const one = authority('one', { roots: 'PEM', allowPrivate: true });
    await store().anchors.addAuthority(one, T0);
    await store().anchors.addAuthority(authority('two'), T0 + 5);
    const health = { anchors: 0, anchoredSize: 0, lastAnchorAt: null, errorStreak: 0, lastError: null };
    expect(await store().anchors.authorities()).toEqual([
      { ...one, ...health, dueAt: T0 },
      { ...authority('two'), ...health, dueAt: T0 + 5 },
    ]);
    await expect(store().anchors.addAuthority(authority('one', { url: 'http://else.example/' }), T0)).rejects.toMatchObject({
      code: 'usage',
    });
    await expect(store().anchors.addAuthority(authority('else', { url: one.url }), T0)).rejects.toMatchObject({ code: 'usage' });
    expect(await store().anchors.removeAuthority('one')).toBe(true);
    expect(await store().anchors.removeAuthority('one')).toBe(false);
    expect((await store().anchors.authorities()).map(({ name }) => name)).toEqual(['two']);
  });

  test('an answer ends a row of failures and is there byte for byte, after a restart and once its authority is removed too', async () => {
    await store().anchors.addAuthority(authority('one'), T0);
    await store().anchors.recordAnchorFailure('one', 'no answer', T0 + 1);
    await store().anchors.recordAnchorFailure('one', 'nonce differs', T0 + 2);
    expect(await store().anchors.authorities()).toMatchObject([{ errorStreak: 2, lastError: 'nonce differs', dueAt: T0 + 2 }]);
    const list = Uint8Array.from({ length: 3000 }, (_, n) => n % 251);
    const made = [anchor('one', 10, { crl: list }), anchor('one', 20, { crl: list, ocsp: Uint8Array.of(1, 2) }), anchor('one', 30)];
    for (const each of made) await store().anchors.recordAnchor(each, T0 + 3);
    expect(await store().anchors.authorities()).toMatchObject([
      { errorStreak: 0, lastError: null, dueAt: T0 + 3, anchors: 3, anchoredSize: 30, lastAnchorAt: made[2]?.receivedAt },
    ]);
    await store().anchors.removeAuthority('one');
    const other = await place().open();
    try {
      const kept = await other.anchors.anchorsAfter(0, 10);
      expect(kept.map(plain)).toEqual(made.map(plain));
      expect(await other.anchors.anchorsAfter(kept[1]?.num ?? 0, 1)).toHaveLength(1);
    } finally {
      await other.close();
    }
  });

  test('of each authority the first checkpoint that covers so many entries is found, and the newest', async () => {
    for (const name of ['one', 'two']) await store().anchors.addAuthority(authority(name), T0);
    for (const size of [10, 20, 30]) await store().anchors.recordAnchor(anchor('one', size), T0);
    await store().anchors.recordAnchor(anchor('two', 25), T0);
    await store().anchors.recordAnchor(anchor('one', 20, { response: Uint8Array.of(9) }), T0);
    const found = async (size: number) => (await store().anchors.anchorsCovering(size)).map((one) => [one.authority, one.size]);
    expect(await found(11)).toEqual([
      ['one', 20],
      ['two', 25],
    ]);
    expect(await found(30)).toEqual([['one', 30]]);
    expect(await found(31)).toEqual([]);
    expect((await store().anchors.latestAnchors()).map(({ size }) => size)).toEqual([30, 25]);
    expect((await store().anchors.anchorsCovering(20))[0]?.response).toEqual(Buffer.of(1));
  });
}

function authority(name: string, change: Partial<Authority> = {}): Authority {
  return { name, url: `http://${name}.example/`, roots: null, allowPrivate: false, addedAt: new Date(T0).toISOString(), ...change };
}

function anchor(authorityName: string, size: number, change: Partial<Anchor> = {}): Omit<Anchor, 'num'> {
  const at = new Date(T0 + size * 1000).toISOString();
  return {
    authority: authorityName,
    url: `http://${authorityName}.example/`,
    size,
    checkpoint: `log\n${size}\n`,
    response: Uint8Array.of(1),
    chain: 'PEM',
    crl: null,
    ocsp: null,
    at,
    receivedAt: at,
    ...change,
  };
}

/** Without its number, bytes as numbers: stores give them as different kinds of arrays. */
function plain(one: Omit<Anchor, 'num'> & { readonly num?: number }): object {
  const { num: _num, ...rest } = one;
  const numbers = (bytes: Uint8Array | null): readonly number[] | null => bytes && [...bytes];
  return { ...rest, response: numbers(one.response), crl: numbers(one.crl), ocsp: numbers(one.ocsp) };
}
