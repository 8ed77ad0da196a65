import type { ControlEntry } from '../../api/routes.gen.ts';
import type { WordKey } from '../../words/use-words.ts';

interface OnDay {
  readonly entry: ControlEntry;
  readonly state: 'in force' | 'not yet' | 'repealed' | 'suspended' | 'unverified';
}

/** The words for whether an entry applies on the day that was asked for, and the day that they name. */
export function statusWords({ entry, state }: OnDay, day: string): { readonly key: WordKey<'catalogue'>; readonly at: string | null } {
  const { from, to, suspended, asOf } = entry;
  switch (state) {
    case 'unverified':
      return { key: 'unverified', at: null };
    case 'repealed':
      return { key: 'repealedFrom', at: to };
    case 'suspended':
      return { key: 'suspendedUntil', at: suspended?.to ?? null };
    case 'not yet':
      return { key: 'notYetFrom', at: from };
    case 'in force':
      if (suspended !== undefined && day > suspended.to) return { key: 'inForceAgain', at: suspended.to };
      return from === null ? { key: 'inForceText', at: asOf } : { key: 'inForceSince', at: from };
  }
}

/** `jamming range > 5 km`, as the data have it. */
export function limitText({ parameter, op, value, unit, note, branch }: ControlEntry['thresholds'][number]): string {
  const test = [parameter, op === '>=' ? '≥' : op === '<=' ? '≤' : op, String(value), unit].filter((part) => part !== '').join(' ');
  return [branch === undefined ? '' : `${branch}: `, test, note === undefined ? '' : ` (${note})`].join('');
}
