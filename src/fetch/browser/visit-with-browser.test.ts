import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';

import { openConnections, type Connections } from '../connections.ts';
import { parseProxy } from '../../model/proxy.ts';
import { makeCertificate } from '../testing/certificate.ts';
import { CHROMIUM, describeWithChromium } from '../testing/chromium.ts';
import { startSocksServer } from '../testing/proxy-server.ts';
import { startWebServer, type WebServer } from '../testing/web-server.ts';
import type { BrowserLimits, BrowserRequest, BrowserVisit } from './browser-visit.ts';
import { isMissing, NO_HAN_FONT } from './take-page.ts';
import { visitWithBrowser } from './visit-with-browser.ts';

const LIMITS: BrowserLimits = {
  totalMs: 30_000,
  connectMs: 5000,
  headerBytes: 32_768,
  bodyBytes: 2_000_000,
  totalBytes: 6_000_000,
  requests: 100,
  height: 6000,
  documentLength: 1_000_000,
  pdfPages: 20,
};
const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function site(tls?: Parameters<typeof startWebServer>[0]): Promise<WebServer> {
  const server = await startWebServer(tls);
  closing.push(() => server.close());
  server.set('/favicon.ico', (_, response) => response.writeHead(204).end());
  return server;
}

function visit(
  server: WebServer,
  path: string,
  more: Partial<BrowserRequest> & { limits?: Partial<BrowserLimits>; ca?: string } = {},
): Promise<BrowserVisit> {
  const { limits, ca, ...request } = more;
  const connections: Connections = openConnections({ ca });
  closing.push(() => connections.close());
  return visitWithBrowser(
    { executable: CHROMIUM.path, sandbox: CHROMIUM.sandbox, connections, userAgent: 'Dualwatch/9.9', limits: { ...LIMITS, ...limits } },
    {
      url: server.origin + path,
      credentials: new Map(),
      allowPrivate: server.allowance,
      proxy: undefined,
      mayNavigate: async () => undefined,
      ...request,
    },
  );
}

const htmlOf = (seen: BrowserVisit): string => Buffer.from(seen.document ?? []).toString();
const asked = (seen: BrowserVisit): readonly string[] => seen.exchanges.map(({ method, url }) => `${method} ${new URL(url).pathname}`);

describeWithChromium('a browser', () => {
  test('keeps script-made content, pictures that load when seen, screenshot, PDF, and all bytes as they were sent', async () => {
    const server = await site();
    server.set(
      '/',
      `<!doctype html><title>T</title><p id=x>…</p><div style="height:4000px"></div><img loading=lazy src=/lazy.png>
      <script>fetch('/api?q=1', { method: 'POST', body: 'question' }).then(r => r.text()).then(t => { x.textContent = t; });</script>`,
    );
    server.set('/api', (_, response) => response.end('Script-made 求购'));
    server.set('/lazy.png', (_, response) =>
      response.writeHead(200, { 'content-type': 'image/png', 'X-Odd': 'a', 'x-odd': 'b' }).end('picture'),
    );
    const seen = await visit(server, '/');
    // Chinese characters need a font; without one that is said.
    const boxes = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout.trim() === '';
    expect(seen.lost).toEqual(boxes ? [NO_HAN_FONT] : []);
    expect(seen).toMatchObject({ failure: null, status: 200, finalUrl: `${server.origin}/`, sandbox: CHROMIUM.sandbox });
    expect(seen.product).toMatch(/^Chromium \d/);
    expect(htmlOf(seen)).toMatch(/^<!DOCTYPE html>\n<html>.*Script-made 求购/s);
    expect(asked(seen)).toEqual(expect.arrayContaining(['GET /', 'POST /api', 'GET /lazy.png']));
    expect(server.requests.find(({ path }) => path === '/api?q=1')?.body).toBe('question');
    const picture = seen.exchanges.find(({ url }) => url.endsWith('/lazy.png'));
    expect(Buffer.from(picture?.responseHead ?? []).toString()).toMatch(/X-Odd: a\r\nx-odd: b\r\n/);
    expect(Buffer.from(picture?.requestHead ?? []).toString()).toMatch(/^GET \/lazy.png HTTP\/1\.1\r\nHost: 127/);
    const post = seen.exchanges.find(({ method }) => method === 'POST');
    expect(Buffer.from(post?.requestHead ?? []).toString()).toMatch(/\r\n\r\nquestion$/);
    expect(Buffer.from(seen.screenshot?.png.subarray(1, 4) ?? []).toString()).toBe('PNG');
    expect(seen.screenshot?.height).toBeGreaterThan(4000);
    expect(Buffer.from(seen.pdf?.subarray(0, 5) ?? []).toString()).toBe('%PDF-');
    expect(server.requests[0]?.headers['user-agent']).toMatch(/Chrome\/\d+.* Dualwatch\/9\.9$/);
  });

  test('starts where the path of the temporary folder is too long for a socket', async () => {
    const deep = mkdtempSync(join(tmpdir(), 'a-folder-of-temporary-files-whose-path-is-long-'));
    closing.push(() => rmSync(deep, { recursive: true }));
    vi.stubEnv('TMPDIR', deep);
    closing.push(() => void vi.unstubAllEnvs());
    const server = await site();
    server.set('/', '<title>T</title><p>Here');
    expect(htmlOf(await visit(server, '/'))).toContain('<p>Here');
    expect(readdirSync(deep)).toEqual([]);
  });

  test('reads https through our own TLS, which holds the server to a certificate that can be trusted', async () => {
    const root = makeCertificate({ subject: 'Root' });
    const own = makeCertificate({ subject: 'site', names: ['127.0.0.1'], issuer: root });
    const server = await site({ key: own.key, cert: own.cert });
    server.set('/', '<title>Secure</title><p id=x></p><script>x.textContent = isSecureContext</script>');
    const seen = await visit(server, '/', { ca: root.cert });
    expect(htmlOf(seen)).toContain('<p id="x">true</p>');
    expect(seen.exchanges[0]?.tls).toMatchObject({
      protocol: 'TLSv1.3',
      certificateSha256: createHash('sha256').update(own.der).digest('hex'),
    });
    const distrusted = await visit(server, '/');
    expect(distrusted).toMatchObject({ finalUrl: null, document: null, screenshot: null });
    expect(distrusted.failure).toContain('ERR_');
    expect(distrusted.refused[0]?.why).toContain('can be trusted');
  });

  test('shows a veiled body for the picture alone, and says so', async () => {
    const server = await site();
    const text = 'The buyer seeks offers for radio equipment. '.repeat(20);
    server.set(
      '/',
      `<!doctype html><body style="margin:0"><div id=js_content style="visibility:hidden;opacity:0;background:#000;height:900px">${text}</div>`,
    );
    const seen = await visit(server, '/');
    expect(htmlOf(seen)).toContain('visibility:hidden;opacity:0');
    expect(seen.interventions).toContain('shown for screenshot and PDF although the page kept it unseen: div#js_content');
    expect(pixelOf(seen.screenshot?.png ?? new Uint8Array(), 800)).toEqual([0, 0, 0]);
  });

  test('lets nothing out that the address rules forbid: frames, scripts, workers, sockets, redirects, files, prefetches', async () => {
    const server = await site();
    const other = await startWebServer();
    closing.push(() => other.close());
    const udp = createSocket('udp4').bind(0, '127.0.0.1');
    await once(udp, 'listening');
    closing.push(() => void udp.close());
    let packets = 0;
    udp.on('message', () => (packets += 1));
    const ws = other.origin.replace('http', 'ws');
    server.set(
      '/worker.js',
      `fetch('${other.origin}/worker').catch(() => 0).then(() => postMessage(1)); importScripts('${other.origin}/import');`,
    );
    server.set('/away', (_, response) => response.writeHead(302, { location: `${other.origin}/redirected` }).end());
    server.set(
      '/',
      `<!doctype html><link rel=prefetch href="${other.origin}/prefetch"><link rel=dns-prefetch href="//dns.example"><link rel=preconnect href="${other.origin}">
      <iframe src="http://169.254.169.254/latest/meta-data/"></iframe><iframe src="http://10.0.0.1/"></iframe><iframe src="file:///etc/passwd"></iframe>
      <img src="http://metadata.google.internal/x"><img src="http://[::1]:${new URL(other.origin).port}/v6"><img src="/away"><script src="${other.origin}/script"></script>
      <script>
        new WebSocket('${ws}/socket');
        new Worker('/worker.js');
        fetch('/' + 'x'.repeat(20000)).catch(() => 0);
        navigator.sendBeacon('${other.origin}/beacon', 'x');
        const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${udp.address().port}' }] });
        peer.createDataChannel('x'); peer.createOffer().then((offer) => peer.setLocalDescription(offer));
        const frame = document.createElement('iframe'); document.body.append(frame);
        frame.contentWindow.fetch('${other.origin}/frame').catch(() => 0);
      </script>`,
    );
    const seen = await visit(server, '/');
    expect(other.requests).toEqual([]);
    expect(packets).toBe(0);
    const refused = seen.refused.map(({ url }) => url);
    for (const path of ['/worker', '/redirected', '/script', '/socket', '/beacon', '/frame'])
      expect(
        refused.some((url) => url === other.origin + path),
        path,
      ).toBe(true);
    expect(refused).toEqual(
      expect.arrayContaining(['http://169.254.169.254/latest/meta-data/', 'http://10.0.0.1/', 'http://metadata.google.internal/x']),
    );
    for (const { why } of seen.refused) expect(why).toMatch(/not on the public internet|metadata service|an address of 2\d{4} characters/);
    expect(server.paths().every((path) => path.length < 100)).toBe(true);
    expect(JSON.stringify(asked(seen))).not.toContain('passwd');
    expect(htmlOf(seen)).not.toContain('root:');
    // What a browser wants for itself (updates, accounts) goes nowhere, and is no part of the visit.
    expect(refused.filter((url) => /google(?:apis)?\.com/.test(url))).toEqual([]);
  });

  test('a page that is a redirect to a private address, and one that robots.txt keeps for itself, is not shown', async () => {
    const server = await site();
    server.set('/', (_, response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end());
    expect(await visit(server, '/')).toMatchObject({ finalUrl: null, document: null, failure: expect.stringContaining('ERR_') });
    server.set('/', (_, response) => response.writeHead(302, { location: '/private' }).end());
    server.set('/private', '<p>private</p>');
    const mayNavigate = async (url: URL) => (url.pathname === '/private' ? 'robots.txt says "Disallow: /private"' : undefined);
    expect(await visit(server, '/', { mayNavigate })).toMatchObject({ document: null, failure: 'robots.txt says "Disallow: /private"' });
    expect(server.paths()).not.toContain('/private');
    server.set('/', '<p>stays</p><script>location.href = "/private"</script>');
    expect(htmlOf(await visit(server, '/', { mayNavigate }))).toContain('stays');
    expect(server.paths()).not.toContain('/private');
  });

  test('WebSockets are opened under the rules; the heads are kept, the frames counted', async () => {
    const server = await site();
    server.onUpgrade((request, socket) => {
      const accept = createHash('sha1')
        .update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
        .digest('base64');
      socket.write(`HTTP/1.1 101 Hello\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
      socket.write(Buffer.from([0x81, 4, ...Buffer.from('from')]));
    });
    server.set(
      '/',
      `<p id=x></p><script>new WebSocket(location.origin.replace('http', 'ws') + '/ws').onmessage = (e) => { x.textContent = e.data + ' socket'; }</script>`,
    );
    const seen = await visit(server, '/');
    expect(htmlOf(seen)).toContain('from socket');
    expect(seen.exchanges.find(({ url }) => url.endsWith('/ws'))).toMatchObject({ status: 101, frames: { receivedBytes: 6 } });
  });

  test('dialogs, windows, downloads and service workers do not hold it up', async () => {
    const server = await site();
    server.set(
      '/',
      `<p>page</p><script>onbeforeunload = () => 'stay'; alert(1); confirm(2); prompt(3); open('/popup'); print();
      navigator.serviceWorker.register('/sw.js').catch(() => 0);
      const a = document.createElement('a'); a.href = '/file.zip'; a.download = 'x.zip'; a.click();</script>`,
    );
    server.set('/file.zip', (_, response) => response.writeHead(200, { 'content-disposition': 'attachment' }).end('zip'));
    const seen = await visit(server, '/');
    expect(htmlOf(seen)).toContain('<p>page</p>');
    expect(seen.screenshot).not.toBeNull();
    expect(seen.interventions).toContain('3 dialogs of the page dismissed');
    expect(server.paths()).not.toContain('/sw.js');
    server.set('/', (_, response) => response.writeHead(200, { 'content-disposition': 'attachment; filename=x.exe' }).end('MZ'));
    expect(await visit(server, '/')).toMatchObject({ document: null, failure: expect.stringMatching(/download|ERR_ABORTED/i) });
  });

  test('an address that holds a PDF: its bytes, and no document or PDF of a viewer', async () => {
    const server = await site();
    const pdf = Buffer.from(
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
        '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
    );
    server.set('/annex.pdf', (_, response) => response.writeHead(200, { 'content-type': 'application/pdf' }).end(pdf));
    const seen = await visit(server, '/annex.pdf');
    expect(seen).toMatchObject({ failure: null, document: null, pdf: null, screenshot: { width: 1280 } });
    expect(seen.lost).toContainEqual(expect.stringContaining('the address holds a PDF'));
    expect(Buffer.from(seen.exchanges.find(({ url }) => url.endsWith('/annex.pdf'))?.responseBody ?? []).includes(pdf)).toBe(true);
  });

  test('a picture whose server never answers costs neither document, screenshot nor PDF, nor all the time there is', async () => {
    const server = await site();
    server.set('/', '<h1>notice</h1><p>of goods</p><img src=/never.png width=1 height=1>');
    server.set('/never.png', () => undefined);
    for (const totalMs of [20_000, 60_000]) {
      const seen = await visit(server, '/', { limits: { totalMs } });
      expect(htmlOf(seen)).toContain('of goods');
      expect(seen.lost.filter((one) => isMissing(one) && one !== NO_HAN_FONT)).toEqual([]);
      expect(seen.screenshot).not.toBeNull();
      expect(seen.pdf).not.toBeNull();
      expect(seen.lost).toContain('the page did not finish loading');
      expect(Date.parse(seen.endedAt) - Date.parse(seen.startedAt)).toBeLessThan(30_000);
    }
  });

  test('a text that a slow script brings is waited for, also behind a picture that never comes; what stays away is named', async () => {
    const server = await site();
    server.set(
      '/',
      `<h1>notice</h1><p id=x></p><img src=/never.png><script>for (const path of ['/slow', '/silent']) fetch(path).then((r) => r.text()).then((t) => { x.textContent += t; });</script>`,
    );
    server.set('/never.png', () => undefined);
    server.set('/silent', () => undefined);
    server.set('/slow', (_, response) => void setTimeout(() => response.end('of goods'), 9_000));
    const seen = await visit(server, '/', { limits: { totalMs: 60_000 } });
    expect(htmlOf(seen)).toContain('of goods');
    expect(asked(seen)).toContain('GET /slow');
    const away = ['/never.png', '/silent'].map((path) => `not waited for any longer: ${server.origin}${path}`);
    expect(seen.lost.filter((one) => one.startsWith('not waited')).toSorted()).toEqual(away);
    expect(Date.parse(seen.endedAt) - Date.parse(seen.startedAt)).toBeLessThan(40_000);
  });

  test('a script without end, a page without end and a body of 500 MB end in time', async () => {
    const server = await site();
    server.set('/', '<p>busy</p><script>for (;;) {}</script>');
    const busy = await visit(server, '/', { limits: { totalMs: 8000 } });
    expect(busy).toMatchObject({ document: null, screenshot: null, failure: null });
    expect(busy.lost).toEqual(expect.arrayContaining([expect.stringContaining('did not finish loading')]));
    expect(busy.lost.filter(isMissing).length).toBe(3);
    expect(Date.parse(busy.endedAt) - Date.parse(busy.startedAt)).toBeLessThan(15_000);

    server.set('/', (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const timer = setInterval(() => response.write(`<p>${'more '.repeat(2000)}</p>`), 2);
      response.on('close', () => clearInterval(timer));
    });
    const endless = await visit(server, '/', { limits: { totalMs: 15_000 } });
    expect(endless.exchanges[0]).toMatchObject({ truncated: true, cut: 'length' });
    expect(endless.exchanges[0]?.responseBody.length).toBeLessThan(LIMITS.bodyBytes + 200_000);

    server.set('/', '<p>picture</p><img src=/huge.png><img src=/announced.png>');
    server.set(
      '/announced.png',
      (_, response) => void response.writeHead(200, { 'content-length': 500_000_000 }).write(Buffer.alloc(1000)),
    );
    server.set('/huge.png', (_, response) => {
      const flood = (): boolean => response.destroyed || (response.write(Buffer.alloc(65_536, 'x')) && flood());
      response.writeHead(200, { 'content-type': 'application/octet-stream' }).on('drain', flood);
      flood();
    });
    const huge = await visit(server, '/');
    expect(htmlOf(huge)).toContain('<p>picture</p>');
    for (const path of ['/announced.png', '/huge.png'])
      expect(
        huge.exchanges.filter(({ url }) => url.endsWith(path)).every(({ truncated }) => truncated),
        path,
      ).toBe(true);
    const total = huge.exchanges.reduce((sum, one) => sum + one.responseBody.length, 0);
    expect(total).toBeLessThan(LIMITS.totalBytes + LIMITS.bodyBytes);
  });

  test('a page that asks for ever is cut off at the limit of requests, one that grows for ever at the limit of the picture', async () => {
    const server = await site();
    server.set('/', `<script>let n = 0; (function more() { fetch('/x?' + n++).catch(() => 0).then(more); })();</script>`);
    const seen = await visit(server, '/', { limits: { totalMs: 10_000 } });
    expect(seen.exchanges.length).toBeLessThanOrEqual(LIMITS.requests);
    expect(seen.refused.some(({ why }) => why.startsWith('more than 100 requests'))).toBe(true);
    server.set(
      '/',
      `<p>top</p><script>onscroll = () => document.body.append(Object.assign(document.createElement('div'), { style: 'height:5000px' }))</script><div style="height:9000px"></div>`,
    );
    const grown = await visit(server, '/');
    expect(grown.screenshot?.height).toBe(LIMITS.height);
    expect(grown.lost).toEqual([expect.stringMatching(/^the screenshot ends at 6000 of \d+ pixels$/)]);
  });

  test('credentials go to their own origin, with requests of its own pages alone, and into no record', async () => {
    const server = await site();
    const stranger = await site();
    const credentials = new Map([['Authorization', 'Bearer secret-word']]);
    server.set('/', `<p>own</p><img src=/own.png><img src="/leave"><iframe src="/frame"></iframe>`);
    server.set('/leave', (_, response) => response.writeHead(302, { location: `${stranger.origin}/left.png` }).end());
    const seen = await visit(server, '/', { credentials });
    const sent = new Map(server.requests.map(({ path, headers }) => [path, headers.authorization]));
    for (const path of ['/', '/own.png', '/frame']) expect(sent.get(path)).toBe('Bearer secret-word');
    expect(stranger.requests).toEqual([]);
    expect(seen.exchanges.every(({ credentialsOmitted }) => credentialsOmitted.includes('Authorization'))).toBe(true);
    for (const { requestHead } of seen.exchanges) expect(Buffer.from(requestHead).toString()).not.toContain('secret-word');
    // Without them the site asks for a login, and no window of the browser waits for one.
    server.set('/', (_, response) => response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end('<p>login first</p>'));
    expect(await visit(server, '/')).toMatchObject({ status: 401, failure: null });
  });

  test('goes through the proxy of the source, and nowhere else', async () => {
    const server = await site();
    server.set('/', '<p>through</p><img src="/a.png">');
    const socks = await startSocksServer();
    closing.push(() => socks.close());
    const seen = await visit(server, '/', { proxy: parseProxy(`socks5h://127.0.0.1:${socks.port}`) });
    expect(htmlOf(seen)).toContain('through');
    expect(seen.exchanges.every(({ remoteAddress }) => remoteAddress === '')).toBe(true);
    expect(new Set(socks.asked)).toEqual(new Set([new URL(server.origin).host]));
    await socks.close();
    const before = server.requests.length;
    expect((await visit(server, '/', { proxy: parseProxy(`socks5h://127.0.0.1:${socks.port}`) })).refused[0]?.why).toContain(
      'the proxy failed',
    );
    expect(server.requests.length).toBe(before);
    closing.pop();
  });

  test('one that does not start is a failure, not an error', async () => {
    const server = await site();
    const connections = openConnections({});
    closing.push(() => connections.close());
    const request = {
      url: `${server.origin}/`,
      credentials: new Map(),
      allowPrivate: undefined,
      proxy: undefined,
      mayNavigate: async () => undefined,
    };
    const seen = await visitWithBrowser({ executable: '/bin/false', sandbox: true, connections, userAgent: 'D', limits: LIMITS }, request);
    expect(seen).toMatchObject({ product: null, document: null, failure: expect.stringContaining('does not start') });
  });
});

/** Colour of the first pixel of a row of a PNG as Chromium writes it: 8 bits a channel, rows filtered. */
function pixelOf(png: Uint8Array, row: number): readonly number[] {
  const bytes = Buffer.from(png);
  const width = bytes.readUInt32BE(16);
  const channels = bytes[25] === 6 ? 4 : 3;
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at))
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  const rows = inflateSync(Buffer.concat(parts));
  const length = width * channels + 1;
  let pixel = [0, 0, 0];
  // Of a first pixel the left neighbour is nothing: filters 0 and 1 give it as it is, the others add (a part of) the one above.
  for (let y = 0; y <= row; y += 1) {
    const filter = rows[y * length] ?? 0;
    const raw = [0, 1, 2].map((n) => rows[y * length + 1 + n] ?? 0);
    pixel = raw.map((value, n) => (filter < 2 ? value : filter === 3 ? value + ((pixel[n] ?? 0) >> 1) : value + (pixel[n] ?? 0)) & 255);
  }
  return pixel;
}
