import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHome, testFolder, type TestHome } from './command.ts';
import { noticePage, openPublisher, type Publisher } from './publisher.ts';
import { openMailServer, openReceiver, type Receiver } from './receiver.ts';

/** A checker of logs on Go's own code: `test/outside/tlogcheck`, built by `.ci/run`. */
const TLOGCHECK = process.env['DUALWATCH_TLOGCHECK'] ?? '';

describe('checkpoints given away', () => {
  const folder = testFolder();
  const file = (name: string): string => join(folder, name);
  let publisher: Publisher;
  let receiver: Receiver;
  let home: TestHome;
  let key: string;

  beforeAll(async () => {
    [publisher, receiver, home] = [await openPublisher(), await openReceiver(), openHome()];
    for (const size of ['first', 'second', 'third']) {
      publisher.set('/a', noticePage('Tender', `The buyer seeks the ${size} lot of radio equipment, see the annex.`));
      await home.run(['capture', `${publisher.origin}/a`, '--allow-private']);
      const { stdout, stderr } = await home.run(['log', 'checkpoint']);
      writeFileSync(file(`${size}.txt`), stdout);
      key = /public key of this log: (\S+)/.exec(stderr)?.[1] ?? '';
    }
    writeFileSync(file('key.txt'), key);
  }, 60_000);
  afterAll(async () => {
    await publisher.close();
    await receiver.close();
  });

  const pairs = [
    ['first', 'second'],
    ['first', 'third'],
    ['second', 'third'],
    ['third', 'third'],
  ] as const;

  it('the log proves that it only grew between any two of them, and the proof is checked without a home', async () => {
    for (const [old, newer] of pairs) {
      const { stdout, stderr } = await home.run(['log', 'consistency', file(`${old}.txt`), file(`${newer}.txt`)]);
      expect(stderr).toContain('unchanged');
      const proof = file(`${old}-${newer}.proof`);
      expect(stdout === '').toBe(old === newer);
      writeFileSync(proof, stdout);
      const check = ['log', 'consistency', file(`${old}.txt`), file(`${newer}.txt`), '--proof', proof, '--key', key];
      const elsewhere = { env: { DUALWATCH_HOME: file('nowhere') } };
      expect((await home.run(check, 0, elsewhere)).stderr).toContain('unchanged');
      if (old === newer) continue;
      const lines = stdout.trim().split('\n');
      for (const altered of [
        lines.slice(1),
        [...lines, lines[0]],
        [lines[0]?.replace(/^./, (c) => (c === 'A' ? 'B' : 'A')), ...lines.slice(1)],
      ]) {
        writeFileSync(file('altered.proof'), altered.map((line) => `${line}\n`).join(''));
        await home.run(check.with(5, file('altered.proof')), 5, elsewhere);
      }
    }
    const [now] = (await home.json(['log', 'consistency', file('first.txt')])) as readonly { from: number; to: number; new: string }[];
    expect(now?.new).toBe(readFileSync(file('third.txt'), 'utf8'));
  });

  it.skipIf(TLOGCHECK === '')("Go's own code agrees, on altered ones too [needs DUALWATCH_TLOGCHECK]", async () => {
    const judge = (old: string, newer: string, hashes: string): number | null =>
      spawnSync(TLOGCHECK, ['consistency', '-vkey', file('key.txt'), '-old', file(old), '-new', file(newer), '-hashes', hashes]).status;
    for (const [old, newer] of pairs) {
      const { stdout } = await home.run(['log', 'consistency', file(`${old}.txt`), file(`${newer}.txt`)]);
      const lines = stdout.trim().split('\n');
      writeFileSync(file('go.proof'), stdout);
      expect(judge(`${old}.txt`, `${newer}.txt`, file('go.proof'))).toBe(0);
      if (old === newer) continue;
      expect(judge(`${newer}.txt`, `${old}.txt`, file('go.proof'))).toBe(1);
      writeFileSync(
        file('go.proof'),
        lines
          .slice(1)
          .map((line) => `${line}\n`)
          .join(''),
      );
      expect(judge(`${old}.txt`, `${newer}.txt`, file('go.proof'))).toBe(1);
    }
    const [shown] = (await home.json(['show', `${publisher.origin}/a`])) as readonly { captures: readonly { sha256: string }[] }[];
    for (const { sha256 } of shown?.captures ?? []) {
      const [proof] = (await home.json(['log', 'prove', sha256])) as readonly { entry: string; proof: string }[];
      writeFileSync(file('entry'), proof?.entry ?? '');
      writeFileSync(file('entry.proof'), proof?.proof ?? '');
      const args = ['proof', '-vkey', file('key.txt'), '-entry', file('entry'), '-proof', file('entry.proof')];
      expect(spawnSync(TLOGCHECK, args).status).toBe(0);
      writeFileSync(file('entry'), `${proof?.entry} `);
      expect(spawnSync(TLOGCHECK, args).status).toBe(1);
    }
    expect(shown?.captures.length).toBeGreaterThan(2);
  });

  it('a log that is another, was rolled back or has lost a tile proves nothing', async () => {
    const other = openHome();
    await other.run(['capture', `${publisher.origin}/a`, '--allow-private']);
    expect((await other.run(['log', 'consistency', file('first.txt')], 5)).stderr).toContain('first.txt');
    expect((await home.run(['log', 'consistency', file('second.txt'), file('first.txt')], 5)).stderr).toMatch(/cannot extend/);
    writeFileSync(file('noise.txt'), 'noise\n');
    for (const asked of [
      ['consistency', file('noise.txt')],
      ['verify', '--checkpoint', file('noise.txt')],
    ])
      expect((await home.run(['log', ...asked], 2)).stderr).toContain(`${file('noise.txt')} holds no checkpoint`);
    await home.run(['log', 'consistency', file('none.txt')], 3);
    await home.run(['log', 'consistency', file('first.txt'), '--key', key], 2);
  });

  it('is published to a file, a folder and a webhook; nothing else is written over', async () => {
    mkdirSync(file('folder'));
    const secret = file('secret');
    writeFileSync(secret, 'word\n');
    // prettier-ignore
    const { stdout, stderr } = await home.run(['log', 'checkpoint', '--publish', `file:${file('out.txt')}`, '--publish', `file:${file('folder')}`,
      '--publish', `webhook:${receiver.url}/log`, '--allow-private', '--secret-file', secret]);
    expect(readFileSync(file('out.txt'), 'utf8')).toBe(stdout);
    expect(stderr.match(/published to /g)).toHaveLength(3);
    const [message] = receiver.got;
    const body = JSON.parse(message?.body ?? '{}') as { size: number; checkpoint: string; key: string };
    expect(body).toMatchObject({ checkpoint: stdout, key });
    expect(message?.headers['x-dualwatch-signature']).toMatch(/^t=\d+,v1=[0-9a-f]{64}$/);
    expect(readFileSync(join(file('folder'), `checkpoint-${body.size}.txt`), 'utf8')).toBe(stdout);

    await home.run(['log', 'checkpoint', '--publish', `file:${file('out.txt')}`]);
    cpSync(file('first.txt'), file('older.txt'));
    await home.run(['log', 'checkpoint', '--publish', `file:${file('older.txt')}`]);
    expect(readFileSync(file('older.txt'), 'utf8')).toBe(stdout);
    writeFileSync(file('letter.txt'), 'Dear all');
    receiver.answer = { status: 500 };
    // prettier-ignore
    const failed = await home.run(['log', 'checkpoint', '--publish', `file:${file('letter.txt')}`, '--publish', `webhook:${receiver.url}`, '--allow-private'], 5);
    expect(failed.stderr).toMatch(/left as it is/);
    expect(failed.stderr).toMatch(/status 500/);
    expect(readFileSync(file('letter.txt'), 'utf8')).toBe('Dear all');
    const mail = await openMailServer();
    const env = { DUALWATCH_MAIL_SERVER: mail.url, DUALWATCH_MAIL_FROM: 'watch@example.org' };
    await home.run(['log', 'checkpoint', '--publish', 'mail:desk@example.org'], 0, { env });
    mail.close();
    const attached = /base64[^]*?\r\n\r\n(?<content>[A-Za-z0-9+/=\r\n]+)\r\n--/.exec(mail.mails[0] ?? '')?.groups?.['content'];
    expect(Buffer.from(attached ?? '', 'base64').toString()).toBe(stdout);
    const nowhere = await home.run(['log', 'checkpoint', '--publish', `file:${file('no/folder/x')}`], 3);
    expect(nowhere.stderr).toMatch(/x cannot be written: its folder does not exist/);
    writeFileSync(file('blank'), '\n');
    await home.run(['log', 'checkpoint', '--publish', `webhook:${receiver.url}`, '--secret-file', file('blank')], 2);
    for (const [where, code] of [
      ['ftp:x', 2],
      ['file:/dev/null', 2],
      ['mail:nobody', 2],
      ['mail:desk@example.org', 2],
      [`webhook:${receiver.url}`, 8],
    ] as const)
      await home.run(['log', 'checkpoint', '--publish', where], code);
  });
});
