import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadKnownLists } from '../../catalogue/lists.ts';
import { listSettings } from './list-settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'dualwatch-lists-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
for (const name of ['sdn.csv', 'alt.csv', 'add.csv', 'made_sdn_2021.csv', 'made_alt_2021.csv', 'Пример list.json'])
  writeFileSync(join(folder, name), '');
const known = loadKnownLists();

describe('the settings of a list', () => {
  it('come from the catalogue, with its companions and rhythm', () => {
    const settings = listSettings('ofac-sdn', {}, known);
    expect(settings).toMatchObject({ name: 'ofac-sdn', format: 'ofac-csv', everyMs: 12 * 3_600_000 });
    expect([settings.address, ...settings.companions]).toEqual(known.get('ofac-sdn')?.files);
  });

  it('come from a file, with those that belong to it beside it', () => {
    const beside = (name: string): readonly string[] => listSettings(join(folder, name), {}, known).companions;
    expect(beside('sdn.csv')).toEqual([join(folder, 'alt.csv'), join(folder, 'add.csv')]);
    expect(beside('made_sdn_2021.csv')).toEqual([join(folder, 'made_alt_2021.csv')]);
    expect(beside('alt.csv')).toEqual([]);
    expect(listSettings(join(folder, 'Пример list.json'), {}, known)).toMatchObject({ name: 'list', everyMs: null, format: null });
  });

  it('come from an address', () => {
    expect(listSettings('https://example.org/data/Sanctions_2026.ftm.json', { every: '6h', allowPrivate: true }, known)).toMatchObject({
      name: 'sanctions-2026-ftm',
      everyMs: 6 * 3_600_000,
      allowPrivate: true,
      companions: [],
    });
    expect(listSettings('https://example.org/Made.csv.gz', {}, known).name).toBe('made');
    expect(() => listSettings('https://example.org/x.csv', { every: '1s' }, known)).toThrow('too often');
    expect(() => listSettings('ofac-snd', {}, known)).toThrow('Did you mean ofac-sdn?');
    expect(() => listSettings(folder, {}, known)).toThrow('is a folder');
  });
});
