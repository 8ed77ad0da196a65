import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeWithChromium, useDesk } from './desk.ts';
import { openMovingCase, SECONDS_FOR_WEEKS, VISIT, type MovingCase } from './moving-case.ts';
import { expectVerified } from './saved-package.ts';

describeWithChromium('the whole story of the case, by clicks', () => {
  let story: MovingCase;
  const desk = useDesk(async (served) => (story = await openMovingCase(served, '127.0.0.7')), SECONDS_FOR_WEEKS);

  it(
    'a source is added, its notice comes in live, is judged, gathered into a case, seen to vanish, and proved',
    { timeout: 420_000 },
    async () => {
      const { page, troubles } = await desk.open();
      const main = page.getByRole('main');
      const go = (screen: string): Promise<void> =>
        page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: screen }).click();
      const button = (name: string | RegExp, within: Page | Locator = page): Locator => within.getByRole('button', { name });
      const tab = (name: string | RegExp): Promise<void> => page.getByRole('tab', { name }).click();

      // A home in which nothing is watched says what to do first.
      await page.goto('/');
      await main.getByRole('link', { name: 'Add your first source' }).or(button('Add your first source')).click();
      await page.getByRole('textbox', { name: 'Address' }).fill(story.feed);
      await button('Allow this private address').click();
      await page.getByText('This is a feed that lists').waitFor();
      await button('Watch it').click();
      await page.getByRole('dialog').getByText('fine').first().waitFor(VISIT);
      await page.keyboard.press('Escape');

      // The notice comes in while the inbox is open.
      await go('Inbox');
      await page.getByRole('heading', { level: 1, name: 'New' }).waitFor();
      story.publish();
      const row = main.getByRole('list', { name: 'Notices' }).getByRole('link', { name: story.title });
      await row.or(button(/Show$/)).first().waitFor(VISIT);
      if (await button(/Show$/).isVisible()) await button(/Show$/).click();
      await row.click();

      // It is read: what it asks for, and which words call for a finding.
      await main.getByRole('heading', { name: story.title }).waitFor();
      await main.getByText('drone jammer').filter({ visible: true }).first().waitFor(VISIT);
      await tab(/^Findings/);
      await main.getByRole('heading', { name: 'Red flags', exact: true }).waitFor();
      await main.locator('mark').filter({ hasText: 'Bulat' }).first().click();

      // It changes, and hides.
      story.edit();
      const visits = main.getByRole('list', { name: 'What visits showed' });
      await visits.getByText('edited').waitFor(VISIT);
      story.hide();
      await visits.getByText('blocked').waitFor(VISIT);

      // It is judged: escalated, and the listed buyer is a hit.
      await button('Escalate').click();
      await page.getByText(`Escalated: ${story.title}`).waitFor();
      await page.getByTitle('Views').click();
      await page.getByRole('menuitem', { name: 'Escalated' }).click();
      await row.click();
      await tab(/^Matches/);
      const match = main.getByRole('listitem', { name: story.buyer });
      await button('hit', match).click();
      await button('Record: hit', match).click();
      await match.getByText('hit', { exact: true }).first().waitFor();

      // A new case takes it in; the copy that comes up elsewhere is suggested, and a newspaper's report is kept by its address.
      story.copy();
      await button('Add to case').click();
      await page.getByRole('combobox', { name: /case/ }).fill('Detectors for whom?');
      await page.getByRole('option', { name: 'New case: Detectors for whom?' }).click();
      await page.getByText('Added to “Detectors for whom?”').waitFor();
      await go('Cases');
      await main.getByRole('link', { name: 'Detectors for whom?' }).click();
      await button('Add to the case').click();
      await page.getByRole('textbox', { name: 'Words, a name or an address' }).fill(story.report);
      await page.getByRole('checkbox', { name: 'The address is within our own network' }).check();
      await button('Keep as press report and add').click();
      await page.getByText('Kept and added:').waitFor(VISIT);
      await page.keyboard.press('Escape');
      const suggestion = button(`Add to the case: ${story.copyTitle}`);
      await tab('Suggestions');
      await suggestion.click(VISIT);
      await page.getByText(`Added to the case: ${story.copyTitle}`).waitFor();

      // What the association says is set against what its notice says.
      await tab('Claims');
      await button('New claim').first().click();
      const form = page.getByRole('dialog', { name: 'New claim' });
      await form.getByRole('textbox', { name: 'Who says it' }).fill('the association');
      await form.getByRole('textbox', { name: 'Their words' }).fill(story.claim);
      await button('Record the claim', form).click();
      await main.getByText('contradicted').first().waitFor();
      await main.getByText('Stands word for word in the capture').waitFor();

      // It vanishes, which is seen twice and said as an interval.
      story.remove();
      await tab('Overview');
      await main.getByRole('link', { name: story.title }).click();
      await visits.getByText('removed').waitFor(VISIT);
      await expect(visits.innerText()).resolves.toMatch(/between .+ and /);

      // It is proved in front of who asks, and what is taken away proves itself.
      await tab(/^Proof/);
      await button('Verify now').click();
      await main.getByText('All that was checked holds.').waitFor();
      await tab(/^Export/);
      await button('Make the package').click();
      await expectVerified(page, () => main.getByRole('link', { name: /^Save \(/ }).click());

      // The case as paper.
      await go('Cases');
      await main.getByRole('link', { name: 'Detectors for whom?' }).click();
      await tab('Dossier');
      await main.getByText('contradicted').first().waitFor();
      const dossier = await main.innerText();
      for (const words of [story.title, story.copyTitle, story.claim, 'removed', 'How to check this']) expect(dossier).toContain(words);
      expect(dossier).toMatch(/[0-9a-f]{16}/);
      expect(troubles).toEqual([]);
    },
  );
});
