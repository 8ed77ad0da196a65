import { Command, CommanderError } from 'commander';
import { asDualwatchError, DualwatchError, ERROR_KINDS } from '../model/errors.ts';
import { nearestName } from '../model/nearest-name.ts';
import { VERSION } from '../work/version.ts';
import { processIo, type Io } from './io.ts';
import { registerCommands } from './register-commands.ts';
import { terminalText } from './terminal-text.ts';

const FIRST_STEPS = `Dualwatch watches public procurement notices for controlled goods and keeps the evidence before it vanishes.

  dualwatch demo                               see it at work, offline, in under a minute
  dualwatch source add <address>               watch a feed, a page that lists notices, or a folder
  dualwatch watch                              check sources and follow notices until stopped
  dualwatch notices                            what was found, most important first
  dualwatch show <id or address>               one notice: its life, its text, its captures
  dualwatch lists known                        public lists of parties; "lists add <name>" keeps one
  dualwatch screen <file>                      screen a file of customers, or one name with --name

"dualwatch --help" lists every command, "dualwatch <command> --help" explains one with an example.`;

/** Of a command that Ctrl-C or SIGTERM ended before it was done: 128 and the number of SIGINT, as shells have it. */
const STOPPED = 130;

const EXIT_CODES = `
Exit codes: 0 done · 1 a fault of Dualwatch · 2 wrong usage or setting · 3 some input could not be read · 4 not found ·
5 evidence does not hold · 6 storage · 7 robots.txt or the address rules forbid it · 8 a host did not answer · 9 the catalogue is wrong · 130 stopped by Ctrl-C
See docs/errors.md.`;

/** Runs one command line and resolves to its exit code (docs/errors.md). Results go to stdout, everything else to stderr. */
export async function main(argv: readonly string[], io: Io = processIo()): Promise<number> {
  const program = new Command('dualwatch')
    .description('watches public procurement notices for controlled goods, and keeps the evidence')
    .version(VERSION)
    .option('--home <folder>', 'folder that holds everything (default: DUALWATCH_HOME, else ./dualwatch-data)')
    .addHelpText('after', EXIT_CODES)
    .exitOverride()
    .configureOutput({ writeOut: (text) => void process.stdout.write(text), writeErr: (text) => void process.stderr.write(text) })
    .showSuggestionAfterError()
    .showHelpAfterError('"--help" after the command shows an example.')
    .helpCommand(true)
    .argument('[command...]')
    .usage('[options] [command]')
    .action(async ([unknown]: readonly string[]) => {
      if (unknown !== undefined) throw noSuchCommand(unknown, program);
      await io.out(FIRST_STEPS);
    });
  await registerCommands(argv, program, io);
  inheritExit(program);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : ERROR_KINDS.usage.exit;
    if (error === io.signal.reason) {
      io.note('dualwatch: stopped; what was done is kept, and the same command does the rest');
      return STOPPED;
    }
    const known = asDualwatchError(error);
    io.note(`dualwatch: ${terminalText(known.message)}`);
    if (known.code === 'internal' && known.cause instanceof Error) io.note(known.cause.stack ?? '');
    // What fails after Ctrl-C fails because of it.
    return io.signal.aborted ? STOPPED : ERROR_KINDS[known.code].exit;
  }
}

function noSuchCommand(name: string, program: Command): DualwatchError {
  const known = program.commands.map((command) => command.name());
  const near = nearestName(name, known);
  return new DualwatchError(
    'usage',
    `There is no command "${name}".${near === undefined ? ` There are ${known.join(', ')}.` : ` Did you mean "dualwatch ${near}"?`}`,
  );
}

/** Subcommands made before `exitOverride` do not inherit it. */
function inheritExit(command: Command): void {
  for (const sub of command.commands) {
    sub.exitOverride();
    inheritExit(sub);
  }
}
