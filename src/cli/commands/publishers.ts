import { userInfo } from 'node:os';
import type { Command } from 'commander';
import { isoTime, systemClock } from '../../capture/clock.ts';
import { counted } from '../../model/counted.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { PublisherProfile } from '../../store/publisher-port.ts';
import { profileOf, type WholeProfile } from '../../work/publishers/profile.ts';
import { sayOversight } from '../../work/publishers/say-oversight.ts';
import type { Io } from '../io.ts';
import { withHome } from '../session.ts';
import { formatTable } from '../table.ts';
import { terminalLine } from '../terminal-text.ts';
import { stateWord } from './notices.ts';

interface Json {
  readonly json?: boolean;
}

interface LinkOptions extends Json {
  readonly why: string;
  readonly by?: string;
}

const SHOWN = 50;

export function publishersCommand(program: Command, io: Io): void {
  const publishers = program.command('publishers').description('who publishes: what they removed and edited, and who oversees them');
  list(publishers, io);
  show(publishers, io);
  link(publishers, io, 'link', 'say who oversees a publisher');
  link(publishers, io, 'unlink', 'take that back');
}

function list(publishers: Command, io: Io): void {
  publishers
    .command('list')
    .description('publishers, those with most removals first')
    .option('--limit <n>', `at most so many (default: ${SHOWN}, with --json all)`)
    .option('--json', 'one object a line')
    .addHelpText('after', '\nExample:\n  dualwatch publishers list\n')
    .action(async (options: Json & { readonly limit?: string }, command: Command) => {
      const limit = options.limit === undefined ? (options.json ? Number.MAX_SAFE_INTEGER : SHOWN) : Number(options.limit);
      if (!Number.isInteger(limit) || limit < 1) throw new DualwatchError('usage', `--limit ${options.limit ?? ''} is no number from 1 on`);
      await withHome(command, io, { create: false }, async ({ home }) => {
        const found = await home.store.publishers.list(limit);
        if (options.json) for (const one of found) await io.out(JSON.stringify(one));
        else if (found.length === 0) io.note('No publisher yet: no notice that was read names one.');
        else await io.out(tableOf(found, io.width));
      });
    });
}

function show(publishers: Command, io: Io): void {
  publishers
    .command('show')
    .argument('<id|name>', 'id, key or name of a publisher')
    .description('one publisher: its notices, what vanished, how often it edits, who oversees it and where that is said')
    .option('--json', 'one object')
    .addHelpText('after', '\nExample:\n  dualwatch publishers show 某省无人机行业协会\n')
    .action(async (wanted: string, options: Json, command: Command) => {
      await withHome(command, io, { create: false }, async ({ home }) => {
        const profile = await profileOf(home.store, wanted);
        if (options.json) await io.out(JSON.stringify(profile));
        else await print(profile, io);
      });
    });
}

function link(publishers: Command, io: Io, act: 'link' | 'unlink', description: string): void {
  publishers
    .command(act)
    .argument('<id|name>', 'a publisher')
    .argument('<overseer>', 'another publisher, or the name of a body')
    .description(description)
    .requiredOption('--why <text>', 'what shows it; kept in the log')
    .option('--by <name>', 'who says so (default: the user of this machine)')
    .option('--json', 'one object')
    .addHelpText(
      'after',
      `\nExample:\n  dualwatch publishers ${act} p0… "Department of Commerce" --why "its charter, article 4" --by "A. Analyst"\n`,
    )
    .action(async (wanted: string, given: string, options: LinkOptions, command: Command) => {
      const [why, overseer] = [options.why.trim(), given.replace(/\s+/g, ' ').trim()];
      await withHome(command, io, { create: false }, async ({ home }) => {
        const said = { act, publisher: wanted, overseer, why, by: options.by?.trim() ?? userInfo().username };
        const { recorded, publisher, other } = await sayOversight(home.store, said, isoTime(systemClock.now()));
        const verb = act === 'link' ? 'oversees' : 'is no longer said to oversee';
        await io.out(
          options.json ? JSON.stringify(recorded) : `${terminalLine(other?.name ?? overseer)} ${verb} ${terminalLine(publisher.name)}`,
        );
      });
    });
}

function tableOf(found: readonly PublisherProfile[], width: number): string {
  const columns = [
    { head: 'publisher', shrink: true },
    { head: 'host', shrink: true },
    { head: 'notices', align: 'right' as const },
    { head: 'removed', align: 'right' as const },
    { head: 'edited', align: 'right' as const },
    { head: 'copied', align: 'right' as const },
    { head: 'since' },
    { head: 'id' },
  ];
  const rows = found.map((one) => [
    one.name,
    one.host,
    String(one.notices),
    String(one.removed),
    String(one.edited),
    String(one.copied),
    one.firstSeenAt.slice(0, 10),
    one.id,
  ]);
  return formatTable(columns, rows, width);
}

async function print(profile: WholeProfile, io: Io): Promise<void> {
  const line = (name: string, value: string): Promise<void> => io.out(`${name.padEnd(12)}${terminalLine(value)}`);
  const { notices, removed, removedByPublisher, edited, edits, copied, listed } = profile;
  await io.out(terminalLine(profile.name));
  await line('id', profile.id);
  await line('key', profile.key);
  await line(
    'notices',
    `${notices}, seen ${profile.firstSeenAt.slice(0, 10)} to ${profile.lastSeenAt.slice(0, 10)}${listed > 0 ? `; ${listed} name a listed party` : ''}`,
  );
  await line(
    'removed',
    `${removed}${removed > 0 ? `, ${removedByPublisher} of them by the publisher` : ''} (${percent(removed, notices)})`,
  );
  await line('edited', `${edited} (${percent(edited, notices)}), ${counted(edits, 'edit', 'edits')} in all`);
  if (copied > 0) await line('copied', `${copied} stand or stood elsewhere too; "dualwatch copies <notice>" says where`);
  for (const one of profile.oversight) {
    const over = one.publisher === profile.id;
    await line(over ? 'overseen by' : 'oversees', `${one.name}: said by ${one.by} on ${one.at.slice(0, 10)}, ${one.why}`);
  }
  for (const { name, quote, url, notices: count } of profile.overseersInText)
    await line('says', `overseen by ${name}: “${quote}” in ${url}${count > 1 ? ` and ${count - 1} more` : ''}`);
  const rows = (title: string, some: readonly WholeProfile['latest'][number][]): readonly string[] =>
    some.length === 0
      ? []
      : [
          '',
          title,
          ...some.map((one) => `  ${one.firstSeenAt.slice(0, 10)}  ${stateWord(one).padEnd(12)} ${one.title ?? one.url}  ${one.id}`),
        ];
  for (const text of [...rows('Vanished', profile.vanished.slice(0, 20)), ...rows('Latest', profile.latest.slice(0, 20))])
    await io.out(terminalLine(text));
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`;
}
