import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** What is judged: WCAG 2.0 to 2.2, levels A and AA, and what axe calls best practice; or of these what hangs on colours alone. */
const RULES = {
  all: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  colours: ['color-contrast', 'link-in-text-block'],
} as const;

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly html: string; readonly failureSummary?: string }[];
}

/** What axe finds on a page, one line each: the rule, what it says, and where. The CSP lets no script element in, so that it is evaluated. */
export async function axeOn(page: Page, rules: keyof typeof RULES = 'all'): Promise<readonly string[]> {
  if (await page.evaluate('globalThis.axe === undefined')) await page.evaluate(`${SOURCE};0`);
  const found = (await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'], runOnly: ${JSON.stringify(RULES[rules])} }).then(({ violations }) => violations)`,
  )) as readonly Violation[];
  return found.flatMap(({ id, help, nodes }) =>
    nodes.slice(0, 5).map(({ target, html, failureSummary }) => {
      const why = failureSummary?.split('\n').slice(1).join(' ').trim() ?? '';
      return `${id}: ${help}: ${target.join(' ')} ${html.slice(0, 160)} ${why.slice(0, 240)}`;
    }),
  );
}
