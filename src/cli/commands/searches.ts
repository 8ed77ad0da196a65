import type { Command } from 'commander';
import { packagedCatalogue } from '../../work/packaged/catalogue.ts';
import { systemClock } from '../../capture/clock.ts';
import { SEARCH_SORTS, type SavedSearch } from '../../model/saved-search.ts';
import { maskedNotice } from '../../recognise/parties/masked-notice.ts';
import { runSearch, saveSearch, searchNamed } from '../../work/cases/saved-searches.ts';
import { doer } from '../by-option.ts';
import type { Io } from '../io.ts';
import { withHome } from '../session.ts';
import { formatTable } from '../table.ts';
import { terminalLine } from '../terminal-text.ts';
import { printNotices, wholeNumber } from './notices.ts';

interface Json {
  readonly json?: boolean;
}

const SHOWN = 50;

export function searchesCommand(program: Command, io: Io): void {
  const searches = program.command('searches').description('questions about notices that are kept under a name: add, list, run, remove');
  add(searches, io);
  list(searches, io);
  run(searches, io);
  remove(searches, io);
}

function add(searches: Command, io: Io): void {
  searches
    .command('add')
    .argument('<name>')
    .argument('<predicate>', 'as in notices --query')
    .description('keep a search; what cannot be read in it is said now')
    .option('--sort <order>', `${SEARCH_SORTS.join(' or ')} (default: priority)`)
    .option('--by <name>', 'whose it is (default: the user of this machine)')
    .option('--json', 'one object')
    .addHelpText('after', '\nExample:\n  dualwatch searches add inbox "triage:new and priority>=40" --sort firstSeen\n')
    .action(async (name: string, query: string, options: Json & { readonly sort?: string; readonly by?: string }, command: Command) => {
      const goods = [...packagedCatalogue().concepts.keys()];
      await withHome(command, io, { create: true }, async ({ home }) => {
        const wanted = { name, query, sort: options.sort, owner: doer(options) };
        const search = await saveSearch(home.store, wanted, goods, systemClock.now());
        await io.out(options.json ? JSON.stringify(search) : `Search ${terminalLine(search.name)}: ${terminalLine(search.query)}`);
      });
    });
}

function list(searches: Command, io: Io): void {
  searches
    .command('list')
    .description('searches by name')
    .option('--json', 'one object a line')
    .addHelpText('after', '\nExample:\n  dualwatch searches list\n')
    .action(async (options: Json, command: Command) => {
      await withHome(command, io, { create: false }, async ({ home }) => {
        const found = await home.store.searches.list();
        if (options.json) for (const one of found) await io.out(JSON.stringify(one));
        else if (found.length === 0) io.note('No search. "dualwatch searches add <name> <predicate>" keeps one.');
        else await io.out(tableOf(found, io.width));
      });
    });
}

function run(searches: Command, io: Io): void {
  searches
    .command('run')
    .argument('<id|name>')
    .description('what it finds now')
    .option('--limit <n>', `at most so many (default: ${SHOWN} for people, all with --json)`)
    .option('--json', 'one object a line, as in notices --json')
    .addHelpText('after', '\nExample:\n  dualwatch searches run inbox\n')
    .action(async (wanted: string, options: Json & { readonly limit?: string }, command: Command) => {
      const limit = options.limit === undefined ? undefined : wholeNumber(options.limit);
      await withHome(command, io, { create: false }, async ({ home }) => {
        const search = await searchNamed(home.store, wanted);
        if (options.json) {
          for await (const notice of runSearch(home.store, search, limit ?? Infinity)) await io.out(JSON.stringify(maskedNotice(notice)));
          return;
        }
        const most = limit ?? SHOWN;
        if (!(await printNotices(runSearch(home.store, search, most + 1), most, io)))
          io.note(`No notice fits ${terminalLine(search.query)} now.`);
      });
    });
}

function remove(searches: Command, io: Io): void {
  searches
    .command('remove')
    .argument('<id|name>')
    .description('keep it no longer')
    .option('--json', 'one object')
    .addHelpText('after', '\nExample:\n  dualwatch searches remove inbox\n')
    .action(async (wanted: string, options: Json, command: Command) => {
      await withHome(command, io, { create: false }, async ({ home }) => {
        const search = await searchNamed(home.store, wanted);
        await home.store.searches.remove(search.id);
        await io.out(options.json ? JSON.stringify({ ...search, removed: true }) : `Removed: ${terminalLine(search.name)}`);
      });
    });
}

function tableOf(found: readonly SavedSearch[], width: number): string {
  const columns = [
    { head: 'name', shrink: true },
    { head: 'predicate', shrink: true, keep: 40 },
    { head: 'sort' },
    { head: 'owner' },
    { head: 'id' },
  ];
  return formatTable(
    columns,
    found.map(({ name, query, sort, owner, id }) => [name, query, sort, owner, id]),
    width,
  );
}
