import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeWithChromium, useDesk } from './desk.ts';
import { openMovingCase, SECONDS_FOR_WEEKS, VISIT, type MovingCase } from './moving-case.ts';
import { expectVerified } from './saved-package.ts';

/** As often a person presses Tab before they give up. */
const PATIENCE = 90;

/** A person without a mouse: all that they have is a keyboard. */
function handsOn({ keyboard }: Page) {
  const isThere = (wanted: Locator): Promise<boolean> =>
    wanted.evaluateAll((all) =>
      all.some((one) => one === (globalThis as unknown as { document: { activeElement: unknown } }).document.activeElement),
    );
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await keyboard.press(key);
  };
  /** Presses Tab until this has the focus. */
  const reach = async (wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
    await wanted.first().waitFor();
    for (let times = 0; times < PATIENCE; times += 1) {
      if (await isThere(wanted)) return;
      await keyboard.press(key);
    }
    throw new Error(`${String(wanted)} is not reached within ${PATIENCE} times ${key}`);
  };
  const enter = async (wanted: Locator): Promise<void> => {
    await reach(wanted);
    await keyboard.press('Enter');
  };
  /** Tabs are one stop; arrows go from one to the next. */
  const tab = async (within: Locator, name: RegExp): Promise<void> => {
    const wanted = within.getByRole('tab', { name });
    await reach(within.getByRole('tab', { selected: true }));
    const tabs = await within.getByRole('tab').all();
    const focused = async (): Promise<number> => (await Promise.all(tabs.map(isThere))).indexOf(true);
    for (let times = 0; times < tabs.length; times += 1) {
      if (await isThere(wanted)) return;
      const before = await focused();
      await keyboard.press('ArrowRight');
      await expect.poll(focused).not.toBe(before);
    }
    throw new Error(`there is no tab ${String(name)}`);
  };
  const write = async (field: Locator, text: string): Promise<void> => {
    await reach(field);
    await keyboard.insertText(text);
  };
  return { press, reach, enter, tab, write, isThere };
}

describeWithChromium('the whole story of the case, by keys alone', () => {
  let story: MovingCase;
  const desk = useDesk(async (served) => (story = await openMovingCase(served, '127.0.0.8')), SECONDS_FOR_WEEKS);

  it(
    'a source is added, its notice comes in live, is judged, gathered into a case, seen to vanish, and proved',
    { timeout: 420_000 },
    async () => {
      const { page, troubles } = await desk.open();
      const main = page.getByRole('main');
      const { press, reach, enter, tab, write } = handsOn(page);
      const dialog = page.getByRole('dialog');

      await page.goto('/');
      await main.getByRole('heading', { name: 'Nothing is watched yet' }).waitFor();
      await press('g', 'o');
      await main.getByRole('heading', { level: 1, name: 'Sources' }).waitFor();
      await press('n');
      await page.getByRole('textbox', { name: 'Address' }).waitFor();
      await write(page.getByRole('textbox', { name: 'Address' }), story.feed);
      await enter(page.getByRole('button', { name: 'Allow this private address' }));
      await page.getByText('This is a feed that lists').waitFor();
      await enter(page.getByRole('button', { name: 'Watch it' }));
      await dialog.getByText('fine').first().waitFor(VISIT);
      await press('Escape');
      await dialog.waitFor({ state: 'detached' });

      // The notice comes in; j and Enter open it.
      await press('g', 'i');
      await page.getByRole('heading', { level: 1, name: 'New' }).waitFor();
      story.publish();
      const row = main.getByRole('list', { name: 'Notices' }).getByRole('link', { name: story.title });
      await row.waitFor(VISIT);
      await press('j', 'Enter');
      await main.getByRole('heading', { name: story.title }).waitFor();
      await main.getByText('drone jammer').filter({ visible: true }).first().waitFor(VISIT);
      await press('n');
      await page.getByRole('dialog').or(page.getByRole('tooltip')).or(page.getByLabel('What is known of this mention')).first().waitFor();
      await press('Escape');

      // Escalated with one key, taken back with another, and escalated again.
      await press('s');
      await page.getByText(`Escalated: ${story.title}`).waitFor();
      await press('u');
      await page
        .getByText(/^Taken back/)
        .first()
        .waitFor();
      await row.waitFor();
      await press('j', 's');
      await page.getByText(`Escalated: ${story.title}`).first().waitFor();

      // Found again by the palette, over the whole page.
      await press('Control+k');
      await page.getByRole('combobox').waitFor();
      await page.keyboard.insertText('Bulat');
      await page.getByRole('option', { name: story.title }).waitFor(VISIT);
      for (let n = 0; n < 8; n += 1) {
        if ((await page.getByRole('option', { name: story.title, selected: true }).count()) > 0) break;
        await press('ArrowDown');
      }
      await press('Enter');
      await page.getByRole('heading', { level: 1, name: story.title }).waitFor();

      // The listed buyer is a hit: h, and Enter records the reason that is proposed.
      await press('h');
      const match = main.getByRole('listitem', { name: story.buyer });
      await match.waitFor();
      await press('h');
      await match.getByRole('textbox', { name: /^Why/ }).waitFor();
      await press('Enter');
      await match.getByText('hit', { exact: true }).first().waitFor();

      // c puts it into a new case; the copy is suggested there, the report is kept by its address.
      story.copy();
      await press('c');
      await page.getByRole('combobox').waitFor();
      await page.keyboard.insertText('Detectors for whom?');
      await page.getByRole('option', { name: 'New case: Detectors for whom?' }).waitFor();
      await press('Enter');
      await page.getByText('Added to “Detectors for whom?”').waitFor();
      await press('g', 'c');
      // The notice names the case at its head too: the list of cases is what is waited for.
      await page.getByRole('heading', { level: 1, name: 'Cases', exact: true }).waitFor();
      await main.getByRole('list', { name: 'Cases' }).getByRole('link', { name: 'Detectors for whom?' }).waitFor();
      await press('j', 'Enter');
      await page.getByRole('heading', { level: 1, name: 'Detectors for whom?' }).waitFor();
      await press('a');
      await write(dialog.getByRole('textbox', { name: 'Words, a name or an address' }), story.report);
      await reach(dialog.getByRole('checkbox', { name: 'The address is within our own network' }));
      await press('Space');
      await enter(dialog.getByRole('button', { name: 'Keep as press report and add' }));
      await dialog.getByText('Kept and added:').waitFor(VISIT);
      await press('Escape');
      await dialog.waitFor({ state: 'detached' });
      const suggestion = page.getByRole('button', { name: `Add to the case: ${story.copyTitle}` });
      await press('5');
      await suggestion.waitFor(VISIT);
      await enter(suggestion);
      await page.getByText(`Added to the case: ${story.copyTitle}`).waitFor();

      // What the association says is set against what its notice says.
      await press('4', 'n');
      await write(dialog.getByRole('textbox', { name: 'Who says it' }), 'the association');
      await write(dialog.getByRole('textbox', { name: 'Their words' }), story.claim);
      await enter(dialog.getByRole('button', { name: 'Record the claim' }));
      await main.getByText('contradicted').first().waitFor();

      // It vanishes.
      story.remove();
      await press('1');
      await enter(main.getByRole('link', { name: story.title, exact: true }));
      await main.getByRole('list', { name: 'What visits showed' }).getByText('removed').waitFor(VISIT);

      // Proved and taken away.
      const evidence = page.getByRole('tablist', { name: 'Evidence' });
      await tab(evidence, /^Proof/);
      await enter(page.getByRole('button', { name: 'Verify now' }));
      await main.getByText('All that was checked holds.').waitFor(VISIT);
      await reach(evidence.getByRole('tab', { selected: true }), 'Shift+Tab');
      await tab(evidence, /^Export/);
      await enter(page.getByRole('button', { name: 'Make the package' }));
      await main.getByRole('link', { name: /^Save \(/ }).waitFor(VISIT);
      await expectVerified(page, () => enter(main.getByRole('link', { name: /^Save \(/ })));

      await press('g', 'c');
      await main.getByRole('link', { name: 'Detectors for whom?' }).waitFor();
      await press('j', 'Enter');
      await page.getByRole('heading', { level: 1, name: 'Detectors for whom?' }).waitFor();
      await press('8');
      await main.getByText('How to check this').waitFor(VISIT);
      expect(await main.innerText()).toContain(story.claim);
      expect(troubles).toEqual([]);
    },
  );
});
