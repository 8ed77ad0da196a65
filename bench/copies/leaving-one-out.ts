import { fitLogistic } from '../names/fit-logistic.ts';
import { accuracyOf } from '../names/metrics.ts';
import type { Forecast, Judgement } from '../names/metrics.ts';

/** A score of a pair of a source, and whether it is a copy. */
export interface Scored extends Forecast {
  readonly source: string;
}

/** For the pairs of each source in turn: a threshold, and a scale and bias of the odds, fitted on all other sources. */
export function leavingOneSourceOut(pairs: readonly Scored[]): {
  readonly threshold: readonly Judgement[];
  readonly scaled: readonly Forecast[];
} {
  const threshold: Judgement[] = [];
  const scaled: Forecast[] = [];
  for (const [source, own] of Map.groupBy(pairs, (pair) => pair.source)) {
    const others = pairs.filter((pair) => pair.source !== source);
    const cut = bestCut(others);
    const examples = others.map(({ score, actual }) => ({ features: [1, oddsOf(score)], isMatch: actual, weight: 1 }));
    const weights = fitLogistic(
      examples,
      [
        [-20, 20],
        [0, 20],
      ],
      0.01,
    );
    for (const { score, actual } of own) {
      threshold.push({ predicted: score >= cut, actual });
      scaled.push({ score: 1 / (1 + Math.exp(-((weights[0] ?? 0) + (weights[1] ?? 0) * oddsOf(score)))), actual });
    }
  }
  return { threshold, scaled };
}

/** The cut of the best F1: midway between two neighbouring scores. */
function bestCut(pairs: readonly Scored[]): number {
  const scores = [...new Set(pairs.map(({ score }) => score))].toSorted((a, b) => a - b);
  let [best, bestF1] = [0, -1];
  for (let n = 0; n < scores.length; n += 1) {
    const cut = n === 0 ? 0 : ((scores[n - 1] ?? 0) + (scores[n] ?? 0)) / 2;
    const { f1 } = accuracyOf(pairs.map(({ score, actual }) => ({ predicted: score >= cut, actual })));
    if (f1 > bestF1) [best, bestF1] = [cut, f1];
  }
  return best;
}

function oddsOf(score: number): number {
  const bounded = Math.min(1 - 1e-6, Math.max(1e-6, score));
  return Math.log(bounded / (1 - bounded));
}
