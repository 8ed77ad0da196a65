import type { Command } from 'commander';
import { DualwatchError, ERROR_KINDS } from '../../model/errors.ts';
import { verifyPackageFile } from '../../work/verify-package-file.ts';
import { checkNames, readAuthorities, readCheckpoint, readConsistency, readKeys } from '../../work/package-trust.ts';
import type { Io } from '../io.ts';
import { verdictLines } from '../verdict-lines.ts';

interface Options {
  readonly key?: readonly string[];
  readonly checkpoint?: string;
  readonly consistency?: string;
  readonly tsaCa?: readonly string[];
  readonly require?: string;
  readonly json?: boolean;
}

export function verifyCommand(program: Command, io: Io): void {
  program
    .command('verify')
    .argument('<file>', 'an evidence package (WACZ), of ours or of others')
    .description('check an evidence package, offline and without a home: is it whole, by whom, before when')
    .option(
      '--key <key>',
      'whom you trust: fingerprint of a signing key, public key of a log (name+hash+key), or a file with one; may be repeated',
      another,
    )
    .option('--checkpoint <file>', 'a checkpoint of the log that you kept: shows a log that was rewritten')
    .option('--consistency <file>', 'proof between that checkpoint and the one of the package, as "log consistency" prints it')
    .option('--tsa-ca <pem>', 'file with certificates of time-stamping authorities that you trust; may be repeated', another)
    .option('--require <checks>', 'names of checks, with commas, that must pass: absent and untrusted fail too')
    .option('--json', 'one object, {ok,whole,byWhom,beforeWhen,checks}')
    .addHelpText(
      'after',
      '\nExit codes: 0 no check failed, 5 one did. Without --key and the like it proves wholeness, not origin.\nExamples:\n  dualwatch verify out.wacz\n  dualwatch verify out.wacz --key 3f1c… --tsa-ca authority.pem --require key,timestamp\n',
    )
    .action(async (file: string, options: Options) => {
      if (options.consistency !== undefined && options.checkpoint === undefined)
        throw new DualwatchError('usage', '--consistency needs --checkpoint: it leads from one to the other');
      const trust = {
        keys: await readKeys(options.key ?? []),
        authorities: await readAuthorities(options.tsaCa ?? []),
        checkpoint: options.checkpoint === undefined ? undefined : await readCheckpoint(options.checkpoint),
        consistency: options.consistency === undefined ? undefined : await readConsistency(options.consistency),
        required: checkNames(options.require),
      };
      const verdict = await verifyPackageFile(file, trust, (done, total) =>
        io.progress(`checked ${Math.floor(done / 1e6)} of ${Math.ceil(total / 1e6)} MB`),
      );
      const failed = verdict.checks.filter(({ status }) => status === 'fail');
      if (failed.length > 0) io.endsWith(ERROR_KINDS['evidence-invalid'].exit);
      if (options.json) await io.out(JSON.stringify(verdict));
      else for (const line of verdictLines(verdict)) await io.out(line);
      const [first] = failed;
      if (first !== undefined)
        throw new DualwatchError(
          'evidence-invalid',
          `${file} does not hold: ${first.name}${first.where === undefined ? '' : `, ${first.where}`}: ${first.why ?? ''}${failed.length > 1 ? ` (and ${failed.length - 1} more)` : ''}`,
        );
    });
}

function another(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
