import type { Command } from 'commander';
import type { Io } from '../io.ts';
import { withScreening } from '../screening-session.ts';
import { formatTable } from '../table.ts';
import { terminalLine } from '../terminal-text.ts';

interface Json {
  readonly json?: boolean;
}

export function setsCommand(program: Command, io: Io): void {
  const sets = program.command('sets').description('sets of customers that "screen --keep" stored: list, remove');
  sets
    .command('list')
    .description('sets with how many customers each holds')
    .option('--json', 'one object a line')
    .addHelpText('after', '\nExample:\n  dualwatch sets list\n')
    .action(async (options: Json, command: Command) => {
      await withScreening(command, io, { create: false, writes: false }, async ({ store }) => {
        const all = await store.sets();
        if (options.json) for (const set of all) await io.out(JSON.stringify(set));
        else if (all.length === 0) io.note('No set. "dualwatch screen <file> --keep <set>" keeps one.');
        else
          await io.out(
            formatTable(
              [{ head: 'set' }, { head: 'customers', align: 'right' }, { head: 'kept since' }],
              all.map(({ name, rows, createdAt }) => [name, String(rows), createdAt.slice(0, 16)]),
              io.width,
            ),
          );
      });
    });
  sets
    .command('remove')
    .argument('<set>')
    .description('delete a set with all its customers; nothing of them stays in the files of the home')
    .option('--json', 'one object')
    .addHelpText('after', '\nExample:\n  dualwatch sets remove customers\n')
    .action(async (set: string, options: Json, command: Command) => {
      await withScreening(command, io, { create: false, writes: false }, async ({ store }) => {
        await store.removeSet(set);
        await io.out(options.json ? JSON.stringify({ set, done: 'remove' }) : `Removed ${terminalLine(set)}`);
      });
    });
}
