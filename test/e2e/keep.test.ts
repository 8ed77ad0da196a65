import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wechatMessage } from '../fixtures/pages.ts';
import { page, SYNTHESISED } from './case.ts';
import { openHome, type TestHome } from './command.ts';
import { feedOf, openPublisher, type Publisher } from './publisher.ts';
import { showShape, type Shown } from './shapes.ts';

let publisher: Publisher;
let home: TestHome;

beforeEach(async () => {
  [publisher, home] = [await openPublisher(), openHome()];
  publisher.set('/feed', feedOf([{ url: `${publisher.origin}/s/a`, title: '求购' }]));
});
afterEach(() => publisher.close());

const watched = async (...more: readonly string[]): Promise<void> =>
  void (await home.run(['source', 'add', `${publisher.origin}/feed`, '--allow-private', ...more]));
const visit = async (html: string): Promise<Shown> => {
  publisher.set('/s/a', page(html));
  await home.run(['watch', '--once', '--now']);
  return showShape.parse((await home.json(['show', `${publisher.origin}/s/a`]))[0]);
};
/** The article as the site sends it at another visit: what it says is the same, its bytes are not. */
const anew = (n: number): string => SYNTHESISED.articles[0].replace('<head>', `<head><meta name="nonce" content="${n}">`);

describe('full bytes', () => {
  it('are kept where something is new, not where a site sends the same under other bytes', async () => {
    await watched();
    await visit(anew(1));
    await visit(anew(2));
    const shown = await visit(anew(3));
    expect(shown).toMatchObject({ state: 'present', versions: 1 });
    expect(shown.captures).toHaveLength(1);
    const [capture] = shown.captures;
    expect(shown.observations).toHaveLength(3);
    const seen = new Set(shown.observations.map((one) => one.reading));
    expect(seen.size).toBe(1);
    for (const later of shown.observations.slice(1)) {
      expect(later).toMatchObject({ state: 'present', capture: null, confirms: capture?.sha256 });
      // The entry says by digest and heads what was received, though no file was made.
      const [entry] = await home.json(['log', 'prove', leafOf(later.logIndex)]);
      expect(JSON.parse((entry as { entry: string }).entry)).toMatchObject({
        type: 'observation',
        payload: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
        heads: [
          {
            url: `${publisher.origin}/s/a`,
            request: expect.stringMatching(/^GET \/s\/a HTTP\/1\.1\r\n/) as unknown,
            response: expect.stringMatching(/^HTTP\/1\.1 200 /) as unknown,
          },
        ],
      });
    }
    await home.run(['log', 'verify']);
  });

  it('of a removal page are kept twice, however often it comes with another nonce', async () => {
    await watched();
    await visit(anew(1));
    let shown: Shown | undefined;
    const gone = (n: number): string => wechatMessage('该内容已被发布者删除', { script: `nonce = ${n}` });
    for (let n = 0; shown?.state !== 'removed'; n += 1) {
      if (n > 8) throw new Error('the removal is not confirmed');
      shown = await visit(gone(n));
    }
    const confirmed = shown.captures.length;
    expect(new Set(shown.removal?.evidence).size).toBe(confirmed - 1);
    for (const n of [20, 21]) shown = await visit(gone(n));
    expect(shown.captures).toHaveLength(confirmed);
    expect(shown.observations.slice(-2).map((one) => [one.state, one.capture, one.confirms])).toEqual(
      [1, 2].map(() => ['removed', null, shown?.captures.at(-1)?.sha256]),
    );
    await home.run(['log', 'verify']);
  });

  it('are all kept where a user wants all', async () => {
    await watched('--keep', 'all');
    await visit(anew(1));
    await visit(anew(2));
    const shown = await visit(anew(3));
    expect(shown).toMatchObject({ state: 'present', versions: 1 });
    expect(shown.captures).toHaveLength(3);
    for (const [n, { warc }] of shown.captures.entries()) {
      expect(existsSync(join(home.path, warc ?? ''))).toBe(true);
      expect(gunzipSync(readFileSync(join(home.path, warc ?? ''))).includes(anew(n + 1))).toBe(true);
    }
    await home.run(['log', 'verify']);
  });

  it('hold request and response as they stood on the socket', async () => {
    await watched();
    publisher.set('/s/a', page(SYNTHESISED.articles[0], { headers: { 'X-Odd-Case': 'One', 'x-second': 'Two  spaces' } }));
    await home.run(['watch', '--once']);
    const shown = showShape.parse((await home.json(['show', `${publisher.origin}/s/a`]))[0]);
    const warc = gunzipSync(readFileSync(join(home.path, shown.captures[0]?.warc ?? ''))).toString('utf8');
    const asked = publisher.requests.find((request) => request.path === '/s/a');
    expect(warc).toContain(`GET /s/a HTTP/1.1\r\n`);
    expect(warc).toContain(`User-Agent: ${asked?.headers['user-agent'] ?? '?'}\r\n`);
    expect(warc).toContain('X-Odd-Case: One\r\nx-second: Two  spaces\r\n');
    expect(warc).toContain(`WARC-IP-Address: 127.0.0.1\r\n`);
    for (const type of ['request', 'response', 'metadata']) expect(warc).toContain(`WARC-Type: ${type}\r\n`);
  });
});

/** Digest of a log entry, from the home's own entry bundle: RFC 6962 §2.1. */
function leafOf(index: number): string {
  const folder = join(home.path, 'log', 'tile', 'entries');
  const file = ['000', ...Array.from({ length: 255 }, (_, n) => `000.p/${255 - n}`)]
    .map((name) => join(folder, name))
    .find((path) => existsSync(path));
  const bundle = readFileSync(file ?? folder);
  let at = 0;
  for (let n = 0; n < index; n += 1) at += 2 + bundle.readUInt16BE(at);
  const entry = bundle.subarray(at + 2, at + 2 + bundle.readUInt16BE(at));
  return createHash('sha256')
    .update(Buffer.from([0]))
    .update(entry)
    .digest('hex');
}
