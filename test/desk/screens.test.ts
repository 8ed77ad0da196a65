import { beforeAll, expect, it } from 'vitest';
import { EVEN_EMPTY, showView, VIEW_NAMES, viewsOf, type View } from './addresses.ts';
import { axeOn } from './axe.ts';
import type { OpenedPage } from './chromium.ts';
import { describeWithChromium, useDesk, type Desk } from './desk.ts';
import { playStory, type Story } from './story.ts';

/** Everything that can be seen wrong on a view without knowing what it is for: wide in both appearances, and narrow. */
async function wrongWith(opened: OpenedPage, view: View): Promise<readonly string[]> {
  const { page, troubles } = opened;
  const known = troubles.length;
  const wrong: string[] = [];
  const judge = async (look: string, rules?: 'colours'): Promise<void> => {
    wrong.push(...(await axeOn(page, rules)).map((line) => `${look}: ${line}`));
  };
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(WIDE);
  await showView(opened, view);
  await judge('light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await judge('dark', 'colours');
  const stays = page.url().endsWith(view.path);
  await page.setViewportSize(NARROW);
  // Where there is room for it the inbox opens a notice by itself.
  await (stays ? opened.settled() : showView(opened, view));
  await judge('dark and narrow');
  wrong.push(...(await page.evaluate<readonly string[]>(SIDEWAYS)));
  return [...wrong, ...troubles.slice(known)];
}

const WIDE = { width: 1440, height: 900 } as const;
const NARROW = { width: 360, height: 900 } as const;

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
  const desk = useDesk(async (served) => (story = await playStory(served, { browser: true })));
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
    EVEN_EMPTY.map(({ name }) => name),
    (name) => named(EVEN_EMPTY, name),
  );

  it.each(['Enter', 'Tab'])('says after %s what was written as an address and is none', async (key) => {
    const { page, goTo } = await desk.open();
    await goTo('/sources?tab=add');
    const address = page.getByLabel('Address', { exact: true });
    await address.fill('example.org/feed');
    const problem = page.getByText('Not a web address');
    expect(await problem.count()).toBe(0);
    await address.press(key);
    await problem.waitFor();
    expect(await address.getAttribute('aria-invalid')).toBe('true');
    await address.fill('http://192.0.2.1/feed');
    await problem.waitFor({ state: 'detached' });
  });

  it('says that an address leads nowhere', async () => {
    const { page, goTo } = await desk.open();
    await goTo('/notices/n00000000000000000000000000');
    await expect.poll(() => page.getByRole('alert').count()).toBeGreaterThan(0);
  });
});
