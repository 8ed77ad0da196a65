import { printWords } from '../text/print-words.ts';
import type { MessageStems } from '../text/message-words.ts';
import type { Said } from './message-sentences.ts';

/** A text of so many different words may be a notice; a message has fewer, as a rule. Pairs of Han characters count as words. */
const WORDS_OF_TEXT = 50;
/** Of what a wall says at length, more than this share of its clauses speaks to its visitor or of what they visit. */
const LEAST_OF_VISIT = 0.2;

/**
 * Whether what stands in place of a notice is a text about something of its own: long, and hardly any of it speaks of a visit (to the visitor, of pages, access, servers). Then a word that walls have too
 * ("for buyers abroad only") is one of its words, and no wall. Linear. Pure.
 */
export function isTextOfItsOwn(lines: readonly string[], sentences: readonly Said[], ofVisit: MessageStems): boolean {
  if (new Set(printWords(lines.join('\n'))).size < WORDS_OF_TEXT) return false;
  const clauses = sentences.flatMap((sentence) => sentence.clauses).filter((words) => words.trim() !== '');
  const about = clauses.filter((words) => ofVisit.in(words));
  return lettersIn(about) < LEAST_OF_VISIT * lettersIn(clauses);
}

function lettersIn(clauses: readonly string[]): number {
  return clauses.reduce((sum, words) => sum + words.replace(/ /g, '').length, 0);
}
