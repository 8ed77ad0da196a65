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

/** V8 has compiled what it will compile after so many rounds: before, each is faster than the last. */
const WARM_UP = 10;
const ROUNDS = 5;

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

/** Rounds after those to warm up; names per CPU second of the best and of the median one, with a calibration loop beside each. */
function screen({ queries, unseen, threshold }: ScreenTask): object {
  const index = openSaved();
  const ask = (names: readonly NameQuery[]): readonly { readonly id: string; readonly score: number }[][] =>
    names.map((query) => index.search(query, { limit: 10, threshold }).map(({ id, score }) => ({ id, score })));
  for (let n = 0; n < WARM_UP; n += 1) ask(queries);
  const asked = unseen === undefined ? queries.length : Math.floor(unseen.length / ROUNDS);
  const cpu: number[] = [];
  const calibration: number[] = [];
  let answers: readonly (readonly { readonly id: string; readonly score: number }[])[] = [];
  for (let n = 0; n < ROUNDS; n += 1) {
    const names = unseen?.slice(n * asked, (n + 1) * asked) ?? queries;
    calibration.push(calibrationSeconds());
    cpu.push(
      cpuSecondsOf(() => {
        answers = ask(names);
      }),
    );
  }
  cpu.sort((a, b) => a - b);
  return {
    perSecond: asked / (cpu[0] ?? 1),
    medianPerSecond: asked / (cpu[ROUNDS >> 1] ?? 1),
    calibration: Math.min(...calibration),
    answers,
  };
}

function openSaved(): ScreenIndex {
  return openScreenIndex(readFileSync(file), knowledge);
}
