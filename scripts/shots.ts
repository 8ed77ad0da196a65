import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { EVEN_EMPTY, showView, viewsOf, type View } from '../test/desk/addresses.ts';
import { launch, openPage, type Language, type Theme } from '../test/desk/chromium.ts';
import { serveDesk } from '../test/desk/serve-desk.ts';
import { playStory } from '../test/desk/story.ts';
import { contactPage, sheetPage } from './shots/contact-sheet.ts';
import { holdRequests, refuseRequests } from './shots/unlucky-requests.ts';

/** Pictures of every view of the desk: light and dark, 360, 900 and 1440 px, English and Chinese (Russian and Ukrainian at 1440, light), full, empty, loading, failing. */
const STATES = ['full', 'empty', 'loading', 'failing'] as const;
type State = (typeof STATES)[number];

export interface Shot {
  readonly view: string;
  readonly state: State;
  readonly theme: Theme;
  readonly width: number;
  readonly language: Language;
  readonly file: string;
}

const LOOKS = (['en', 'zh', 'ru', 'uk'] as const).flatMap((language) =>
  ([360, 900, 1440] as const).flatMap((width) =>
    (['light', 'dark'] as const)
      .filter((theme) => language === 'en' || language === 'zh' || (width === 1440 && theme === 'light'))
      .map((theme) => ({ language, width, theme })),
  ),
);
/** Pages that are open at a time. */
const AT_ONCE = 2;

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    state: { type: 'string', default: STATES.join(',') },
    language: { type: 'string', default: 'en,zh,ru,uk' },
    width: { type: 'string', default: '360,900,1440' },
    out: { type: 'string', default: '' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(
    'npm run shots -- [--only inbox,case] [--state full,empty,loading,failing] [--language en,zh,ru,uk] [--width 360,900,1440] [--out folder]\nViews are named by how they begin. Needs Chromium (DUALWATCH_CHROMIUM) and the built desk (npm run desk).',
  );
  process.exit(0);
}
const wanted = (list: string, value: string | number): boolean => list.split(',').includes(String(value));
const states = STATES.filter((state) => wanted(values.state, state));
const looks = LOOKS.filter(({ language, width }) => wanted(values.language, language) && wanted(values.width, width));
const folder = values.out === '' ? mkdtempSync(join(tmpdir(), 'dualwatch-shots-')) : resolve(values.out);
mkdirSync(folder, { recursive: true });

const browser = await launch();
const shots: Shot[] = [];
if (states.some((state) => state !== 'empty'))
  await withHome(true, (origin, views) => shootStates(origin, views, ['full', 'loading', 'failing']));
if (states.includes('empty')) await withHome(false, (origin, views) => shootStates(origin, views, ['empty']));
await makeSheets(browser);
await browser.close();
writeFileSync(join(folder, 'index.html'), contactPage(shots));
console.log(`${shots.length} pictures: ${join(folder, 'index.html')}`);

async function withHome(full: boolean, act: (origin: string, views: readonly View[]) => Promise<void>): Promise<void> {
  const served = await serveDesk();
  const story = full ? await playStory(served, { browser: true }) : undefined;
  try {
    const only = values.only.split(',').filter((name) => name !== '');
    const views = story === undefined ? EVEN_EMPTY : viewsOf(story);
    await act(
      served.origin,
      views.filter(({ name }) => only.length === 0 || only.some((begin) => name === begin || name.startsWith(`${begin}-`))),
    );
  } finally {
    await story?.close();
    await served.close();
  }
}

async function shootStates(origin: string, views: readonly View[], of: readonly State[]): Promise<void> {
  const jobs = states.filter((state) => of.includes(state)).flatMap((state) => looks.map((look) => ({ state, look })));
  const work = async (): Promise<void> => {
    for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
      const { state, look } = job;
      const opened = await openPage(browser, origin, { ...look, height: look.width < 700 ? 740 : 900 });
      if (state === 'loading') await holdRequests(opened.page);
      if (state === 'failing') await refuseRequests(opened.page);
      for (const view of views) {
        const file = [view.name, state, look.language, look.width, look.theme].join('.') + '.png';
        if (state === 'loading') {
          await opened.page.goto(view.path);
          await opened.page.waitForTimeout(1200);
        } else await showView(opened, view).catch((error: unknown) => console.error(`${file}: ${String(error)}`));
        await opened.page.screenshot({ path: join(folder, file) });
        shots.push({ view: view.name, state, ...look, file });
        process.stderr.write(`\r${shots.length} `);
      }
      await opened.close();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** One picture of each view in each state, with all its looks side by side. */
async function makeSheets(in_: Browser): Promise<void> {
  const page = await in_.newPage({ viewport: { width: 1400, height: 900 } });
  for (const [name, group] of Map.groupBy(shots, ({ view, state }) => `${view}.${state}`)) {
    const html = join(folder, `sheet.${name}.html`);
    writeFileSync(html, sheetPage(group));
    await page.goto(`file://${html}`);
    await page.screenshot({ path: join(folder, `sheet.${name}.png`), fullPage: true });
  }
  await page.close();
}
