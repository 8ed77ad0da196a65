import { seededRandom } from './random.ts';

/** Both ends of a 95 % interval. */
export type Interval = readonly [low: number, high: number];

/** Wilson score interval of a proportion; [0, 1] where nothing was tried. */
export function wilson(hits: number, of: number): Interval {
  if (of === 0) return [0, 1];
  const z = 1.959964;
  const p = hits / of;
  const centre = (p + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))) / (1 + (z * z) / of);
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

/** What was said of something and what is true of it. */
export interface Judgement {
  readonly predicted: boolean;
  readonly actual: boolean;
}

export interface Accuracy {
  readonly n: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Precision, recall and F1; each 0 where nothing stands below the line. */
export function accuracyOf(judgements: readonly Judgement[]): Accuracy {
  let [hits, predicted, actual] = [0, 0, 0];
  for (const one of judgements) {
    if (one.predicted) predicted += 1;
    if (one.actual) actual += 1;
    if (one.predicted && one.actual) hits += 1;
  }
  const f1 = hits === 0 ? 0 : (2 * hits) / (predicted + actual);
  return { n: judgements.length, precision: hits / (predicted || 1), recall: hits / (actual || 1), f1 };
}

/** 95 % percentile interval of a statistic over 500 resamples, always the same ones. */
export function bootstrap<T>(sample: readonly T[], statistic: (resample: readonly T[]) => number): Interval {
  if (sample.length === 0) return [0, 1];
  const random = seededRandom(20_240_522);
  const values = Array.from({ length: 500 }, () => statistic(sample.map(() => random.pick(sample)))).toSorted((a, b) => a - b);
  return [values[12] ?? 0, values[487] ?? 0];
}

/** A probability that was given, and what came of it. */
export interface Forecast {
  readonly score: number;
  readonly actual: boolean;
}

/** Mean squared distance of probability and outcome: 0 is perfect, .25 is a coin. */
export function brierScore(forecasts: readonly Forecast[]): number {
  if (forecasts.length === 0) return 0;
  return forecasts.reduce((sum, { score, actual }) => sum + (score - Number(actual)) ** 2, 0) / forecasts.length;
}

export interface Decile {
  readonly from: number;
  readonly n: number;
  readonly meanScore: number;
  readonly actual: number;
}

/** Forecasts by tenths of the score; 1 falls into the last. */
export function reliability(forecasts: readonly Forecast[]): Decile[] {
  return Array.from({ length: 10 }, (_, decile) => {
    const inside = forecasts.filter(({ score }) => Math.min(9, Math.floor(score * 10 + 1e-9)) === decile);
    const meanScore = inside.reduce((sum, { score }) => sum + score, 0) / (inside.length || 1);
    return { from: decile / 10, n: inside.length, meanScore, actual: inside.filter(({ actual }) => actual).length };
  });
}
