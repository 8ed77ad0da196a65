import type { Command } from 'commander';
import { isoTime, systemClock } from '../../capture/clock.ts';
import { CASE_STATES, type CaseState } from '../../model/case.ts';
import { DualwatchError } from '../../model/errors.ts';
import { newCaseId } from '../../model/ids.ts';
import { maskedCase } from '../../recognise/parties/masked-case.ts';
import { caseNamed, itemNamed } from '../../work/cases/case-items.ts';
import { givenLine } from '../../work/cases/given-text.ts';
import { suggestForCase } from '../../work/cases/suggest-for-case.ts';
import { BY, doer } from '../by-option.ts';
import { actLine, caseTable, printCase, printSuggestion } from '../case-lines.ts';
import type { Io } from '../io.ts';
import { withHome } from '../session.ts';
import { terminalLine } from '../terminal-text.ts';
import { additions, caseChangeCommands } from './case-changes.ts';
import { wholeNumber } from './notices.ts';

interface Json {
  readonly json?: boolean;
}

interface By extends Json {
  readonly by?: string;
}

export function caseCommand(program: Command, io: Io): void {
  const cases = program
    .command('case')
    .description('notices, reports, claims and parties that belong together, with tasks and notes: new, list, show, add, suggest, …');
  open(cases, io);
  list(cases, io);
  show(cases, io);
  caseChangeCommands(cases, io);
  log(cases, io);
  suggest(cases, io);
}

function open(cases: Command, io: Io): void {
  cases
    .command('new')
    .argument('<title>')
    .argument('[items...]', 'what it holds from the start, as in case add')
    .description('open a case')
    .option(...BY)
    .option('--json', 'one object')
    .addHelpText('after', '\nExample:\n  dualwatch case new "Detectors for whom?" n01…\n')
    .action(async (title: string, items: readonly string[], options: By, command: Command) => {
      await withHome(command, io, { create: true }, async ({ home }) => {
        const now = systemClock.now();
        const made = await home.store.cases.open({
          id: newCaseId(now),
          title: givenLine(title, 'the title'),
          changes: await additions(home.store, items, null),
          by: doer(options),
          at: isoTime(now),
        });
        await io.out(options.json ? JSON.stringify(maskedCase(made)) : `Case ${made.id}: ${terminalLine(made.title)}`);
      });
    });
}

function list(cases: Command, io: Io): void {
  cases
    .command('list')
    .description('cases, the latest changed first')
    .option('--state <state>', CASE_STATES.join(' or '))
    .option('--holding <item>', 'only those that hold this notice, claim, party, publisher or capture')
    .option('--json', 'one object a line')
    .addHelpText('after', '\nExample:\n  dualwatch case list --state open\n')
    .action(async (options: Json & { readonly state?: string; readonly holding?: string }, command: Command) => {
      const state = options.state === undefined ? undefined : stateOf(options.state);
      await withHome(command, io, { create: false }, async ({ home }) => {
        const holding = options.holding === undefined ? undefined : (await itemNamed(home.store, options.holding)).id;
        const filter = { limit: 10_000, ...(state === undefined ? {} : { state }), ...(holding === undefined ? {} : { holding }) };
        const found = await home.store.cases.list(filter);
        if (options.json) for (const one of found) await io.out(JSON.stringify(one));
        else if (found.length === 0) io.note('No such case. "dualwatch case new <title>" opens one.');
        else await io.out(caseTable(found, io.width));
      });
    });
}

function show(cases: Command, io: Io): void {
  cases
    .command('show')
    .argument('<id|title>')
    .description('one case: what it holds, tasks, comments, notes; their numbers are what other commands call them by')
    .option('--json', 'one object')
    .addHelpText('after', '\nExample:\n  dualwatch case show "Detectors for whom?"\n')
    .action(async (named: string, options: Json, command: Command) => {
      await withHome(command, io, { create: false }, async ({ home }) => {
        const found = await caseNamed(home.store, named);
        const shown = maskedCase(found);
        if (options.json) await io.out(JSON.stringify(shown));
        else await printCase(shown, io);
      });
    });
}

function log(cases: Command, io: Io): void {
  cases
    .command('log')
    .argument('<id|title>')
    .description('who did what in a case, in order; nothing is ever taken out of it')
    .option('--json', 'one object a line')
    .addHelpText('after', '\nExample:\n  dualwatch case log c01…\n')
    .action(async (named: string, options: Json, command: Command) => {
      await withHome(command, io, { create: false }, async ({ home }) => {
        const { id } = await caseNamed(home.store, named);
        for (let after = 0; ;) {
          const acts = await home.store.cases.actsOf(id, after, 1000);
          for (const act of acts) await io.out(options.json ? JSON.stringify(act) : actLine(act));
          if (acts.length < 1000) return;
          after = acts.at(-1)?.no ?? after;
        }
      });
    });
}

function suggest(cases: Command, io: Io): void {
  cases
    .command('suggest')
    .argument('<id|title>')
    .description(
      'what may belong to a case: copies, reports, notices and claims that share names, bodies, days or words with it, with the reasons',
    )
    .option('--limit <n>', 'at most so many (default: 20)')
    .option('--json', 'one object a line: {kind,id,caption,notice|claim,score,reasons}')
    .addHelpText('after', '\nExample:\n  dualwatch case suggest c01…\n')
    .action(async (named: string, options: Json & { readonly limit?: string }, command: Command) => {
      const limit = options.limit === undefined ? 20 : wholeNumber(options.limit);
      await withHome(command, io, { create: false }, async ({ home }) => {
        const { items: found, total } = await suggestForCase(home.store, await caseNamed(home.store, named), limit);
        for (const one of found) {
          if (options.json) await io.out(JSON.stringify(one));
          else await printSuggestion(one, io);
        }
        if (found.length < total) io.note(`${total - found.length} more: --limit ${total} shows all.`);
        if (total === 0) io.note('Nothing is tied to what the case holds; it suggests from notices, reports and claims.');
      });
    });
}

function stateOf(text: string): CaseState {
  const found = CASE_STATES.find((state) => state === text);
  if (found === undefined) throw new DualwatchError('usage', `"${text}" is no state of a case; choose ${CASE_STATES.join(' or ')}`);
  return found;
}
