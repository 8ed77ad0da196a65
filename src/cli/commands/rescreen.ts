import type { Command } from 'commander';
import { DualwatchError } from '../../model/errors.ts';
import { rescreenSets, type ChangedRow } from '../../work/screening/rescreen.ts';
import { rescreenNotices } from '../../work/screening/rescreen-notices.ts';
import { maskedChange, type ChangedNotice } from '../../work/screening/screen-notices.ts';
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
    .description('screen stored notices and kept sets of customers again and say whose matches changed')
    .option(
      '--changed',
      'only what a change of the lists can have touched, and what an update or a watcher found since the last time (the default); the answer is the same',
    )
    .option('--all', 'every notice and every customer')
    .option('--explain', 'show how the names correspond')
    .option(
      '--json',
      'one object for each whose matches changed: {notice,title,…} of notices, {set,key,name,…} of customers, both with added, changed, removed, lapsed',
    )
    .addHelpText(
      'after',
      '\nOf notices it tells what changed since "rescreen" last told it, also where "lists update" or a watcher has screened them meanwhile; each clearance that\nlapsed is told once.\n\nExample:\n  dualwatch rescreen --changed\n',
    )
    .action(async (options: Options, command: Command) => {
      if (options.changed && options.all) throw new DualwatchError('usage', 'choose --changed or --all');
      await withScreening(command, io, { create: false, writes: false }, async (session) => {
        const notices = await rescreenNotices(
          session,
          { all: options.all === true, signal: io.signal, onProgress: (done) => io.progress(`${done} notices screened`) },
          async (found) => {
            const changed = maskedChange(found);
            if (options.json) {
              await io.out(JSON.stringify(changed));
              return;
            }
            await io.out(`${terminalLine(changed.title ?? '(no title)')}  (notice ${changed.notice})`);
            await writeChanges(changed, options, io);
          },
        );
        const done = await rescreenSets(session, { changedOnly: options.all !== true, signal: io.signal }, async (row) => {
          if (options.json) {
            await io.out(JSON.stringify(row));
            return;
          }
          await io.out(`${terminalLine(row.name)}  (${terminalLine(row.set)}, ${terminalLine(row.key)})`);
          await writeChanges(row, options, io);
        });
        io.note(
          `${notices.screened} of ${notices.notices} notices were screened again, ${notices.changed} have other matches than when that was last told`,
        );
        io.note(`${done.screened} of ${done.rows} customers were screened again, ${done.changed} have other matches`);
      });
    });
}

async function writeChanges(
  { added, changed, removed, lapsed }: Pick<ChangedNotice | ChangedRow, 'added' | 'changed' | 'removed' | 'lapsed'>,
  options: Options,
  io: Io,
): Promise<void> {
  for (const [word, matches] of [
    ['new', added],
    ['changed', changed],
    ['gone', removed],
    ['clearance lapsed', lapsed],
  ] as const) {
    if (matches.length === 0) continue;
    await io.out(`  ${word}:`);
    for (const match of matches) await writeMatch(match, options.explain === true, io);
  }
}
