import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listSettings, listVersion, listing } from '../../test/contract/listed.ts';
import { sha256 } from '../model/digest.ts';
import { newReceiptId } from '../model/ids.ts';
import type { Receipt } from '../model/receipt.ts';
import { backupHome } from './backup-home.ts';
import { homePaths, openHome, type HomePaths, type OpenHome } from './home.ts';
import { verifyEntries } from './verify-entries.ts';
import { verifyLists } from './verify-lists.ts';

const AT = '2026-03-01T00:00:00.000Z';
const RECEIPT: Receipt = {
  id: newReceiptId(Date.parse(AT)),
  at: AT,
  file: { name: 'customers.csv', sha256: sha256('file'), bytes: 99 },
  counts: { rows: 10, unreadable: 0, hits: 1, matches: 1 },
  unreadable: [],
  lists: [],
  recipe: 'r1',
  threshold: 0.7,
  limit: 10,
  bands: [],
};

let folder: string;
let paths: HomePaths;
let home: OpenHome;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dualwatch-verify-screening-'));
  paths = homePaths(join(folder, 'home'));
  home = await openHome(paths, { create: true });
  const { store } = home;
  await store.addList(listSettings('sdn'), AT, null);
  mkdirSync(join(paths.home, 'lists/sdn'), { recursive: true });
  const version = (bytes: string) => {
    const made = listVersion(bytes, { files: [`lists/sdn/${sha256(bytes)}.csv`] });
    writeFileSync(join(paths.home, made.files[0] ?? ''), bytes);
    return () => made;
  };
  const [one, two] = [listing('sdn', '1', 'Alpha'), listing('sdn', '2', 'Beta')];
  await store.recordListVersion({ list: 'sdn', rows: [one, two], version: version('first'), hold: () => false });
  await store.recordListVersion({ list: 'sdn', rows: [one], version: version('second'), hold: () => true });
  await store.acceptListVersion({ list: 'sdn', version: 2, rows: [one], at: AT });
  await store.recordListVersion({ list: 'sdn', rows: [], version: version('third'), hold: () => true });
  await store.recordPartyLink({ link: 'link', one: 'sdn:1', other: 'sdn:2', why: 'one address', by: 'ann', at: AT });
  const subject = { query: { name: 'Beta', countries: ['CN'] }, notice: null };
  await store.recordDecision({
    key: 'k',
    verdict: 'cleared',
    why: 'other year',
    by: 'ann',
    at: AT,
    subject,
    listing: 'sdn:1',
    listingHash: one.hash,
  });
  await store.recordReceipt(RECEIPT);
});
afterEach(async () => {
  await home.store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Why the first thing does not hold, or undefined where all does. */
async function fault(of = home, at = paths): Promise<string | undefined> {
  const { faults } = await verifyEntries(of.store, at, 0, await of.store.logSize(), () => undefined);
  return [...faults, ...(await of.store.contradictions()), ...(await verifyLists(of.store, at))][0]?.why;
}

function tamper(sql: string): void {
  const db = new Database(paths.database);
  db.pragma('foreign_keys = OFF');
  expect(db.prepare(sql).run().changes, sql).toBeGreaterThan(0);
  db.close();
}

test('what is kept of screening holds as it was recorded, and in a backup', async () => {
  expect(await fault()).toBeUndefined();
  await backupHome(home, paths, join(folder, 'backup'), () => undefined);
  const copy = homePaths(join(folder, 'backup'));
  const opened = await openHome(copy, { create: false });
  expect(await fault(opened, copy)).toBeUndefined();
  await opened.store.close();
});

test.each([
  ["UPDATE decisions SET verdict = 'hit'", /verdict was logged as "cleared" and is now "hit"/],
  ["UPDATE decisions SET why = 'because'", /why was logged/],
  [`UPDATE decisions SET subject = '{"query":{"name":"Gamma"},"notice":null}'`, /partyHash was logged/],
  ["UPDATE decisions SET subject = 'x'", /partyHash was logged/],
  ['DELETE FROM decisions', /no row for it/],
  [
    `INSERT INTO decisions (log_index, key, verdict, why, who, at, subject, listing, listing_hash) SELECT 99, key, 'hit', why, who, at, subject, listing, listing_hash FROM decisions`,
    /the log has no such entry.*decision/,
  ],
  ["UPDATE receipts SET receipt = replace(receipt, '0.7', '0.9')", /digest was logged/],
  [`UPDATE receipts SET receipt = replace(receipt, '"hits":1', '"hits":0')`, /digest was logged/],
  ["UPDATE receipts SET receipt = 'null'", /digest was logged/],
  ['DELETE FROM receipts', /no row for it/],
  ["UPDATE party_links SET link = 'unlink'", /link was logged/],
  ['DELETE FROM party_links', /no row for it/],
  [
    `INSERT INTO party_links (log_index, link, one, other, why, who, at) VALUES (98, 'link', 'a', 'b', '', '', '')`,
    /the log has no such entry.*party-link/,
  ],
  ["UPDATE list_records SET sha256 = 'x' WHERE version = 1", /sha256 was logged/],
  ["UPDATE list_versions SET sha256 = 'x' WHERE version = 1", /something else than the log of a version of a list: sdn 1/],
  ['UPDATE list_versions SET published_at = NULL WHERE version = 1', /something else than the log of a version of a list: sdn 1/],
  ["UPDATE list_versions SET counts = replace(counts, '2', '3') WHERE version = 1", /something else than the log/],
  ['DELETE FROM list_versions WHERE version = 1', /has lost what it says of a version of a list: sdn 1/],
  ['DELETE FROM list_versions WHERE version = 3', /has lost what it says of a version of a list: sdn 3/],
  [
    `INSERT INTO list_versions SELECT list, 9, sha256, published_at, fetched_at, format, counts, listings, bad_rows, 'superseded', 1, files, log_index, unread_values FROM list_versions WHERE version = 2`,
    /something else than the log of a version of a list: sdn/,
  ],
  ["UPDATE list_versions SET state = 'superseded' WHERE state = 'held'", /current, held or superseded: version of a list sdn 3/],
  ['UPDATE list_versions SET loaded = 1 WHERE version = 3', /something else than the log/],
  ["UPDATE list_versions SET files = '[]' WHERE version = 1", /version 1 of the list sdn/],
  ["UPDATE party_entities SET entity = replace(entity, 'Alpha', 'Omega')", /listing sdn:1 than its hash/],
  ["UPDATE party_listings SET hash = 'x' WHERE until IS NULL", /listing sdn:1 than its hash/],
  [
    'UPDATE party_listings SET (hash, entity) = (SELECT hash, entity FROM party_listings WHERE until IS NOT NULL) WHERE until IS NULL',
    /not those that were logged/,
  ],
  ["DELETE FROM party_entities WHERE entity LIKE '%Beta%'", /lost what a listing says.* sdn:2/],
  ['UPDATE party_listings SET until = NULL', /more or fewer listings than were logged: list sdn/],
  ["UPDATE party_listings SET id = 'sdn:3' WHERE until IS NULL", /not those that were logged/],
])('%s is noticed', async (sql, why) => {
  tamper(sql);
  expect(await fault()).toMatch(why);
});

test('a file of a list that is gone or was edited is noticed', async () => {
  const [third] = (await home.store.listVersions('sdn')).map(({ files }) => join(paths.home, files[0] ?? ''));
  writeFileSync(third ?? '', 'Third');
  expect(await fault()).toMatch(/version 3 of the list sdn .*other bytes/);
  rmSync(third ?? '');
  expect(await fault()).toMatch(/version 3 of the list sdn .*missing/);
});
