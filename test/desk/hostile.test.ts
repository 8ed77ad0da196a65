import { afterAll, expect, it } from 'vitest';
import { page as casePage } from '../e2e/case-pages.ts';
import { openPublisher, type Publisher } from '../e2e/publisher.ts';
import { describeWithChromium, useDesk } from './desk.ts';
import { hostilePages, SCRIPT_TITLE } from './hostile-pages.ts';

type Name = keyof ReturnType<typeof hostilePages>;
const NAMES: readonly Name[] = ['markup', 'bidi', 'marks', 'line', 'lines'];
/** What a person waits for without wondering, on a machine with other work. */
const SOON_MS = 1000;

describeWithChromium('notices whose texts wish harm', () => {
  let [site, elsewhere]: (Publisher | undefined)[] = [];
  const ids = new Map<Name, string>();
  const desk = useDesk(async (served) => {
    [site, elsewhere] = [await openPublisher('127.0.0.66'), await openPublisher('127.0.0.67')];
    const pages = hostilePages(elsewhere.origin);
    for (const name of NAMES) {
      site.set(`/${name}`, casePage(pages[name]));
      ids.set(name, await served.keep(`${site.origin}/${name}`));
    }
    return site;
  });
  afterAll(() => elsewhere?.close());

  it.each(NAMES)('%s: is shown as text, runs nothing, asks for nothing elsewhere, and the page answers keys', async (name) => {
    const opened = await desk.open();
    const { page, troubles, goTo, settled } = opened;
    for (const path of [`/inbox?q=&notice=${ids.get(name)}`, `/notices/${ids.get(name)}`]) {
      await goTo(path);
      expect(await page.evaluate('window.ran'), path).toBeUndefined();
      const started = performance.now();
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Keys' }).waitFor();
      expect(performance.now() - started, `${path} answers a key`).toBeLessThan(SOON_MS);
      await page.keyboard.press('Escape');
      await settled();
    }
    await expect(page.getByRole('main').innerText()).resolves.toContain('jammer');
    expect(troubles).toEqual([]);
    expect(elsewhere?.requests.map(({ path }) => path)).toEqual([]);
  });

  it.each(['/inbox?q=', '/search?q=jammers', '/publishers', '/cases?add=true'])('%s lists all of them harmlessly', async (path) => {
    const { page, troubles, goTo } = await desk.open();
    await goTo(path);
    expect(await page.evaluate('window.ran')).toBeUndefined();
    expect(troubles).toEqual([]);
    expect(elsewhere?.requests.map((request) => request.path)).toEqual([]);
  });

  it('tags of a title are read, not run; a hidden turn of direction is seen', async () => {
    const { page, goTo } = await desk.open();
    await goTo(`/notices/${ids.get('markup')}`);
    await page.getByRole('heading', { level: 1, name: SCRIPT_TITLE }).waitFor();
    for (const link of await page.getByRole('main').getByRole('link').all()) {
      const href = (await link.getAttribute('href')) ?? '';
      expect(href).toMatch(/^(?:\/|https?:)/);
      if (href.startsWith('http')) expect(await link.getAttribute('rel')).toContain('noopener');
    }
    await goTo(`/notices/${ids.get('bidi')}`);
    const shown = await page.getByRole('main').innerText();
    expect(shown).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/u);
    expect(shown).toContain('RLO');
  });
});
