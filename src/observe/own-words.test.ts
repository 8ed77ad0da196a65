import { expect, it } from 'vitest';
import type { PageLook } from '../model/page-look.ts';
import type { PageReading } from '../model/reading.ts';
import { printWords } from '../text/print-words.ts';
import { leftUnderTitle, textWithoutRows } from './own-words.ts';
import type { SeenPage } from './page-judgement.ts';

const TITLE = 'Tender for radar masts';
const HEAD = 'Harbour board of the free port, purchasing department';
const BODY = 'Two masts of galvanised steel with mounting are wanted before June; drawings lie at the pier.';
const FOOT = 'Open on weekdays from nine to five.';

/** A page whose frame was taken for text, too. */
function page(lines: readonly string[], linked: readonly string[] = []): SeenPage {
  const look = { title: '', lines, linked, hrefs: [], closed: true, print: { title: '', words: printWords(lines.join('\n')), shape: [] } };
  return {
    look: look as unknown as PageLook,
    reading: { title: TITLE, text: [TITLE, ...lines.filter((line) => line !== TITLE)].join('\n'), links: [] } as unknown as PageReading,
  };
}

const known = page([HEAD, TITLE, BODY, FOOT]);

it('a notice is gone where all under its title is, whatever the site has around it', () => {
  expect(leftUnderTitle(page([HEAD, 'Nothing of the kind is here.', FOOT]), known)).toBeLessThan(0.15);
  expect(leftUnderTitle(page([HEAD, TITLE, FOOT]), known)).toBeLessThan(0.15);
});

it('and may stand where its words do, or more below than was taken away', () => {
  expect(leftUnderTitle(page([HEAD, 'Masts', `${BODY} Now in July.`, FOOT]), known)).toBeNull();
  const banner = page([HEAD, TITLE, 'Fly to the islands with us this summer, now with two bags!', BODY, FOOT]);
  expect(
    leftUnderTitle(page([HEAD, TITLE, 'Cars at half the price until Sunday, removed from our stock.', BODY, FOOT]), banner),
  ).toBeNull();
});

it('titles of other notices are no words of this one', () => {
  expect(textWithoutRows(page([TITLE, BODY, 'Sale of an old tug\t2026-05-11'], ['Sale of an old tug11/05/2026']))).toBe(
    `${TITLE}\n${BODY}`,
  );
});
