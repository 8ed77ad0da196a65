import type { Command } from 'commander';
import { DualwatchError } from '../../model/errors.ts';
import { rescreenSets } from '../../work/screening/rescreen.ts';
import type { Io } from '../io.ts';
import { writeMatch } from '../match-lines.ts';
import { withScreening } from '../screening-session.ts';
import { terminalLine } from '../terminal-text.ts';

interface Options {
  readonly changed?: boolean;
  readonly all?: boolean;
  readonly explain?: boolean;
  readonly json?: boolean;
}

export function rescreenCommand(program: Command, io: Io): void {
  program
    .command('rescreen')
    .description('screen kept sets of customers again and say whose matches changed')
    .option('--changed', 'only customers that a change of the lists can have touched (the default); the answer is the same')
    .option('--all', 'every customer')
    .option('--explain', 'show how the names correspond')
    .option('--json', 'one object for each customer whose matches changed: {set,key,name,added,changed,removed,lapsed}')
    .addHelpText('after', '\nExample:\n  dualwatch rescreen --changed\n')
    .action(async (options: Options, command: Command) => {
      if (options.changed && options.all) throw new DualwatchError('usage', 'choose --changed or --all');
      await withScreening(command, io, { create: false, writes: false }, async (session) => {
        const done = await rescreenSets(session, { changedOnly: options.all !== true, signal: io.signal }, async (row) => {
          if (options.json) {
            await io.out(JSON.stringify(row));
            return;
          }
          await io.out(`${terminalLine(row.name)}  (${terminalLine(row.set)}, ${terminalLine(row.key)})`);
          for (const [word, matches] of [
            ['new', row.added],
            ['changed', row.changed],
            ['gone', row.removed],
            ['clearance lapsed', row.lapsed],
          ] as const) {
            if (matches.length === 0) continue;
            await io.out(`  ${word}:`);
            for (const match of matches) await writeMatch(match, options.explain === true, io);
          }
        });
        io.note(`${done.screened} of ${done.rows} customers were screened again, ${done.changed} have other matches`);
      });
    });
}
