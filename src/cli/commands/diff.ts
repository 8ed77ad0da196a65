import type { Command } from 'commander';
import type { NoticeVersion } from '../../work/copies/notice-versions.ts';
import { findNotice } from '../../work/shown/find-notice.ts';
import { versionDiff, type ShownChange } from '../../work/shown/version-diff.ts';
import type { Io } from '../io.ts';
import { withHome } from '../session.ts';
import { terminalLine } from '../terminal-text.ts';
import { REVEALED } from '../trade-lines.ts';
import { wholeNumber } from './notices.ts';

interface Options {
  readonly json?: boolean;
  readonly reveal?: boolean;
}

export function diffCommand(program: Command, io: Io): void {
  program
    .command('diff')
    .argument('<notice>', 'id of a notice, or any address it has had')
    .argument('[v1]', 'number of a version, from 1 (default: the last but one)')
    .argument('[v2]', 'number of another (default: the last)')
    .description('show what changed between two versions of a notice: each changed sentence before and after, and the words in it')
    .option('--json', 'one object a change: {a,b,before,after,marks}, offsets in the texts of the versions')
    .option(
      '--reveal',
      'show names of contact persons, telephone numbers, mail addresses and messengers, which are masked otherwise; says so on stderr',
    )
    .addHelpText('after', '\nExample:\n  dualwatch diff https://mp.weixin.qq.com/s/… 1 2\n')
    .action(async (wanted: string, v1: string | undefined, v2: string | undefined, options: Options, command: Command) => {
      await withHome(command, io, { create: false }, async ({ home: { store } }) => {
        const notice = await findNotice(store, wanted);
        const numbers = [v1, v2].map((written) => (written === undefined ? undefined : wholeNumber(written)));
        const { a: one, b: other, changes } = await versionDiff(store, notice.id, numbers, options.reveal === true);
        if (options.reveal === true) io.note(REVEALED);
        if (options.json !== true) await io.out(`version ${one.number} (${seen(one)}) → version ${other.number} (${seen(other)})`);
        for (const change of changes) {
          if (options.json === true) await io.out(JSON.stringify(change));
          else for (const line of changeLines(change)) await io.out(line);
        }
        if (changes.length === 0)
          io.note(
            one.number === other.number
              ? 'this is one version: name two to compare them'
              : 'their texts are the same; the title, the account or the images changed',
          );
      });
    });
}

function seen({ from, to }: NoticeVersion): string {
  return from === to ? `seen ${from}` : `seen ${from} to ${to}`;
}

function* changeLines({ before, after, marks }: ShownChange): Generator<string> {
  if (before !== null) yield `- ${terminalLine(before)}`;
  if (after !== null) yield `+ ${terminalLine(after)}`;
  if (before !== null && after !== null)
    yield `    ${marks.map(({ side, text }) => (side === 'removed' ? `[-${terminalLine(text)}-]` : `{+${terminalLine(text)}+}`)).join(' ')}`;
}
