import type { BadListRow, ListCounts, ListVersion, UnreadListValue } from '../model/kept-list.ts';
import { terminalLine } from './terminal-text.ts';

/** What of a version could not be read, in lines for a person, so many of rows and of values: rows whose listing stays come first. */
export function unreadLines(version: ListVersion, most: number): readonly string[] {
  const { list, badRows, unreadValues, counts } = version;
  const rows = [...badRows.filter(({ kept }) => kept !== undefined), ...badRows.filter(({ kept }) => kept === undefined)].slice(0, most);
  const values = unreadValues.slice(0, most);
  const more = [
    ...(counts.bad > rows.length ? [`${counts.bad - rows.length} more rows were kept out`] : []),
    ...((counts.unread ?? 0) > values.length ? [`${(counts.unread ?? 0) - values.length} more values were not understood`] : []),
  ];
  return [
    ...rows.map((row) => lineOfRow(list, row)),
    ...values.map((value) => lineOfValue(list, value)),
    ...(more.length === 0 ? [] : [`${list}: ${more.join(', ')}; "dualwatch lists status --json" has them`]),
  ];
}

function lineOfRow(list: string, { line, why, kept }: BadListRow): string {
  const stays =
    kept === undefined ? '' : `; its listing ${terminalLine(kept.id)} (${terminalLine(kept.name)}) is kept as of version ${kept.version}`;
  return `${list}, line ${line} was kept out: ${terminalLine(why)}${stays}`;
}

function lineOfValue(list: string, { file, line, property, value }: UnreadListValue): string {
  return `${list}, line ${line}: ${terminalLine(file)}: the ${property} “${terminalLine(value)}” is not understood; it stands in the notes`;
}

/** How many rows and values could not be read, for the end of a line. */
export function faultsOf({ bad, kept = 0, unread = 0 }: ListCounts): string {
  const stay = kept === 0 ? '' : ` (${kept === 1 ? '1 listing is' : `${kept} listings are`} kept as before)`;
  return `${bad > 0 ? `, ${bad === 1 ? '1 row' : `${bad} rows`} kept out${stay}` : ''}${unread > 0 ? `, ${unread === 1 ? '1 value' : `${unread} values`} not understood` : ''}`;
}
