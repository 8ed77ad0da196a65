import { spawn } from 'node:child_process';
import { closeSync, ftruncateSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHome, parseLines, runCommand, testFolder, type TestHome } from './command.ts';
import { feedOf, openPublisher, type Publisher } from './publisher.ts';
import { noticeShape, scanFileShape } from './shapes.ts';
import { PROGRAM } from '../program.ts';

describe('text from hostile pages', () => {
  let publisher: Publisher;
  let home: TestHome;
  // Clears the screen, sets the title of the window, turns the writing direction, hides characters, rings.
  const evil = 'Tender \u001b[2J\u001b]0;owned\u0007 \u202egpj.exe\u2066 \u200bzero\u009b31m\rline';

  beforeAll(async () => {
    [publisher, home] = [await openPublisher(), openHome()];
    publisher.set(
      '/feed',
      feedOf([
        { url: `${publisher.origin}/x`, title: `feed \u202e ${'long '.repeat(400)}` },
        { url: `${publisher.origin}/y`, title: 'y' },
      ]),
    );
    const escaped = evil.replace(/[\u0000-\u001f\u007f-\u009f]/g, (char) => `&#${char.charCodeAt(0)};`);
    publisher.set('/x', {
      kind: 'page',
      body: `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${evil}</title></head><body><article><h1>${evil}</h1><p>We seek ${evil} drone jammers ${escaped}, offers until the end of the month.</p></article></body></html>`,
    });
    publisher.set('/y', { kind: 'page', status: 500, type: 'text/html', body: 'busy' });
    await home.run(['source', 'add', `${publisher.origin}/feed`, '--allow-private', '--name', evil]);
  });
  afterAll(() => publisher.close());

  it('reaches the terminal with control and bidi characters escaped', async () => {
    const { stdout, stderr } = await home.run(['watch', '--once']);
    let shown = stdout + stderr;
    for (const args of [
      ['notices'],
      ['show', `${publisher.origin}/x`],
      ['source', 'list'],
      ['source', 'test', `${publisher.origin}/feed`],
      ['watch', '--once', '--now'],
    ]) {
      const ended = await home.run(args);
      shown += ended.stdout + ended.stderr;
    }
    expect(shown).toContain('drone jammers');
    expect(shown).toContain('\\u{202e}');
    expect(shown).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/);
  });

  it('stands in JSON as it was, and still as one line', async () => {
    const { stdout } = await home.run(['notices', '--json']);
    expect(stdout).not.toContain('\u001b');
    const notices = parseLines(stdout).map((line) => noticeShape.parse(line));
    expect(notices.find((one) => one.url.endsWith('/x'))?.title).toContain('\u202e');
  });

  it('is escaped in what read and scan print, and in what they say of files', async () => {
    const folder = testFolder();
    const name = 'evil \u001b[31m\u202e.txt';
    writeFileSync(join(folder, name), `We seek drone \u001b[2J jammers \u202e`);
    for (const args of [
      ['read', name],
      ['scan', name],
      ['scan', `missing \u001b[31m`],
      ['show', '\u001b[31m', '--home', home.path],
    ]) {
      const { stdout, stderr } = await runCommand(args, { cwd: folder });
      expect(stdout + stderr, args.join(' ')).not.toMatch(/[\u001b\u202e]/);
      expect((stdout + stderr).length).toBeGreaterThan(10);
    }
  });
});

describe('input of any kind', () => {
  const folder = testFolder();

  it('is read without a fault: binaries, nothing, broken UTF-8, NULs, deep nesting', async () => {
    const inputs: Readonly<Record<string, Buffer>> = {
      'nothing.html': Buffer.alloc(0),
      'zeros.html': Buffer.alloc(100_000),
      'binary.bin': Buffer.from(Array.from({ length: 100_000 }, (_, n) => (n * 7919 + (n >> 3)) & 0xff)),
      'broken.txt': Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x00, 0xd8, 0xe6, 0xb1]),
      'deep.html': Buffer.from(`${'<div>'.repeat(50_000)}drone jammer`),
      'unclosed.html': Buffer.from(`<a href="${'x'.repeat(1_000_000)}`),
      'pdf.pdf': Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n1 0 obj<<>>endobj'),
      'json.json': Buffer.from('{"text":"drone jammer"}'),
    };
    for (const [name, bytes] of Object.entries(inputs)) writeFileSync(join(folder, name), bytes);
    for (const command of ['read', 'scan']) {
      const { code, stdout, stderr } = await runCommand([command, ...Object.keys(inputs), '--json'], { cwd: folder });
      expect(stderr).not.toMatch(/\n\s+at /);
      expect([0, 3]).toContain(code);
      const answers = parseLines(stdout) as readonly { readonly input: string; readonly error?: { readonly message: string } }[];
      expect(answers.map(({ input }) => input)).toEqual(Object.keys(inputs));
      // It has a text that this reader does not see: "no goods" would be a lie.
      expect(answers.find(({ input }) => input === 'pdf.pdf')?.error?.message).toMatch(/nothing of pdf\.pdf is read: it is damaged/);
    }
  });

  it('that is too large is refused by its size, and the rest goes on', async () => {
    const file = openSync(join(folder, 'huge.html'), 'w');
    ftruncateSync(file, 300 * 1024 * 1024);
    closeSync(file);
    writeFileSync(join(folder, 'small.txt'), 'drone jammer');
    const { code, stdout } = await runCommand(['scan', 'huge.html', 'small.txt', '--json'], { cwd: folder });
    expect(code).toBe(3);
    const [huge, small] = parseLines(stdout);
    expect(huge).toMatchObject({
      input: 'huge.html',
      error: { code: 'input-too-large', message: expect.stringContaining('300') as unknown },
    });
    expect(scanFileShape.parse(small).goods).toEqual(['counter_uav_jam']);
  });

  it('may have any name', async () => {
    writeFileSync(join(folder, '-dash.txt'), 'drone jammer');
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xd7, 0xff]), Buffer.from('.txt')]), 'drone jammer');
    writeFileSync(join(folder, '通知 "1".txt'), 'drone jammer');
    const { code, stdout } = await runCommand(['scan', '--json', '--', '-dash.txt', '通知 "1".txt'], { cwd: folder });
    expect(code).toBe(0);
    expect(parseLines(stdout)).toHaveLength(2);
  });

  it('may end early: a reader that closes the pipe ends the program quietly', async () => {
    const line = `${JSON.stringify({ id: 1, text: 'drone jammer '.repeat(50) })}\n`;
    writeFileSync(join(folder, 'many.jsonl'), line.repeat(5000));
    const shell = spawn('bash', ['-c', 'set -o pipefail; "$0" "$1" scan --jsonl many.jsonl | head -n 2', process.execPath, PROGRAM], {
      cwd: folder,
    });
    let [out, err] = ['', ''];
    shell.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    shell.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    const code = await new Promise((resolve) => shell.on('close', resolve));
    expect(parseLines(out)).toHaveLength(2);
    expect(err).toBe('');
    expect(code).toBe(0);
  });
});

describe('answers of a hostile host', () => {
  it('end in an observation', async () => {
    const publisher = await openPublisher();
    try {
      const home = openHome({ DUALWATCH_FETCH_MAX_BODY: '100KB' });
      publisher.set('/large', { kind: 'page', body: 'x'.repeat(200_000) });
      publisher.set('/loop', { kind: 'redirect', to: '/loop2' });
      publisher.set('/loop2', { kind: 'redirect', to: '/loop' });
      publisher.set('/inside', { kind: 'redirect', to: 'http://169.254.169.254/latest/meta-data/' });
      publisher.set('/other', { kind: 'redirect', to: 'http://127.0.0.9:1/' });
      publisher.set('/script', { kind: 'redirect', to: 'javascript:alert(1)' });
      const reasons: Record<string, unknown> = {};
      for (const path of ['/large', '/loop', '/inside', '/other', '/script']) {
        const { stdout } = await home.run(
          ['capture', publisher.origin + path, '--allow-private', '--json'],
          path === '/inside' || path === '/other' ? 7 : 8,
        );
        const notice = JSON.parse(stdout) as { state: string; reason: string };
        reasons[path] = [notice.state, notice.reason];
      }
      expect(reasons).toEqual({
        '/large': ['unreachable', 'too-large'],
        '/loop': ['unreachable', expect.stringMatching(/redirect/)],
        '/inside': ['unreachable', 'address'],
        '/other': ['unreachable', 'address'],
        '/script': ['unreachable', expect.stringMatching(/redirect/)],
      });
      await home.run(['log', 'verify']);
    } finally {
      await publisher.close();
    }
  });
});
