import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UNVISITED } from '../../src/model/follow-state.ts';
import { openHome, testFolder, type TestHome } from './command.ts';
import { feedOf, noticePage, openPublisher, type Publisher } from './publisher.ts';
import { unsoundShape, verifiedShape } from './shapes.ts';

describe('log verify', () => {
  let publisher: Publisher;
  let home: TestHome;
  let earlier: string;
  const folder = testFolder();

  beforeAll(async () => {
    [publisher, home] = [await openPublisher(), openHome()];
    const paths = ['/a', '/b', '/c'];
    publisher.set('/feed', feedOf(paths.map((path) => ({ url: publisher.origin + path, title: path }))));
    for (const path of paths)
      publisher.set(path, noticePage(`Tender ${path}`, `The buyer seeks radio equipment as listed under ${path} of the annex.`));
    await home.run(['source', 'add', `${publisher.origin}/feed`, '--every', '1s', '--follow', '1s', '--allow-private']);
    await home.run(['watch', '--once']);
    earlier = join(folder, 'earlier.txt');
    writeFileSync(earlier, (await home.run(['log', 'checkpoint'])).stdout);
    publisher.set('/a', noticePage('Tender /a', 'The buyer seeks radio equipment and a drone jammer, see the annex.'));
    await home.run(['watch', '--once', '--now']);
  });
  afterAll(() => publisher.close());

  it('accepts what is whole, also against an earlier checkpoint', async () => {
    const [verdict] = (await home.json(['log', 'verify', '--checkpoint', earlier])).map((line) => verifiedShape.parse(line));
    expect(verdict).toMatchObject({ ok: true, captures: 5, dropped: 0 });
    expect(verdict?.signed).toBe(verdict?.entries);
  });

  /** A copy of the home that somebody has been at. */
  async function tamper(
    name: string,
    how: (path: string, entries: readonly Entry[]) => number | null | undefined,
    args: readonly string[] = [],
  ): Promise<void> {
    const path = join(folder, name);
    cpSync(home.path, path, { recursive: true });
    const expected = how(path, entriesOf(path));
    const { stdout, stderr } = await home.run(['--home', path, 'log', 'verify', ...args, '--json'], 5, { env: { DUALWATCH_HOME: path } });
    const verdict = unsoundShape.parse(JSON.parse(stdout));
    if (expected !== undefined) expect(verdict).toMatchObject({ index: expected });
    expect(stderr).toContain(verdict.index === null ? 'does not hold' : `Entry ${verdict.index} does not hold`);
    expect(verdict.why.length).toBeGreaterThan(20);
  }

  it.each([
    ['deleted', (file: string) => rmSync(file)],
    ['cut short', (file: string) => truncateSync(file, statSync(file).size - 7)],
    ['emptied', (file: string) => truncateSync(file, 0)],
    ['changed in one bit', (file: string) => flip(file, Math.floor(statSync(file).size / 2))],
    ['longer by a byte', (file: string) => writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from([0])]))],
    ['replaced by another', (file: string, other: string) => writeFileSync(file, readFileSync(other))],
  ])('finds a capture file that was %s', async (name, harm) => {
    await tamper(`file ${name}`, (path, entries) => {
      const captures = entries.filter((entry) => entry.record.type === 'capture');
      const [victim, other] = [captures[2], captures[0]];
      harm(fileOf(path, victim), fileOf(path, other));
      return victim?.index;
    });
  });

  it('names the first of several', async () => {
    await tamper('several', (path, entries) => {
      const captures = entries.filter((entry) => entry.record.type === 'capture');
      for (const one of [captures[3], captures[1]]) rmSync(fileOf(path, one));
      return captures[1]?.index;
    });
  });

  it.each([
    ['the state of an observation', "UPDATE observations SET state = 'removed' WHERE log_index = ?", 'observation'],
    ['the time of an observation', "UPDATE observations SET at = '2020-01-01T00:00:00.000Z' WHERE log_index = ?", 'observation'],
    ['the address of a capture', "UPDATE captures SET url = 'http://example.org/' WHERE log_index = ?", 'capture'],
    ['the status of a capture', 'UPDATE captures SET status = 404 WHERE log_index = ?', 'capture'],
    ['the outcome of a check', "UPDATE checks SET outcome = 'http 500' WHERE log_index = ?", 'check'],
    ['an observation that was deleted', 'DELETE FROM observations WHERE log_index = ?', 'observation'],
    ['a capture that was deleted', 'DELETE FROM captures WHERE log_index = ?', 'capture'],
  ])('finds an edited row: %s', async (name, statement, type) => {
    await tamper(`row ${name}`, (path, entries) => {
      const victim = entries.findLast((entry) => entry.record.type === type);
      edit(path, (db) => expect(db.prepare(statement).run(victim?.index).changes).toBe(1));
      return victim?.index;
    });
  });

  const invented = (path: string, index: number, table: 'observations' | 'captures'): void =>
    edit(path, (db) => {
      db.pragma('foreign_keys = OFF');
      if (table === 'observations')
        db.prepare(
          "INSERT INTO observations (log_index, notice, url, at, state, reason, removal_kind) SELECT ?, id, url, '2020-01-01T00:00:00.000Z', 'removed', 'invented', 'publisher' FROM notices LIMIT 1",
        ).run(index);
      else
        db.prepare(
          "INSERT INTO captures (log_index, sha256, url, final_url, at, status, bytes, notice, warc) SELECT ?, ?, url, url, '2020-01-01T00:00:00.000Z', 200, 1, id, 'x' FROM notices LIMIT 1",
        ).run(index, 'f'.repeat(64));
    });
  const atCheck = (entries: readonly Entry[]): number => entries.find((entry) => entry.record.type === 'check')?.index ?? -1;

  it.each(['observations', 'captures'] as const)('finds invented rows of %s', async (table) => {
    await tamper(`invented ${table}`, (path, entries) => {
      invented(path, atCheck(entries), table);
      return atCheck(entries);
    });
    await tamper(`invented ${table} beyond the log`, (path) => {
      invented(path, 99_999, table);
      return 99_999;
    });
  });

  it.each([
    ['files said to be dropped', 'UPDATE captures SET warc = NULL'],
    ['a file elsewhere', "UPDATE captures SET warc = '../../etc/passwd'"],
    ['leaf hashes', 'UPDATE entries SET leaf = zeroblob(32)'],
    ['the text of a page', "UPDATE readings SET reading = json_set(reading, '$.text', 'A false text about toys')"],
    ['a page that is no longer shown', "UPDATE readings SET state = 'removed', reading = json_set(reading, '$.state', 'removed')"],
    ['a reading that is no reading', "UPDATE readings SET reading = '{'"],
    [
      'a removal that nobody saw',
      `UPDATE notices SET state = 'removed', follow = json_set(follow, '$.state', 'removed', '$.removal', json('{"kind":"publisher","firstSeenGoneAt":"2019-01-02T00:00:00.000Z","confirmedAt":"2019-01-03T00:00:00.000Z","evidence":[]}'))`,
    ],
    ['a last sighting', "UPDATE notices SET follow = json_set(follow, '$.lastSeenPresentAt', '2019-01-01T00:00:00.000Z')"],
    ['a column of the state', "UPDATE notices SET state = 'blocked'"],
    ['the number of versions', "UPDATE notices SET follow = json_set(follow, '$.versions', 7)"],
    ['a first sighting', "UPDATE notices SET first_seen_at = '2001-01-01T00:00:00.000Z'"],
    ['the address of a notice', "UPDATE notices SET url = url || '/other'"],
    ['a notice that was deleted', 'DELETE FROM notices'],
    ['since when a source lists a notice', "UPDATE listings SET first_seen_at = '2019-01-01T00:00:00.000Z'"],
    ['that no source lists a notice', 'DELETE FROM listings'],
    [
      'a notice that its source never listed',
      "INSERT OR IGNORE INTO listings SELECT s.id, n.id, NULL, '2019-01-01T00:00:00.000Z' FROM sources s, notices n; UPDATE listings SET first_seen_at = '2019-01-01T00:00:00.000Z'",
    ],
    [
      'notices joined by hand',
      'INSERT INTO merged SELECT max(id), min(id) FROM notices; DELETE FROM notices WHERE id IN (SELECT id FROM merged)',
    ],
  ])('finds an edit of what people are shown: %s', async (name, statement) => {
    await tamper(`shown ${name}`, (path) => {
      edit(path, (db) => {
        db.pragma('foreign_keys = OFF');
        db.exec(statement);
      });
      return undefined;
    });
  });

  it('finds a drop that the policy would not have made', async () => {
    await tamper('forged drop', (path, entries) => {
      const captures = entries.filter((entry) => entry.record.type === 'capture' && entry.text.includes('"notice":"n'));
      const [victim, kept] = [captures[0], captures.at(-1)];
      const record = {
        at: '2026-01-01T00:00:00.000Z',
        keptInstead: kept?.record.sha256 ?? '',
        reason: 'keep changes',
        sha256: victim?.record.sha256 ?? '',
        type: 'drop',
      };
      const bytes = Buffer.from(JSON.stringify(record));
      const leaf = createHash('sha256').update(Uint8Array.of(0)).update(bytes).digest();
      edit(path, (db) => {
        db.prepare('INSERT INTO entries VALUES (?, ?, ?)').run(entries.length, leaf, bytes);
        db.prepare('INSERT INTO drops VALUES (?, ?, ?, ?, ?)').run(
          entries.length,
          record.sha256,
          record.keptInstead,
          record.at,
          record.reason,
        );
        db.prepare('UPDATE captures SET warc = NULL WHERE sha256 = ?').run(record.sha256);
      });
      rmSync(fileOf(path, victim));
      return entries.length;
    });
  });

  it('finds an entry that was edited together with its row', async () => {
    await tamper('entry and row', (path, entries) => {
      const victim = entries.find((entry) => entry.record.type === 'observation');
      edit(path, (db) => {
        const forged = victim?.text.replace('"present"', '"blocked"') ?? '';
        db.prepare('UPDATE entries SET bytes = ? WHERE idx = ?').run(Buffer.from(forged), victim?.index);
        db.prepare("UPDATE observations SET state = 'blocked' WHERE log_index = ?").run(victim?.index);
      });
      return victim?.index;
    });
  });

  it('finds an entry that was taken out of the middle', async () => {
    await tamper('middle', (path, entries) => {
      edit(path, (db) => {
        db.pragma('foreign_keys = OFF');
        db.prepare('DELETE FROM observations WHERE log_index = 3').run();
        db.prepare('DELETE FROM entries WHERE idx = 3').run();
      });
      expect(entries.length).toBeGreaterThan(5);
      return 3;
    });
  });

  it('finds a log that was cut short, against an earlier checkpoint', async () => {
    const short = (path: string): null | undefined => {
      const keep = 2;
      edit(path, (db) => {
        db.pragma('foreign_keys = OFF');
        for (const table of ['captures', 'observations', 'checks', 'drops', 'merges', 'events'])
          db.prepare(`DELETE FROM ${table} WHERE log_index >= ?`).run(keep);
        db.prepare('DELETE FROM entries WHERE idx >= ?').run(keep);
        // A careful cutter takes along what was made from the rest.
        db.exec('DELETE FROM readings');
        db.exec('DELETE FROM listings; UPDATE sources SET notices = 0');
        db.prepare("UPDATE notices SET state = 'unreachable', first_present_at = NULL, follow = ?").run(JSON.stringify(UNVISITED));
      });
      rmSync(join(path, 'log'), { recursive: true });
      return undefined;
    };
    await tamper('cut', short, ['--checkpoint', earlier]);
    // The cutter signs the short log anew: only what somebody kept elsewhere tells.
    await tamper(
      'cut and signed anew',
      (path) => {
        short(path);
        return undefined;
      },
      ['--checkpoint', earlier],
    );
    const signed = join(folder, 'signed');
    cpSync(home.path, signed, { recursive: true });
    short(signed);
    await home.run(['--home', signed, 'log', 'checkpoint'], 0, { env: { DUALWATCH_HOME: signed } });
    await home.run(['--home', signed, 'log', 'verify'], 0, { env: { DUALWATCH_HOME: signed } });
    await home.run(['--home', signed, 'log', 'verify', '--checkpoint', earlier], 5, { env: { DUALWATCH_HOME: signed } });
  });

  it.each([
    // Tiles of earlier checkpoints may stand beside that of the current one, which alone is read.
    ['a tile', (path: string) => flip(firstFile(join(path, 'log'), new RegExp(`tile/0/000\\.p/${entriesOf(path).length}$`)), 5)],
    ['the checkpoint', (path: string) => flip(join(path, 'log', 'checkpoint'), 40)],
    ['a lost checkpoint', (path: string) => rmSync(join(path, 'log', 'checkpoint'))],
    ['lost tiles', (path: string) => rmSync(join(path, 'log', 'tile'), { recursive: true })],
    ['a lost key', (path: string) => rmSync(join(path, 'log.key'))],
    ['a lost log', (path: string) => rmSync(join(path, 'log'), { recursive: true })],
    [
      'a log that was lost with its key',
      (path: string) => {
        rmSync(join(path, 'log'), { recursive: true });
        rmSync(join(path, 'log.key'));
      },
    ],
  ])('finds %s that is not what was written', async (name, harm) => {
    await tamper(`log ${name}`, (path) => {
      harm(path);
      return undefined;
    });
  });

  it('says what is wrong with a checkpoint that is none', async () => {
    const none = join(folder, 'none.txt');
    writeFileSync(none, 'hello\n');
    expect((await home.run(['log', 'verify', '--checkpoint', none], 2)).stderr).toContain(`${none} holds no checkpoint`);
    await home.run(['log', 'verify', '--checkpoint', join(folder, 'missing.txt')], 3);
  });
});

interface Entry {
  readonly index: number;
  readonly text: string;
  readonly record: { readonly type: string; readonly sha256?: string };
}

function entriesOf(path: string): readonly Entry[] {
  const db = new Database(join(path, 'dualwatch.db'), { readonly: true });
  try {
    const rows = db.prepare<[], { idx: number; bytes: Buffer }>('SELECT idx, bytes FROM entries ORDER BY idx').all();
    return rows.map(({ idx, bytes }) => ({
      index: idx,
      text: bytes.toString('utf8'),
      record: JSON.parse(bytes.toString('utf8')) as Entry['record'],
    }));
  } finally {
    db.close();
  }
}

function fileOf(path: string, entry: Entry | undefined): string {
  const digest = entry?.record.sha256 ?? '';
  return join(path, 'captures', digest.slice(0, 2), digest.slice(2, 4), `${digest}.warc.gz`);
}

function edit(path: string, how: (db: Database.Database) => void): void {
  const db = new Database(join(path, 'dualwatch.db'));
  try {
    how(db);
  } finally {
    db.close();
  }
}

function flip(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

function firstFile(folder: string, pattern: RegExp): string {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find(
    (name) => pattern.test(name) && statSync(join(folder, name)).isFile(),
  );
  return join(folder, found ?? 'none');
}
