import type { ParameterLabel } from '../../catalogue/parameter-words.ts';
import type { Span } from '../../model/span.ts';
import { foldUnit, isLetterAt } from './phrase-trie.ts';
import type { PhraseTrie } from './phrase-trie.ts';
import { isDigitAt } from './read-digits.ts';

/** A label beside a value. `label` is null where the words are of money or scores. */
export interface NearLabel extends Span {
  readonly label: ParameterLabel | null;
}

/** How far before a value its label may stand, and how far behind. */
const REACH_BEFORE = 72;
const REACH_AFTER = 28;

/** Whether a label can be of the value; null stands for words of money and scores. */
export type Fits = (label: ParameterLabel | null) => boolean;

/** Longest label, in characters: a longer one with the same end may begin this far before a shorter one. */
const LONGEST = 32;

/** The label that ends last before `at` in the same sentence, of those that fit; the longest of them. */
export function labelBefore(text: string, at: number, labels: PhraseTrie<ParameterLabel | null>, fits: Fits): NearLabel | null {
  let best: NearLabel | null = null;
  let least = Math.max(0, at - REACH_BEFORE);
  let breaks = 0;
  for (let start = at - 1; start >= least; start -= 1) {
    const code = foldUnit(text.charCodeAt(start));
    if (code === 0x0a) breaks += 1;
    if (breaks > 1 || endsSentence(text, start, code)) break;
    const found = labelAt(text, start, labels, fits);
    if (found === null || found.end > at || (best !== null && found.end < best.end)) continue;
    best = found;
    least = Math.max(least, start - LONGEST);
  }
  return best;
}

/** The label behind a value that ends at `at` (5 km jamming range, 5公里的干扰距离), with no sign and no number between. */
export function labelAfter(text: string, at: number, labels: PhraseTrie<ParameterLabel | null>, fits: Fits): NearLabel | null {
  const most = Math.min(text.length, at + REACH_AFTER);
  for (let start = at; start < most; start += 1) {
    const code = foldUnit(text.charCodeAt(start));
    if (code === 0x20 || text[start] === '-') continue;
    if (isDigitAt(text, start) || isSign(code)) return null;
    const found = labelAt(text, start, labels, fits);
    if (found !== null) return found;
    // 的 may stand between; of any other Chinese word nothing is known
    if (!isLetterAt(text, start) && text[start] !== '的') return null;
  }
  return null;
}

function labelAt(text: string, start: number, labels: PhraseTrie<ParameterLabel | null>, fits: Fits): NearLabel | null {
  const match = labels.matchWord(text, start);
  if (match === null) return null;
  const label = match.values.find(fits);
  return label === undefined ? null : { start, end: match.end, label };
}

/** A sign that ends a sentence: 。; ! ? and a full stop behind a word. A line break does not: a label may stand above its value. */
function endsSentence(text: string, at: number, code: number): boolean {
  if (code === 0x3b || code === 0x3002 || code === 0x21 || code === 0x3f) return true;
  return (
    code === 0x2e &&
    foldUnit(text.charCodeAt(at + 1)) === 0x20 &&
    isLetterAt(text, at - 1) &&
    isLetterAt(text, at - 2) &&
    isLetterAt(text, at - 3)
  );
}

function isSign(code: number): boolean {
  return (
    (code >= 0x21 && code <= 0x2c) ||
    code === 0x2e ||
    code === 0x2f ||
    (code >= 0x3a && code <= 0x40) ||
    code === 0x0a ||
    code === 0x3001 ||
    code === 0x3002
  );
}
