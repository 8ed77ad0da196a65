import { readFileSync } from 'node:fs';
import type { Role, Scan } from '../../src/model/mention.ts';

/** A sentence of `test/fixtures/goods/role-sentences.jsonl` or `disguises.jsonl`, each by a writer who had not seen the rules. */
export interface RoleSentence {
  readonly id: string;
  readonly lang: 'zh' | 'ru' | 'uk' | 'en';
  readonly text: string;
  /** Concepts that count as goods of the sentence. */
  readonly goods: readonly string[];
  readonly mentions: readonly { readonly text: string; readonly concept: string; readonly role: Role }[];
  readonly kind: string;
}

/** How a scan of one sentence did. */
export interface JudgedSentence {
  readonly sentence: RoleSentence;
  /** Concepts that the scan counts. */
  readonly got: readonly string[];
  /** The same concepts, no more and no fewer. */
  readonly isRight: boolean;
  /** It is about goods or it is not, whichever they are. */
  readonly alertIsRight: boolean;
  /** Labelled mentions that count or do not count as they should; one that was not found at all does not count. */
  readonly countedRight: number;
  /** Labelled mentions found with the very role. */
  readonly rolesRight: number;
}

export type SentenceFile = 'role-sentences' | 'disguises';

/**
 * Sentences with even numbers are those that whoever mends the rules may read; the odd ones are for the score alone.
 */
export function readRoleSentences(half: 'even' | 'odd' | 'all', file: SentenceFile = 'role-sentences'): RoleSentence[] {
  return readFileSync(new URL(`../../test/fixtures/goods/${file}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as RoleSentence)
    .filter((sentence) => half === 'all' || isHeldOutSentence(sentence) === (half === 'odd'));
}

export function isHeldOutSentence({ id }: Pick<RoleSentence, 'id'>): boolean {
  return Number(id.slice(1)) % 2 === 1;
}

/** Compares a scan of a sentence with its labels. */
export function judgeSentence(sentence: RoleSentence, { goods, mentions }: Pick<Scan, 'goods' | 'mentions'>): JudgedSentence {
  let countedRight = 0;
  let rolesRight = 0;
  for (const wanted of sentence.mentions) {
    const start = sentence.text.indexOf(wanted.text);
    const end = start + wanted.text.length;
    const found = mentions.filter((one) => one.concept === wanted.concept && one.role !== undefined && one.start < end && one.end > start);
    if (found.some(({ role }) => role === 'goods') === (wanted.role === 'goods')) countedRight += 1;
    if (found.some(({ role }) => role === wanted.role)) rolesRight += 1;
  }
  const wanted = new Set(sentence.goods);
  return {
    sentence,
    got: goods,
    isRight: goods.length === wanted.size && goods.every((concept) => wanted.has(concept)),
    alertIsRight: goods.length > 0 === wanted.size > 0,
    countedRight,
    rolesRight,
  };
}

/** Sums over sentences. */
export interface SentenceScore {
  readonly sentences: number;
  readonly right: number;
  readonly alertsRight: number;
  readonly mentions: number;
  readonly countedRight: number;
  readonly rolesRight: number;
}

export function scoreOf(judged: readonly JudgedSentence[]): SentenceScore {
  const sum = (of: (one: JudgedSentence) => number): number => judged.reduce((total, one) => total + of(one), 0);
  return {
    sentences: judged.length,
    right: sum(({ isRight }) => Number(isRight)),
    alertsRight: sum(({ alertIsRight }) => Number(alertIsRight)),
    mentions: sum(({ sentence }) => sentence.mentions.length),
    countedRight: sum(({ countedRight }) => countedRight),
    rolesRight: sum(({ rolesRight }) => rolesRight),
  };
}
