import { expect, it } from 'vitest';
import { isHeldOut, judgeText, labelledPages, type LabelledPage } from './labelled-pages.ts';

const PAGE: LabelledPage = {
  id: 'p02',
  lang: 'en',
  what: 'a notice under a menu',
  url: 'https://a.example/1',
  title: 'Pumps wanted',
  html: '',
  lines: [
    { text: 'Pumps', of: 'site' },
    { text: 'Pumps | 12 pcs', of: 'notice' },
    { text: '12 pcs', of: 'notice' },
    { text: 'Print', of: 'site' },
  ],
};

const keptOf = (text: string): boolean[] => judgeText(PAGE, text).lines.map(({ kept }) => kept);

it('counts a line by its characters, longer ones first, and none by what another line has', () => {
  expect(keptOf('Pumps wanted\nPumps\t12 pcs')).toEqual([false, true, false, false]);
  expect(keptOf('Pumps wanted\nPumps\nPumps 12\npcs\n12 pcs\nPrint')).toEqual([true, true, true, true]);
});

it('keeps half of the pages out of what is shown', () => {
  const pages = labelledPages();
  expect(pages.filter(isHeldOut).map(({ id }) => id)).toEqual(pages.map(({ id }) => id).filter((id) => /[13579]$/.test(id)));
  expect(pages.filter(isHeldOut)).toHaveLength(pages.length / 2);
});
