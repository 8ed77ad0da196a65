import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type Browser, type Frame } from 'playwright-core';

/** Folder of an unpacked ReplayWeb.page (`ui.js`, `sw.js`): `DUALWATCH_REPLAYWEB`. It is AGPL: fetched for this test, never part of ours. */
export const VIEWER = process.env['DUALWATCH_REPLAYWEB'] ?? '';
export const CHROMIUM = [process.env['DUALWATCH_CHROMIUM'] ?? '', '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== '' && existsSync(path),
);

export const canReplay = VIEWER !== '' && (process.env['CI'] === 'true' || (existsSync(join(VIEWER, 'sw.js')) && CHROMIUM !== undefined));

export interface Replayed {
  /** Text of the archived page, as a person sees it. */
  readonly text: string;
  /** Addresses that anything asked for beyond the server that feeds the viewer. */
  readonly outside: readonly string[];
}

/** Time for one attempt: the viewer's worker may be slow to start, and then does not come at all. */
const ATTEMPT_MS = 20_000;
const ATTEMPTS = 4;

/** Opens a package in the viewer, in a real browser for which nothing but loopback exists, and waits for the archived page, until it shows `words` where scripts make them. */
export async function replay(wacz: string, url: string, ts: string, words = ''): Promise<Replayed> {
  const server = createServer((request, response) => serve(wacz, embedOf(url, ts), request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({
    ...(CHROMIUM !== undefined && { executablePath: CHROMIUM }),
    args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const replayed = await attemptReplay(browser, origin, words);
      if (replayed.text !== '') return replayed;
    }
    return { text: '', outside: [] };
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}

async function attemptReplay(browser: Browser, origin: string, words: string): Promise<Replayed> {
  const context = await browser.newContext();
  const outside = new Set<string>();
  context.on('request', (request) => {
    if (!request.url().startsWith(origin) && !/^(?:data|blob):/.test(request.url())) outside.add(request.url());
  });
  try {
    const page = await context.newPage();
    await page.goto(`${origin}/`);
    const end = performance.now() + ATTEMPT_MS;
    let text = '';
    while ((text === '' || !text.includes(words)) && performance.now() < end) {
      // Several frames stand around the archived page: the viewer's own have other addresses.
      const frame = page.frames().findLast((each) => /\/w\/.+\/\d*mp_\//.test(each.url()));
      text = frame === undefined ? '' : await wordsOf(frame);
      if (text === '') await page.waitForTimeout(100);
    }
    return { text, outside: [...outside] };
  } finally {
    await context.close();
  }
}

async function wordsOf(frame: Frame): Promise<string> {
  return frame
    .locator('body')
    .innerText({ timeout: 1000 })
    .then(
      (text) => text.trim(),
      () => '',
    );
}

function embedOf(url: string, ts: string): string {
  const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!doctype html><meta charset="utf-8"><style>body{margin:0}replay-web-page{display:block;height:100vh}</style><script src="/ui.js"></script>
<replay-web-page source="/package.wacz" replayBase="/replay/" url="${attribute(url)}" ts="${ts.replaceAll(/\D/g, '')}"></replay-web-page>`;
}

/** The viewer reads packages by ranges, also by one that is longer than the package; its worker must stand at /replay/sw.js. */
function serve(wacz: string, embed: string, request: IncomingMessage, response: ServerResponse): void {
  const { pathname } = new URL(request.url ?? '/', 'http://viewer.invalid');
  const file = new Map([
    ['/ui.js', join(VIEWER, 'ui.js')],
    ['/replay/sw.js', join(VIEWER, 'sw.js')],
    ['/package.wacz', wacz],
  ]).get(pathname);
  if (file === undefined) {
    response.writeHead(pathname === '/' ? 200 : 404, { 'content-type': 'text/html' }).end(pathname === '/' ? embed : '');
    return;
  }
  const { size } = statSync(file);
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  const start = from === '' ? Math.max(0, to === '' ? 0 : size - Number(to)) : Number(from);
  const end = from !== '' && to !== '' ? Math.min(Number(to), size - 1) : size - 1;
  const partial = request.headers.range !== undefined;
  response.writeHead(partial ? 206 : 200, {
    'content-type': file.endsWith('.js') ? 'text/javascript' : 'application/wacz',
    'accept-ranges': 'bytes',
    'content-length': end - start + 1,
    ...(partial && { 'content-range': `bytes ${start}-${end}/${size}` }),
  });
  if (request.method === 'HEAD') response.end();
  else createReadStream(file, { start, end }).pipe(response);
}
