import { existsSync, readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { settingsInForce } from '../../model/config.ts';
import { SETTINGS, type Setting } from '../../model/settings.ts';
import { configOf } from '../../work/home.ts';
import type { Io } from '../io.ts';
import { formatTable } from '../table.ts';

export function configCommand(program: Command, io: Io): void {
  const config = program.command('config').description('the settings in force, and where each comes from');
  config
    .command('show')
    .description('print every setting, its value and its origin')
    .option('--json', 'one object a line')
    .addHelpText(
      'after',
      '\nSettings come from the command line, else the environment, else config.toml in the home, else a default: docs/configuration.md.\nExample:\n  dualwatch config show\n',
    )
    .action(async (options: { readonly json?: boolean }, command: Command) => {
      const sources = { env: io.env, overrides: { home: command.optsWithGlobals<{ home?: string }>().home } };
      const { paths } = configOf(sources);
      const file = existsSync(paths.config) ? { path: paths.config, text: readFileSync(paths.config, 'utf8') } : undefined;
      const settings = settingsInForce({ ...sources, file }).map((setting) => {
        const { secret }: Setting<unknown> = SETTINGS[setting.key];
        return secret === true && setting.written !== '' ? { ...setting, written: '(set, not shown)' } : setting;
      });
      if (options.json) {
        for (const setting of settings) await io.out(JSON.stringify(setting));
        return;
      }
      const rows = settings.map(({ key, written, from }) => [key, written === '' ? '–' : written, from, SETTINGS[key].description]);
      await io.out(
        formatTable([{ head: 'setting' }, { head: 'value' }, { head: 'from' }, { head: 'what it is', shrink: true }], rows, io.width),
      );
    });
}
