import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import { storeContract } from './store.ts';

storeContract('sqlite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dualwatch-contract-'));
  const target = join(folder, 'dualwatch.db');
  const file = join(folder, 'backup.db');
  return {
    target,
    opener: new URL('sqlite-opener.ts', import.meta.url),
    open: () => openSqliteStore(target, { create: true }),
    backup: { file, open: () => openSqliteStore(file, { readonly: true }) },
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
});
