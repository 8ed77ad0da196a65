import { beforeAll, expect, it } from 'vitest';
import { COPY, ENGLISH, NOTICE, page as pageOf, SAID_IN_ENGLISH } from '../e2e/case-pages.ts';
import { openPublisher, type Publisher } from '../e2e/publisher.ts';
import type { OpenedPage } from './chromium.ts';
import { describeWithChromium, useDesk } from './desk.ts';

const WORD = 'Bulat';

describeWithChromium('cases and search', () => {
  let site: Publisher;
  const desk = useDesk(async (served) => {
    site = await openPublisher('127.0.0.71');
    site.set('/province', pageOf(NOTICE));
    site.set('/city', pageOf(COPY));
    site.set('/press', pageOf(ENGLISH));
    await served.keep(`${site.origin}/province`);
    await served.keep(`${site.origin}/city`);
    await served.keep(`${site.origin}/press`, { type: 'report' });
    return site;
  });
  let opened: OpenedPage;
  beforeAll(async () => {
    opened = await desk.open();
  });

  it('finds as one types, narrows by a tick, keeps what Enter asked for in the history, and saves it with its feed', async () => {
    const { page, goTo, settled } = opened;
    await goTo('/search');
    const words = page.getByRole('textbox', { name: 'Words to look for' });
    await words.pressSequentially(WORD);
    await page.getByText('3 hits', { exact: true }).waitFor();
    const { searchParams } = new URL(page.url());
    expect(searchParams.get('q')).toBe(WORD);
    expect(await page.getByRole('list').locator('mark').first().innerText()).toBe(WORD);
    await page.keyboard.press('Enter');

    await page.getByRole('checkbox', { name: /Chinese/ }).click();
    await page.getByText('2 hits', { exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get('filter')).toBe('lang:zh');
    await page.goBack();
    await page.getByText('3 hits', { exact: true }).waitFor();
    await page.goForward();
    await page.getByText('2 hits', { exact: true }).waitFor();

    await settled();
    await page.keyboard.press('b');
    const dialog = page.getByRole('dialog', { name: 'Keep this search' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Bulat in Chinese');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Saved as “Bulat in Chinese”').waitFor();
    const feed = await dialog.getByText(/feeds\/notices\.atom/).innerText();
    const atom = await (await fetch(feed)).text();
    expect(atom.match(/<entry>/g)).toHaveLength(2);
    await page.keyboard.press('Escape');
  });

  it('goes through the hits by keys, with the notice beside them, and Escape closes it', async () => {
    const { page, goTo, settled } = opened;
    await goTo(`/search?q=${WORD}`);
    await page.keyboard.press('j');
    await page.getByRole('region', { name: 'The open notice' }).waitFor();
    const first = new URL(page.url()).searchParams.get('notice');
    await settled();
    await page.keyboard.press('j');
    await page.waitForURL((url) => url.searchParams.get('notice') !== first);
    await page.keyboard.press('Escape');
    await page.waitForURL((url) => !url.searchParams.has('notice'));
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.id')).toBe('search-words');
  });

  it('says under the field what cannot be read of a filter, and what to try where nothing is found', async () => {
    const { page, goTo } = opened;
    await goTo(`/search?q=${WORD}+nowhere`);
    await page.getByRole('button', { name: `Only “${WORD}”` }).click();
    await page.getByText('3 hits', { exact: true }).waitFor();
    const filter = page.getByRole('textbox', { name: 'Filter' });
    await filter.fill('foo:bar');
    const refused = page.waitForResponse((response) => response.status() === 400);
    await filter.press('Enter');
    await refused;
    await page.getByRole('alert').filter({ hasText: 'there is no field "foo"' }).waitFor();
  });

  it('shows what names the goods that the words name where nothing has the words', async () => {
    const { page, goTo } = opened;
    await goTo('/search?q=drone+jammers');
    await page.getByText('These notices name the goods themselves').waitFor();
    await page.getByText('3 hits', { exact: true }).waitFor();
    await page.keyboard.press('b');
    await page
      .getByRole('dialog')
      .getByText(/goods:counter_uav_jam/)
      .waitFor();
    await page.keyboard.press('Escape');
  });

  it('takes what an input method composes as it is written where the words stand in the address', async () => {
    const { page, goTo } = opened;
    const devtools = await page.context().newCDPSession(page);
    for (const path of ['/publishers', '/catalogue']) {
      await goTo(path);
      const field = page.getByRole('searchbox').first();
      await field.focus();
      for (const text of ['g', 'gu', 'gua', 'guang'])
        await devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      await devtools.send('Input.insertText', { text: '广' });
      await page.waitForURL((url) => url.searchParams.get('find') === '广');
      expect(await field.inputValue()).toBe('广');
    }
  });

  it('opens a case, fills it, takes back what was removed, and sets a claim against the notice', async () => {
    const { page, goTo, settled } = opened;
    await goTo('/cases');
    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: 'Title' }).fill('Detectors for whom?');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Detectors for whom?' }).waitFor();

    await page.keyboard.press('a');
    await page.getByRole('textbox', { name: 'Words, a name or an address' }).fill(WORD);
    const finder = page.getByRole('dialog', { name: 'Add to the case' });
    await finder
      .getByRole('listitem')
      .filter({ hasText: COPY.publisher })
      .getByRole('button', { name: /^Add to the case/ })
      .first()
      .click();
    await finder
      .getByRole('button', { name: /^Already in the case/ })
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    const notice = page.getByRole('link', { name: NOTICE.title });
    await notice.waitFor();

    await page.getByRole('button', { name: `Remove from the case: ${NOTICE.title}` }).click();
    await notice.waitFor({ state: 'detached' });
    await settled();
    await page.keyboard.press('u');
    await notice.waitFor();

    await page.getByRole('tab', { name: 'Claims' }).click();
    await page.getByRole('button', { name: 'New claim' }).first().click();
    await page.getByRole('textbox', { name: 'Who says it' }).fill('the association');
    await page.getByRole('textbox', { name: 'Their words' }).fill(SAID_IN_ENGLISH);
    await page.getByRole('button', { name: 'Record the claim' }).click();
    await page.getByText('contradicted', { exact: true }).first().waitFor();
    await page.getByText('Kazakhstan', { exact: true }).first().waitFor();

    await page.getByRole('tab', { name: 'Activity' }).click();
    await page.getByText('removed what act 2 added').waitFor();
    expect(opened.troubles.filter((trouble) => !trouble.includes('400'))).toEqual([]);
  });
});
