import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { NOTICE, page as article } from '../e2e/case-pages.ts';
import { openPublisher, type Publisher } from '../e2e/publisher.ts';
import { describeWithChromium, useDesk } from './desk.ts';
import type { OpenedPage } from './chromium.ts';

const found = z.object({ total: z.number(), items: z.array(z.looseObject({ id: z.string() })) });
const acts = z.object({ items: z.array(z.looseObject({ do: z.string(), why: z.string().nullable() })) });

describeWithChromium('the inbox', () => {
  let site: Publisher;
  const desk = useDesk(async () => (site = await openPublisher('127.0.0.71')), { DUALWATCH_FETCH_PACE: '10ms' });
  const keep = async (path: string, title: string): Promise<void> => {
    site.set(path, article({ ...NOTICE, title }));
    await desk.served.keep(site.origin + path);
  };
  const count = async (query: string): Promise<number> =>
    found.parse(await desk.served.ask('GET', `/api/v1/notices?offset=0&query=${encodeURIComponent(query)}`)).total;
  let opened: OpenedPage;
  let page: Page;
  beforeEach(async () => {
    if ((await count('type:notice')) === 0) for (const n of [1, 2, 3]) await keep(`/n${n}`, `求购无人机干扰器 ${n}`);
    // What a test that failed left judged is new to the next.
    for (const query of ['triage:dismissed', 'triage:escalated']) {
      const { items } = found.parse(await desk.served.ask('GET', `/api/v1/notices?offset=0&query=${query}`));
      if (items.length > 0) await desk.served.ask('POST', '/api/v1/triage', { notices: items.map(({ id }) => id), act: 'reopen' });
    }
    opened = await desk.open();
    ({ page } = opened);
    await opened.goTo('/inbox');
    await page.getByRole('link', { name: '求购无人机干扰器' }).first().waitFor();
  });
  const rows = () => page.getByRole('link', { name: '求购无人机干扰器' });
  const titles = async (): Promise<readonly string[]> => rows().allTextContents();
  const chosen = async (): Promise<string | null> => page.locator('a[aria-current="true"]').textContent();
  const says = (text: string | RegExp) => page.getByRole('status').getByText(text).last().waitFor();

  it('dismisses by a key, goes on to the next, and takes it back with the reason that was given', async () => {
    const before = await titles();
    await page.keyboard.press('j');
    const [, second] = before;
    await page.keyboard.press('e');
    await says(`Dismissed: ${second}`);
    expect(await titles()).toEqual(before.filter((title) => title !== second));
    expect(await chosen()).toBe(before[2]);
    await page.keyboard.press('w');
    await page.getByRole('dialog').getByLabel('Reason').fill('spare parts of a ferry');
    await page.keyboard.press('Enter');
    await says('The reason is kept');
    const { items } = found.parse(await desk.served.ask('GET', '/api/v1/notices?offset=0&query=triage:dismissed'));
    const history = acts.parse(await desk.served.ask('GET', `/api/v1/notices/${items[0]?.id ?? ''}/triage`));
    expect(history.items.at(-1)).toMatchObject({ do: 'dismiss', why: 'spare parts of a ferry' });
    await page.keyboard.press('u');
    await says('Taken back');
    await expect.poll(() => count('triage:new')).toBe(3);
    expect(await titles()).toEqual(before);
    expect(opened.troubles).toEqual([]);
  });

  it('follows the row that keys lead to where the list is longer than the page', async () => {
    await page.setViewportSize({ width: 1440, height: 240 });
    const all = await titles();
    const isInSight = async (): Promise<boolean> => {
      const row = await page.locator('a[aria-current="true"]').boundingBox();
      const list = await page.locator('[data-list]').boundingBox();
      return row !== null && list !== null && row.y >= list.y - 1 && row.y + row.height <= list.y + list.height + 1;
    };
    for (const title of all.slice(1)) {
      await page.keyboard.press('j');
      await expect.poll(chosen).toBe(title);
      // The notice is open, and what follows an address that changed is done.
      await page.getByRole('heading', { name: title }).first().waitFor();
      await expect.poll(isInSight).toBe(true);
    }
  });

  it('asks for the reason first where a key in capitals or its button wants it, and says only the latest that was done', async () => {
    await page.keyboard.press('E');
    const dialog = page.getByRole('dialog', { name: 'Decide with a reason' });
    await dialog.getByLabel('Reason').fill('a toy');
    await page.keyboard.press('Enter');
    await says(/Dismissed.*The reason is kept/);
    await page.getByRole('button', { name: 'Decide with a reason' }).click();
    await dialog.getByLabel('Reason').fill('asks for detectors');
    await dialog.getByRole('button', { name: 'Escalate' }).click();
    await says(/Escalated.*The reason is kept/);
    expect(await page.getByRole('status').getByText('Dismissed').count()).toBe(0);
    await page.getByText('No longer in this list').waitFor();
    const whyOf = async (query: string): Promise<unknown> => {
      const { items } = found.parse(await desk.served.ask('GET', `/api/v1/notices?offset=0&query=${query}`));
      return acts.parse(await desk.served.ask('GET', `/api/v1/notices/${items[0]?.id ?? ''}/triage`)).items.at(-1)?.why;
    };
    expect([await whyOf('triage:dismissed'), await whyOf('triage:escalated')]).toEqual(['a toy', 'asks for detectors']);
    await page.keyboard.press('u');
    await says('Taken back');
    await page.keyboard.press('u');
    await expect.poll(() => count('triage:new')).toBe(3);
  });

  it('puts back what the server refuses, and says why', async () => {
    const before = await titles();
    await page.route('**/api/v1/triage', (route) =>
      route.fulfill({
        status: 503,
        contentType: 'application/problem+json',
        json: { status: 503, code: 'store-busy', detail: 'the store is busy' },
      }),
    );
    await page.keyboard.press('s');
    await says(/Put back: the store is busy/);
    await expect.poll(titles).toEqual(before);
  });

  it('takes nothing back that somebody else has done since', async () => {
    await page.keyboard.press('e');
    await says(/Dismissed/);
    await expect.poll(() => count('triage:dismissed')).toBe(1);
    const { items } = found.parse(await desk.served.ask('GET', '/api/v1/notices?offset=0&query=triage:dismissed'));
    const notices = items.map(({ id }) => id);
    await desk.served.ask('POST', '/api/v1/triage', { notices, act: 'escalate' });
    await page.keyboard.press('u');
    await says(/nothing was taken back: the latest act/);
    expect(await count('triage:escalated')).toBe(1);
    await desk.served.ask('POST', '/api/v1/triage', { notices, act: 'reopen' });
  });

  it('stays on the notice whose button was clicked', async () => {
    const title = await page.getByRole('heading', { level: 2 }).first().textContent();
    await page.getByRole('button', { name: 'Escalate' }).click();
    await says(/Escalated/);
    await expect.poll(async () => page.getByRole('button', { name: 'Escalate' }).getAttribute('aria-pressed')).toBe('true');
    expect(await page.getByRole('heading', { level: 2 }).first().textContent()).toBe(title);
    await page.getByRole('button', { name: 'Escalate' }).click();
    await says(/New again/);
    await expect.poll(() => count('triage:new')).toBe(3);
  });

  it('keeps the last of a list open when it is judged by a key, so that the keys go on with it: into a case, by Enter on whatever has the focus', async () => {
    const title = (await titles())[0]?.trim() ?? '';
    for (const left of [2, 1, 0]) {
      await page.keyboard.press('s');
      await expect.poll(() => rows().count()).toBe(left);
    }
    await page.getByText('No longer in this list').waitFor();
    await page.keyboard.press('c');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('option', { name: /^New case/ }).waitFor();
    // Copies that are found meanwhile put a box of their own before the buttons: Tab is not counted.
    await dialog.getByRole('button', { name: 'Add to case' }).focus();
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('article').getByText('in the case').waitFor();
    expect(title).not.toBe('');
    for (const _ of [0, 1, 2, 3]) await page.keyboard.press('u');
    await expect.poll(() => count('triage:new')).toBe(3);
  });

  it('judges all that are selected at once', async () => {
    await page.keyboard.press('x');
    await page.getByRole('button', { name: 'Select all 3' }).click();
    await page.getByRole('group', { name: '3 selected' }).getByRole('button', { name: 'Escalate' }).click();
    await says('3 notices escalated');
    await page.getByText('Nothing new').waitFor();
    await page.keyboard.press('u');
    await expect.poll(() => count('triage:new')).toBe(3);
    await expect.poll(async () => (await titles()).length).toBe(3);
  });

  it('filters by writing and by clicking, both in the address, and Back works', async () => {
    await page.keyboard.press('f');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('titel:2');
    await page.keyboard.press('Enter');
    await page
      .getByRole('alert')
      .getByText(/there is no field "titel"; perhaps title/)
      .waitFor();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('title:2');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await titles()).length).toBe(1);
    await page.getByRole('button', { name: 'Filter by' }).click();
    await page.getByRole('checkbox', { name: /escalated/ }).check();
    await page.getByText('No notice matches').waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('title:2 and triage:escalated');
    await page.keyboard.press('Escape');
    await page.goBack();
    await expect.poll(async () => (await titles()).length).toBe(1);
  });

  it('lets whoever clicks into the line of a given view write over what it asks for, or change it', async () => {
    const line = page.locator('#inbox-filter');
    expect(await line.inputValue()).toBe('');
    await line.click();
    await page.keyboard.type('title:3');
    expect(await line.inputValue()).toBe('title:3');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await titles()).length).toBe(1);
    await page.goBack();
    await expect.poll(async () => (await titles()).length).toBe(3);
    await page.keyboard.press('Escape');
    await page.keyboard.press('f');
    await page.keyboard.press('End');
    await page.keyboard.type(' and title:2');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await titles()).length).toBe(1);
    expect(new URL(page.url()).searchParams.get('q')).toMatch(/^triage:new .*and title:2$/);
  });

  it('keeps what comes in from moving the rows of whoever is in the list', async () => {
    await page.keyboard.press('j');
    const before = await titles();
    const row = await chosen();
    await keep('/n4', '求购无人机干扰器 4');
    const news = page.getByRole('button', { name: /1 new/ });
    await news.waitFor();
    expect(await titles()).toEqual(before);
    await news.click();
    await expect.poll(async () => (await titles()).length).toBe(4);
    expect(await chosen()).toBe(row);
  });

  it('shows the newest first where that is asked for, in the address and in a view that is kept', async () => {
    site.set('/late', article({ ...NOTICE, title: '办公椅采购公告', paragraphs: ['采购办公椅二十把。'] }));
    await desk.served.keep(`${site.origin}/late`);
    const first = () => page.locator('[data-list] a').first().textContent();
    const late = page.getByRole('link', { name: '办公椅采购公告' });
    await page.reload();
    await late.waitFor();
    expect(await first()).toContain('求购无人机干扰器');
    await page.getByRole('button', { name: 'Filter by' }).click();
    await page.getByRole('button', { name: 'Newest first' }).click();
    await expect.poll(first).toContain('办公椅采购公告');
    expect(new URL(page.url()).searchParams.get('sort')).toBe('firstSeen');
    await page.keyboard.press('Escape');
    await page.locator('header').getByText('Newest first').waitFor();
    await page.getByTitle('Views').click();
    await page.getByRole('menuitem', { name: 'Save as a view…' }).click();
    await page.getByLabel('Name').fill('This morning');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'This morning' }).waitFor();
    await page.reload();
    await expect.poll(first).toContain('办公椅采购公告');
    await page.getByTitle('Views').click();
    await page.getByRole('menuitem', { name: 'New', exact: true }).click();
    await expect.poll(first).toContain('求购无人机干扰器');
    expect(opened.troubles).toEqual([]);
  });
});
