import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { runCommand } from '../e2e/start-command.ts';

/** Saves a package as its reader would, and has the command line verify it. */
export async function expectVerified(page: Page, save: () => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dualwatch-desk-saved-'));
  try {
    const saving = page.waitForEvent('download');
    await save();
    const file = join(folder, 'case.wacz');
    await (await saving).saveAs(file);
    const { code, stdout, stderr } = await runCommand(['verify', file]);
    expect(code, stdout + stderr).toBe(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
