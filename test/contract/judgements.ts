import { readFile, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { partyHash } from '../../src/model/decision.ts';
import type { Decision } from '../../src/model/decision.ts';
import { sha256 } from '../../src/model/digest.ts';
import { newReceiptId } from '../../src/model/ids.ts';
import { receiptDigest } from '../../src/model/receipt.ts';
import type { NameQuery } from '../../src/model/party.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import { decisionHolds } from '../../src/screen/decisions.ts';
import type { SetRow } from '../../src/store/screening-port.ts';
import { listSettings, takeIn } from './listed.ts';
import { readRecords } from './log.ts';
import type { Bench } from './store.ts';
import { HOUR, T0, all, iso } from './watcher.ts';

/** Parties, decisions, sets of customers, receipts. */
export function judgementContract({ store, place }: Bench): void {
  test('a party has all its current listings with what proves it; what people say of a pair is logged and the latest counts', async () => {
    for (const list of ['eu', 'sdn', 'un']) await store().addList(listSettings(list), iso(T0), null);
    await takeIn(store(), 'eu', { 7: 'Бета' });
    await takeIn(store(), 'sdn', { 1: 'Beta', 2: 'Gamma' });
    await takeIn(store(), 'un', { 9: 'BETA' });
    expect(await store().partyOf('sdn:2')).toMatchObject({ id: 'sdn:2', listings: [{ id: 'sdn:2' }], members: [], links: [] });
    expect(await store().partyOf('sdn:8')).toBeUndefined();
    const member = (listing: string, why: string) => ({ listing, party: 'eu:7', why });
    const members = [member('eu:7', 'first'), member('sdn:1', 'INN 7707083893 in both'), member('un:9', 'name and country')];
    await store().replaceParties(members);
    for (const id of ['eu:7', 'sdn:1', 'un:9']) {
      const party = await store().partyOf(id);
      expect([party?.id, party?.listings.map((one) => one.id), party?.members]).toEqual(['eu:7', ['eu:7', 'sdn:1', 'un:9'], members]);
    }
    const said = { why: 'other address', by: 'ann', at: iso(T0) };
    await store().recordPartyLink({ link: 'link', one: 'un:9', other: 'sdn:2', ...said });
    await store().recordPartyLink({ link: 'unlink', one: 'un:9', other: 'eu:7', ...said });
    const last = await store().recordPartyLink({ link: 'unlink', one: 'sdn:2', other: 'un:9', ...said, at: iso(T0 + HOUR) });
    expect(last).toMatchObject({ link: 'unlink', one: 'sdn:2', other: 'un:9' });
    const links = [
      { link: 'unlink', one: 'eu:7', other: 'un:9' },
      { link: 'unlink', one: 'sdn:2', other: 'un:9' },
    ];
    expect(await all(store().partyLinks())).toMatchObject(links);
    expect((await store().partyOf('sdn:2'))?.links).toMatchObject([links[1] ?? {}]);
    expect((await store().partyOf('un:9'))?.links).toMatchObject(links);
    await expect(store().recordPartyLink({ link: 'link', one: 'un:9', other: 'un:9', ...said })).rejects.toMatchObject({ code: 'usage' });
    await expect(store().recordPartyLink({ link: 'link', one: 'un:9', other: 'un:8', ...said })).rejects.toMatchObject({
      code: 'not-found',
    });

    await takeIn(store(), 'un', {});
    expect((await store().partyOf('sdn:1'))?.listings.map(({ id }) => id)).toEqual(['eu:7', 'sdn:1']);
    await store().replaceParties([member('sdn:1', 'name'), member('eu:7', 'first')]);
    expect(await all(store().partyMembers())).toEqual([member('eu:7', 'first'), member('sdn:1', 'name')]);
    await store().replaceParties([]);
    expect((await store().partyOf('sdn:1'))?.id).toBe('sdn:1');
    await soundLog();
  });

  test('of the decisions on a match the latest counts, until the listing changes; the log holds no query', async () => {
    await store().addList(listSettings('sdn'), iso(T0), null);
    await takeIn(store(), 'sdn', { 1: 'Beta' });
    const hash = (await store().listingById('sdn:1'))?.hash ?? sha256('');
    const query = { name: 'Geheim & Söhne', countries: ['DE'] };
    const decide = async (key: string, verdict: Decision['verdict'], at: number, about: NameQuery = query) =>
      store().recordDecision({
        key,
        verdict,
        why: 'other year of birth',
        by: 'ann',
        at: iso(at),
        subject: { query: about, notice: null },
        listing: 'sdn:1',
        listingHash: hash,
      });
    await decide('k1', 'hit', T0);
    const cleared = await decide('k1', 'cleared', T0 + HOUR);
    await decide('k2', 'unsure', T0);
    expect(cleared).toMatchObject({ verdict: 'cleared', partyHash: partyHash(query), subject: { query } });
    const found = await store().decisionsFor(['k2', 'k1', 'k3']);
    expect(found).toEqual(new Map([...found.entries()].filter(([key]) => key !== 'k3')));
    expect(found.get('k1')).toEqual([cleared]);
    const other = await decide('k1', 'hit', T0 + 2 * HOUR, { name: 'Andere' });
    expect((await store().decisionsFor(['k1'])).get('k1')).toEqual([other, cleared]);
    expect(decisionHolds(cleared, { partyHash: partyHash(query), listingHash: hash })).toEqual({ holds: true });
    await takeIn(store(), 'sdn', { 1: 'Beta LLC' });
    const now = await store().listingById('sdn:1');
    expect(decisionHolds(cleared, { partyHash: partyHash(query), listingHash: now?.hash ?? null })).toMatchObject({ holds: false });
    const records = await readRecords(store());
    expect(JSON.stringify(records)).not.toContain('Geheim');
    expect(records.filter(({ type }) => type === 'decision')).toHaveLength(4);
    await soundLog();
  });

  test('rows of a set are put by key, come by key, and are counted; a set that is removed leaves nothing on the disk', async () => {
    const row = (key: string, name: string, recipe = 'r1'): SetRow => ({
      key,
      query: { name },
      partyHash: partyHash({ name }),
      results: [],
      recipe,
      lapses: [],
    });
    const many = Array.from({ length: 700 }, (_, n) => row(`c${n + 1000}`, `Verschwiegene Kundschaft ${n} ${'x'.repeat(n)}`));
    expect(await store().putSetRows('customers', iso(T0), many)).toEqual([]);
    const others = await store().putSetRows('customers', iso(T0 + HOUR), [
      row('c1001', 'Neuer Name', 'r2'),
      { ...row('c1002', ''), ...many[2], recipe: 'r2' },
      row('c0001', 'First'),
      row('c0001', 'Second'),
    ]);
    expect(others).toEqual(['c1001', 'c0001']);
    await store().putSetRows('others', iso(T0), [row('a', 'Zurückbleibende')]);
    expect(await store().sets()).toEqual([
      { name: 'customers', createdAt: iso(T0), rows: 701 },
      { name: 'others', createdAt: iso(T0), rows: 1 },
    ]);
    const kept = await all(store().setRows('customers'));
    expect(kept.slice(0, 3)).toEqual([row('c0001', 'Second'), many[0], row('c1001', 'Neuer Name', 'r2')]);
    expect(kept).toHaveLength(701);
    expect((await all(store().setRows('customers', 'c1697'))).map(({ key }) => key)).toEqual(['c1698', 'c1699']);
    await expect(all(store().setRows('nothing'))).rejects.toMatchObject({ code: 'not-found' });
    await expect(store().removeSet('nothing')).rejects.toMatchObject({ code: 'not-found' });
    expect(await onDisk('Verschwiegene')).toBe(true);
    await store().removeSet('customers');
    expect(await store().sets()).toMatchObject([{ name: 'others', rows: 1 }]);
    expect([await onDisk('Verschwiegene'), await onDisk('Neuer Name'), await onDisk('Zurückbleibende')]).toEqual([false, false, true]);
    await store().putSetRows('customers', iso(T0), [row('a', 'A')]);
    expect(await all(store().setRows('customers'))).toEqual([row('a', 'A')]);
  });

  test('a set takes the place of another, whole, and leaves nothing of it', async () => {
    const row = (key: string, name: string): SetRow => ({
      key,
      query: { name },
      partyHash: partyHash({ name }),
      results: [],
      recipe: 'r',
      lapses: [],
    });
    await store().putSetRows('ours', iso(T0), [row('a', 'Weggegangene'), row('b', 'Beta')]);
    await store().putSetRows('next', iso(T0 + HOUR), [row('b', 'Beta')]);
    await store().replaceSet('ours', 'next');
    expect(await store().sets()).toEqual([{ name: 'ours', createdAt: iso(T0), rows: 1 }]);
    expect(await all(store().setRows('ours'))).toEqual([row('b', 'Beta')]);
    expect(await onDisk('Weggegangene')).toBe(false);
    await expect(store().replaceSet('ours', 'next')).rejects.toMatchObject({ code: 'not-found' });
    await store().putSetRows('next', iso(T0), [row('c', 'Gamma')]);
    await store().replaceSet('new', 'next');
    expect((await store().sets()).map(({ name, rows }) => [name, rows])).toEqual([
      ['ours', 1],
      ['new', 1],
    ]);
  });

  test('a receipt is kept whole and logged by its digest, without the name of the file', async () => {
    const made = (n: number): Receipt => ({
      id: newReceiptId(T0 + n),
      at: iso(T0 + n),
      file: { name: 'Kunden.csv', sha256: sha256('file'), bytes: 1234 },
      counts: { rows: 10, unreadable: 1, hits: 0, matches: 0 },
      unreadable: [{ line: 4, why: 'a quote is not closed' }],
      lists: [{ list: 'sdn', version: 3, sha256: sha256('sdn'), publishedAt: null }],
      recipe: 'r1',
      threshold: 0.7,
      limit: 10,
      bands: [{ from: 0.9, to: 1, rows: 0 }],
    });
    const receipts = [made(1), made(2), made(3)];
    for (const [n, receipt] of receipts.entries()) expect(await store().recordReceipt(receipt)).toEqual({ logIndex: n });
    const [first, , last] = receipts;
    if (first === undefined || last === undefined) throw new Error('three receipts were made');
    expect(await store().receipt(first.id)).toEqual({ ...first, logIndex: 0 });
    expect(await store().receipt(newReceiptId(T0))).toBeUndefined();
    expect((await store().listReceipts(2)).map(({ logIndex }) => logIndex)).toEqual([2, 1]);
    expect((await store().listReceipts(2, 2)).map(({ logIndex }) => logIndex)).toEqual([1, 0]);
    await expect(store().recordReceipt(first)).rejects.toThrow();
    const records = await readRecords(store());
    expect(records[2]).toEqual({ type: 'screening', receipt: last.id, digest: receiptDigest(last), at: last.at, counts: last.counts });
    expect(JSON.stringify(records)).not.toContain('Kunden');
    expect(records).toHaveLength(3);
    await soundLog();
  });

  /** Every entry can be rebuilt from its rows, and the tables agree. */
  async function soundLog(): Promise<void> {
    const records = await readRecords(store());
    for (const [index, record] of records.entries()) expect(await store().rowsAsRecord(record, index)).toEqual(record);
    expect((await store().evidenceRows(0, records.length)).map(({ type }) => type)).toEqual(records.map(({ type }) => type));
    expect(await store().contradictions()).toEqual([]);
  }

  /** Whether any file of the place holds these words. */
  async function onDisk(words: string): Promise<boolean> {
    const folder = dirname(place().target);
    const files = (await readdir(folder)).filter((file) => file.startsWith(basename(place().target)));
    const held = await Promise.all(files.map(async (file) => (await readFile(join(folder, file))).includes(words)));
    return held.includes(true);
  }
}
