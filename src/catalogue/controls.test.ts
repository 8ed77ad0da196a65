import { expect, test } from 'vitest';
import type { ControlEntry } from '../model/control-entry.ts';
import { controlStatusAt } from './control-status.ts';
import { controlsOf, entriesOf } from './controls.ts';
import { loadCatalogue } from './load.ts';
import { loadControls } from './load-controls.ts';

const controls = loadControls();
const { concepts } = loadCatalogue();

function one(reference: string): ControlEntry {
  const [entry] = entriesOf(controls, reference);
  if (entry === undefined) throw new Error(`no entry ${reference}`);
  return entry;
}

function of(concept: string): ReturnType<typeof controlsOf> {
  const found = concepts.get(concept);
  if (found === undefined) throw new Error(`no concept ${concept}`);
  return controlsOf(controls, found);
}

const names = (entries: readonly ControlEntry[]): readonly string[] => entries.map(({ list, entry }) => `${list} ${entry}`);

test('a drone jammer may be under China 0A903.a and US Supplement 4, and is not under 5A001.f', () => {
  const { candidates, exclusions } = of('counter_uav_jam');
  expect(names(candidates.map(({ entry }) => entry))).toEqual(expect.arrayContaining(['cn-dual-use 0A903.a', 'us-supp-4 854370']));
  expect(names(candidates.map(({ entry }) => entry)).filter((name) => name.includes('5A001'))).toEqual([]);
  expect(names(exclusions.map(({ entry }) => entry))).toEqual(
    expect.arrayContaining(['us-ccl 5A001.f', 'eu-annex-i 5A001.f', 'us-ccl 5A001.h']),
  );
  expect(one('cn-dual-use 0A903.a').thresholds).toEqual([{ parameter: 'jamming range', op: '>', value: 5, unit: 'km' }]);
});

test('the Common High Priority List has its 50 codes, none of them jammers, radar or drones', () => {
  const codes = controls.lists.get('chpl')?.entries.map(({ entry }) => entry) ?? [];
  expect(codes).toHaveLength(50);
  expect(codes.filter((code) => ['854370', '852610', '852692'].includes(code) || code.startsWith('8806'))).toEqual([]);
  expect(one('chpl 854231').tier).toBe('1');
});

test('a reference names an entry with its paragraphs, or the entry above where a list has no such paragraph', () => {
  expect(names(entriesOf(controls, '9A012'))).toEqual(
    expect.arrayContaining(['us-ccl 9A012', 'eu-annex-i 9A012.a', 'eu-annex-i 9A012.b.3']),
  );
  expect(names(entriesOf(controls, '6A002.a.2'))).toEqual(['us-ccl 6A002', 'eu-annex-i 6A002.a.2']);
  expect(entriesOf(controls, '9Z999')).toEqual([]);
});

test.each([
  ['cn-dual-use 2023 No.28', '2024-05-22', 'in force'],
  ['cn-dual-use 2023 No.28', '2024-09-01', 'repealed'],
  ['cn-dual-use 2023 No.27', '2024-08-31', 'in force'],
  ['cn-dual-use 2023 No.27', '2024-09-01', 'repealed'],
  ['cn-dual-use 0A903.a', '2024-05-22', 'not yet'],
  ['cn-dual-use 0A903.a', '2024-12-01', 'in force'],
  ['cn-dual-use 2025 No.55', '2025-11-07', 'suspended'],
  ['cn-dual-use 2025 No.56', '2026-05-01', 'suspended'],
  ['cn-dual-use 2025 No.57', '2026-11-10', 'suspended'],
  ['cn-dual-use 2025 No.61', '2025-10-20', 'in force'],
  ['cn-dual-use 2025 No.62', '2025-12-01', 'suspended'],
  ['cn-dual-use 3A001', '2026-11-11', 'in force'],
  ['us-supp-4 854370', '2022-05-01', 'not yet'],
  ['us-supp-4 854370', '2024-05-22', 'in force'],
  ['ru 8541', '2024-05-22', 'unverified'],
])('%s on %s is %s', (reference, day, state) => {
  expect(controlStatusAt(one(reference), day).state).toBe(state);
});

test('after a suspension has ended the status is said with a doubt', () => {
  expect(controlStatusAt(one('cn-dual-use 3A001'), '2026-11-26')).toMatchObject({ state: 'in force', certain: false });
});

test('a list says what it lacks, of when it is and whose it is', () => {
  for (const { asOf, completeness, credit } of controls.lists.values()) {
    expect(asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(completeness.length).toBeGreaterThan(10);
    expect(credit.length).toBeGreaterThan(5);
  }
  expect(controls.lists.get('eu-833')?.asOf).toBe('2022-12-04');
  const annexI = controls.lists.get('eu-annex-i');
  expect(annexI?.texts.map(({ asOf }) => asOf)).toEqual(['2026-09-21', '2022-12-31']);
  expect(annexI?.texts.reduce((sum, { entries }) => sum + entries, 0)).toBe(annexI?.entries.length);
});
