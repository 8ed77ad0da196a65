import type { Command } from 'commander';
import { formatDuration } from '../../model/duration.ts';
import { findNotice } from '../../work/shown/find-notice.ts';
import { shownNotice, type ShownNotice } from '../../work/shown/shown-notice.ts';
import { unreadWords } from '../../read/documents/document-text.ts';
import { BINARY_READER } from '../../read/read-other.ts';
import type { Io } from '../io.ts';
import { writeTextMatches } from '../text-match-lines.ts';
import { mayApplyLines, untoldLines } from '../analysis-lines.ts';
import { withHome } from '../session.ts';
import { terminalLine, terminalText } from '../terminal-text.ts';
import { REVEALED, tradeLines } from '../trade-lines.ts';
import { stateWord } from './notices.ts';
import { triageWords } from './triage.ts';

interface Options {
  readonly json?: boolean;
  readonly reveal?: boolean;
}

export function showCommand(program: Command, io: Io): void {
  program
    .command('show')
    .argument('<id|url>', 'id of a notice, or any address it has had')
    .description('show one notice: its life, its text and what was recognised in it')
    .option('--json', 'one object')
    .option(
      '--reveal',
      'show names of contact persons, telephone numbers, mail addresses and messengers, which are masked otherwise; says so on stderr',
    )
    .addHelpText('after', '\nExample:\n  dualwatch show https://mp.weixin.qq.com/s/…\n')
    .action(async (wanted: string, options: Options, command: Command) => {
      await withHome(command, io, { create: false }, async ({ home }) => {
        const notice = await findNotice(home.store, wanted);
        const shown = await shownNotice(home.store, notice, options.reveal === true);
        if (options.reveal === true) io.note(REVEALED);
        if (options.json) await io.out(JSON.stringify(shown));
        else await print(shown, io);
      });
    });
}

function goneBecause({ forgotten }: ShownNotice['captures'][number]): string {
  if (forgotten === null) return 'dropped: newer bytes of the same reading are kept';
  return `removed by order on ${forgotten.at.slice(0, 10)}: ${forgotten.why}`;
}

async function print(shown: ShownNotice, io: Io): Promise<void> {
  const line = (name: string, value: string): Promise<void> => io.out(`${name.padEnd(12)}${terminalLine(value)}`);
  await io.out(terminalLine(shown.title ?? '(no title)'));
  await line('address', shown.url);
  for (const alias of shown.aliases) if (alias !== shown.url) await line('', alias);
  await line('publisher', shown.publisher ?? '–');
  await line(
    'published',
    shown.publishedAt === null
      ? '–'
      : `${shown.publishedAt}${shown.lagSeconds === null ? '' : `, seen ${formatDuration(Math.abs(shown.lagSeconds) * 1000)} ${shown.lagSeconds < 0 ? 'before' : 'after'}`}`,
  );
  await line('sources', shown.sources.map((source) => source.name).join(', ') || '– (captured by hand)');
  await line('state', stateWord(shown));
  if (shown.type === 'report') await line('type', 'report: it is about notices, and none itself');
  if (shown.triage.state !== 'new' || shown.triage.assignee !== null) await line('triage', triageWords(shown.triage));
  if (shown.removal) {
    const { firstSeenGoneAt, confirmedAt } = shown.removal;
    await line(
      'vanished',
      `between ${shown.lastSeenPresentAt ?? 'its first listing'} and ${firstSeenGoneAt}; ${confirmedAt === null ? (shown.pending?.waitsFor === 'person' ? 'waits for a person: removals of its host are held' : 'waits for a second sighting') : `confirmed ${confirmedAt}`}`,
    );
  }
  if (shown.copies > 0) await line('copies', copiesLine(shown));
  await line('priority', `${shown.priority}${shown.reasons.length > 0 ? `  (${shown.reasons.join(', ')})` : ''}`);
  await io.out(`\nLife (${shown.versions} version${shown.versions === 1 ? '' : 's'}, UTC)`);
  for (const text of lifeOf(shown.observations)) await io.out(`  ${text}`);
  await io.out('\nCaptures');
  for (const capture of shown.captures)
    await io.out(
      `  ${capture.at}  ${capture.status ?? '–'}  ${capture.mode === undefined ? '' : `${capture.mode.padEnd(8)}  `}${terminalLine(capture.warc ?? `${capture.sha256} (${goneBecause(capture)})`)}`,
    );
  const untold = untoldLines(shown);
  if (untold.length > 0) await io.out('');
  for (const text of untold) await io.out(text);
  if (shown.mentions.length > 0) {
    await io.out('\nRecognised');
    for (const text of mentionsOf(shown.mentions)) await io.out(`  ${text}`);
  }
  if (shown.parties.length > 0) {
    await io.out('\nTrade');
    for (const text of tradeLines(shown)) await io.out(`  ${text}`);
  }
  const found = mayApplyLines(shown);
  if (found.length > 0) {
    await io.out('\nWhat may apply (no legal classification)');
    for (const text of found) await io.out(`  ${text}`);
  }
  if (shown.matches.length > 0) {
    await io.out('\nListed parties');
    await writeTextMatches(shown.matches, io);
  }
  if (shown.reading?.reader === BINARY_READER)
    await io.out(
      `\nNo text: what was kept (${shown.reading.capture.slice(0, 12)}…) is a file without text that can be read${because(shown.reading.fields['unread'])}, and nothing in it is recognised. Save it as text or as a web page to have it looked through: "dualwatch scan <file>"`,
    );
  else if (shown.reading)
    await io.out(
      `\nText (${shown.reading.lang}, ${shown.reading.rendered ? 'as a browser showed it, ' : ''}from ${shown.reading.capture.slice(0, 12)}…)\n${terminalText(shown.reading.text)}`,
    );
}

function copiesLine({ id, copies, copiesStanding }: ShownNotice): string {
  const others = copies === 1 ? '1 other notice has this text' : `${copies} other notices have this text`;
  return `${others} or a good part of it; ${copiesStanding} still ${copiesStanding === 1 ? 'stands' : 'stand'} ("dualwatch copies ${id}")`;
}

/** Observations as lines; runs of the same outcome are one line with their count. */
function lifeOf(observations: ShownNotice['observations']): readonly string[] {
  const runs: { first: ShownNotice['observations'][number]; last: string; count: number }[] = [];
  for (const one of observations) {
    const run = runs.at(-1);
    if (run && run.first.state === one.state && run.first.reason === one.reason && one.state !== 'changed') {
      run.last = one.at;
      run.count += 1;
    } else runs.push({ first: one, last: one.at, count: 1 });
  }
  return runs.flatMap(({ first, last, count }) => {
    const what = [first.state, first.removalKind && `by ${first.removalKind}`, first.reason && `(${first.reason})`]
      .filter(Boolean)
      .join(' ');
    const proof = first.capture ?? first.confirms;
    const line =
      `${first.at}  ${what.padEnd(28)}${count > 1 ? ` × ${count}, last ${last}` : ''}${proof === null ? '' : `  ${first.capture === null ? 'as' : 'capture'} ${proof.slice(0, 12)}…`}`.trimEnd();
    // The words of a page may stand in it.
    return first.basis === null ? [line] : [line, `${' '.repeat(first.at.length + 2)}${terminalLine(first.basis)}`];
  });
}

function mentionsOf(mentions: ShownNotice['mentions']): readonly string[] {
  const seen = new Map<string, number>();
  for (const mention of mentions) {
    const what = mention.concept ?? mention.id ?? '';
    const key = `${mention.kind.padEnd(10)} ${terminalLine(mention.text)}${what === '' ? '' : `  ${what}`}${mention.role && mention.role !== 'goods' ? `  not counted: ${mention.role}` : ''}${mention.note ? `  ${terminalLine(mention.note)}` : ''}`;
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return [...seen].map(([text, count]) => (count > 1 ? `${text}  × ${count}` : text));
}

function because(reason: string | undefined): string {
  const words = unreadWords(reason);
  return words === undefined ? ', such as a picture or an old Office file' : ` (${words})`;
}
