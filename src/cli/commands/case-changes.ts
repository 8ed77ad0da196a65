import type { Command } from 'commander';
import { isoTime, systemClock } from '../../capture/clock.ts';
import type { Case, CaseChange, NotePlace } from '../../model/case.ts';
import { DualwatchError } from '../../model/errors.ts';
import { maskedCase } from '../../recognise/parties/masked-case.ts';
import type { Store } from '../../store/port.ts';
import { caseNamed, itemNamed } from '../../work/cases/case-items.ts';
import { givenLine, givenText, givenTime } from '../../work/cases/given-text.ts';
import { noticeNamed } from '../../work/cases/triage-notices.ts';
import { BY, doer } from '../by-option.ts';
import { actLine } from '../case-lines.ts';
import type { Io } from '../io.ts';
import { withHome } from '../session.ts';
import { wholeNumber } from './notices.ts';

interface By {
  readonly json?: boolean;
  readonly by?: string;
  readonly why?: string;
}

/** What is done to a case, in the order of the help. */
export function caseChangeCommands(cases: Command, io: Io): void {
  add(cases, io);
  remove(cases, io);
  task(cases, io);
  comment(cases, io);
  note(cases, io);
  for (const act of ['close', 'reopen'] as const) turn(cases, io, act);
  rename(cases, io);
}

function add(cases: Command, io: Io): void {
  changing(
    cases
      .command('add')
      .argument('<id|title>')
      .argument('<items...>', 'ids or addresses of notices and reports; ids of claims, publishers, listings; digests of captures'),
    'add to a case',
    'dualwatch case add c01… https://newspaper.example/story q01… --why "denies it"',
  )
    .option('--why <text>', 'why it belongs there')
    .action(async (named: string, items: readonly string[], options: By, command: Command) =>
      change(named, options, command, io, (store) => additions(store, items, reasonOf(options))),
    );
}

function remove(cases: Command, io: Io): void {
  changing(
    cases.command('remove').argument('<id|title>').argument('<number>', 'of the item, as case show gives it'),
    'take an item out of a case; the log keeps that it was there',
    'dualwatch case remove c01… 4 --why "another tender"',
  )
    .option('--why <text>', 'why it does not belong there')
    .action(async (named: string, number: string, options: By, command: Command) =>
      change(named, options, command, io, () => [{ do: 'remove', item: wholeNumber(number), why: reasonOf(options) }]),
    );
}

interface TaskOptions extends By {
  readonly done?: string;
  readonly undone?: string;
  readonly change?: string;
  readonly to?: string;
  readonly due?: string;
}

function task(cases: Command, io: Io): void {
  changing(
    cases.command('task').argument('<id|title>').argument('[text]', 'what is to be done'),
    'add a task to a case, or change one',
    'dualwatch case task c01… "ask the maker" --to bob --due 2026-03-20\n  dualwatch case task c01… --done 5',
  )
    .option('--to <name>', 'whose it is')
    .option('--due <day>', 'until when: 2026-03-20')
    .option('--done <number>', 'the task of this number is done')
    .option('--undone <number>', 'it is not done after all')
    .option('--change <number>', 'change text, --to or --due of this task')
    .action(async (named: string, text: string | undefined, options: TaskOptions, command: Command) =>
      change(named, options, command, io, () => [taskChange(text, options)]),
    );
}

function taskChange(text: string | undefined, options: TaskOptions): CaseChange {
  const assignee = options.to === undefined ? undefined : givenLine(options.to, '--to', 200);
  const due = options.due === undefined ? undefined : givenTime(options.due, '--due');
  const numbers = [options.done, options.undone, options.change].filter((one) => one !== undefined);
  const [number] = numbers;
  if (numbers.length > 1) throw new DualwatchError('usage', 'give one of --done, --undone and --change');
  if (number === undefined)
    return { do: 'task', text: givenText(text ?? '', 'the task', 2000), assignee: assignee ?? null, due: due ?? null };
  return {
    do: 'changeTask',
    task: wholeNumber(number),
    ...(options.done === undefined ? {} : { done: true }),
    ...(options.undone === undefined ? {} : { done: false }),
    ...(text === undefined ? {} : { text: givenText(text, 'the task', 2000) }),
    ...(assignee === undefined ? {} : { assignee }),
    ...(due === undefined ? {} : { due }),
  };
}

function comment(cases: Command, io: Io): void {
  changing(
    cases.command('comment').argument('<id|title>').argument('<text>'),
    'say something about a case',
    'dualwatch case comment c01… "seen before"',
  ).action(async (named: string, text: string, options: By, command: Command) =>
    change(named, options, command, io, () => [{ do: 'comment', text: givenText(text, 'the comment') }]),
  );
}

interface NoteOptions extends By {
  readonly on?: string;
  readonly words?: string;
  readonly change?: string;
}

function note(cases: Command, io: Io): void {
  changing(
    cases.command('note').argument('<id|title>').argument('<text>'),
    'write a note, which may hang on words of a notice and be changed later',
    'dualwatch case note c01… "the maker is in St Petersburg" --on n01… --words Bulat',
  )
    .option('--on <notice>', 'the notice that it hangs on')
    .option('--words <text>', 'words of its text')
    .option('--change <number>', 'the note of this number reads so from now on')
    .action(async (named: string, text: string, options: NoteOptions, command: Command) =>
      change(named, options, command, io, async (store) => {
        const given = givenText(text, 'the note');
        if (options.change !== undefined) return [{ do: 'changeNote', note: wholeNumber(options.change), text: given }];
        return [{ do: 'note', text: given, on: await placeOf(store, options) }];
      }),
    );
}

async function placeOf(store: Store, { on, words }: NoteOptions): Promise<NotePlace | null> {
  if (on === undefined && words === undefined) return null;
  if (on === undefined || words === undefined || words === '') throw new DualwatchError('usage', '--on and --words go together');
  const notice = await noticeNamed(store, on);
  const stored = await store.readingOf(notice);
  const start = stored?.reading.text.indexOf(words) ?? -1;
  if (stored === undefined || start < 0) throw new DualwatchError('not-found', `the text of ${on} has no words "${words}"`);
  return { notice, capture: stored.capture, start, end: start + words.length };
}

function turn(cases: Command, io: Io, act: 'close' | 'reopen'): void {
  changing(
    cases.command(act).argument('<id|title>'),
    act === 'close' ? 'nothing is left to do' : 'go on with it',
    `dualwatch case ${act} c01…`,
  )
    .option('--why <text>', 'your reason')
    .action(async (named: string, options: By, command: Command) =>
      change(named, options, command, io, () => [{ do: act, why: reasonOf(options) }]),
    );
}

function rename(cases: Command, io: Io): void {
  changing(
    cases.command('rename').argument('<id|title>').argument('<title>'),
    'give it another title',
    'dualwatch case rename c01… "Detectors"',
  ).action(async (named: string, title: string, options: By, command: Command) =>
    change(named, options, command, io, () => [{ do: 'rename', title: givenLine(title, 'the title') }]),
  );
}

function changing(command: Command, description: string, example: string): Command {
  return command
    .description(description)
    .option(...BY)
    .option('--json', 'one object: the case')
    .addHelpText('after', `\nExample:\n  ${example}\n`);
}

async function change(
  named: string,
  options: By,
  command: Command,
  io: Io,
  changes: (store: Store) => readonly CaseChange[] | Promise<readonly CaseChange[]>,
): Promise<void> {
  await withHome(command, io, { create: false }, async ({ home }) => {
    const { id } = await caseNamed(home.store, named);
    const changed: Case = await home.store.cases.change(id, await changes(home.store), {
      by: doer(options),
      at: isoTime(systemClock.now()),
    });
    if (options.json) {
      await io.out(JSON.stringify(maskedCase(changed)));
      return;
    }
    const [last] = await home.store.cases.actsOf(id, changed.version - 1, 1);
    if (last !== undefined) await io.out(actLine(last));
  });
}

/** Items as people name them, to be added. */
export async function additions(store: Store, items: readonly string[], why: string | null): Promise<readonly CaseChange[]> {
  const changes: CaseChange[] = [];
  for (const named of items) changes.push({ do: 'add', item: await itemNamed(store, named), why });
  return changes;
}

function reasonOf({ why }: By): string | null {
  return why === undefined ? null : givenText(why, '--why');
}
