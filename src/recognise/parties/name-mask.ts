import { bullets } from '../mask-contacts.ts';

/** Code units by which names are looked up; a shorter name is none. */
const LEAD = 2;

/**
 * A function that gives a line with these names as bullets, wherever they stand in it, also where two overlap. Linear in the line however many names there are:
 * at each place only names that begin as it does are looked up, by each of their lengths.
 */
export function nameMask(names: readonly string[]): (line: string) => string {
  const byLead = new Map<string, { readonly names: Set<string>; readonly lengths: Set<number> }>();
  for (const name of names) {
    if (name.length < LEAD) continue;
    const lead = name.slice(0, LEAD);
    const those = byLead.get(lead) ?? { names: new Set<string>(), lengths: new Set<number>() };
    byLead.set(lead, those);
    those.names.add(name);
    those.lengths.add(name.length);
  }
  if (byLead.size === 0) return (line) => line;

  const longestAt = (line: string, at: number): number => {
    const those = byLead.get(line.slice(at, at + LEAD));
    let longest = 0;
    for (const length of those?.lengths ?? [])
      if (length > longest && at + length <= line.length && those?.names.has(line.slice(at, at + length))) longest = length;
    return longest;
  };
  return (line) => {
    let masked = '';
    let done = 0;
    let from = 0;
    let to = 0;
    for (let at = 0; at + LEAD <= line.length; at += 1) {
      const length = longestAt(line, at);
      if (length === 0) continue;
      if (at >= to) {
        masked += line.slice(done, from) + bullets(line.slice(from, to));
        done = to;
        from = at;
      }
      to = Math.max(to, at + length);
    }
    return masked + line.slice(done, from) + bullets(line.slice(from, to)) + line.slice(to);
  };
}
