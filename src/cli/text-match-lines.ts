import type { JudgedTextMatch } from '../work/screening/judge-notice.ts';
import type { Io } from './io.ts';
import { writeMatch } from './match-lines.ts';
import { terminalLine } from './terminal-text.ts';

/** Matches of a notice for people: what stands there, how often, and the listed party; how the names correspond. */
export async function writeTextMatches(matches: readonly JudgedTextMatch[], io: Io): Promise<void> {
  const times = Map.groupBy(matches, ({ key }) => key);
  for (const [first, ...more] of times.values()) {
    if (first === undefined) continue;
    const as = first.field ?? (first.role === 'endUser' ? 'end user' : first.role);
    const where = as === undefined ? '' : `  as ${terminalLine(as)}`;
    await io.out(`  ${terminalLine(first.text)}${where}${more.length > 0 ? `  × ${more.length + 1}` : ''}`);
    await writeMatch(first, true, io);
  }
}
