import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveNewHome } from '../../src/server/testing/served-home.ts';
import { openViewer, type Viewer } from '../../src/server/viewer/open-viewer.ts';

const ID = 'e97cc671-16fb-40da-94a8-cf4d45714002';
let folder: string;
let viewer: Viewer;
const options = (files: string) => ({
  folder: join(folder, files),
  exports: join(folder, 'exports'),
  host: '127.0.0.1',
  port: 0,
  loopback: true,
  publicUrl: undefined,
  desk: ['http://127.0.0.1:8787', 'http://localhost:8787'],
});

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dualwatch-viewer-'));
  for (const name of ['viewer', 'exports', 'empty']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'viewer/ui.js'), 'customElements');
  writeFileSync(join(folder, 'viewer/sw.js'), 'self.onfetch');
  writeFileSync(join(folder, 'viewer/other.js'), 'none of it');
  writeFileSync(join(folder, `exports/${ID}.wacz`), '0123456789');
  writeFileSync(join(folder, 'secret.wacz'), 'secret');
  viewer = await openViewer(options('viewer'));
});
afterAll(async () => {
  await viewer.close();
  rmSync(folder, { recursive: true });
});

/** Paths as they are given: `fetch` would tidy them. */
function ask(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') {
  const { hostname, port } = new URL(viewer.origin('127.0.0.1'));
  return new Promise<{ status: number; body: string; header: (name: string) => string }>((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (part: string) => (body += part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body, header: (name) => String(answer.headers[name] ?? '') }));
    });
    sent.on('error', reject).end();
  });
}

test('the page shows a package, and may be framed by the desk alone', async () => {
  const url = encodeURIComponent('https://a.example/?x="><script>alert(1)</script>');
  const page = await ask(`/view?export=${ID}&url=${url}&ts=2026-03-02T01:10:00Z`);
  expect([page.status, page.header('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(page.body).toContain(`source="/package/${ID}.wacz" replayBase="/replay/"`);
  expect(page.body).toContain('url="https://a.example/?x=&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;" ts="20260302011000"');
  expect(page.header('content-security-policy')).toContain('frame-ancestors http://127.0.0.1:8787 http://localhost:8787');
  expect(page.header('content-security-policy')).toContain("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'");
  expect((await ask('/view?export=e97cc671-16fb-40da-94a8-cf4d45714003')).status).toBe(404);
  for (const wrong of ['', '?export=x', '?export=../secret', `?export=${ID}&url=${'x'.repeat(5000)}`])
    expect((await ask(`/view${wrong}`)).status, wrong).toBe(400);
});

test('the worker asks nobody but this server; there is nothing else of the folder, nor of the server', async () => {
  const worker = await ask('/replay/sw.js');
  expect([worker.status, worker.body, worker.header('content-security-policy')]).toEqual([
    200,
    'self.onfetch',
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
  ]);
  expect((await ask('/ui.js')).body).toBe('customElements');
  for (const path of [
    '/',
    '/other.js',
    '/replay/',
    '/replay/ui.js',
    '/sw.js',
    '/api/v1/me',
    '/constructor',
    '/package/secret.wacz',
    '/package/..%2fsecret.wacz',
    '/package/../secret.wacz',
    `/package/${ID}`,
  ])
    expect((await ask(path)).status, path).toBe(404);
  expect((await ask('/ui.js', {}, 'POST')).status).toBe(405);
  expect((await ask('/ui.js', { host: 'rebound.example' })).status).toBe(421);
});

test('a package is read by ranges', async () => {
  const path = `/package/${ID}.wacz`;
  const whole = await ask(path);
  expect([whole.status, whole.body, whole.header('accept-ranges'), whole.header('content-type')]).toEqual([
    200,
    '0123456789',
    'bytes',
    'application/wacz',
  ]);
  const part = await ask(path, { range: 'bytes=2-4' });
  expect([part.status, part.body, part.header('content-range')]).toEqual([206, '234', 'bytes 2-4/10']);
  expect((await ask(path, { range: 'bytes=-3' })).body).toBe('789');
  const beyond = await ask(path, { range: 'bytes=10-' });
  expect([beyond.status, beyond.header('content-range')]).toEqual([416, 'bytes */10']);
  const head = await ask(path, {}, 'HEAD');
  expect([head.status, head.body, head.header('content-length')]).toEqual([200, '', '10']);
});

test('a folder that holds no viewer is refused with what to do', async () => {
  await expect(openViewer(options('empty'))).rejects.toMatchObject({ code: 'config', message: expect.stringContaining('has no ui.js') });
});

test('whoever may see the home is told where it is, and the desk may frame it', async () => {
  const home = await serveNewHome({ viewer });
  const { port } = new URL(viewer.origin('127.0.0.1'));
  const start = (await home.app.inject({ url: '/api/v1/desk', headers: { host: 'localhost:8787' } })).json<unknown>();
  expect(start).toMatchObject({ home: { replay: `http://localhost:${port}/view` } });
  await home.close();
});
