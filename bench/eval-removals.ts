/**
 * How well the removal judgement tells removals from errors, walls and edits: on made-up sites, on behaviours written by somebody who has not seen the rules, and on real pages.
 * `npm run -s eval -- removals [--file <behaviours.jsonl>] [--errors] [--visits 10000]`: the last plays so many visits to the sites of the file.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSites } from '../src/catalogue/sites.ts';
import { createPageJudge } from '../src/observe/judge-page.ts';
import { createReader } from '../src/read/read-page.ts';
import { readBehaviours, type Behaviour } from './removals/behaviour.ts';
import type { Judging } from './removals/judge-behaviour.ts';
import { makeBehaviours } from './removals/make-sites.ts';
import { asBehaviours, HELD_OUT, READ, messagesOf } from './removals/messages.ts';
import { reportMessages } from './removals/report-messages.ts';
import { reportSites } from './removals/report-sites.ts';
import { WRITERS, writerOf, type Writer } from './removals/writers.ts';
import { simulate, type Beside, type Simulated } from './removals/simulate.ts';
import { sharedData } from '../test/shared-data.ts';

/** Runs the evaluation; resolves to 1 where anything that is no removal was taken for one. */
export async function run(args: readonly string[]): Promise<number> {
  const sites = loadSites();
  const judging: Judging = { reader: createReader(sites), judge: createPageJudge(sites) };
  const file = args.includes('--file') ? args[args.indexOf('--file') + 1] : undefined;
  const errors = args.includes('--errors');
  const writers = file === undefined ? [OURS, ...WRITERS] : [writerOf(file)];
  let wrong = 0;
  for (const writer of writers) wrong += reportSites(`sites by ${writer.name}`, sitesOf(writer), judging, { ...writer, errors });
  if (file === undefined)
    for (const [half, of] of [
      ['read while mending', READ],
      ['held out', HELD_OUT],
    ] as const)
      for (const writer of of)
        wrong += reportMessages(`${half}, writer ${writer}`, asBehaviours(messagesOf(writer)), judging, half === 'held out' ? [] : args);
  const visits = args.includes('--visits') ? Number(args[args.indexOf('--visits') + 1]) : 10_000;
  for (const { name, ...beside } of BESIDE)
    for (const writer of writers)
      wrong += reportSimulation(`sites by ${writer.name}, ${name}`, simulate(judging, sitesOf(writer), visits, beside), writer);
  wrong += reportReal(judging);
  return wrong === 0 ? 0 : 1;
}

const BESIDE: readonly (Beside & { readonly name: string })[] = [
  { name: 'no other notice of theirs followed', followed: false, visited: 0 },
  { name: 'others of theirs followed, none visited lately', followed: true, visited: 0 },
  { name: '10 other notices of theirs visited in the half hour before', followed: true, visited: 10 },
];

const OURS = { name: 'us', file: null, isHeldOut: () => false } as const;

function sitesOf({ file }: Writer | typeof OURS): readonly Behaviour[] {
  return file === null ? makeBehaviours() : readBehaviours(file);
}

function reportSimulation(name: string, of: Simulated, { isHeldOut }: Pick<Writer, 'isHeldOut'>): number {
  const share = of.removed === 0 ? 1 : of.confirmedAtSecond / of.removed;
  console.log(
    `\n${of.visits} visits to ${of.notices} notices, ${name} (${[...of.met].map(([what, count]) => `${what} ${count}`).join(', ')}): other notices visited to judge one ${of.asked}; really removed ${of.removed}, confirmed at the second sighting ${of.confirmedAtSecond} (${share.toFixed(3)}), at any ${of.confirmed}; called removed and standing ${of.falseRemovals.length}, and ${of.closedSites.length} at sites that showed their front page at every address`,
  );
  for (const [what, list] of [
    ['standing', of.falseRemovals],
    ['missed', of.missed],
  ] as const) {
    const read = list.filter(({ id }) => !isHeldOut(id));
    for (const one of read) console.log(`  ${what}: ${one.id}: ${one.what}`);
    if (read.length < list.length) console.log(`  ${what}: ${list.length - read.length} of sites that are held out`);
  }
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
