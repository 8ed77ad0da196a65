import type { Command } from 'commander';
import { DualwatchError } from '../../model/errors.ts';
import { openCodeKnowledge } from '../../work/codes/code-knowledge.ts';
import { explainCode } from '../../work/codes/explain-code.ts';
import { writeCode } from '../code-lines.ts';
import { dayOf } from '../day-option.ts';
import type { Io } from '../io.ts';

interface Options {
  readonly json?: boolean;
  readonly date?: string;
}

export function codesCommand(program: Command, io: Io): void {
  program
    .command('codes')
    .argument('<code...>', 'tariff codes (HS, TN VED, CN), ECCN and control codes, OKPD2, CPV, UNSPSC, FSC, NSN, CAS, part numbers')
    .description('what a code is, on which control lists it stands and since when, and which goods go with it')
    .option('--date <date>', 'day whose status of controls is asked for, as in 2024-05-22 (default: today)')
    .option('--json', 'one object a line')
    .addHelpText(
      'after',
      '\nA code is a candidate for a person to check, never a classification.\nExamples:\n  dualwatch codes 8543709960 0A903 8526920002\n  dualwatch codes 5A001.f --date 2024-05-22 --json\n',
    )
    .action(async (codes: readonly string[], options: Options) => {
      const date = dayOf(options.date);
      const knowledge = openCodeKnowledge();
      const unknown: string[] = [];
      for (const code of codes) {
        const answer = explainCode(code, date, knowledge);
        if (answer.meanings.length === 0) unknown.push(code);
        if (options.json) await io.out(JSON.stringify(answer));
        else await writeCode(answer, io);
      }
      if (unknown.length > 0)
        throw new DualwatchError(
          'not-found',
          `${unknown.length} of ${codes.length} unknown: ${unknown.join(', ')}. See above what form ${unknown.length === 1 ? 'it has' : 'they have'}.`,
        );
    });
}
