import { bootstrap, wilson } from '../names/metrics.ts';

/** A notice with what was expected and found. */
export interface Judged {
  readonly expected: boolean;
  readonly got: boolean;
  /** Labels wanted and found; concepts outside the labels' policy left out. */
  readonly wanted: readonly string[];
  readonly found: readonly string[];
}

/** Hits and misses. */
export interface Counts {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

/** Counts notices that name goods of a watched family and those that do not. */
export function countNotices(judged: readonly Judged[]): Counts {
  const of = (expected: boolean, got: boolean): number => judged.filter((one) => one.expected === expected && one.got === got).length;
  return { tp: of(true, true), fp: of(false, true), fn: of(true, false), tn: of(false, false) };
}

/** Counts labels over all notices (for the micro-average), or one label. */
export function countLabels(judged: readonly Judged[], only?: string): Counts {
  let [tp, fp, fn, tn] = [0, 0, 0, 0];
  for (const { wanted, found } of judged) {
    const all = new Set([...wanted, ...found]);
    for (const label of all) {
      if (only !== undefined && label !== only) continue;
      if (!wanted.includes(label)) fp += 1;
      else if (found.includes(label)) tp += 1;
      else fn += 1;
    }
    if (only !== undefined && !all.has(only)) tn += 1;
  }
  return { tp, fp, fn, tn };
}

export function f1({ tp, fp, fn }: Counts): number {
  return tp === 0 ? 0 : (2 * tp) / (2 * tp + fp + fn);
}

/** A proportion with its 95 % Wilson interval, as text of one width. */
export function proportion(hits: number, of: number): string {
  if (of === 0) return '–'.padEnd(17);
  const [low, high] = wilson(hits, of);
  return `${(hits / of).toFixed(3)} [${low.toFixed(2)} ${high.toFixed(2)}]`.padEnd(17);
}

/** 95 % interval of F1 of notices over 500 resamples, always the same ones. */
export function f1Interval(judged: readonly Judged[]): readonly [number, number] {
  return bootstrap(judged, (some) => f1(countNotices(some)));
}

/** The same of the labels of notices, the micro-average. */
export function labelsF1Interval(judged: readonly Judged[]): readonly [number, number] {
  return bootstrap(judged, (some) => f1(countLabels(some)));
}

/** One line: precision, recall, F1 with intervals, false alerts, F1 of labels. */
export function scoreLine(name: string, judged: readonly Judged[]): string {
  const counts = countNotices(judged);
  const { tp, fp, fn, tn } = counts;
  const [low, high] = f1Interval(judged);
  return (
    `${name.padEnd(34)} n ${String(judged.length).padStart(4)}  P ${proportion(tp, tp + fp)}  R ${proportion(tp, tp + fn)}  F1 ${f1(counts).toFixed(3)} [${low.toFixed(2)} ${high.toFixed(2)}]` +
    `  false alerts ${fp} of ${fp + tn}  concepts F1 ${f1(countLabels(judged)).toFixed(3)}\n`
  );
}
