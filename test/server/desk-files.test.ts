import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESK_FOLDER, readDesk } from '../../src/server/desk/built-files.ts';
import { ROUTES } from '../../src/server/routes.ts';
import { serveNewHome, type ServedHome } from '../../src/server/testing/served-home.ts';

describe('the desk as the server hands it out', () => {
  let home: ServedHome;
  beforeAll(async () => void (home = await serveNewHome()));
  afterAll(() => home.close());

  it('is built by npm ci', () => {
    expect(existsSync(join(DESK_FOLDER, 'index.html'))).toBe(true);
  });

  it.each(['/', '/inbox', '/notices/n_1', '/search?q=radar', '/cases', '/settings?tab=keys'])(
    'is one page at %s, with a nonce of its own',
    async (url) => {
      const [one, other] = [await home.app.inject(url), await home.app.inject(url)];
      expect(one.statusCode).toBe(200);
      expect(one.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(one.body).toContain('<div id="root"></div>');
      const policy = String(one.headers['content-security-policy']);
      expect(policy).not.toContain('unsafe-inline');
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
      expect(one.body).toContain(`content="${nonce}"`);
      expect(other.headers['content-security-policy']).not.toBe(policy);
    },
  );

  it('stands under every address that the desk knows', () => {
    const router = readFileSync(new URL('../../web/src/router.tsx', import.meta.url), 'utf8');
    const known = [...router.matchAll(/^ *path: '([^']+)',$/gm)].map(([, path]) => (path ?? '').replace('$', ':'));
    expect(known.length).toBeGreaterThan(8);
    expect(ROUTES.filter(({ documented }) => documented === false).map(({ path }) => path)).toEqual(expect.arrayContaining(known));
  });

  it('says to a person at an unknown address that nothing is there, and to programs as ever', async () => {
    const person = await home.app.inject({ url: '/inbocks', headers: { accept: 'text/html,application/xhtml+xml' } });
    expect([person.statusCode, person.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(person.body).toContain('<div id="root"></div>');
    expect((await home.app.inject({ url: '/inbocks' })).json()).toMatchObject({ code: 'not-found' });
    expect((await home.app.inject({ url: '/api/v1/inbocks', headers: { accept: 'text/html' } })).json()).toMatchObject({
      code: 'not-found',
    });
  });

  it('hands out its files as what they are, compressed where that is asked for', async () => {
    const page = await home.app.inject('/');
    const wanted = [...page.body.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(wanted.length).toBeGreaterThan(2);
    for (const path of wanted) {
      const answer = await home.app.inject(path);
      expect([path, answer.statusCode]).toEqual([path, 200]);
      const type = path.endsWith('.css') ? 'text/css' : path.endsWith('.svg') ? 'image/svg+xml' : 'text/javascript';
      expect(answer.headers['content-type']).toContain(type);
      expect(answer.headers['cache-control']).toContain(/-[\w-]{8}\.\w+$/.test(path) ? 'immutable' : 'no-cache');
    }
    const script = wanted.find((path) => path.includes('index-') && path.endsWith('.js')) ?? '';
    const small = await home.app.inject({ url: script, headers: { 'accept-encoding': 'gzip, br' } });
    expect(small.headers['content-encoding']).toBe('br');
    expect(small.headers.vary).toContain('accept-encoding');
    expect((await home.app.inject('/assets/../package.json')).statusCode).toBe(404);
    expect((await home.app.inject('/assets/%2e%2e%2fpackage.json')).statusCode).toBe(404);
  });

  it('is not there where nobody built it', () => {
    expect(readDesk('/nowhere/at/all')).toBeUndefined();
  });
});
