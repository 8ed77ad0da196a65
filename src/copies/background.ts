import type { CopyKnowledge } from '../catalogue/copy-knowledge.ts';
import { createTokeniser } from './tokens/tokeniser.ts';
import type { Tokeniser } from './tokens/tokeniser.ts';

/** What is known before two texts are seen: the words of facts, and how common pairs of characters and stems are. */
export interface Background {
  readonly tokeniser: Tokeniser;
  /** How much a pair of Han characters or a stem tells, 0 to 1: 1 where no notice in a thousand has it, 0 where all have. */
  weightOf(unit: string): number;
}

/** Share of notices from which on a word tells as much as any. */
const RARE = 1 / 1000;

/** Compiles words and frequencies of the catalogue. One serves any number of pairs. */
export function createBackground(knowledge: CopyKnowledge): Background {
  const weights = new Map([...knowledge.frequencies.shares].map(([unit, share]) => [unit, Math.min(1, Math.log(share) / Math.log(RARE))]));
  return { tokeniser: createTokeniser(knowledge), weightOf: (unit) => weights.get(unit) ?? 1 };
}
