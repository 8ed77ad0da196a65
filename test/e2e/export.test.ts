import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withAddress } from '../fixtures/pages.ts';
import { SYNTHESISED, page } from './case.ts';
import { openHome, parseLines, testFolder, type TestHome, until } from './command.ts';
import { feedOf, noticePage, openPublisher, type Publisher } from './publisher.ts';
import type { Shown } from './shapes.ts';
import { unpack } from './unpack.ts';

const PHONE = '+86 138 1234 5678';
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('export', () => {
  let publisher: Publisher;
  let home: TestHome;
  let shown: Shown;
  let members: ReadonlyMap<string, Buffer>;
  const folder = testFolder();
  const package_ = join(folder, 'a.wacz');
  const at = (path: string): string => publisher.origin + path;
  const text = (name: string): string => members.get(name)?.toString('utf8') ?? '';

  beforeAll(async () => {
    [publisher, home] = [await openPublisher(), openHome()];
    publisher.set('/feed', feedOf(['/a', '/other'].map((path) => ({ url: at(path), title: path }))));
    publisher.set('/a', noticePage('Tender for jammers', `The buyer seeks ten drone jammers. Telephone: ${PHONE}.`));
    publisher.set('/other', noticePage('Another tender', 'The buyer seeks office chairs of all kinds for the city hall.'));
    await home.run(['source', 'add', at('/feed'), '--every', '1s', '--follow', '1s', '--allow-private']);
    const visit = (): Promise<unknown> => home.run(['watch', '--once', '--now']);
    await visit();
    publisher.set('/a', noticePage('Tender for jammers', `The buyer seeks twenty drone jammers. Telephone: ${PHONE}.`));
    await visit();
    publisher.set('/a', { kind: 'page', status: 503, body: 'busy' });
    await visit();
    publisher.set('/a', { kind: 'page', status: 404, body: 'gone' });
    await visit();
    await visit();
    [shown] = (await home.json(['show', at('/a')])) as readonly [Shown];
    await home.run(['export', at('/a'), '--wacz', package_, '--by', 'A. Analyst']);
    members = await unpack(package_);
  }, 180_000);
  afterAll(() => publisher.close());

  it('holds every capture byte for byte: each version, the error, the removal page', () => {
    expect(shown.state).toBe('removed');
    const archived = [...members.keys()].filter((name) => name.startsWith('archive/'));
    expect(archived).toEqual(shown.captures.map(({ sha256: digest }) => `archive/${digest}.warc.gz`).toSorted());
    expect(archived).toHaveLength(4);
    for (const { sha256: digest, warc } of shown.captures)
      expect(members.get(`archive/${digest}.warc.gz`)?.equals(readFileSync(join(home.path, warc ?? '')))).toBe(true);
    const pages = parseLines(text('pages/pages.jsonl')).slice(1) as readonly { id: string; url: string; ts: string; text?: string }[];
    expect(pages.map(({ id }) => id)).toEqual(shown.captures.map(({ sha256: digest }) => digest));
    expect(pages.every(({ url }) => url === at('/a'))).toBe(true);
    const index = text('indexes/index.cdxj').trimEnd().split('\n');
    expect(index).toEqual(index.toSorted());
    for (const { ts } of pages) expect(index.some((line) => line.split(' ')[1] === ts.replaceAll(/\D/g, ''))).toBe(true);
  });

  it('holds the log entries of this notice and no other, each with its proof, and what is known of it', async () => {
    const entries = parseLines(text('evidence/entries.jsonl')) as readonly { index: number; entry: string }[];
    const observed = entries.filter(({ entry }) => entry.includes('"observation"')).map(({ index }) => index);
    expect(observed).toEqual(shown.observations.map(({ logIndex }) => logIndex));
    expect(entries.every(({ entry }) => entry.includes(shown.id))).toBe(true);
    const proofs = [...members.keys()].filter((name) => name.endsWith('.tlog-proof'));
    expect(proofs).toHaveLength(entries.length);
    const checkpoint = (await home.run(['log', 'checkpoint'])).stdout;
    expect(text('evidence/checkpoint.txt')).toBe(checkpoint);
    const [listed] = (await home.json(['notices', '--state', 'removed'])) as readonly object[];
    expect(parseLines(text('evidence/notices.jsonl'))).toEqual([listed]);
    const custody = JSON.parse(text('evidence/custody.jsonld')) as { '@graph': readonly Record<string, unknown>[] };
    const labels = custody['@graph'].map((node) => node['rdfs:label']);
    expect(labels).toContain('A. Analyst');
    expect(labels.filter((label) => label === 'capture')).toHaveLength(shown.captures.length);
  });

  it('masks contacts of private persons in its own texts, and says so; --reveal does not', async () => {
    const ours = [...members].filter(([name]) => !name.startsWith('archive/') && !name.startsWith('indexes/'));
    for (const [name, content] of ours) expect(`${name} ${content.toString('utf8')}`).not.toContain('138 1234');
    const reading = `evidence/reading-${shown.captures[0]?.sha256}.txt`;
    expect(text(reading)).toContain('ten drone jammers');
    expect(JSON.parse(text('evidence/package.json'))).toMatchObject({ masked: true, leftOut: [] });
    const open = join(folder, 'open.wacz');
    const { stderr } = await home.run(['export', shown.id, '--wacz', open, '--reveal']);
    expect(stderr).toMatch(/private|contact/i);
    const revealed = await unpack(open);
    expect(revealed.get(reading)?.toString()).toContain(PHONE);
    expect(JSON.parse(revealed.get('evidence/package.json')?.toString() ?? '')).toMatchObject({ masked: false });
  });

  it('is accepted by verify, and refused when one bit is another', async () => {
    const [verdict] = (await home.json(['verify', package_])) as readonly { ok: boolean; whole: boolean; byWhom: unknown }[];
    expect(verdict).toMatchObject({ ok: true, whole: true });
    const [said] = (await home.json(['export', shown.id, '--wacz', join(folder, 'said.wacz')])) as readonly { signer: string }[];
    expect(JSON.stringify(verdict?.byWhom)).toContain(said?.signer);
    await home.run(['verify', package_, '--key', said?.signer ?? '', '--require', 'key']);
    const bytes = readFileSync(package_);
    bytes[3000] = (bytes[3000] ?? 0) ^ 4;
    const flipped = join(folder, 'flipped.wacz');
    writeFileSync(flipped, bytes);
    await home.run(['verify', flipped], 5);
  });

  it('writes nothing over what is there, leaves no half file, and knows what it is asked for', async () => {
    const before = statSync(package_).mtimeMs;
    const { stderr } = await home.run(['export', at('/a'), '--wacz', package_], 2);
    expect(stderr).toContain('--force');
    expect(statSync(package_).mtimeMs).toBe(before);
    const again = join(folder, 'again.wacz');
    writeFileSync(again, 'something');
    await home.run(['export', at('/a'), '--wacz', again, '--force']);
    expect((await unpack(again)).size).toBe(members.size);
    await home.run(['export', at('/nothing'), '--wacz', join(folder, 'b.wacz')], 4);
    await home.run(['export', at('/a')], 2);
    const { stderr: nowhere } = await home.run(['export', at('/a'), '--wacz', join(folder, 'no', 'b.wacz')], 3);
    expect(nowhere).toContain('its folder does not exist');
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
    expect(existsSync(join(folder, 'b.wacz'))).toBe(false);
    expect(statSync(join(home.path, 'package.key')).mode & 0o777).toBe(0o600);
  });

  it('holds several notices, each shared part once; a notice named twice counts once', async () => {
    const several = join(folder, 'several.wacz');
    const [said] = (await home.json(['export', at('/a'), at('/other'), shown.id, '--wacz', several])) as readonly {
      notices: readonly { url: string }[];
      captures: number;
    }[];
    expect(said?.notices.map(({ url }) => url)).toEqual([at('/a'), at('/other')]);
    expect(said?.captures).toBe(shown.captures.length + 1);
    await home.run(['verify', several]);
  });

  it('holds captures that were made under another id, before two notices were found to be one', async () => {
    const article = withAddress(SYNTHESISED.articles[0], at('/s/short'));
    for (const path of ['/s/short', '/s/long']) {
      publisher.set(path, page(article));
      await home.run(['capture', at(path), '--allow-private']);
    }
    const merged = join(folder, 'merged.wacz');
    const [said] = (await home.json(['export', at('/s/long'), '--wacz', merged])) as readonly {
      notices: readonly { merged: readonly string[] }[];
    }[];
    expect(said?.notices[0]?.merged).toHaveLength(1);
    const inside = await unpack(merged);
    expect(inside.get('evidence/entries.jsonl')?.toString()).toContain('"merge');
    await home.run(['verify', merged]);
  });

  it('holds a file that came into a watched folder', async () => {
    const drop = testFolder();
    writeFileSync(join(drop, 'letter.txt'), 'We are looking for drone jammers, 20 pieces.');
    await home.run(['source', 'add', drop]);
    // A file that was written a moment ago is left for the next check: somebody may still be at it.
    const notice = await until('the file is a notice', async () => {
      await home.run(['watch', '--once', '--now']);
      const found = (await home.json(['notices', '--query', 'pieces'])) as readonly { url: string }[];
      return found.find(({ url }) => url.startsWith('file:'));
    });
    const letter = join(folder, 'letter.wacz');
    await home.run(['export', notice.url, '--wacz', letter]);
    expect((await unpack(letter)).get('indexes/index.cdxj')?.toString()).toContain('letter.txt');
    await home.run(['verify', letter]);
  });

  it('names captures whose files are missing or altered, is written without them, and ends with 5', async () => {
    const [first, second] = shown.captures.map(({ warc }) => join(home.path, warc ?? ''));
    rmSync(first ?? '');
    const bytes = readFileSync(second ?? '');
    writeFileSync(second ?? '', Buffer.concat([bytes.subarray(0, -1), Buffer.of((bytes.at(-1) ?? 0) ^ 1)]));
    const damaged = join(folder, 'damaged.wacz');
    const { stderr, stdout } = await home.run(['export', at('/a'), '--wacz', damaged, '--json'], 5);
    expect(stderr).toContain('log verify');
    const said = JSON.parse(stdout) as { captures: number; leftOut: readonly { sha256: string; why: string }[] };
    expect(new Map(said.leftOut.map(({ sha256: digest, why }) => [digest, why]))).toEqual(
      new Map([
        [shown.captures[0]?.sha256, 'missing'],
        [shown.captures[1]?.sha256, 'damaged'],
      ]),
    );
    const inside = await unpack(damaged);
    const archived = [...inside.keys()].filter((name) => name.startsWith('archive/'));
    expect(archived).toHaveLength(shown.captures.length - 2);
    for (const name of archived) expect(name).toBe(`archive/${sha256(inside.get(name) ?? Buffer.alloc(0))}.warc.gz`);
  });
});
