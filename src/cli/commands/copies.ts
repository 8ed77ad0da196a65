import type { Command } from 'commander';
import { judgePair } from '../../copies/judge-pair.ts';
import { DualwatchError } from '../../model/errors.ts';
import { openBackground } from '../../work/copies/background.ts';
import { textsToJudge } from '../../work/copies/recognised-text.ts';
import { readTextPairs } from '../../work/copies/read-text-pairs.ts';
import { writeCopiesOf } from '../copies-of-notice.ts';
import { differenceLine } from '../difference-lines.ts';
import type { Io } from '../io.ts';
import { terminalLine } from '../terminal-text.ts';

interface Options {
  readonly pairs?: string;
  readonly json?: boolean;
  readonly reveal?: boolean;
}

export function copiesCommand(program: Command, io: Io): void {
  program
    .command('copies')
    .argument('[id|url]', 'id of a notice, or any address it has had')
    .description('say who else published the text of a notice, when, and what differs; or judge pairs of texts')
    .option('--pairs <file>', 'lines {"id":…,"a":{"text":"…"},"b":{"text":"…"}}, each pair judged alone; - is stdin; needs no home')
    .option(
      '--json',
      'one object a line: {kind,score,containment,other,captures,aligned,shared,differs}; with --pairs {id,relation,score,differs}',
    )
    .option('--reveal', 'show telephone numbers and mail addresses, which are masked otherwise; says so on stderr')
    .addHelpText('after', '\nExamples:\n  dualwatch copies https://mp.weixin.qq.com/s/…\n  dualwatch copies --pairs pairs.jsonl --json\n')
    .action(async (wanted: string | undefined, options: Options, command: Command) => {
      const { pairs, json } = options;
      if ((wanted === undefined) === (pairs === undefined))
        throw new DualwatchError('usage', 'copies needs a notice, or --pairs with a file');
      if (pairs !== undefined) await judgePairs(pairs, json === true, io);
      else if (wanted !== undefined) await writeCopiesOf(wanted, options, command, io);
    });
}

/** Answers each line in its place; one that cannot be read is named, and the rest goes on. */
async function judgePairs(path: string, json: boolean, io: Io): Promise<void> {
  const background = openBackground();
  const today = new Date().toISOString();
  let [rows, unreadable] = [0, 0];
  for await (const pair of readTextPairs(path)) {
    io.signal.throwIfAborted();
    rows += 1;
    const { id, line } = pair;
    if ('why' in pair) {
      unreadable += 1;
      if (json) await io.out(JSON.stringify({ id, line, unreadable: pair.why }));
      io.note(`${path === '-' ? 'stdin' : path}, line ${line} was not judged: ${terminalLine(pair.why)}`);
      continue;
    }
    const { relation, score, containment, shared, differs } = judgePair(...textsToJudge(pair.a, pair.b, today), background);
    if (json) await io.out(JSON.stringify({ id, relation, score: rounded(score), containment: rounded(containment), shared, differs }));
    else {
      await io.out(`${terminalLine(String(id ?? line))}  ${relation}  ${score.toFixed(2)}`);
      for (const difference of differs) await io.out(`  ${differenceLine(difference)}`);
    }
    if (rows % 100 === 0) io.progress(`judged ${rows} pairs`);
  }
  if (rows === 0) io.note(`${path === '-' ? 'stdin' : path} has no pair`);
  if (unreadable > 0) throw new DualwatchError('input-malformed', `${unreadable} of ${rows} pairs could not be read; the rest was judged`);
}

function rounded(share: number): number {
  return Math.round(share * 1e4) / 1e4;
}
