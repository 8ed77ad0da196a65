import type { MessageWeights } from '../catalogue/message-weights.ts';
import { messageFeatures } from '../text/message-features.ts';

/** A feature that the weights have for every message. */
export const ANY_MESSAGE = '^ $ any';

/**
 * How likely it is, 0 to 1, that a message tells of something that was taken away, by how such messages read: a logistic regression over beginnings of words and runs of
 * characters, each weighing less the more of them are known. For messages in words that no rule has.
 */
export function chanceOfRemoval(lines: readonly string[], weights: MessageWeights): number {
  let sum = 0;
  let known = 0;
  for (const feature of messageFeatures(lines)) {
    const weight = weights.get(feature);
    if (weight === undefined) continue;
    sum += weight;
    known += 1;
  }
  if (known < LEAST_KNOWN) return 0;
  return 1 / (1 + Math.exp(-(sum / Math.sqrt(known) + (weights.get(ANY_MESSAGE) ?? 0))));
}

/** With less nothing can be said. */
const LEAST_KNOWN = 3;
