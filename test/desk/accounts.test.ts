import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { axeOn } from './axe.ts';
import type { OpenedPage } from './chromium.ts';
import { describeWithChromium, useDesk } from './desk.ts';

const ADMIN = 'ann@example.org';
const VIEWER = 'vic@example.org';
const PASSWORD = 'seven grey herons at dusk';

/** In the login, which stands over what was being worked on where a session ends meanwhile. */
async function logIn(page: Page, mail: string, password: string): Promise<void> {
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Log in', exact: true }) });
  await form.getByLabel('E-mail').fill(mail);
  await form.getByLabel('Password', { exact: true }).fill(password);
  await form.getByRole('button', { name: 'Log in', exact: true }).click();
}

describeWithChromium('accounts on the desk, from a home without any', () => {
  const desk = useDesk(async () => undefined);
  let admin: OpenedPage;
  beforeAll(async () => {
    admin = await desk.open();
  });
  let viewerPassword = '';

  it('makes the first administrator, asks who that is at once, and leads back to where it was', async () => {
    const { page, goTo } = admin;
    await goTo('/settings?tab=users');
    await page.getByLabel('E-mail').fill(ADMIN);
    await page.getByLabel('New password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Make the administrator and log in' }).click();
    await page.getByRole('button', { name: 'Log in', exact: true }).waitFor();
    await page.getByText('You are the administrator now').waitFor();
    expect(await page.getByLabel('E-mail').inputValue()).toBe(ADMIN);
    expect(await axeOn(page)).toEqual([]);
    await logIn(page, ADMIN, 'not the password of anybody');
    await page.getByRole('alert').getByText('No user has this e-mail and this password.').waitFor();
    await logIn(page, ADMIN, PASSWORD);
    await page.getByRole('heading', { name: 'Users and roles' }).waitFor();
    expect(new URL(page.url()).search).toBe('?tab=users');
  });

  it('adds a viewer with a password that is made and shown, and gives them another role and back', async () => {
    const { page, settled } = admin;
    await page.getByRole('button', { name: 'Add a user' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a user' });
    await dialog.getByLabel('E-mail').fill(VIEWER);
    await dialog.getByLabel('Role').selectOption('viewer');
    await dialog.getByRole('button', { name: 'Make one' }).click();
    viewerPassword = (await dialog.getByRole('status').locator('code').textContent()) ?? '';
    expect(viewerPassword).toMatch(/^[a-z2-9]{4}(?:-[a-z2-9]{4}){4}$/);
    expect(await axeOn(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Add a user' }).click();
    await dialog.waitFor({ state: 'detached' });
    const role = page.getByLabel(`Role of ${VIEWER}`);
    await role.selectOption('analyst');
    await page.getByText(`${VIEWER} is now analyst and was logged out`).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => role.inputValue(), { timeout: 20_000 }).toBe('viewer');
    await page.getByLabel(`Role of ${ADMIN}`).selectOption('viewer');
    await page.getByText(/last administrator/i).waitFor();
    await settled();
    expect(await page.getByLabel(`Role of ${ADMIN}`).inputValue()).toBe('admin');
  });

  it('makes a key that is shown once and works, and is refused once it was revoked', async () => {
    const { page, goTo } = admin;
    await goTo('/settings?tab=keys');
    await page.getByRole('button', { name: 'Make a key' }).click();
    const form = page.getByRole('dialog', { name: 'Make a key' });
    await form.getByLabel('Name').fill('feed reader');
    await form.getByRole('button', { name: 'Make a key' }).click();
    const once = page.getByRole('dialog', { name: 'Copy it now' });
    const key = (await once.locator('code').textContent()) ?? '';
    expect(await axeOn(page)).toEqual([]);
    await once.getByRole('button', { name: 'I have kept it' }).click();
    const asWith = () =>
      fetch(`${desk.served.origin}/api/v1/notices`, { headers: { authorization: `Bearer ${key}` } }).then(({ status }) => status);
    expect(await asWith()).toBe(200);
    await page.getByRole('button', { name: 'Revoke “feed reader”' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await expect.poll(asWith, { timeout: 20_000 }).toBe(401);
    expect(await page.content()).not.toContain(key);
  });

  it('says where a filter of an alert cannot be read, tells how many it holds for, and shows the secret once', async () => {
    const { page, goTo } = admin;
    await goTo('/settings?tab=alerts&when=removed+or+x%3E%3D');
    const form = page.getByRole('dialog', { name: 'Add an alert' });
    await form.getByText(/there is no field "x"/).waitFor();
    await form.getByLabel('When').fill('removed or priority>=70');
    await form.getByText('It holds for 0 notices now').waitFor();
    await form.getByLabel('Web address that takes the message').fill(`${desk.served.origin}/nothing-takes-this`);
    await form.getByRole('button', { name: 'Add an alert' }).click();
    const once = page.getByRole('dialog', { name: 'Copy it now' });
    expect((await once.locator('code').textContent())?.length).toBeGreaterThan(20);
    await once.getByRole('button', { name: 'I have kept it' }).click();
    const line = page.getByRole('listitem').filter({ hasText: 'removed or priority>=70' });
    await line.getByRole('button', { name: 'Send a test' }).click();
    await line.getByRole('alert').waitFor();
    await line.getByRole('button', { name: /^Remove the alert/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByText('Nobody is told yet').waitFor();
  });

  it('shows in the audit log who did it, and that the log holds', async () => {
    const { page, goTo } = admin;
    await goTo(`/settings?tab=audit&about=${encodeURIComponent('user.')}`);
    const table = page.getByRole('table');
    await table.getByText('user.add').first().waitFor();
    expect(await table.getByText('key.add').count()).toBe(0);
    await page.getByRole('button', { name: 'Verify the log' }).click();
    await page.getByText(/^All \d+ entries hold\.$/).waitFor();
  });

  it('shows a viewer nothing that it may not do, and leads it back to the address that it asked for', async () => {
    const viewer = await desk.open();
    const { page, goTo, settled } = viewer;
    await goTo('/publishers?sort=edits');
    await logIn(page, VIEWER, viewerPassword);
    await page.getByRole('heading', { name: 'Publishers' }).waitFor();
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/publishers?sort=edits');
    await goTo('/settings');
    const sections = page.getByRole('navigation', { name: 'Settings' });
    expect(await sections.getByRole('link').allTextContents()).toEqual([
      'My account',
      'Appearance',
      'Language',
      'Privacy',
      'Evidence log',
      'About',
    ]);
    await goTo('/settings?tab=users');
    await page.getByText('Administrators set this up. You are viewer.').waitFor();
    await goTo('/settings?tab=log');
    await settled();
    expect(await page.getByRole('button', { name: /Verify now|Add an authority/ }).count()).toBe(0);
  });

  it('ends a session from elsewhere, and the page there asks who it is', async () => {
    const viewer = await desk.open();
    await viewer.goTo('/settings?tab=account');
    await logIn(viewer.page, VIEWER, viewerPassword);
    await viewer.page.getByRole('heading', { name: 'My account' }).waitFor();
    const { page, goTo } = admin;
    await goTo('/settings?tab=users');
    await page.getByRole('button', { name: `Acts for ${VIEWER}` }).click();
    await page.getByRole('menuitem', { name: 'Disable…' }).click();
    const sure = page.getByRole('dialog', { name: `Disable ${VIEWER}` });
    await sure.getByText('Keys that they own end', { exact: false }).waitFor();
    await sure.getByRole('button', { name: 'Disable' }).click();
    await sure.waitFor({ state: 'detached' });
    await viewer.page.getByRole('link', { name: 'Evidence log' }).click();
    await viewer.page.getByRole('button', { name: 'Log in', exact: true }).waitFor();
  });

  it('says why a login through the organisation led back here', async () => {
    const { page, goTo } = await desk.open({ language: 'ru' });
    await goTo('/inbox?login=not-allowed');
    await page.getByRole('alert').getByText('учётной записи здесь у вас нет', { exact: false }).waitFor();
    expect(await axeOn(page)).toEqual([]);
  });

  it('says how long to wait after too many attempts, and the button waits too', async () => {
    const { page, goTo } = await desk.open();
    await goTo('/inbox');
    for (let attempt = 0; attempt < 12; attempt += 1) {
      await logIn(page, ADMIN, `wrong words number ${attempt}`);
      await page.getByRole('alert').waitFor();
      if (
        (await page.getByRole('button', { name: 'Log in', exact: true }).isDisabled()) &&
        (await page.getByText(/Try again in/).count()) > 0
      )
        break;
    }
    expect(await page.getByRole('alert').textContent()).toMatch(/Too many attempts\. Try again in \d+ seconds?\./);
    await page.getByRole('button', { name: 'Log in', exact: true, disabled: true }).waitFor();
    await page.getByRole('button', { name: 'Log in', exact: true, disabled: false }).waitFor();
  });
});

describeWithChromium('the evidence log on the desk', () => {
  const desk = useDesk(async () => undefined);

  it('is verified in front of whoever asks, and its verdict is found again', async () => {
    const { page, goTo } = await desk.open();
    await goTo('/settings?tab=log');
    await page.getByRole('button', { name: 'Verify now' }).click();
    await page.getByText('Everything is as it was acknowledged').waitFor();
    await goTo('/settings?tab=appearance');
    await page.getByLabel('Dark').check();
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
    await goTo('/settings?tab=language');
    await page.getByLabel('中文').click();
    await page.getByRole('heading', { name: '设置', exact: true }).waitFor();
    await goTo('/settings?tab=log');
    await page.getByText('全部与登记时一致').waitFor();
  });

  it('lists whose work is in the page, the typeface and its licence among them', async () => {
    const { page, goTo } = await desk.open();
    await goTo('/settings?tab=about');
    await page.getByText('@fontsource-variable/inter').waitFor();
    expect(await page.getByRole('listitem').filter({ hasText: '@fontsource-variable/inter' }).textContent()).toContain('OFL-1.1');
    await page.getByText(/^react \d/).waitFor();
  });
});
