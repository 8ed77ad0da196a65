import type { Command } from 'commander';
import type { ListingChange } from '../../store/screening-port.ts';
import { diffOfList } from '../../work/screening/diff-of-list.ts';
import { requireList } from '../../work/screening/keep-lists.ts';
import type { Io } from '../io.ts';
import { withScreening } from '../screening-session.ts';
import { terminalLine } from '../terminal-text.ts';
import { wholeNumber } from './notices.ts';

interface Options {
  readonly from?: string;
  readonly to?: string;
  readonly limit?: string;
  readonly json?: boolean;
}

/** Changes that a person is shown: the first version of a list has thousands. */
const SHOWN = 40;

/** `lists diff`: what differs between two versions of a list. */
export function listsDiffCommand(lists: Command, io: Io): void {
  lists
    .command('diff')
    .argument('<list>')
    .description('what changed in a list: added, changed and removed listings, and those kept since their row cannot be read')
    .option('--from <version>', 'the earlier version (default: the one before --to)')
    .option('--to <version>', 'the later version (default: the current one); one that is held back shows what it would change')
    .option('--limit <n>', `changes that are shown (default: ${SHOWN}; with --json all)`)
    .option('--json', 'one object a line')
    .addHelpText('after', '\nExample:\n  dualwatch lists diff ofac-sdn --from 3\n')
    .action(async (name: string, options: Options, command: Command) => {
      const limit = options.limit === undefined ? (options.json ? Infinity : SHOWN) : wholeNumber(options.limit);
      await withScreening(command, io, { create: false, writes: false }, async (session) => {
        const list = await requireList(session.store, name);
        const { from, to, changes } = await diffOfList(session, list, options);
        if (!options.json) io.note(`${name}: version ${from} → ${to}${to === list.held?.version ? ', which is held back' : ''}`);
        let count = 0;
        let kept = 0;
        for await (const change of changes) {
          if (change.change === 'kept') kept += 1;
          count += 1;
          if (count <= limit) await io.out(options.json ? JSON.stringify(change) : lineOf(change));
        }
        if (count === kept && !options.json) io.note(kept === 0 ? 'nothing differs' : 'nothing else differs');
        if (count > limit) io.note(`… and ${count - limit} more of ${count}; --limit ${count} shows all, --json for machines`);
        if (list.held !== null && to !== list.held.version)
          io.note(`version ${list.held.version} is held back; --to ${list.held.version} shows what it would change`);
      });
    });
}

function lineOf(change: ListingChange): string {
  if (change.change === 'added') return `+ ${change.id}  ${terminalLine(change.after.entity.caption)}  (line ${change.after.line})`;
  if (change.change === 'removed') return `− ${change.id}  ${terminalLine(change.before.entity.caption)}`;
  if (change.change === 'kept')
    return `= ${change.id}  ${terminalLine(change.after.entity.caption)}  kept as of version ${change.row.version}, since line ${change.row.line} cannot be read: ${terminalLine(change.row.why)}`;
  return `~ ${change.id}  ${terminalLine(change.after.entity.caption)}  (line ${change.after.line}): ${differences(change.before.entity, change.after.entity)}`;
}

type Entity = NonNullable<ListingChange['after']>['entity'];

function differences(before: Entity, after: Entity): string {
  const properties = new Set([...Object.keys(before.properties), ...Object.keys(after.properties)]);
  const parts: string[] = before.schema === after.schema ? [] : [`${before.schema} → ${after.schema}`];
  for (const property of properties) {
    const [old, now] = [new Set(before.properties[property]), new Set(after.properties[property])];
    const gone = [...old.difference(now)].map((value) => `−${terminalLine(value)}`);
    const come = [...now.difference(old)].map((value) => `+${terminalLine(value)}`);
    if (gone.length + come.length > 0) parts.push(`${property} ${[...gone, ...come].join(' ')}`);
  }
  return parts.join('; ');
}
