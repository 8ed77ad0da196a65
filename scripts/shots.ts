import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { EVEN_EMPTY, viewsOf, type View } from '../test/desk/addresses.ts';
import { launch, type Language } from '../test/desk/chromium.ts';
import { serveDesk } from '../test/desk/serve-desk.ts';
import { playStory } from '../test/desk/story.ts';
import { contactPage, sheetPage } from './shots/contact-sheet.ts';
import { shootViews, STATES, THEMES, type Round, type Shot, type State } from './shots/shoot-views.ts';

/** Pictures of every view of the desk: light and dark, 360, 900 and 1440 px, English and Chinese, full, empty, loading, failing; and of the full one at 1440 px in Russian and Ukrainian. */
const MADE_FOR: readonly Language[] = ['en', 'zh'];
const LANGUAGES: readonly Language[] = [...MADE_FOR, 'ru', 'uk'];
/** Widths that one load serves: between them the page keeps its columns, or loses one without being asked anew. Those of a phone are touched. */
const WIDTHS = [[360], [900, 1440]] as const;
/** Pages that are open at a time; what is held asks for nothing. */
const AT_ONCE = { full: 2, empty: 2, failing: 2, loading: 4 } as const;

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    state: { type: 'string', default: STATES.join(',') },
    language: { type: 'string', default: LANGUAGES.join(',') },
    width: { type: 'string', default: WIDTHS.flat().join(',') },
    theme: { type: 'string', default: THEMES.join(',') },
    out: { type: 'string', default: '' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(
    `npm run shots -- [--only inbox,case] [--state ${STATES.join(',')}] [--language ${LANGUAGES.join(',')}] [--width ${WIDTHS.flat().join(',')}] [--theme ${THEMES.join(',')}] [--out folder]
Views are named by how they begin (inbox: also inbox-palette …). Russian and Ukrainian are taken full, light and at 1440 px.
sheet.<view>.<state>.png has all looks of a view beside each other, index.html all pictures. Needs Chromium (DUALWATCH_CHROMIUM) and the built desk (npm run desk).`,
  );
  process.exit(0);
}
const wanted = (list: string, value: string | number): boolean => list.split(',').includes(String(value));
const states = STATES.filter((state) => wanted(values.state, state));
const folder = values.out === '' ? mkdtempSync(join(tmpdir(), 'dualwatch-shots-')) : resolve(values.out);
mkdirSync(folder, { recursive: true });

const browser = await launch();
const shots: Shot[] = [];
if (states.some((state) => state !== 'empty')) await withHome(true, ['full', 'loading', 'failing']);
if (states.includes('empty')) await withHome(false, ['empty']);
await makeSheets(browser);
await browser.close();
writeFileSync(join(folder, 'index.html'), contactPage(shots));
console.log(`\n${shots.length} pictures: ${join(folder, 'index.html')}`);

async function withHome(full: boolean, of: readonly State[]): Promise<void> {
  const served = await serveDesk();
  const story = full ? await playStory(served, { browser: true }) : undefined;
  try {
    const only = values.only.split(',').filter((name) => name !== '');
    const views = (story === undefined ? EVEN_EMPTY : viewsOf(story)).filter(
      ({ name }) => only.length === 0 || only.some((begin) => name === begin || name.startsWith(`${begin}-`)),
    );
    for (const state of states) if (of.includes(state)) await shootState(served.origin, views, state);
  } finally {
    await story?.close();
    await served.close();
  }
}

async function shootState(origin: string, views: readonly View[], state: State): Promise<void> {
  const rounds: Round[] = LANGUAGES.flatMap((language) =>
    WIDTHS.map((widths) => {
      const all = MADE_FOR.includes(language);
      const shown = widths.filter((width) => wanted(values.width, width) && (all || width === 1440));
      const themes = THEMES.filter((theme) => wanted(values.theme, theme) && (all || theme === 'light'));
      return { state, language, widths: wanted(values.language, language) && (all || state === 'full') ? shown : [], themes };
    }),
  ).filter(({ widths, themes }) => widths.length > 0 && themes.length > 0);
  const work = async (): Promise<void> => {
    for (let round = rounds.shift(); round !== undefined; round = rounds.shift())
      for await (const shot of shootViews(browser, { origin, folder, views, round })) {
        shots.push(shot);
        process.stderr.write(`\r${shots.length} `);
      }
  };
  await Promise.all(Array.from({ length: AT_ONCE[state] }, work));
}

/** One picture of each view in each state, with all its looks side by side. */
async function makeSheets(in_: Browser): Promise<void> {
  const groups = [...Map.groupBy(shots, ({ view, state }) => `${view}.${state}`)];
  const work = async (): Promise<void> => {
    const page = await in_.newPage({ viewport: { width: 1400, height: 900 } });
    for (let group = groups.shift(); group !== undefined; group = groups.shift()) {
      const html = join(folder, `sheet.${group[0]}.html`);
      writeFileSync(html, sheetPage(group[1]));
      await page.goto(`file://${html}`);
      await page.screenshot({ path: join(folder, `sheet.${group[0]}.png`), fullPage: true });
    }
    await page.close();
  };
  await Promise.all([work(), work()]);
}
