import type { Command } from 'commander';
import { DualwatchError } from '../../model/errors.ts';
import type { Verdict } from '../../model/match.ts';
import { decideMatch } from '../../work/screening/decide-match.ts';
import type { Io } from '../io.ts';
import { withScreening } from '../screening-session.ts';
import { terminalLine } from '../terminal-text.ts';

const VERDICTS: readonly Verdict[] = ['hit', 'cleared', 'unsure'];

export function decideCommand(program: Command, io: Io): void {
  program
    .command('decide')
    .argument('<key>', 'key of a match, as screen, rescreen or show give it')
    .argument('<verdict>', VERDICTS.join(', '))
    .description('record what you decided about a match; a clearance lapses when either side changes')
    .requiredOption('--why <text>', 'your reason; kept in the log')
    .requiredOption('--by <name>', 'who decides')
    .option('--json', 'one object')
    .addHelpText('after', '\nExample:\n  dualwatch decide m0f3c… cleared --why "other date of birth" --by "A. Analyst"\n')
    .action(
      async (
        key: string,
        verdict: string,
        options: { readonly why: string; readonly by: string; readonly json?: boolean },
        command: Command,
      ) => {
        const chosen = VERDICTS.find((one) => one === verdict);
        if (chosen === undefined) throw new DualwatchError('usage', `"${verdict}" is no verdict; choose one of ${VERDICTS.join(', ')}`);
        for (const [option, text] of [
          ['--why', options.why],
          ['--by', options.by],
        ] as const)
          if (text.trim() === '') throw new DualwatchError('usage', `${option} is empty`);
        await withScreening(command, io, { create: false, writes: true }, async (session) => {
          const decision = await decideMatch(session, { key, verdict: chosen, why: options.why.trim(), by: options.by.trim() });
          await io.out(
            options.json ? JSON.stringify(decision) : `${terminalLine(decision.subject.query.name)} against ${decision.listing}: ${chosen}`,
          );
        });
      },
    );
}
