import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openHome, homePaths } from './home.ts';
import { openReaders } from './readers/readers.ts';

it('ends threads at any moment of their start without ending the process', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dualwatch-end-'));
  const { store } = await openHome(homePaths(folder), { create: true });
  await store.close();
  let ended = 0;
  for (const waitMs of [0, 150, 300, 450]) {
    const readers = openReaders(folder, 1);
    readers.start();
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    await readers.close();
    ended += 1;
  }
  rmSync(folder, { recursive: true, force: true });
  expect(ended).toBe(4);
}, 60_000);
