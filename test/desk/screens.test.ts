import { beforeAll, expect, it } from 'vitest';
import { EVERYWHERE, VIEW_NAMES, viewsOf, type View } from './addresses.ts';
import { axeOn } from './axe.ts';
import type { OpenedPage } from './chromium.ts';
import { describeWithChromium, useDesk, type Desk } from './desk.ts';
import { playStory, type Story } from './story.ts';

/** Everything that can be seen wrong on a view without knowing what it is for. */
async function wrongWith(opened: OpenedPage, { path }: View): Promise<readonly string[]> {
  const { page, troubles } = opened;
  const known = troubles.length;
  const wrong: string[] = [];
  // Each load takes its second: both appearances and both widths in two of them.
  for (const [theme, width] of [
    ['light', 1440],
    ['dark', 360],
  ] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width, height: 900 });
    await opened.goTo(path);
    wrong.push(...(await axeOn(page)).map((line) => `${theme} ${width}: ${line}`));
  }
  wrong.push(...(await page.evaluate<readonly string[]>(SIDEWAYS)));
  return [...wrong, ...troubles.slice(known)];
}

/** What stands out of a narrow page; what scrolls within itself does not. */
const SIDEWAYS = `(() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const out = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > root.clientWidth + 1);
  return [root.scrollWidth + ' px wide: ' + out.slice(0, 3).map((one) => one.outerHTML.slice(0, 120)).join(' | ')];
})()`;

function testViews(desk: Desk, names: readonly string[], viewNamed: (name: string) => View): void {
  let opened: OpenedPage;
  beforeAll(async () => {
    opened = await desk.open();
  });
  it.each(names)('%s: axe finds nothing in light, dark and narrow, nothing fails, nothing stands out sideways', async (name) => {
    expect(await wrongWith(opened, viewNamed(name))).toEqual([]);
  });
}

function named(views: readonly View[], wanted: string): View {
  const found = views.find(({ name }) => name === wanted);
  if (found === undefined) throw new Error(`there is no view ${wanted}`);
  return found;
}

describeWithChromium('the desk with the story of the case in it', () => {
  let story: Story;
  const desk = useDesk(async (served) => (story = await playStory(served)));
  testViews(desk, VIEW_NAMES, (name) => named(viewsOf(story), name));

  it('goes from screen to screen and back by the browser’s own buttons, without loading its page again', async () => {
    const { page, goTo, settled, troubles } = await desk.open();
    await goTo('/');
    await page.evaluate('window.stillHere = true');
    expect(new URL(page.url()).pathname).toBe('/inbox');
    const rail = page.getByRole('navigation', { name: 'Main' });
    for (const [screen, path] of [
      ['Search', '/search'],
      ['Cases', '/cases'],
      ['Sources', '/sources'],
    ] as const) {
      await rail.getByRole('link', { name: screen }).click();
      await settled();
      expect(new URL(page.url()).pathname).toBe(path);
      expect(await rail.getByRole('link', { name: screen }).getAttribute('aria-current')).toBe('page');
    }
    for (const path of ['/cases', '/search', '/inbox']) {
      await page.goBack();
      await settled();
      expect(new URL(page.url()).pathname).toBe(path);
    }
    await page.goForward();
    expect(new URL(page.url()).pathname).toBe('/search');
    expect(await page.evaluate('window.stillHere')).toBe(true);
    expect(troubles).toEqual([]);
  });
});

describeWithChromium('the desk of a new home', () => {
  const desk = useDesk(async () => undefined);
  testViews(
    desk,
    EVERYWHERE.map(({ name }) => name),
    (name) => named(EVERYWHERE, name),
  );

  it('says that an address leads nowhere', async () => {
    const { page, goTo } = await desk.open();
    await goTo('/notices/n00000000000000000000000000');
    await expect.poll(() => page.getByRole('alert').count()).toBeGreaterThan(0);
  });
});
