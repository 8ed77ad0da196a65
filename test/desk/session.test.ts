import { expect, it } from 'vitest';
import { COPY, NOTICE, page as pageOf } from '../e2e/case-pages.ts';
import { openPublisher } from '../e2e/publisher.ts';
import { describeWithChromium, useDesk } from './desk.ts';

const MAIL = 'ann@example.org';
const PASSWORD = 'correct horse battery staple';

describeWithChromium('a session on the desk', () => {
  const desk = useDesk(async (served) => {
    const site = await openPublisher('127.0.0.74');
    for (const [path, text] of [
      ['/province', NOTICE],
      ['/city', COPY],
    ] as const) {
      site.set(path, pageOf(text));
      await served.keep(site.origin + path);
    }
    await served.ask('POST', '/api/v1/users', { mail: MAIL, role: 'admin', password: PASSWORD });
    return site;
  });

  it('ends in mid-work and loses nothing that was typed; logging out leaves nothing of anybody', async () => {
    const { page, goTo } = await desk.open();
    const login = async (): Promise<void> => {
      await page.getByRole('textbox', { name: 'E-mail' }).fill(MAIL);
      await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
      await page.getByRole('button', { name: 'Log in' }).click();
    };
    await goTo('/cases?add=true');
    await login();
    const dialog = page.getByRole('dialog', { name: 'New case' });
    const title = dialog.getByRole('textbox', { name: 'Title' });
    await title.fill('Jammers of the province');

    // Another window ends it.
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await dialog.getByRole('button', { name: 'Open the case' }).click();
    const again = page.getByRole('dialog', { name: 'Log in' });
    await again.getByText('Your session has ended').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await again.isVisible()).toBe(true);
    await login();
    await again.waitFor({ state: 'detached' });
    expect(await title.inputValue()).toBe('Jammers of the province');
    await dialog.getByRole('button', { name: 'Open the case' }).click();
    await page.getByRole('heading', { name: 'Jammers of the province', level: 1 }).waitFor();
    expect((await page.context().cookies())[0]?.value).not.toBe(cookies[0]?.value);

    // Under a Cyrillic layout the keys are where they are.
    await goTo('/inbox');
    await page.getByRole('list', { name: 'Notices' }).getByRole('listitem').nth(1).waitFor();
    const press = (key: string, code: string): Promise<unknown> =>
      page.evaluate(`document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', code: '${code}', bubbles: true }))`);
    await press('у', 'KeyE');
    await page
      .getByRole('status')
      .getByText(/dismissed/i)
      .waitFor();
    await press('г', 'KeyU');
    await page
      .getByText(/^Taken back/)
      .first()
      .waitFor();

    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByRole('button', { name: 'Log in' }).waitFor();
    expect(await page.getByRole('main').count()).toBe(1);
    await login();
    await page.getByRole('list', { name: 'Notices' }).getByRole('listitem').nth(1).waitFor();
    await page.keyboard.press('u');
    await page.getByText('Nothing to undo').waitFor();
  });
});
