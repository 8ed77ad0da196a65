/**
 * A table written as `sound spelling,spelling|sound spelling`, entries on lines of their own or with bars between, most usual spelling first. Of a sound that has
 * two entries the second adds to the first.
 */
export function spellingTable(source: string): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, readonly string[]>();
  for (const entry of source.split(/[|\n]/u)) {
    const [sound = '', spellings = ''] = entry.trim().split(' ');
    table.set(sound, [...new Set([...(table.get(sound) ?? []), ...spellings.split(',')])]);
  }
  return table;
}
