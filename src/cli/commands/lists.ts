import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { asDualwatchError, DualwatchError } from '../../model/errors.ts';
import { formatDuration } from '../../model/duration.ts';
import type { KeptList } from '../../model/kept-list.ts';
import { packagedLists } from '../../catalogue/lists.ts';
import { isoTime, systemClock } from '../../capture/clock.ts';
import { addList, listsInForce, removeList, requireList } from '../../work/screening/keep-lists.ts';
import { listSettings, type AskedList } from '../../work/screening/list-settings.ts';
import { fetchAndRead, updateList, type ListUpdate } from '../../work/screening/update-list.ts';
import type { Io } from '../io.ts';
import { NEWS_HELP, renewScreening } from '../renew-screening.ts';
import { withClient, withScreening } from '../screening-session.ts';
import { settingsOf } from '../session.ts';
import { formatTable } from '../table.ts';
import { terminalLine } from '../terminal-text.ts';
import { faultsOf, unreadLines } from '../unread-lines.ts';
import { listsDiffCommand } from './lists-diff.ts';

interface Json {
  readonly json?: boolean;
}

/** Bad rows that are shown; all are counted. */
const SHOWN_BAD_ROWS = 20;
/** Of each list, in its status. */
const SHOWN_IN_STATUS = 5;

export function listsCommand(program: Command, io: Io): void {
  const lists = program
    .command('lists')
    .description('lists of parties that names are screened against: known, add, update, status, diff, remove');
  known(lists, io);
  add(lists, io);
  update(lists, io);
  status(lists, io);
  listsDiffCommand(lists, io);
  remove(lists, io);
}

function known(lists: Command, io: Io): void {
  lists
    .command('known')
    .description('public lists that can be added by name, with their publishers, official addresses and licences')
    .option('--json', 'one object a line')
    .addHelpText('after', '\nExample:\n  dualwatch lists known\n')
    .action(async (options: Json) => {
      const all = [...packagedLists().values()];
      if (options.json) {
        for (const list of all) await io.out(JSON.stringify(list));
        return;
      }
      const columns = [
        { head: 'name' },
        { head: 'list', shrink: true },
        { head: 'publisher', shrink: true },
        { head: 'every' },
        { head: 'licence', shrink: true },
        { head: 'format' },
      ];
      const rows = all.map((list) => [
        list.name,
        list.title,
        list.publisher,
        list.every,
        list.licence,
        list.format === null ? 'cannot be read yet' : list.tested ? list.format : `${list.format} (untested)`,
      ]);
      await io.out(formatTable(columns, rows, io.width));
      io.note('"dualwatch lists add <name>" adds one. Its address, licence terms and notes: "dualwatch lists known --json"');
    });
}

function add(lists: Command, io: Io): void {
  lists
    .command('add')
    .argument('<name|path|address>', 'a known list, a file, or an address on the web')
    .description('keep a list and screen against it; it is fetched and read at once, its format found out')
    .option('--name <name>', 'its name in this home, in kebab-case (default: made of its address)')
    .option('--every <duration>', 'time between two updates, as in 12h (default: what the known list says, else 12h; none for a file)')
    .option('--format <format>', 'its format, where it cannot be found out')
    .option('--mapping <file>', 'how to read a CSV or XML file of any other kind; see catalogue/mappings')
    .option('--with <file...>', 'files or addresses that belong to it, as alt.csv and add.csv to sdn.csv')
    .option('--allow-private', 'the address is in a private network: opens its own host and port, nothing else')
    .option('--json', `one object, ${NEWS_HELP}`)
    .addHelpText('after', '\nExamples:\n  dualwatch lists add ofac-sdn\n  dualwatch lists add ./entities.ftm.json --name partners\n')
    .action(async (wanted: string, options: AskedList & Json, command: Command) => {
      // Before the home is opened: a slip of the pen makes no folder.
      const settings = listSettings(wanted, options, packagedLists());
      if (settings.companions.length > 0) io.note(`with ${settings.companions.join(', ')}`);
      // Where there is no home yet, none is made for a list that cannot be read.
      const fetched = existsSync(settingsOf(command, io).paths.database)
        ? undefined
        : await withClient(command, io, (client) => fetchAndRead({ client, clock: systemClock, signal: io.signal }, settings));
      await withScreening(command, io, { create: true, writes: true }, async (session) => {
        const done = await addList(session, settings, fetched);
        await tell(done, options, io);
        await renewScreening(session, options, io);
      });
    });
}

function update(lists: Command, io: Io): void {
  lists
    .command('update')
    .argument('[name]', 'a list; without it, all of them')
    .description('fetch lists anew and keep what changed; one that shrinks by more than a tenth is held back')
    .option('--reread', 'read lists anew even where their bytes are the same, after an update of Dualwatch')
    .option('--accept', 'take in what is held back, or what is fetched now however small it is')
    .option('--json', `one object a list, ${NEWS_HELP}`)
    .addHelpText('after', '\nExamples:\n  dualwatch lists update\n  dualwatch lists update ofac-sdn --accept\n')
    .action(
      async (name: string | undefined, options: Json & { readonly accept?: boolean; readonly reread?: boolean }, command: Command) => {
        if (options.accept && name === undefined) throw new DualwatchError('usage', '--accept needs the name of one list');
        await withScreening(command, io, { create: false, writes: true }, async (session) => {
          const wanted = name === undefined ? await listsInForce(session.store) : [await requireList(session.store, name)];
          if (wanted.length === 0) io.note('No list yet. "dualwatch lists known" shows public ones.');
          const failed: unknown[] = [];
          for (const list of wanted) {
            try {
              await tell(
                await updateList(session, list, { accept: options.accept === true, reread: options.reread === true }),
                options,
                io,
              );
            } catch (error) {
              if (wanted.length === 1) throw error;
              io.note(asDualwatchError(error).message);
              failed.push(error);
            }
          }
          await renewScreening(session, options, io);
          if (failed.length > 0) throw asDualwatchError(failed[0]);
        });
      },
    );
}

async function tell({ list, outcome, version, previous, repeated, folded, doubts }: ListUpdate, options: Json, io: Io): Promise<void> {
  const { counts } = version;
  if (outcome !== 'unchanged') for (const line of unreadLines(version, SHOWN_BAD_ROWS)) io.note(line);
  for (const { line, why } of doubts.slice(0, SHOWN_BAD_ROWS)) io.note(`${list}, line ${line} ${terminalLine(why)}`);
  if (doubts.length > SHOWN_BAD_ROWS) io.note(`${list}: ${doubts.length - SHOWN_BAD_ROWS} more rows are doubtful; --json has them`);
  if (outcome === 'held')
    io.note(
      `${list} has ${counts.listings} listings where the version before has ${counts.listings - counts.added + counts.removed}; it is held back. What it would change: dualwatch lists diff ${list} --to ${version.version}. If that is right: dualwatch lists update ${list} --accept`,
    );
  if (options.json) {
    await io.out(JSON.stringify({ ...version, outcome, previous, repeated, folded, doubts }));
    return;
  }
  const changes = previous === null ? '' : `, ${changesOf(counts)} against version ${previous}`;
  await io.out(
    `${list}: ${outcome === 'unchanged' ? 'nothing new, ' : outcome === 'held' ? 'held back, ' : ''}version ${version.version}${version.publishedAt === null ? '' : ` of ${version.publishedAt}`} (${version.format}), ${counts.listings === 1 ? '1 listing' : `${counts.listings} listings`}${outcome === 'unchanged' ? '' : changes}${faultsOf(counts)}${folded > 0 ? `, ${folded === 1 ? '1 row' : `${folded} rows`} more of parties that are listed already` : ''}`,
  );
}

function changesOf({ added, changed, removed }: { readonly added: number; readonly changed: number; readonly removed: number }): string {
  return `+${added} ~${changed} −${removed}`;
}

function status(lists: Command, io: Io): void {
  lists
    .command('status')
    .description('lists of this home: version, date, counts, what changed last, what waits')
    .option('--json', 'one object a line')
    .addHelpText('after', '\nExample:\n  dualwatch lists status\n')
    .action(async (options: Json, command: Command) => {
      await withScreening(command, io, { create: false, writes: false }, async ({ store }) => {
        const all = await listsInForce(store);
        if (options.json) {
          for (const list of all) await io.out(JSON.stringify(list));
          return;
        }
        if (all.length === 0) {
          io.note('No list yet. "dualwatch lists known" shows public ones; "dualwatch lists add <name, path or address>" adds one.');
          return;
        }
        const columns = [
          { head: 'name' },
          { head: 'version', align: 'right' as const },
          { head: 'published' },
          { head: 'fetched' },
          { head: 'listings', align: 'right' as const },
          { head: 'changed' },
          { head: 'kept out', align: 'right' as const },
          { head: 'every' },
          { head: 'state', shrink: true },
        ];
        await io.out(formatTable(columns, all.map(row), io.width));
        // A table has no room for a whole message.
        for (const { name, lastError, held, current } of all) {
          if (current !== null) for (const line of unreadLines(current, SHOWN_IN_STATUS)) io.note(line);
          if (lastError !== null) io.note(`${name}: last update failed: ${lastError}`);
          if (held !== null)
            io.note(
              `${name}: version ${held.version} is held back; "dualwatch lists diff ${name} --to ${held.version}" shows what it would change, "dualwatch lists update ${name} --accept" takes it in`,
            );
        }
      });
    });
}

function row({ name, current, held, everyMs, lastError }: KeptList): readonly string[] {
  const waits = held === null ? [] : [`version ${held.version} with ${held.counts.listings} listings is held back`];
  const state = [...waits, ...(lastError === null ? [] : [`last update failed: ${lastError}`])].join('; ') || 'good';
  const every = everyMs === null ? 'by hand' : formatDuration(everyMs);
  if (current === null) return [name, '–', '–', '–', '–', '–', '–', every, state];
  const { version, publishedAt, fetchedAt, counts } = current;
  return [
    name,
    String(version),
    publishedAt?.slice(0, 10) ?? '–',
    fetchedAt.slice(0, 16),
    String(counts.listings),
    version === 1 ? 'first' : changesOf(counts),
    String(counts.bad),
    every,
    state,
  ];
}

function remove(lists: Command, io: Io): void {
  lists
    .command('remove')
    .argument('<name>')
    .description('screen against a list no more; its versions stay, since receipts name them')
    .option('--json', `one object, ${NEWS_HELP}`)
    .addHelpText('after', '\nExample:\n  dualwatch lists remove ofac-sdn\n')
    .action(async (name: string, options: Json, command: Command) => {
      await withScreening(command, io, { create: false, writes: false }, async (session) => {
        await removeList(session.store, await requireList(session.store, name), isoTime(session.clock.now()));
        await renewScreening(session, options, io);
        await io.out(
          options.json ? JSON.stringify({ list: name, done: 'remove' }) : `Removed ${name}; "dualwatch lists add" brings it back`,
        );
      });
    });
}
