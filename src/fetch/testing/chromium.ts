import { describe } from 'vitest';

import { findChromium } from '../browser/find-chromium.ts';

const named = process.env['DUALWATCH_CHROMIUM'];
const found = findChromium(named ?? '');
const unsandboxed = process.env['DUALWATCH_CHROMIUM_NO_SANDBOX'] === '1';

/** What the tests of the browser run, and what keeps them from it on this machine. */
export const CHROMIUM = {
  path: 'path' in found ? found.path : '',
  sandbox: !unsandboxed,
  needs: !('path' in found)
    ? 'Chromium'
    : process.getuid?.() === 0 && !unsandboxed
      ? 'Chromium in its sandbox, which root does not get'
      : null,
} as const;

/** A `describe` that needs the real browser: skipped by name where it cannot start. Where `DUALWATCH_CHROMIUM` names it, it must. */
export function describeWithChromium(name: string, body: () => void): void {
  const { needs } = CHROMIUM;
  const title = needs === null ? name : `${name} [needs ${needs}]`;
  describe.skipIf(needs !== null && named === undefined)(`${title}`, { timeout: 180_000 }, body);
}
