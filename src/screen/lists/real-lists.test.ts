import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { describeWithShared } from '../../../test/shared-data.ts';
import type { BadRow } from './list-file.ts';
import { parseList } from './parse-list.ts';

interface RealList {
  readonly files: readonly string[];
  readonly format: string;
  /** Records that become one listing are counted once. */
  readonly listings: number;
  readonly bad?: readonly Omit<BadRow, 'file'>[];
}

const EU = ['32006R0765', '32012R0036', '32012R0267', '32013R0401', '32014R0269', '32014R0833', '32017R1509', '32020R1998', '32024R2642'];

const LISTS: Readonly<Record<string, RealList>> = {
  'ofac-sdn': { files: ['ofac_sdn_20210707.csv', 'ofac_alt_20210707.csv', 'ofac_add_20210707.csv'], format: 'ofac-csv', listings: 8976 },
  'ofac-cons': { files: ['ofac_nonsdn_cons_prim_20251219.csv'], format: 'ofac-csv', listings: 442 },
  'ofac-names': { files: ['ofac_sdn_names_20251126.jsonl'], format: 'ofac-names-jsonl', listings: 17_815 },
  // 4,226 records, seven of them of a party that stands in two lists; the file breaks off in the last line.
  'us-csl': {
    files: ['us_csl_watchman_20231130.csv'],
    format: 'us-csl-csv',
    listings: 4219,
    bad: [{ line: 4233, why: 'a quote (") that opens on this line is never closed; close it or take it out', id: '11476' }],
  },
  'un-sc': { files: ['un_consolidated_20260227.xml'], format: 'un-xml', listings: 1003 },
  eu: { files: EU.map((celex) => `eu_journal_${celex}.csv`), format: 'eu-journal-csv', listings: 6310 },
  // 3,409 records: 150 name a party under a second country.
  'bis-entity-list': { files: ['nsfreg_bis_entity_list.json'], format: 'nsfreg-json', listings: 3259 },
  'bis-dpl': { files: ['nsfreg_bis_dpl.json'], format: 'nsfreg-json', listings: 466 },
  'bis-meu': { files: ['nsfreg_bis_meu.json'], format: 'nsfreg-json', listings: 70 },
  'dhs-uflpa': { files: ['nsfreg_dhs_uflpa.json'], format: 'nsfreg-json', listings: 148 },
  'dow-1260h': { files: ['nsfreg_dow_1260h.json'], format: 'nsfreg-json', listings: 80 },
  'dow-1286': { files: ['nsfreg_dow_1286.json'], format: 'nsfreg-json', listings: 134 },
  'fcc-covered': { files: ['nsfreg_fcc_covered.json'], format: 'nsfreg-json', listings: 15 },
  'ofac-eo14032': { files: ['nsfreg_ofac_eo14032_annex.json'], format: 'nsfreg-json', listings: 59 },
  'ofac-nscmic': { files: ['nsfreg_ofac_nscmic.json'], format: 'nsfreg-json', listings: 68 },
  'state-nonproliferation': { files: ['nsfreg_state_nonproliferation.json'], format: 'nsfreg-json', listings: 528 },
  zala: { files: ['yente_zala_entities.ftm.json'], format: 'ftm-json', listings: 17 },
  'senzing-customers': { files: ['senzing_truthset_customers.jsonl'], format: 'senzing-jsonl', listings: 120 },
  'senzing-reference': { files: ['senzing_truthset_reference.jsonl'], format: 'senzing-jsonl', listings: 22 },
  'senzing-watchlist': {
    files: ['senzing_truthset_watchlist.jsonl'],
    format: 'senzing-jsonl',
    listings: 16,
    bad: [{ line: 6, why: 'watchlist-1021 has no name', id: 'watchlist-1021' }],
  },
  'us-dod-1260h': { files: ['us_dod_1260h.csv'], format: 'us-dod-1260h', listings: 233 },
  'us-section-1286': { files: ['us_section_1286.csv'], format: 'us-legislative', listings: 193 },
  'us-inksna': { files: ['us_inksna.csv'], format: 'us-legislative', listings: 28 },
  'us-bis-mieu': { files: ['us_bis_mieu.csv'], format: 'us-bis-mieu', listings: 13 },
  'cn-sanctions': { files: ['cn_sanctions.csv'], format: 'cn-sanctions', listings: 588 },
};

describeWithShared('real lists', 'data/names', (folder) => {
  const filesOf = (name: string) => (LISTS[name]?.files ?? []).map((file) => ({ name: file, bytes: readFileSync(join(folder, file)) }));

  test.each(Object.entries(LISTS))('%s', (name, expected) => {
    const list = parseList(name, filesOf(name));
    expect(list.format).toBe(expected.format);
    expect(list.bad).toEqual((expected.bad ?? []).map((row) => ({ ...row, file: basename(expected.files[0] ?? '') })));
    expect(list.listings).toHaveLength(expected.listings);
    expect(new Set(list.listings.map(({ id }) => id)).size).toBe(expected.listings);
    for (const { id, line, entity } of list.listings) {
      expect(id.startsWith(`${name}:`)).toBe(true);
      expect(line).toBeGreaterThan(0);
      for (const date of [...(entity.properties['birthDate'] ?? []), ...(entity.properties['incorporationDate'] ?? [])])
        expect(date).toMatch(/^\d{4}(?:-\d\d){0,2}$/);
      for (const country of [...(entity.properties['country'] ?? []), ...(entity.properties['nationality'] ?? [])])
        expect(country).toMatch(/^[a-z]{2,4}(?:-[a-z]+)?$/);
    }
  });

  test('a second reading gives the same hashes', () => {
    const [first, second] = [parseList('eu', filesOf('eu')), parseList('eu', filesOf('eu'))];
    expect(second.listings.map(({ hash }) => hash)).toEqual(first.listings.map(({ hash }) => hash));
  });

  test('a listing can be followed to its line', () => {
    const lines = readFileSync(join(folder, 'un_consolidated_20260227.xml'), 'utf8').split('\n');
    for (const { line } of parseList('un-sc', filesOf('un-sc')).listings) expect(lines[line - 1]).toMatch(/<(?:INDIVIDUAL|ENTITY)>/);
    const sdn = readFileSync(join(folder, 'ofac_sdn_20210707.csv'), 'utf8').split('\n');
    for (const { id, line } of parseList('ofac-sdn', filesOf('ofac-sdn')).listings)
      expect(sdn[line - 1]?.startsWith(`${id.slice('ofac-sdn:'.length)},`)).toBe(true);
  });
});
