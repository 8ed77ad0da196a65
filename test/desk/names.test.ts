import { expect, it } from 'vitest';
import { z } from 'zod';
import { openPublisher, type Publisher } from '../e2e/publisher.ts';
import { until } from '../e2e/until.ts';
import { describeWithChromium, useDesk } from './desk.ts';

const LIST = [
  { id: 'p1', schema: 'Person', properties: { name: ['Arkadi Romanovich Zhelvakov'], birthDate: ['1951-12-15'], nationality: ['ru'] } },
  { id: 'c1', schema: 'Company', properties: { name: ['Stroymontazhinvest LLC'], jurisdiction: ['ru'], innCode: ['7707083893'] } },
  { id: 'c2', schema: 'Company', properties: { name: ['Severnaya Zarya Instruments'], country: ['ru'] } },
];
const FEED = `<rss version="2.0"><channel><title>Tenders</title>
<item><title>采购无人机干扰设备</title><link>ORIGIN/1</link></item><item><title>Office chairs</title><link>ORIGIN/2</link></item></channel></rss>`;
const FILE = 'customer_no;name;country\n1;ООО Строймонтажинвест;RU\n2;Nobody At All;DE\n3;;CN\n';

const lines = (list: readonly object[]): string => list.map((one) => `${JSON.stringify(one)}\n`).join('');

async function screens(origin: string): Promise<boolean> {
  const body = JSON.stringify({ queries: [{ name: 'Nobody' }] });
  return (await fetch(`${origin}/api/v1/screen`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).ok;
}

describeWithChromium('names, lists and sources by the desk', () => {
  let site: Publisher | undefined;
  const desk = useDesk(async (served) => {
    site = await openPublisher('127.0.0.71');
    site.set('/watched.ftm.json', { kind: 'page', body: lines(LIST), type: 'application/json' });
    site.set('/feed.xml', { kind: 'page', body: FEED.replaceAll('ORIGIN', site.origin), type: 'application/rss+xml' });
    site.set('/1', { kind: 'page', body: '<h1>采购无人机干扰设备</h1><p>Buyer: Stroymontazhinvest LLC</p>' });
    await served.ask('POST', '/api/v1/lists', { list: `${site.origin}/watched.ftm.json`, name: 'watched', allowPrivate: true });
    // Its index is built within seconds, on a busy machine within more of them.
    await until('names can be screened', () => screens(served.origin), 90_000);
    return site;
  });

  it('finds a listed party among names, decides by keys with a reason, takes it back, and has a receipt', async () => {
    const { page, troubles, goTo, settled } = await desk.open();
    await goTo('/screening');
    await page.getByRole('textbox', { name: 'Names, one a line' }).fill('OOO Stroymontazhinvest\nNobody At All');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: '1 of 2 match a listed party' }).waitFor();
    const alignment = page.getByRole('table', { name: 'The two names, part by part' });
    await expect(alignment.innerText()).resolves.toMatch(/OOO[\s\S]*legal form[\s\S]*LLC/);
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('j');
    await page.keyboard.press('h');
    const why = page.getByRole('textbox', { name: 'Why “hit”' });
    await why.fill('the same firm');
    await page.keyboard.press('Enter');
    await page.getByText('the same firm').waitFor();
    await settled();
    await page.keyboard.press('u');
    await page.getByText('Decision taken back').waitFor();
    await page.getByRole('button', { name: 'Stroymontazhinvest LLC' }).click();
    await page.getByRole('dialog', { name: 'Listed party' }).getByText('7707083893').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Receipt' }).click();
    await page.getByRole('heading', { name: '1 row with a match' }).waitFor();
    await expect(page.getByRole('main').innerText()).resolves.toMatch(/watched version 1\s+[0-9a-f]{64}/);
    expect(troubles).toEqual([]);
  });

  it('shows how a file is read before it is sent, screens it, and can be left and found again', async () => {
    const { page, troubles, goTo } = await desk.open();
    await goTo('/screening?tab=list');
    const buffer = Buffer.from(FILE);
    await page.getByLabel('Choose a file of customers').setInputFiles({ name: 'customers.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('combobox', { name: 'What column name holds' }).waitFor();
    await expect(page.getByRole('combobox', { name: 'What column country holds' }).inputValue()).resolves.toBe('country');
    await page.getByRole('button', { name: 'Screen this file' }).click();
    await page.getByRole('link', { name: 'All files' }).click();
    await page.getByRole('link', { name: 'customers.csv' }).click();
    await page.getByText('1 of 3 rows matches a listed party.').waitFor({ timeout: 60_000 });
    await page.getByText('1 row could not be read and was not screened.').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download the results' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.csv$/);
    await page.getByRole('link', { name: 'Which' }).click();
    await page.getByText('the row has no name').waitFor();
    expect(troubles).toEqual([]);
  });

  it('asks for the reason of one row alone where a customer stands in two, and leads nobody back who has gone elsewhere', async () => {
    const { page, goTo, settled } = await desk.open();
    await goTo('/screening?tab=list');
    const buffer = Buffer.from('customer_no;name\n1;Stroymontazhinvest LLC\n2;Stroymontazhinvest LLC\n');
    const { promise, resolve } = Promise.withResolvers<void>();
    await page.route('**/api/v1/screen/uploads?*', async (route) => {
      await promise;
      await route.continue();
    });
    await page.getByLabel('Choose a file of customers').setInputFiles({ name: 'twice.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: 'Screen this file' }).click();
    await page.getByRole('navigation').getByRole('link', { name: 'Lists' }).click();
    await page.getByRole('heading', { level: 1, name: 'Lists' }).waitFor();
    const sent = page.waitForResponse(/screen\/uploads\?/);
    resolve();
    await sent;
    await settled();
    expect(new URL(page.url()).pathname).toBe('/lists');

    await goTo('/screening?tab=list');
    await page.getByRole('link', { name: 'twice.csv' }).click();
    await page.getByText('2 of 2 rows match a listed party.').waitFor({ timeout: 60_000 });
    await page.getByRole('list', { name: 'Matches of the file' }).getByRole('listitem').nth(1).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('h');
    await page.getByRole('textbox', { name: 'Why “hit”' }).first().waitFor();
    await settled();
    await expect(page.getByRole('textbox', { name: 'Why “hit”' }).count()).resolves.toBe(1);
  });

  it('says why names could not be screened also to whoever was elsewhere meanwhile', async () => {
    const { page, goTo, settled } = await desk.open();
    await goTo('/screening');
    await page.route('**/api/v1/screen', (route) => route.fulfill({ status: 500, json: { detail: 'the disk is full' } }));
    await page.getByRole('textbox', { name: 'Names, one a line' }).fill('Nobody At All');
    const refused = page.waitForResponse(/v1\/screen$/);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('tab', { name: 'Receipts' }).click();
    await refused;
    await settled();
    await page.getByRole('tab', { name: 'Names' }).click();
    await page.getByRole('alert').getByText('the disk is full').waitFor();
  });

  it('has the filter of matches follow the address back', async () => {
    const { page, goTo } = await desk.open();
    await goTo('/screening?tab=matches&q=priority%3E%3D1');
    const filter = page.getByRole('textbox', { name: 'Only in notices that fit' });
    await filter.fill('state:removed');
    await filter.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('q') === 'state:removed');
    await page.goBack();
    await page.waitForURL((url) => url.searchParams.get('q') === 'priority>=1');
    await expect.poll(() => filter.inputValue()).toBe('priority>=1');
  });

  it('looks into an inquiry and keeps nothing of it', async () => {
    const { page, troubles, goTo } = await desk.open();
    await goTo('/screening?tab=inquiry');
    await page
      .getByRole('textbox', { name: 'The request, as it came' })
      .fill('We need 无人机干扰设备 for Stroymontazhinvest LLC <script>window.ran=1</script> \u202E!');
    await page.getByRole('button', { name: 'Look into it' }).click();
    const text = page.getByRole('region', { name: 'The text with what was recognised' });
    await text.waitFor({ timeout: 90_000 });
    await expect(text.locator('mark[data-kind="listed"]').innerText()).resolves.toBe('Stroymontazhinvest LLC');
    await expect(text.locator('mark[data-kind="good"]').count()).resolves.toBe(1);
    await expect(text.innerText()).resolves.toContain('RLO');
    expect(await page.evaluate('window.ran')).toBeUndefined();
    expect(page.url()).not.toContain('Stroy');
    expect(troubles).toEqual([]);
  });

  it('shows what a source would bring before it is watched, pauses it with undo, and names what removing loses', async () => {
    const { page, troubles, goTo } = await desk.open();
    await goTo('/sources');
    await page.getByRole('main').getByRole('link', { name: 'Add a source' }).first().click();
    await page.getByRole('textbox', { name: 'Address' }).fill(`${site?.origin}/feed.xml`);
    await page.getByRole('button', { name: 'Allow this private address' }).click({ timeout: 60_000 });
    await page.getByText('This is a feed that lists 2 notices.').waitFor({ timeout: 60_000 });
    await page.getByText('Office chairs').waitFor();
    await page.getByRole('textbox', { name: 'Name', exact: true }).first().fill('Trial feed');
    await page.getByRole('button', { name: 'Watch it' }).click();
    const panel = page.getByRole('dialog', { name: 'Trial feed' });
    await panel.getByRole('button', { name: 'Pause' }).click({ timeout: 60_000 });
    await panel.getByRole('button', { name: 'Resume' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('u');
    await page.getByRole('row', { name: /Trial feed.*(?:fine|not visited yet)/ }).waitFor();
    await page.getByRole('button', { name: 'Trial feed' }).click();
    await panel.getByRole('button', { name: 'Remove' }).click();
    await panel.getByText('Lost for good is:').waitFor();
    await panel.getByRole('button', { name: 'Keep it' }).click();
    const listed = z.object({ items: z.array(z.object({ name: z.string(), paused: z.boolean() })) });
    // The desk shows what was undone before the server has answered.
    const items = async () => listed.parse(await desk.served.ask('GET', '/api/v1/sources')).items;
    await expect.poll(items, { timeout: 20_000 }).toEqual([{ name: 'Trial feed', paused: false }]);
    expect(troubles).toEqual([]);
  });

  it('tells what a new version of a list changed, and has a shrunken one wait', async () => {
    const { page, troubles, goTo } = await desk.open();
    site?.set('/watched.ftm.json', { kind: 'page', body: lines([...LIST, { ...LIST[2], id: 'c3' }]), type: 'application/json' });
    await goTo('/lists?list=watched');
    await page.getByRole('button', { name: 'Update now' }).click();
    await page.getByText(/version 2 is in force/).waitFor({ timeout: 60_000 });
    await page.getByText('1 added', { exact: true }).waitFor();
    await page.getByRole('list', { name: 'Changes' }).getByRole('button', { name: 'Severnaya Zarya Instruments' }).waitFor();
    site?.set('/watched.ftm.json', { kind: 'page', body: lines(LIST.slice(0, 1)), type: 'application/json' });
    await page.getByRole('button', { name: 'Update now' }).click();
    await page.getByRole('heading', { name: 'Version 3 waits for you' }).waitFor({ timeout: 60_000 });
    await page.getByRole('tab', { name: 'Versions' }).click();
    await page.getByRole('row', { name: /held back/ }).waitFor();
    expect(troubles).toEqual([]);
  });

  it('takes a list of one’s own as a file, and a newer file of it', async () => {
    const { page, troubles, goTo } = await desk.open();
    const send = async (label: string, text: string): Promise<void> => {
      await page.getByLabel(label).setInputFiles({ name: 'Own list (2).csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    };
    await goTo('/lists?add=true');
    await page.getByRole('tab', { name: 'A list of your own' }).click();
    await send('Choose the file of a list', 'name;country\nФарфилд Драйвс;ОАЭ\n');
    const form = page.locator('form').filter({ hasText: 'Own list (2).csv' });
    await expect(form.getByLabel('Name').inputValue()).resolves.toBe('own-list-2');
    await form.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText(/own-list-2: version 1 is in force/).waitFor({ timeout: 60_000 });
    await goTo('/lists?list=own-list-2');
    await page.getByRole('button', { name: 'Send a newer file' }).click();
    await send('Choose the file of a list', 'name;country\nФарфилд Драйвс;ОАЭ\nFarfield Optics;AE\n');
    await page.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText(/own-list-2: version 2 is in force/).waitFor({ timeout: 60_000 });
    await page.getByRole('list', { name: 'Changes' }).getByRole('button', { name: 'Farfield Optics' }).waitFor();
    await page.getByRole('tab', { name: 'Origin and terms' }).click();
    await page.getByText('a file that was sent: Own_list_2_.csv').waitFor();
    expect(troubles).toEqual([]);
  });
});
