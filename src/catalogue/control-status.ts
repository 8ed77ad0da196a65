import type { ControlEntry } from '../model/control-entry.ts';

/** Whether an entry applies on a day, as far as the data tell. */
export interface ControlStatus {
  readonly state: 'in force' | 'not yet' | 'repealed' | 'suspended' | 'unverified';
  /** The state with its dates, for a reader: `suspended until 2026-11-10 (MOFCOM and GAC announcement 2025 No. 70)`. */
  readonly text: string;
  /** False where the data cannot tell: no date of entry into force, a day after the text that was read, a suspension that may have been prolonged. */
  readonly certain: boolean;
}

type Dated = Pick<ControlEntry, 'from' | 'to' | 'suspended' | 'unverified' | 'asOf' | 'repealedBy'>;

/** The state of an entry on a day: `isoDate` is `2025-12-31`; what follows the day (a time) does not count. */
export function controlStatusAt(entry: Dated, isoDate: string): ControlStatus {
  const day = isoDate.slice(0, 10);
  const { from, to, suspended, unverified, asOf, repealedBy } = entry;
  if (unverified) return { state: 'unverified', text: 'unverified', certain: false };
  if (to !== null && day >= to)
    return { state: 'repealed', text: `repealed from ${to}${repealedBy === undefined ? '' : ` by ${repealedBy}`}`, certain: true };
  if (suspended !== undefined && day >= suspended.from && day <= suspended.to)
    return { state: 'suspended', text: `suspended until ${suspended.to} (${suspended.by})`, certain: day <= asOf };
  if (from !== null && day < from) return { state: 'not yet', text: `not yet in force: from ${from}`, certain: true };
  if (suspended !== undefined && day > suspended.to)
    return {
      state: 'in force',
      text: `in force again after ${suspended.to}, unless the suspension was prolonged (data of ${asOf})`,
      certain: false,
    };
  if (from === null) return { state: 'in force', text: `in force in the text of ${asOf}; since when is not known`, certain: false };
  return { state: 'in force', text: `in force since ${from}${day > asOf ? ` (data of ${asOf})` : ''}`, certain: day <= asOf };
}
