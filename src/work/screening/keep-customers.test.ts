import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSqliteStore } from '../../store/sqlite/open.ts';
import type { ScreenedRow } from '../customers/result-lines.ts';
import { openKeeping } from './keep-customers.ts';

const rowsNamed = (name: string, count: number): readonly ScreenedRow[] =>
  Array.from({ length: count }, (_, n) => ({ customer: { row: n + 1, line: n + 2, key: `k${n}`, query: { name } }, matches: [] }));

it('says how many customers gave way to others, and the first of them, though the run does not come to its end', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dualwatch-keep-'));
  const store = await openSqliteStore(join(folder, 'dualwatch.db'), { create: true });
  try {
    const notes: string[] = [];
    const parts = { store, clock: { now: () => 0, monotonic: () => 0 }, note: (line: string) => notes.push(line) };
    const keeping = await openKeeping(parts, { keep: 'crm', replace: false }, 'r', 0);
    await keeping?.keep(rowsNamed('Beta', 30));
    keeping?.tell();
    expect(notes).toEqual([]);
    await keeping?.keep(rowsNamed('Beta', 5));
    await keeping?.keep(rowsNamed('Gamma', 15));
    await keeping?.keep(rowsNamed('Delta', 15));
    keeping?.tell();
    expect(notes).toEqual([expect.stringContaining('in the set crm 30 customers gave way')]);
    expect(notes[0]).toContain('(k0, k1, k2, k3,');
    expect(/\((.*) …\)/.exec(notes[0] ?? '')?.[1]?.split(', ')).toHaveLength(20);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
