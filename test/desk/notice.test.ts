import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import type { OpenedPage } from './chromium.ts';
import { describeWithChromium, useDesk } from './desk.ts';
import { playStory, type Story } from './story.ts';

const HOSTILE = `<p>Закупка прицелов ночного видения Закупка подавителей БПЛА «Булат» &lt;scriptlt;script&gt;window.hurt = 1&lt;/script&gt; &lt;img src=x onerror="window.hurt = 1"&gt; \u202Egpj.exe\u202C ${'\u200B'.repeat(3000)} \u0007 ${'a'.repeat(5_000_000)} Москва</p>`;

describeWithChromium('a notice in the desk', () => {
  let story: Story;
  let hostile = '';
  let opened: OpenedPage;
  const desk = useDesk(async (served) => {
    story = await playStory(served, { browser: true });
    story.sites.portal.set('/hostile', {
      kind: 'page',
      body: `<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>\u202Egpj.exe &lt;script&gt;window.hurt = 1&lt;/script&gt;</title></head><body><article><h1>x</h1>${HOSTILE}</article></body></html>`,
    });
    hostile = await served.keep(`${story.sites.portal.origin}/hostile`);
    return story;
  });
  beforeAll(async () => {
    opened = await desk.open();
  });

  it('says where a text is not as it was written, and where codes are too many to be told', async () => {
    const { sites } = story;
    const body = (text: string): string =>
      `<!DOCTYPE html><meta charset="utf-8"><title>Note</title><article><h1>Note</h1>${text}</article>`;
    const garbled = Buffer.from('Закупка подавителей БПЛА для нужд управления, две единицы. '.repeat(6)).toString('latin1');
    const codes = Array.from({ length: 50_100 }, () => '<p>ТН ВЭД 8526 91 200 0</p>').join('');
    sites.portal.set('/garbled', { kind: 'page', body: body(`<p>${garbled}</p>`) });
    sites.portal.set('/codes', { kind: 'page', body: body(codes) });
    const { page, goTo, troubles } = opened;
    for (const [path, said] of [
      ['/garbled', /utf-8.*windows-1252/],
      ['/codes', /50,000/],
    ] as const) {
      await goTo(`/notices/${await desk.served.keep(sites.portal.origin + path)}`);
      await page.getByRole('article').getByRole('note').getByText(said).waitFor();
    }
    expect(troubles).toEqual([]);
  });

  it('shows the text as published, each mention a mark, and over time: seen, edited, blocked, removed between two visits', async () => {
    const { page, goTo, troubles } = opened;
    await goTo(`/notices/${story.notice}`);
    const { reading, mentions } = z
      .object({
        reading: z.object({ text: z.string() }),
        mentions: z.array(z.object({ start: z.number(), kind: z.string(), text: z.string() })),
      })
      .parse(await desk.served.ask('GET', `/api/v1/notices/${story.notice}`));
    const shown = page.getByRole('article').locator('[translate=no]');
    expect(((await shown.textContent()) ?? '').trim()).toBe(reading.text.trim());
    // Where two cross, one of them is drawn in parts.
    const parts = z
      .array(z.tuple([z.string(), z.string()]))
      .parse(
        await page.evaluate(
          `[...document.querySelectorAll('article mark[data-mark]')].map((one) => [one.dataset.kind + ' ' + one.dataset.mark, one.textContent])`,
        ),
      );
    const marked = [...Map.groupBy(parts, ([mark]) => mark)].map(
      ([mark, own]) => `${mark.split(' ')[0]} ${own.map(([, text]) => text).join('')}`,
    );
    expect(mentions.length).toBeGreaterThan(5);
    for (const { kind, text } of mentions) expect(marked).toContain(`${kind} ${text}`);
    const steps = page.getByRole('list', { name: 'What visits showed' }).getByRole('listitem');
    expect(await page.evaluate(`[...document.querySelectorAll('article li[data-state]')].map((one) => one.dataset.state)`)).toEqual([
      'present',
      'changed',
      'blocked',
      'removed',
    ]);
    expect(await steps.last().textContent()).toMatch(/removed.*between.*and.*GMT\+8/);
    expect(troubles).toEqual([]);
  });

  it('tells by keys what a mention is, why it matched, what may control it, and which rule says so; glosses stay chosen', async () => {
    const { page, goTo } = opened;
    await goTo(`/notices/${story.notice}`);
    const card = page.getByRole('group', { name: 'What is known of this mention' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    for (let n = 0; n < 30; n += 1) {
      await page.keyboard.press('n');
      if ((await page.evaluate<string | null>('document.activeElement.dataset.kind')) === 'tradeName') break;
    }
    await card.waitFor();
    await expect
      .poll(() => card.textContent())
      .toMatch(/drone detector.*Matched.*trade name.*May fall under.*6A008.*catalogue\/goods\/counter_uav_detect\.yaml/s);
    const before = await page.evaluate('document.activeElement.dataset.mark');
    await page.keyboard.press('n');
    await page.keyboard.press('p');
    expect(await page.evaluate('document.activeElement.dataset.mark')).toBe(before);
    // A Chinese notice on an English desk has them unless somebody wants none.
    expect(await page.locator('article rt[data-gloss="drone detector"]').count()).toBeGreaterThan(0);
    await page.keyboard.press('g');
    await expect.poll(() => page.locator('article rt').count()).toBe(0);
    await goTo(`/notices/${story.copy}`);
    await page.locator('article mark').first().waitFor();
    expect(await page.locator('article rt').count()).toBe(0);
    await page.getByRole('button', { name: 'Glosses' }).click();
    expect(await page.locator('article rt[data-gloss="drone jammer"]').count()).toBeGreaterThan(0);
  });

  it('leads from a mention to its findings and from a finding to its words', async () => {
    const { page, goTo } = opened;
    await goTo(`/notices/${story.notice}?tab=history`);
    await page.locator('article mark[data-kind=tradeName]').first().click();
    await page.getByRole('tab', { name: /Findings/, selected: true }).waitFor();
    expect(await page.getByText(/findings? rests? on/).textContent()).toContain('BorisTone');
    await page.getByRole('button', { name: 'All findings' }).click();
    await page.getByTitle('Show in the text').first().click();
    const active = page.locator('article mark[data-active=true]');
    await expect.poll(() => active.count()).toBeGreaterThan(0);
    expect(await active.first().isVisible()).toBe(true);
  });

  it('decides about a listed party by two keys, shows it at once, and takes it back', async () => {
    const { page, goTo, settled } = opened;
    await goTo(`/notices/${story.tender}`);
    await page.keyboard.press('h');
    await page.getByRole('tab', { name: /Matches/, selected: true }).waitFor();
    const match = page.getByRole('tabpanel').getByRole('listitem').first();
    await match.waitFor();
    await page.keyboard.press('h');
    await page.keyboard.press('Enter');
    await match.getByText('hit', { exact: true }).first().waitFor();
    await page.getByRole('status').getByText(/hit/).waitFor();
    await settled();
    const matches = z.object({ matches: z.array(z.object({ decision: z.object({ verdict: z.string(), why: z.string() }).optional() })) });
    const verdicts = async (): Promise<readonly (string | undefined)[]> =>
      matches.parse(await desk.served.ask('GET', `/api/v1/notices/${story.tender}`)).matches.map(({ decision }) => decision?.verdict);
    await expect.poll(verdicts).toContain('hit');
    await page.keyboard.press('u');
    await expect.poll(verdicts).not.toContain('hit');
  });

  it('sets a copy beside the notice, and shows each changed sentence of two versions', async () => {
    const { page, goTo } = opened;
    await goTo(`/notices/${story.copy}?tab=copies`);
    await page.getByRole('button', { name: 'Side by side' }).first().click();
    const beside = page.getByRole('dialog', { name: 'Side by side' });
    await beside.getByRole('columnheader').first().waitFor();
    expect(await beside.getByRole('columnheader').count()).toBe(2);
    expect(await beside.textContent()).toContain('通信频段干扰器');
    await page.keyboard.press('Escape');
    await goTo(`/notices/${story.edited}?tab=versions`);
    const changes = page.getByRole('list', { name: 'Changed sentences' });
    expect(await changes.locator('del').allTextContents()).toEqual(expect.arrayContaining([expect.stringContaining('6')]));
    expect(await changes.textContent()).toMatch(/无人机侦测.*测向/s);
  });

  it('shows picture and text of the page as kept, verifies all of it on the spot, and packs it to be taken away', async () => {
    const { page, goTo, troubles } = opened;
    await goTo(`/notices/${story.notice}?tab=page`);
    const picture = page.getByRole('img', { name: 'The page as it was captured' });
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth)).toBe(1280);
    await page.getByRole('button', { name: 'As text' }).first().click();
    await page.getByRole('region', { name: 'As text' }).getByText('求购').first().waitFor();
    await page.getByRole('tab', { name: 'Proof' }).click();
    await page.getByRole('button', { name: 'Verify now' }).click();
    await page.getByText('All that was checked holds.').waitFor();
    expect(await page.getByText('· holds').count()).toBe(5);
    await page.getByRole('tab', { name: 'Export' }).click();
    await page.getByRole('button', { name: 'Make the package' }).click();
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: /^Save \(/ }).click();
    const bytes = await readFile(await (await saved).path());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(troubles).toEqual([]);
  });

  it('says of no notice what was verified of another', async () => {
    const { page, goTo } = opened;
    await goTo(`/notices/${story.notice}?tab=proof`);
    await page.getByRole('tab', { name: /Copies/ }).click();
    await page.getByRole('tabpanel').getByRole('heading', { level: 3 }).getByRole('link').first().click();
    await page.waitForURL((url) => !url.pathname.endsWith(story.notice));
    await page.getByRole('tab', { name: 'Proof' }).click();
    await page.getByRole('button', { name: 'Verify now' }).click();
    await page.getByText('All that was checked holds.').waitFor();
    await page.evaluate('history.go(-3)');
    await page.waitForURL((url) => url.pathname.endsWith(story.notice) && url.searchParams.get('tab') === 'proof');
    await page.getByRole('tab', { name: 'Proof', selected: true }).waitFor();
    await expect.poll(() => page.getByText('All that was checked holds.').count()).toBe(0);
  });

  it('shows hostile text harmlessly: nothing runs, nothing turns, and five megabytes in one line do not hold it up', async () => {
    const { page, goTo, troubles } = opened;
    await goTo('/inbox');
    await goTo(`/notices/${hostile}`);
    const heading = page.getByRole('heading', { level: 1 });
    expect(await heading.textContent()).toBe('RLOgpj.exe <script>window.hurt = 1</script>');
    const text = page.getByRole('article').locator('[translate=no]');
    await expect.poll(async () => (await text.textContent())?.includes('Москва'), { timeout: 30_000 }).toBe(true);
    const shown = (await text.textContent()) ?? '';
    expect(shown).toContain('<img src=x onerror="window.hurt = 1"> RLOgpj.exePDF ZWSP×3000 U+0007');
    expect(await page.evaluate('window.hurt')).toBeUndefined();
    expect(await page.locator('article script, article img').count()).toBe(0);
    await page.keyboard.press('n');
    await page.getByRole('group', { name: 'What is known of this mention' }).waitFor();
    expect(troubles).toEqual([]);
  });

  it('goes to paper whole: everything unfolded, and address, time and digest at the foot', async () => {
    const { page, goTo, settled } = await desk.open({ width: 1000 });
    await goTo(`/notices/${story.notice}?all=true`);
    await page.getByText('All that was checked holds.').waitFor();
    await settled();
    await page.emulateMedia({ media: 'print' });
    const foot = page.locator('footer');
    expect(await foot.isVisible()).toBe(true);
    expect(await foot.textContent()).toMatch(/127\.0\.0\.61.*[0-9a-f]{64}.*Printed .*\/notices\//s);
    for (const name of ['Findings', 'Copies', 'Versions', 'Proof'])
      expect(await page.getByRole('heading', { level: 2, name }).isVisible()).toBe(true);
    expect(await page.locator('details:not([open])').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
  });
});
