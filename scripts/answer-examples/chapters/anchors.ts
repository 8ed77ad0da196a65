import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveAuthority } from '../../../src/evidence/testing/authority-server.ts';
import type { Stage } from '../stage.ts';

/** A real authority, made by `openssl`, stamps the log; it lives at the wall's time. */
export async function stampLog({ api, shownAs }: Stage): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dualwatch-authority-'));
  const authority = await serveAuthority(join(folder, 'tsa'), { names: 'both' });
  shownAs(new URL(authority.url).origin, 'https://tsa.example.org');
  try {
    const body = { url: authority.url, name: 'tsa-one', ca: authority.authority.root, allowPrivate: true };
    await api.record('POST /api/v1/anchors', { body });
    await api.record('POST /api/v1/anchors/:name/stamp', { params: { name: 'tsa-one' } });
    await api.record('GET /api/v1/anchors');
  } finally {
    await authority.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
