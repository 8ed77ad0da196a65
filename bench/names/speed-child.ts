/**
 * One measurement in a process of its own, so that its memory is its own: `node bench/names/speed-child.ts <task> <index file>`. Reads what it needs
 * from the standard input as JSON, prints its result as one line of JSON. Started by bench/screen.ts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import type { NameQuery } from '../../src/model/party.ts';
import { loadEngine } from './engine.ts';
import type { NameIndex } from './engine.ts';
import { peersList } from './peers-list.ts';
import { tenTimes } from './ten-times.ts';
import { calibrationSeconds, cpuSecondsOf } from './cpu-clock.ts';

const [task = '', file = ''] = process.argv.slice(2);
const engine = await loadEngine();
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
    bytes = engine.build(parties).bytes;
  });
  const wallMs = performance.now() - started;
  writeFileSync(file, bytes);
  return { parties: parties.length, names: parties.reduce((sum, { names }) => sum + names.length, 0), wallMs, cpu, bytes: bytes.length };
}

/** What to ask, and from which score on answers are wanted. */
interface ScreenTask {
  readonly queries: readonly NameQuery[];
  readonly threshold: number;
}

/** Three rounds after one to warm up; names per CPU second of the best and of the median round, with a calibration loop beside each. */
function screen({ queries, threshold }: ScreenTask): object {
  const index = openSaved();
  const round = (): readonly { readonly id: string; readonly score: number }[][] =>
    queries.map((query) => index.search(query, 10, threshold).map(({ id, score }) => ({ id, score })));
  round();
  const cpu: number[] = [];
  const calibration: number[] = [];
  let answers: readonly (readonly { readonly id: string; readonly score: number }[])[] = [];
  const started = performance.now();
  for (let n = 0; n < 3; n += 1) {
    calibration.push(calibrationSeconds());
    cpu.push(
      cpuSecondsOf(() => {
        answers = round();
      }),
    );
  }
  cpu.sort((a, b) => a - b);
  return {
    perSecond: queries.length / (cpu[0] ?? 1),
    medianPerSecond: queries.length / (cpu[1] ?? 1),
    calibration: Math.min(...calibration),
    wallMs: performance.now() - started,
    answers,
  };
}

function openSaved(): NameIndex {
  return engine.open(readFileSync(file));
}
