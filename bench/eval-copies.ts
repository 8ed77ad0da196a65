/**
 * How well pairs of notices are told to be copies, on labelled pairs beside the checkout (`../shared`, DUALWATCH_SHARED) and on written ones.
 * `npm run -s eval -- copies [--errors] [--written] [--held-out | --development]`. The weights of the judgement were set by hand while the collected pairs and the written ones
 * for development were looked at; a threshold and a scale are fitted on all other sources for each source. Intervals: bootstrap (fixed seed).
 */
import { judgePair } from '../src/copies/judge-pair.ts';
import type { PairVerdict } from '../src/model/copy.ts';
import { openBackground } from '../src/work/copies/background.ts';
import { textsToJudge } from '../src/work/copies/recognised-text.ts';
import { collectedPairs, writtenPairs } from './copies/labelled-pairs.ts';
import type { LabelledPair } from './copies/labelled-pairs.ts';
import { leavingOneSourceOut } from './copies/leaving-one-out.ts';
import { accuracyOf, bootstrap, brierScore } from './names/metrics.ts';

export interface JudgedPair {
  readonly pair: LabelledPair;
  readonly verdict: PairVerdict;
  /** Seconds of CPU. */
  readonly cpu: number;
}

/** Some day: facts of texts do not depend on it. */
const TODAY = '2026-11-26T00:00:00Z';

/** Judges all pairs and prints a line for each group of them. Throws `not-found` where the collected pairs are absent. */
export function run(args: readonly string[]): Promise<void> {
  const errors = args.includes('--errors');
  if (!args.includes('--written')) collected(errors);
  for (const [writer, { dev, heldOut }] of Object.entries(writtenPairs())) {
    if (!args.includes('--held-out')) report(`written, ${writer} writer, development`, dev.map(judged), errors);
    // never shown one by one: what is read is no measure any more
    if (!args.includes('--development')) report(`written, ${writer} writer, held out`, heldOut.map(judged), false);
    if (!args.includes('--development') && !args.includes('--held-out'))
      line(`written, ${writer} writer, both halves`, [...dev, ...heldOut].map(judged).map(judgement));
  }
  return Promise.resolve();
}

function collected(errors: boolean): void {
  const pairs = collectedPairs().map(judged);
  report('collected', pairs, errors);
  const { threshold, scaled } = leavingOneSourceOut(
    pairs.map(({ pair, verdict }) => ({ source: pair.source, score: verdict.score, actual: isCopy(pair.label) })),
  );
  line('  threshold fitted without its source', threshold);
  print(
    `  Brier score ${brierScore(pairs.map(({ pair, verdict }) => ({ score: verdict.score, actual: isCopy(pair.label) }))).toFixed(3)}, scale and bias fitted without its source ${brierScore(scaled).toFixed(3)}`,
  );
  const containments = pairs.map(({ pair, verdict }) => ({ source: pair.source, score: verdict.containment, actual: isCopy(pair.label) }));
  line('  containment alone, threshold likewise', leavingOneSourceOut(containments).threshold);
  line(
    '  everything is a copy',
    pairs.map(({ pair }) => ({ predicted: true, actual: isCopy(pair.label) })),
  );
}

function judged(pair: LabelledPair): JudgedPair {
  const start = process.cpuUsage();
  const verdict = judgePair(...textsToJudge(pair.a, pair.b, TODAY), openBackground());
  return { pair, verdict, cpu: process.cpuUsage(start).user / 1e6 };
}

function report(name: string, pairs: readonly JudgedPair[], errors: boolean): void {
  line(name, pairs.map(judgement));
  for (const [lang, of] of Map.groupBy(pairs, ({ pair }) => pair.lang)) line(`  ${lang}`, of.map(judgement));
  for (const [label, of] of Map.groupBy(pairs, ({ pair }) => pair.label)) {
    const right = of.filter(({ pair, verdict }) => verdict.relation === pair.label).length;
    const asCopy = of.filter(({ verdict }) => isCopy(verdict.relation)).length;
    print(`  ${label.padEnd(12)} ${String(right).padStart(4)} of ${of.length} told as such, ${asCopy} as a copy`);
  }
  const forecasts = pairs.map(({ pair, verdict }) => ({ score: verdict.score, actual: isCopy(pair.label) }));
  const times = pairs.map(({ cpu }) => cpu * 1000).toSorted((a, b) => a - b);
  print(`  Brier score ${brierScore(forecasts).toFixed(3)}; ms of CPU a pair, median ${times[times.length >> 1]?.toFixed(1)}`);
  if (errors) for (const one of pairs) if (one.verdict.relation !== one.pair.label) showError(one);
}

function showError({ pair, verdict }: JudgedPair): void {
  print(
    `    ${pair.id} ${pair.lang} ${pair.what}: ${pair.label}, told ${verdict.relation} ${verdict.score.toFixed(2)}, containment ${verdict.containment.toFixed(2)}`,
  );
  for (const { kind, a, b } of verdict.differs.slice(0, 12)) print(`      ${kind}: ${a ?? '–'} | ${b ?? '–'}`);
}

function judgement({ pair, verdict }: JudgedPair): { readonly predicted: boolean; readonly actual: boolean } {
  return { predicted: isCopy(verdict.relation), actual: isCopy(pair.label) };
}

function isCopy(relation: string): boolean {
  return relation !== 'unrelated';
}

function line(name: string, judgements: readonly { readonly predicted: boolean; readonly actual: boolean }[]): void {
  const { n, precision, recall, f1 } = accuracyOf(judgements);
  const [low, high] = bootstrap(judgements, (some) => accuracyOf(some).f1);
  const others = judgements.filter(({ actual }) => !actual);
  const wrong = others.filter(({ predicted }) => predicted).length;
  print(
    `${name.padEnd(42)} n ${String(n).padStart(3)}  F1 ${f1.toFixed(3)} [${low.toFixed(2)} ${high.toFixed(2)}]  precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  false copies ${wrong} of ${others.length}`,
  );
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
