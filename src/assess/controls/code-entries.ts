import { entriesOf } from '../../catalogue/controls.ts';
import type { Controls } from '../../catalogue/controls.ts';
import type { ControlEntry } from '../../model/control-entry.ts';

/** Entries of the control lists by the first six digits of their tariff codes. */
export type TariffIndex = ReadonlyMap<string, readonly ControlEntry[]>;

export function indexTariffCodes(controls: Controls): TariffIndex {
  const index = new Map<string, ControlEntry[]>();
  for (const { entries } of controls.lists.values())
    for (const entry of entries)
      for (const six of new Set(entry.codes.filter((code) => code.length >= 6).map((code) => code.slice(0, 6)))) {
        const found = index.get(six) ?? [];
        index.set(six, found);
        found.push(entry);
      }
  return index;
}

/**
 * Entries that a code of a text may stand for, `id` as mentions have it: `CN:0A903.a` of the list of China, `ECCN:6A003` of the US and EU lists,
 * `HS:8543709960` of every list that gives that code, a longer one or a shorter one of six digits and more.
 */
export function entriesOfCode(controls: Controls, byTariff: TariffIndex, id: string): readonly ControlEntry[] {
  const [scheme, code = ''] = id.split(':');
  if (scheme === 'CN') return entriesOf(controls, `cn-dual-use ${code}`);
  if (scheme === 'ECCN') return entriesOf(controls, code);
  if (scheme !== 'HS' || code.length < 6) return [];
  return (byTariff.get(code.slice(0, 6)) ?? []).filter(({ codes }) =>
    codes.some((listed) => listed.startsWith(code) || (listed.length >= 6 && code.startsWith(listed))),
  );
}
