import { SIMPLIFIED, TRADITIONAL } from '../simplified-table.ts';

/** The simplified form of each character of a name, the others as they are. One for one: offsets stay. */
export function simplifiedOf(name: string): string {
  table ??= new Map([...TRADITIONAL].map((char, index) => [char, SIMPLIFIED.charAt(index)]));
  let simplified = '';
  for (const char of name) simplified += table.get(char) ?? char;
  return simplified;
}

let table: ReadonlyMap<string, string> | undefined;
