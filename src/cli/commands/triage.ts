import type { Command } from 'commander';
import { isoTime, systemClock } from '../../capture/clock.ts';
import { DualwatchError } from '../../model/errors.ts';
import { TRIAGE_DOINGS, type Triage, type TriageAct } from '../../model/triage.ts';
import { noticesInLines } from '../../work/cases/saved-searches.ts';
import { noticeNamed, triageNotices } from '../../work/cases/triage-notices.ts';
import { BY, doer } from '../by-option.ts';
import type { Io } from '../io.ts';
import { withHome } from '../session.ts';
import { terminalLine } from '../terminal-text.ts';

interface Options {
  readonly to?: string;
  readonly why?: string;
  readonly by?: string;
  readonly json?: boolean;
}

const HISTORY = 'history';

export function triageCommand(program: Command, io: Io): void {
  program
    .command('triage')
    .argument(
      '<words...>',
      `ids or addresses of notices (- reads them from stdin, one a line or as notices --json writes them), and what is done: ${[...TRIAGE_DOINGS, HISTORY].join(', ')}`,
    )
    .usage('[options] <notice...> <act>')
    .description('say what you make of notices: dismiss, escalate, make new again, give to somebody; undo takes back the latest act')
    .option('--to <name>', 'with assign: whose they are from now on; without it nobody’s')
    .option('--why <text>', 'your reason')
    .option(...BY)
    .option('--json', 'one object a line')
    .addHelpText(
      'after',
      `\nExamples:\n  dualwatch triage n01… dismiss --why "spare parts of a ferry"\n  dualwatch triage n01… n02… assign --to "A. Analyst"\n  dualwatch notices --query "lang:en and priority<20" --json | dualwatch triage - dismiss --why "routine"\n  dualwatch triage n01… undo\n`,
    )
    .action(async (words: readonly string[], options: Options, command: Command) => {
      const [named, act] = [words.slice(0, -1), words.at(-1) ?? ''];
      if (named.length === 0)
        throw new DualwatchError('usage', `triage needs notices and what is done to them: ${TRIAGE_DOINGS.join(', ')}`);
      const notices = named.includes('-')
        ? [...named.filter((one) => one !== '-'), ...noticesInLines(new TextDecoder().decode(await io.readStdin()))]
        : named;
      await withHome(command, io, { create: false }, async ({ home }) => {
        if (act === HISTORY) {
          for (const one of notices)
            for (const each of await home.store.triage.actsOf(await noticeNamed(home.store, one)))
              await io.out(options.json ? JSON.stringify(each) : actLine(each));
          return;
        }
        const done = await triageNotices(home.store, {
          notices,
          act,
          assignee: options.to,
          why: options.why,
          by: doer(options),
          at: isoTime(systemClock.now()),
        });
        for (const one of done)
          await io.out(
            options.json ? JSON.stringify(one) : `${one.notice}  ${triageWords(one.triage)}${one.act === null ? ' (as it was)' : ''}`,
          );
      });
    });
}

/** What people have made of a notice, in words. */
export function triageWords({ state, assignee }: Triage): string {
  return terminalLine(assignee === null ? state : `${state}, ${assignee}`);
}

function actLine({ at, by, do: doing, after, why }: TriageAct): string {
  return terminalLine(`${at}  ${by}  ${doing}: ${triageWords(after)}${why === null ? '' : `  (${why})`}`);
}
