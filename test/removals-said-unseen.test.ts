import { expect, it } from 'vitest';
import { loadSites } from '../src/catalogue/sites.ts';
import { createReader } from '../src/read/read-page.ts';
import { createPageJudge } from '../src/observe/judge-page.ts';

const sites = loadSites();
const [reader, judge] = [createReader(sites), createPageJudge(sites)];
const URL_OF_NOTICE = 'https://board.example/n/7';
const STANDING = { url: 'https://board.example/n/8', at: '2026-11-20T10:00:00.000Z' };

const frame = (inside: string): string =>
  `<html><head><title>Harbour board</title></head><body><ul class="menu"><li><a href="/">Front</a></li><li><a href="/n">Notices</a></li></ul><div class="main">${inside}</div></body></html>`;
const notice = (more = ''): string =>
  frame(
    `<h1>Forty coils of mooring rope</h1><p>The harbour office asks for prices of forty coils of mooring rope, delivered to quay three before the end of May.</p><p>Samples are shown on request.</p>${more}`,
  );

function judged(
  html: string,
  { before = notice(), standing = STANDING }: { before?: string; standing?: typeof STANDING | null } = {},
): string {
  const see = (page: string) => {
    const input = { bytes: Buffer.from(page), url: URL_OF_NOTICE };
    const look = reader.look(input);
    if (look === null) throw new Error('no look');
    return { reading: reader.read(input), look };
  };
  const seen = see(html);
  const judgement = judge.judge({
    url: URL_OF_NOTICE,
    finalUrl: URL_OF_NOTICE,
    status: 200,
    seen,
    asPage: seen.reading,
    known: see(before),
    learned: [],
    standing,
  });
  return judgement.state === 'removed' ? judgement.kind : `${judgement.state} ${judgement.reason ?? ''}`.trim();
}

const GONE = 'The buyer has withdrawn this notice';

it.each([
  ['a box beside a menu', frame(`<script>alert("${GONE}")</script>`)],
  ['data of a program', `<html><body><div id="app"></div><script>var page={error:"${GONE}"}</script></body></html>`],
  ['an image', frame(`<img src="/x.png" alt="${GONE}">`)],
  ['a hidden box', frame(`<div id="m" style="display:none">${GONE}</div>`)],
])('a notice is gone where %s says so, while another one stands', (_, html) => {
  expect(judged(html)).toBe('publisher');
  expect(judged(html, { standing: null })).toMatch(/^unreachable/);
});

it.each([
  [
    'one of all that a program may say',
    `<script>var words={a:"${GONE}",b:"Your vote was counted",c:"Three letters at least please",d:"The link was copied now"}</script>`,
  ],
  ['beside a door', `<script>var words={gone:"${GONE}",door:"Please log in to see it"}</script>`],
  ['beside a failure', `<script>var words=["${GONE}","Database error, try again later"]</script>`],
])('is not gone where it is %s', (_, inside) => expect(judged(frame(inside))).toMatch(/^unreachable/));

it('is not gone where the page of the notice held the same words', () => {
  const script = `<script>var words={gone:"${GONE}"}</script>`;
  expect(judged(frame(script), { before: notice(script) })).toMatch(/^unreachable/);
});

const MAY_SAY = `<script>if (r.code == 404) $("#main").html("${GONE}"); else $("#main").html(r.body)</script>`;

it.each([
  ['the page of the notice held it too', `<html><body><div id="main"></div>${MAY_SAY}</body></html>`, notice(MAY_SAY)],
  [
    'the same script speaks of failures',
    `<html><body><script>if (a) alert("${GONE}"); else alert("Database error, try again later")</script></body></html>`,
    notice(),
  ],
])('what a script may write is no word of this visit where %s', (_, html, before) => {
  expect(judged(html, { before })).toMatch(/^unreachable/);
  expect(judged(html, { before, standing: null })).toMatch(/^unreachable/);
});

it('nobody knows what is new where the page of the notice holds more words than are looked at', () => {
  const words = Array.from(
    { length: 450 },
    (_, n) => `"Word of harbour ${String.fromCodePoint(0x430 + (n % 32), 0x430 + (n >> 5))} and rope"`,
  );
  const held = `<script>var words=[${words.join(',')}]</script><script>var gone="${GONE}"</script>`;
  expect(judged(frame(`<script>var gone="${GONE}"</script>`), { before: notice(held) })).toMatch(/^unreachable/);
});

it('a box that the page of the notice did not hold is a word of this visit', () => {
  expect(judged(`<html><body><script>alert("${GONE}");history.back()</script></body></html>`, { standing: null })).toBe('publisher');
});
