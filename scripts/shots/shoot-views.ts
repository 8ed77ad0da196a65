import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { showView, type View } from '../../test/desk/addresses.ts';
import { openPage, type Language, type OpenedPage, type Theme } from '../../test/desk/chromium.ts';
import { holdRequests, refuseRequests } from './unlucky-requests.ts';

export const STATES = ['full', 'empty', 'loading', 'failing'] as const;
export type State = (typeof STATES)[number];
export const THEMES: readonly Theme[] = ['light', 'dark'];

export interface Shot {
  readonly view: string;
  readonly state: State;
  readonly theme: Theme;
  readonly width: number;
  readonly language: Language;
  readonly file: string;
}

/** What one page is used for: all views in one state and one language, at widths that need no other load. */
export interface Round {
  readonly state: State;
  readonly language: Language;
  readonly widths: readonly number[];
  readonly themes: readonly Theme[];
}

/** Takes the pictures of a round; each as soon as it is there. */
export async function* shootViews(
  browser: Browser,
  wanted: { readonly origin: string; readonly folder: string; readonly views: readonly View[]; readonly round: Round },
): AsyncGenerator<Shot> {
  const { state, language, widths, themes } = wanted.round;
  const isTouched = widths.every((width) => width < 700);
  const height = isTouched ? 740 : 900;
  const opened = await openPage(browser, wanted.origin, { language, width: widths[0] ?? 1440, height });
  const { page } = opened;
  if (state === 'loading') await holdRequests(page);
  if (state === 'failing') await refuseRequests(page);
  for (const view of wanted.views)
    for (const [place, width] of widths.entries()) {
      await page.setViewportSize({ width, height });
      // What was opened on a view closes where its columns change.
      if (place === 0 || view.open !== undefined) {
        if (!(await show(opened, view, state))) break;
      } else if (state === 'loading') await page.waitForTimeout(STANDS_MS);
      for (const theme of themes) {
        await page.emulateMedia({ colorScheme: theme });
        if (state !== 'loading') await opened.settled();
        const file = [view.name, state, language, width, theme].join('.') + '.png';
        await page.screenshot({ path: join(wanted.folder, file) });
        yield { view: view.name, state, theme, width, language, file };
      }
    }
  await opened.close();
}

/** Whether the view stands. What is held or refused may have nothing that could be opened. */
async function show(opened: OpenedPage, view: View, state: State): Promise<boolean> {
  const { page } = opened;
  page.setDefaultTimeout(state === 'full' || state === 'empty' ? 20_000 : 3000);
  try {
    if (state !== 'loading') await showView(opened, view);
    else {
      await page.goto(view.path);
      await page.getByRole('main').waitFor();
      await page.waitForTimeout(STANDS_MS);
      await view.open?.(page);
      if (view.open !== undefined) await page.waitForTimeout(STANDS_MS);
    }
    return true;
  } catch (error) {
    console.error(`\n${view.name}, ${state}: ${String(error).split('\n')[0]}`);
    return false;
  }
}

/** After as long a view that waits says so; before, nothing flashes. */
const STANDS_MS = 700;
