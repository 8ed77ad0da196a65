/**
 * How well the removal judgement tells removals from errors, walls and edits: on made-up sites, on behaviours written by somebody who has not seen the rules, and on real pages.
 * `npm run -s eval -- removals [--file <behaviours.jsonl>] [--errors] [--visits 10000]`: the last plays so many visits to the sites of the file.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSites } from '../src/catalogue/sites.ts';
import { createPageJudge } from '../src/observe/judge-page.ts';
import { createReader } from '../src/read/read-page.ts';
import { readBehaviours, type Behaviour, type Later } from './removals/behaviour.ts';
import { agrees, judgeBehaviour, type Judging, type Regime } from './removals/judge-behaviour.ts';
import { makeBehaviours } from './removals/make-sites.ts';
import { asBehaviours, HELD_OUT, LEARNED, messagesOf } from './removals/messages.ts';
import { reportMessages } from './removals/report-messages.ts';
import { FIRST_WRITER, SECOND_WRITER } from './removals/writers.ts';
import { simulate, type Simulated } from './removals/simulate.ts';
import { sharedData } from '../test/shared-data.ts';

const WRITERS = [
  ['the first writer, whose misses were read since', FIRST_WRITER],
  ['the second writer, whose misses on even lines were read since', SECOND_WRITER],
] as const;
const REGIMES: readonly Regime[] = ['before', 'when asked', 'never'];
const TRUTHS: readonly Later['truth'][] = ['present', 'changed', 'emptied', 'removed', 'blocked', 'unreachable'];

/** Runs the evaluation; resolves to 1 where anything that is no removal was taken for one. */
export async function run(args: readonly string[]): Promise<number> {
  const sites = loadSites();
  const judging: Judging = { reader: createReader(sites), judge: createPageJudge(sites) };
  const file = args.includes('--file') ? args[args.indexOf('--file') + 1] : undefined;
  let wrong = 0;
  if (file !== undefined) wrong += report(file, readBehaviours(file), judging, args);
  else {
    wrong += report('made-up sites', makeBehaviours(), judging, args);
    for (const [writer, written] of WRITERS) wrong += report(`behaviours by ${writer}`, readBehaviours(written), judging, args);
  }
  if (file === undefined)
    for (const [half, writers] of [
      ['learned from', LEARNED],
      ['held out', HELD_OUT],
    ] as const)
      for (const writer of writers)
        wrong += reportMessages(`${half}, writer ${writer}`, asBehaviours(messagesOf(writer)), judging, half === 'held out' ? [] : args);
  const played = file === undefined ? WRITERS : [[file, file] as const];
  const visits = args.includes('--visits') ? Number(args[args.indexOf('--visits') + 1]) : 10_000;
  for (const others of [0, 10]) {
    const beside =
      others === 0 ? 'no other notice of theirs followed' : `${others} other notices of theirs visited in the half hour before`;
    wrong += reportSimulation(`made-up sites, ${beside}`, simulate(judging, makeBehaviours(), visits, others));
    for (const [writer, written] of played)
      wrong += reportSimulation(`sites by ${writer}, ${beside}`, simulate(judging, readBehaviours(written), visits, others));
  }
  wrong += reportReal(judging);
  return wrong === 0 ? 0 : 1;
}

function reportSimulation(name: string, of: Simulated): number {
  const share = of.removed === 0 ? 1 : of.confirmedAtSecond / of.removed;
  console.log(
    `\n${of.visits} visits to ${of.notices} notices, ${name} (${[...of.met].map(([what, count]) => `${what} ${count}`).join(', ')}): really removed ${of.removed}, confirmed at the second sighting ${of.confirmedAtSecond} (${share.toFixed(3)}), at any ${of.confirmed}; called removed and standing ${of.falseRemovals.length}`,
  );
  for (const one of of.falseRemovals.slice(0, 10)) console.log(`  ${one}`);
  for (const one of of.missed) console.log(`  missed: ${one}`);
  return of.falseRemovals.length;
}

const REAL: readonly (readonly [file: string, state: string, kind: string | null, reason: string | null])[] = [
  ['wechat/article.html', 'present', null, null],
  ['wechat/article-pictures-type8.html', 'present', null, null],
  ['wechat/article-text-type10.html', 'present', null, null],
  ['wechat/removed-by-publisher.html', 'removed', 'publisher', 'deleted'],
  ['wechat/removed-by-platform.html', 'removed', 'platform', 'violation'],
  ['wechat/withheld-for-now.html', 'blocked', null, 'withheld'],
  ['wechat/blocked-verification.snippet.html', 'blocked', null, 'captcha'],
  ['ccgp/award-notice.excerpt.html', 'present', null, null],
];

/** Real pages beside the checkout, by the labels of their source. */
function reportReal({ reader }: Judging): number {
  const folder = sharedData('data/pages');
  if (folder === undefined) {
    console.log('\nreal pages: skipped, data/pages is not beside the checkout (DUALWATCH_SHARED)');
    return 0;
  }
  const wrong = REAL.filter(([file, state, kind, reason]) => {
    const reading = reader.read({ bytes: readFileSync(join(folder, file)), url: 'http://127.0.0.1/s/x' });
    const right = reading.state === state && reading.removalKind === kind && reading.reason === reason;
    if (!right) console.log(`  ${file}: ${reading.state} ${reading.removalKind ?? ''} ${reading.reason ?? ''}`);
    return !right;
  });
  console.log(`\nreal pages: ${REAL.length - wrong.length} of ${REAL.length} in the state, kind and reason that their labels say`);
  return wrong.length;
}

function report(name: string, behaviours: readonly Behaviour[], judging: Judging, args: readonly string[]): number {
  const answers = behaviours.reduce((sum, one) => sum + one.later.length, 0);
  console.log(`\n${name}: ${behaviours.length} sites, ${answers} answers`);
  let falseRemovals = 0;
  let before = 0;
  const judged = behaviours.map((of) => ({ of, told: judgeBehaviour(judging, of, REGIMES) }));
  for (const regime of REGIMES) {
    const table = new Map(TRUTHS.map((truth) => [truth, new Map(TRUTHS.map((said) => [said, 0]))]));
    let [found, right, others, accepted] = [0, 0, 0, 0];
    for (const { of, told } of judged)
      for (const [n, later] of of.later.entries()) {
        const one = told.get(regime)?.[n];
        if (one === undefined) continue;
        const { said, judgement } = one;
        const ok = agrees(one, later);
        const row = table.get(later.truth);
        row?.set(said, (row.get(said) ?? 0) + 1);
        if (later.truth === 'removed') {
          if (said === 'removed') found += 1;
          if (ok) right += 1;
        } else {
          others += 1;
          if (ok) accepted += 1;
          if (said === 'removed' && !ok) falseRemovals += 1;
        }
        if (args.includes('--errors') && !ok)
          console.log(
            `  ${regime}: ${of.id} #${n} is ${later.truth}${later.kind ? ` ${later.kind}` : ''}, judged ${said}: ${judgement.reason ?? ''} (${judgement.basis ?? ''})`,
          );
      }
    const count = (truth: Later['truth'], said: Later['truth']): number => table.get(truth)?.get(said) ?? 0;
    const wrongly = falseRemovals - before;
    before = falseRemovals;
    console.log(
      `\nprobed ${regime}: removals found ${found} of ${answers - others} (${right} judged as written or as its writer lets stand), other answers right ${accepted} of ${others}, taken for a removal ${wrongly}`,
    );
    console.log(`  ${'truth \\ judged'.padEnd(14)}${TRUTHS.map((said) => said.padStart(12)).join('')}`);
    for (const truth of TRUTHS)
      console.log(`  ${truth.padEnd(14)}${TRUTHS.map((said) => String(count(truth, said)).padStart(12)).join('')}`);
  }
  return falseRemovals;
}
