import type { Command } from 'commander';
import { backupHome } from '../../work/backup-home.ts';
import { formatByteSize } from '../../model/byte-size.ts';
import { counted } from '../../model/counted.ts';
import type { Io } from '../io.ts';
import { withHome } from '../session.ts';

export function backupCommand(program: Command, io: Io): void {
  program
    .command('backup')
    .argument('<folder>', 'a new or empty folder, or one with an earlier backup of the same home')
    .description('make a consistent copy of a home, also while it is in use')
    .option('--json', 'one object')
    .addHelpText(
      'after',
      '\nThe copy is a home of its own: --home <folder> reads it, "log verify" proves it. It holds the signing key and the secrets of sources: keep it as safe as the home.\nExample:\n  dualwatch backup /mnt/backup/dualwatch\n',
    )
    .action(async (folder: string, options: { readonly json?: boolean }, command: Command) => {
      await withHome(command, io, { create: false }, async ({ home, paths }) => {
        const done = await backupHome(home, paths, folder, (files) => io.progress(`copied ${files} captures`));
        await io.out(
          options.json
            ? JSON.stringify(done)
            : `Copied ${counted(done.entries, 'log entry', 'log entries')} and ${counted(done.captures, 'capture', 'captures')} (${done.copied} new here, ${formatByteSize(done.bytes)}) to ${done.folder}`,
        );
      });
    });
}
