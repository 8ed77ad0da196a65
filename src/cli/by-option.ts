import { userInfo } from 'node:os';
import { givenLine } from '../work/cases/given-text.ts';

export const BY = ['--by <name>', 'who does it (default: the user of this machine)'] as const;

/** Who does something: as said on the command line, else whoever runs it. */
export function doer(options: { readonly by?: string }): string {
  return options.by === undefined ? userInfo().username : givenLine(options.by, '--by', 200);
}
