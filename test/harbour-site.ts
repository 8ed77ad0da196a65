import type { Behaviour } from '../bench/removals/behaviour.ts';
import type { Judging } from '../bench/removals/judge-behaviour.ts';
import { loadSites } from '../src/catalogue/sites.ts';
import { createPageJudge } from '../src/observe/judge-page.ts';
import { createReader } from '../src/read/read-page.ts';

const sites = loadSites();

/** The real reader and judge, with the sites of the catalogue. */
export const judging: Judging = { reader: createReader(sites), judge: createPageJudge(sites) };

export const TITLE = 'Tender for radar masts';
export const TEXT =
  'The board asks for offers for two masts of galvanised steel, with mounting and a guarantee. Sealed letters are opened in June at the reception; questions go to the purchasing desk, drawings lie at the pier and may be copied against a fee.';

/** A page of a made-up site; `news`: titles of other notices beside it, with links to them. */
export function page(title: string, main: string, news = ['Paint for buoys', 'Sale of an old tug'], head = 'Harbour board'): string {
  return (
    `<!doctype html><html><head><title>${title}</title></head><body><div class="head">${head}</div><nav><a href="/">Home</a></nav><main><div class="page">${main}</div></main>` +
    `<aside>${news.map((one, n) => `<p><a href="/tender/${7001 + n}">${one}</a></p>`).join('')}</aside><footer>Open on weekdays</footer></body></html>`
  );
}

/** The page of its notice, with a text of its own. */
export function notice(text: string, ...rest: readonly [string[]?, string?]): string {
  return page(TITLE, `<h1>${TITLE}</h1><p>${text}</p>`, ...rest);
}

/** The site as somebody finds it who follows that notice. */
export const SITE: Behaviour = {
  id: 'harbour',
  site: 'harbour.example',
  lang: 'en',
  what: 'what comes in place of a notice',
  url: 'https://harbour.example/tender/9001',
  present: { status: 200, html: notice(TEXT) },
  absent: { status: 404, html: '' },
  later: [],
};
