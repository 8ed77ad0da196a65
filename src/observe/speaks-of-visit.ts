import { printWords } from '../text/print-words.ts';
import type { MessageStems } from '../text/message-words.ts';
import type { Said } from './message-sentences.ts';

/** A text of so many different words may be a notice; a message has fewer, as a rule. Pairs of Han characters count as words. */
const WORDS_OF_TEXT = 50;
/** Of what a wall says at length, more than this share of its clauses speaks to its visitor or as walls do. */
const LEAST_OF_WALL = 0.2;
/** A notice has so many words of what is to be delivered, and how. */
const LEAST_TERMS = 2;

/** How clauses of a text are told, given as `messageWords`. */
export interface ClauseSpeech {
  /** Speaks to a visitor, or as walls do. */
  asWall(words: string): boolean;
  /** Terms of a purchase: what is to be delivered, and how. */
  readonly terms: readonly MessageStems[];
}

/**
 * Whether what stands in place of a notice is a text about something of its own: long, with terms of a purchase, and hardly any of it speaks as walls do (to the visitor; of pages, access, servers; of what
 * fails). Linear. Pure.
 */
export function isTextOfItsOwn(lines: readonly string[], sentences: readonly Said[], { asWall, terms }: ClauseSpeech): boolean {
  if (printWords(lines.join('\n')).length < WORDS_OF_TEXT) return false;
  const clauses = sentences.flatMap((sentence) => sentence.clauses).filter((words) => words.trim() !== '');
  if (terms.filter((term) => sentences.some(({ words }) => term.in(words))).length < LEAST_TERMS) return false;
  return lettersIn(clauses.filter(asWall)) < LEAST_OF_WALL * lettersIn(clauses);
}

function lettersIn(clauses: readonly string[]): number {
  return clauses.reduce((sum, words) => sum + words.replace(/ /g, '').length, 0);
}
