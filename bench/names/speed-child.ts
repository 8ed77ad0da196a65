/**
 * One measurement in a process of its own, so that its memory is its own: `node bench/names/speed-child.ts <task> <index file>`. Reads what it needs
 * from the standard input as JSON, prints its result as one line of JSON. Started by bench/screen.ts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import type { NameQuery } from '../../src/model/party.ts';
import { buildScreenIndex } from '../../src/screen/index/build.ts';
import { openScreenIndex, type ScreenIndex } from '../../src/screen/index/screen-index.ts';
import { openNameKnowledge } from '../../src/work/packaged/name-knowledge.ts';
import { partyOf } from './party-of.ts';
import { peersList } from './peers-list.ts';
import { tenTimes } from './ten-times.ts';
import { calibrationSeconds, cpuSecondsOf } from './cpu-clock.ts';
import { speedOf, type Speed } from './quiet-speed.ts';

/** V8 has compiled what it will compile after so many rounds: before, each is faster than the last. */
const WARM_UP = 10;
/** Rounds of names that are asked for once. */
const UNSEEN_ROUNDS = 5;

const [task = '', file = ''] = process.argv.slice(2);
// As the product does: what was compiled of the catalogue is kept beside the index.
const knowledge = openNameKnowledge();
process.stdout.write(`${JSON.stringify({ ...(await measure()), peakMb: process.resourceUsage().maxRSS / 1024 })}\n`);

async function measure(): Promise<object> {
  switch (task) {
    case 'build':
      return build(peersList());
    case 'build-ten-times':
      return build([...tenTimes(peersList())]);
    case 'screen':
      return screen(JSON.parse(await text(process.stdin)) as ScreenTask);
    default:
      throw new Error(`no task "${task}"`);
  }
}

function build(parties: ReturnType<typeof peersList>): object {
  let bytes: Uint8Array = new Uint8Array();
  const started = performance.now();
  const cpu = cpuSecondsOf(() => {
    bytes = buildScreenIndex(Iterator.from(parties).map(partyOf), knowledge).bytes;
  });
  const wallMs = performance.now() - started;
  writeFileSync(file, bytes);
  return { parties: parties.length, names: parties.reduce((sum, { names }) => sum + names.length, 0), wallMs, cpu, bytes: bytes.length };
}

/** What to ask, and from which score on answers are wanted. Where there are names in `unseen`, these are measured, each asked once: a fifth of them in each round. */
interface ScreenTask {
  readonly queries: readonly NameQuery[];
  readonly unseen?: readonly NameQuery[];
  readonly threshold: number;
}

/** Rounds after those to warm up; names per CPU second (see `speedOf`), with a calibration loop beside them. */
async function screen({ queries, unseen, threshold }: ScreenTask): Promise<object> {
  const index = openSaved();
  const ask = (names: readonly NameQuery[]): readonly (readonly { readonly id: string; readonly score: number }[])[] =>
    names.map((query) => index.search(query, { limit: 10, threshold }).map(({ id, score }) => ({ id, score })));
  for (let n = 0; n < WARM_UP; n += 1) ask(queries);
  const calibration = calibrationSeconds();
  const speed =
    unseen === undefined ? await speedOf(queries.length, (from, to) => void ask(queries.slice(from, to))) : speedOfUnseen(unseen, ask);
  return { ...speed, calibration: Math.min(calibration, calibrationSeconds()), answers: unseen === undefined ? ask(queries) : [] };
}

/** The same of names that are asked for once, a fifth of them in each round: no moment of theirs comes again, so that rounds count as a whole. */
function speedOfUnseen(unseen: readonly NameQuery[], ask: (names: readonly NameQuery[]) => unknown): Speed {
  const count = Math.floor(unseen.length / UNSEEN_ROUNDS);
  const rounds = Array.from({ length: UNSEEN_ROUNDS }, (_, n) =>
    cpuSecondsOf(() => void ask(unseen.slice(n * count, (n + 1) * count))),
  ).toSorted((a, b) => a - b);
  const bestRound = count / (rounds[0] ?? 1);
  return { perSecond: bestRound, bestRound, medianRound: count / (rounds[UNSEEN_ROUNDS >> 1] ?? 1) };
}

function openSaved(): ScreenIndex {
  return openScreenIndex(readFileSync(file), knowledge);
}
