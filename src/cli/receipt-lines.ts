import type { Receipt } from '../model/receipt.ts';
import { terminalLine } from './terminal-text.ts';

/** A row that was not screened, in one line. */
export function unreadableLine({ line, row, key, why }: Receipt['unreadable'][number]): string {
  const which = [...(row === undefined ? [] : [`row ${row}`]), ...(key === undefined ? [] : [`key ${terminalLine(key)}`])].join(', ');
  return `line ${line}${which === '' ? '' : ` (${which})`} was not screened: ${terminalLine(why)}`;
}

/** Cells that are not understood, by what they hold. */
export const IGNORED_WORDS = { country: 'country', schema: 'kind', birthDate: 'date of birth' } as const;

/** What of a file was not understood, a line for each value and one for what is beyond those that the receipt keeps. */
export function ignoredLines({ ignored }: Pick<Receipt, 'ignored'>): readonly string[] {
  if (ignored === undefined) return [];
  const named = ignored.values.reduce((sum, { cells }) => sum + cells, 0);
  return [
    ...ignored.values.map(({ what, value, cells, rows }) => {
      const places = `${rows.length === 1 ? 'row' : 'rows'} ${rows.join(', ')}${cells > rows.length ? ` and ${cells - rows.length} more` : ''}`;
      return `${IGNORED_WORDS[what]} not understood${value === undefined ? '' : `: "${terminalLine(value)}"`} (${places}); screened without it`;
    }),
    ...(named < ignored.cells ? [`${ignored.cells - named} more cells with other values were not understood`] : []),
  ];
}
