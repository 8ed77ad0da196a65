import { expect, it } from 'vitest';
import { loadSites } from '../catalogue/sites.ts';
import { hiddenMail } from './hidden-mail.ts';
import { createReader } from './read-page.ts';

const hide = (mail: string, key: number): string => Buffer.from([key, ...[...Buffer.from(mail)].map((byte) => byte ^ key)]).toString('hex');

it('an address that was taken out of a page is read, whatever its key', () => {
  for (const key of [0, 1, 0x5a, 0xff])
    for (const mail of ['bids@fwn.example', 'закупки@завод.example']) expect(hiddenMail(hide(mail, key))).toBe(mail);
});

it('what is no address stays as it was written', () => {
  for (const hex of [
    undefined,
    '',
    'aa11',
    'zz',
    hide('no address', 7),
    hide('a@b c.example', 7),
    hide('<b>@fwn.example', 7),
    'a'.repeat(10_001),
  ])
    expect(hiddenMail(hex)).toBeNull();
});

it('stands in the text of a page where the address stood', () => {
  const reader = createReader(loadSites());
  const page = (mail: string): string =>
    reader.read({
      bytes: Buffer.from(
        `<html><body><h1>Поставка антенн</h1><p>Предложения направлять на ${mail} до 12 декабря 2026 г., в двух экземплярах.</p></body></html>`,
      ),
      url: 'https://buyer.example/1',
      status: 200,
      headers: [],
    }).text;
  const hidden = `<a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="${hide('bids@fwn.example', 0x3c)}">[email&#160;protected]</a>`;
  expect(page(hidden)).toBe(page('<a href="mailto:bids@fwn.example">bids@fwn.example</a>'));
  expect(page(hidden)).toContain('на bids@fwn.example до');
});
