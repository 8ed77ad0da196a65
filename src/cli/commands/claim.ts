import type { Command } from 'commander';
import { isoTime, systemClock } from '../../capture/clock.ts';
import { PURPOSES, type Assertions, type Claim, type Purpose } from '../../model/claim.ts';
import type { ClaimComparison, ClaimFinding } from '../../model/claim-finding.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { ClaimId } from '../../model/ids.ts';
import { caseNamed } from '../../work/cases/case-items.ts';
import { claimNamed, compareWithNotices } from '../../work/cases/compare-claims.ts';
import { givenText } from '../../work/cases/given-text.ts';
import { recordClaim } from '../../work/cases/record-claim.ts';
import { noticeNamed } from '../../work/cases/triage-notices.ts';
import { findNotice } from '../../work/shown/find-notice.ts';
import { BY, doer } from '../by-option.ts';
import type { Io } from '../io.ts';
import { withHome } from '../session.ts';
import { terminalLine, terminalText } from '../terminal-text.ts';

interface Json {
  readonly json?: boolean;
}

interface AddOptions extends Json {
  readonly who: string;
  readonly quote: string;
  readonly about: readonly string[];
  readonly in?: string;
  readonly said?: string;
  readonly goods?: readonly string[];
  readonly notGoods?: readonly string[];
  readonly otherGoods?: readonly string[];
  readonly destination?: readonly string[];
  readonly purpose?: readonly string[];
  readonly published?: string;
  readonly case?: readonly string[];
  readonly by?: string;
}

export function claimCommand(program: Command, io: Io): void {
  const claim = program
    .command('claim')
    .description('what somebody says about notices, and what these say to it: add, list, show, compare, withdraw');
  add(claim, io);
  list(claim, io);
  show(claim, io);
  compare(claim, io);
  withdraw(claim, io);
}

function add(claim: Command, io: Io): void {
  claim
    .command('add')
    .description('record a claim; what its words say is recognised, the options add what an analyst takes it to say')
    .requiredOption('--who <name>', 'who says it')
    .requiredOption('--quote <text>', 'its words, as published')
    .requiredOption('--about <notice...>', 'ids or addresses of the notices that it is about')
    .option('--in <report>', 'where it stands: id or address of a report or notice, or the digest of a capture')
    .option('--said <time>', 'when it was said: 2026-03-09, or a time')
    .option('--goods <concept...>', 'goods that it says were meant')
    .option('--not-goods <concept...>', 'goods that it says were not meant')
    .option('--other-goods <kind...>', 'goods that no list controls: toys, medical …')
    .option('--destination <place...>', 'where it says that the goods go: KZ')
    .option('--purpose <purpose...>', PURPOSES.join(', '))
    .option('--published <yes|no>', 'whether it says that there was such a notice')
    .option('--case <id|title...>', 'cases to add it to')
    .option(...BY)
    .option('--json', 'one object')
    .addHelpText(
      'after',
      `\nExample:\n  dualwatch claim add --who "the association" --said 2024-06-10 --quote "it was about children's toys, for buyers in Kazakhstan" \\\n    --in https://newspaper.example/story --about n01…\n`,
    )
    .action(async (options: AddOptions, command: Command) => {
      await withHome(command, io, { create: false }, async ({ home }) => {
        const cases = [];
        for (const named of options.case ?? []) cases.push((await caseNamed(home.store, named)).id);
        const recorded = await recordClaim(home.store, {
          who: options.who,
          quote: options.quote,
          about: options.about,
          source: options.in,
          saidAt: options.said,
          asserts: assertionsOf(options),
          cases,
          by: doer(options),
          at: isoTime(systemClock.now()),
        });
        if (recorded.capture === null) io.note('No capture holds the quote: "--in <report>" says where it stands.');
        else if (recorded.at === null) io.note('The quote does not stand word for word in the text of its capture; it is kept as given.');
        await io.out(options.json ? JSON.stringify(recorded) : `Claim ${recorded.id} by ${terminalLine(recorded.who)}`);
      });
    });
}

function list(claim: Command, io: Io): void {
  claim
    .command('list')
    .description('claims, the latest recorded first')
    .option('--about <notice>', 'only those about this notice')
    .option('--json', 'one object a line')
    .addHelpText('after', '\nExample:\n  dualwatch claim list --about n01…\n')
    .action(async (options: Json & { readonly about?: string }, command: Command) => {
      await withHome(command, io, { create: false }, async ({ home }) => {
        const about = options.about === undefined ? undefined : await noticeNamed(home.store, options.about);
        let count = 0;
        for (let before: ClaimId | undefined; ;) {
          const page = await home.store.claims.list({
            limit: 200,
            ...(about === undefined ? {} : { about }),
            ...(before === undefined ? {} : { before }),
          });
          count += page.length;
          for (const one of page) await io.out(options.json ? JSON.stringify(one) : claimLine(one));
          if (page.length < 200) break;
          before = page.at(-1)?.id;
        }
        if (count === 0) io.note('No claim. "dualwatch claim add" records one.');
      });
    });
}

function show(claim: Command, io: Io): void {
  claim
    .command('show')
    .argument('<id>')
    .description('one claim: its words, where they stand, what it is about')
    .option('--json', 'one object')
    .addHelpText('after', '\nExample:\n  dualwatch claim show q01…\n')
    .action(async (id: string, options: Json, command: Command) => {
      await withHome(command, io, { create: false }, async ({ home }) => {
        const one = await claimNamed(home.store, id);
        if (options.json) {
          await io.out(JSON.stringify(one));
          return;
        }
        const line = (name: string, value: string): Promise<void> => io.out(`${name.padEnd(12)}${terminalLine(value)}`);
        await io.out(terminalText(quoteOf(one)));
        await line('says', `${one.who}${one.saidAt === null ? '' : `, ${one.saidAt}`}`);
        await line('stands in', placeWords(one));
        for (const notice of one.about) await line('about', `${(await findNotice(home.store, notice)).title ?? ''}  ${notice}`);
        for (const [what, ids] of Object.entries(one.asserts) as readonly [string, unknown][])
          if (Array.isArray(ids) ? ids.length > 0 : ids !== null) await line(what, String(ids));
        await line('recorded', `${one.recordedAt} by ${one.by}`);
        if (one.withdrawn !== null) await line('withdrawn', `${one.withdrawn.at} by ${one.withdrawn.by}: ${one.withdrawn.why}`);
        for (const id of one.cases) await line('case', id);
      });
    });
}

function compare(claim: Command, io: Io): void {
  claim
    .command('compare')
    .argument('<id>')
    .description('what the notices say to each thing that the claim says, with the words of both')
    .option('--json', 'one object for each notice: {notice,capture,findings}')
    .addHelpText('after', '\nExample:\n  dualwatch claim compare q01…\n')
    .action(async (id: string, options: Json, command: Command) => {
      await withHome(command, io, { create: false }, async ({ home }) => {
        const one = await claimNamed(home.store, id);
        const compared = await compareWithNotices(home.store, one);
        if (!options.json) await io.out(terminalLine(`${one.who}: “${quoteOf(one)}”`));
        for (const each of compared) {
          if (options.json) await io.out(JSON.stringify(each));
          else await printComparison(each, (await findNotice(home.store, each.notice)).title, io);
        }
      });
    });
}

function withdraw(claim: Command, io: Io): void {
  claim
    .command('withdraw')
    .argument('<id>')
    .description('it was recorded wrongly: it stays, and counts no more')
    .requiredOption('--why <text>', 'your reason')
    .option(...BY)
    .option('--json', 'one object')
    .addHelpText('after', '\nExample:\n  dualwatch claim withdraw q01… --why "said by somebody else"\n')
    .action(async (id: string, options: Json & { readonly why: string; readonly by?: string }, command: Command) => {
      await withHome(command, io, { create: false }, async ({ home }) => {
        const one = await claimNamed(home.store, id);
        const why = givenText(options.why, '--why');
        const back = await home.store.claims.withdraw(one.id, { by: doer(options), at: isoTime(systemClock.now()), why });
        await io.out(options.json ? JSON.stringify(back) : `Withdrawn: ${claimLine(back)}`);
      });
    });
}

async function printComparison({ findings, capture }: ClaimComparison, title: string | null, io: Io): Promise<void> {
  await io.out(`\n${terminalLine(title ?? '(no title)')}${capture === null ? '  (no text was kept)' : ''}`);
  if (findings.length === 0) await io.out('  the claim says nothing that a notice could agree with or contradict');
  for (const finding of findings) await io.out(findingLine(finding));
}

function findingLine({ about, verdict, basis, claim, notice }: ClaimFinding): string {
  const words = [
    claim === null ? '(stated)' : `“${claim.text}” ${claim.start}–${claim.end}`,
    notice === null ? '' : `“${notice.text}” ${notice.start}–${notice.end}`,
  ];
  return `  ${verdict.padEnd(13)}${about.padEnd(13)}${terminalLine(`${basis} [${words.filter(Boolean).join(' | ')}]`)}`;
}

function claimLine(claim: Claim): string {
  return terminalLine(
    `${claim.id}  ${claim.saidAt ?? '–'}  ${claim.who}: “${quoteOf(claim).slice(0, 80)}”${claim.withdrawn === null ? '' : '  (withdrawn)'}`,
  );
}

function quoteOf({ quote, forgotten }: Claim): string {
  return forgotten ? '(its words were removed by order, with their capture)' : quote;
}

function placeWords({ capture, at }: Claim): string {
  if (capture === null) return 'no capture: it was heard, or is nowhere kept';
  return at === null ? `capture ${capture}, not word for word` : `capture ${capture}, characters ${at.start}–${at.end} of its text`;
}

function assertionsOf(options: AddOptions): Partial<Assertions> {
  const purposes = (options.purpose ?? []).map((given): Purpose => {
    const found = PURPOSES.find((one) => one === given);
    if (found === undefined) throw new DualwatchError('usage', `--purpose ${given}: choose one of ${PURPOSES.join(', ')}`);
    return found;
  });
  const { published } = options;
  if (published !== undefined && published !== 'yes' && published !== 'no') throw new DualwatchError('usage', '--published is yes or no');
  return {
    goods: options.goods ?? [],
    notGoods: options.notGoods ?? [],
    otherGoods: options.otherGoods ?? [],
    destinations: (options.destination ?? []).map((place) => place.toUpperCase()),
    purposes,
    published: published === undefined ? null : published === 'yes',
  };
}
