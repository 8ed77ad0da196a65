import type { ParameterLabel } from '../../catalogue/parameter-words.ts';
import type { Span } from '../../model/span.ts';
import { foldUnit, isLetterAt } from './phrase-trie.ts';
import type { PhraseTrie } from './phrase-trie.ts';
import { isDigitAt } from './read-number.ts';

/** A label beside a value. `label` is null where the words are of money or scores. */
export interface NearLabel extends Span {
  readonly label: ParameterLabel | null;
}

/** How far before a value its label may stand, and how far behind. */
const REACH_BEFORE = 72;
const REACH_AFTER = 28;

/** Whether a label can be of the value; null stands for words of money and scores. */
export type Fits = (label: ParameterLabel | null) => boolean;

/** The label that ends last before `at` in the same sentence, of those that fit; the longest of them. */
export function labelBefore(text: string, at: number, labels: PhraseTrie<ParameterLabel | null>, fits: Fits): NearLabel | null {
  let best: NearLabel | null = null;
  for (let start = sentenceStart(text, at); start < at; start += 1) {
    const found = labelAt(text, start, labels, fits);
    if (found === null || found.end > at || (best !== null && found.end <= best.end)) continue;
    best = found;
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

/** Where the sentence begins that `at` stands in, within reach: after 。; a line break alone only parts a label from its value where more than one stands. */
function sentenceStart(text: string, at: number): number {
  const least = Math.max(0, at - REACH_BEFORE);
  let breaks = 0;
  for (let index = at - 1; index >= least; index -= 1) {
    const code = foldUnit(text.charCodeAt(index));
    if (code === 0x0a) {
      breaks += 1;
      if (breaks > 1) return index + 1;
    } else if (code === 0x3b || code === 0x3002 || code === 0x21 || code === 0x3f) return index + 1;
    else if (
      code === 0x2e &&
      foldUnit(text.charCodeAt(index + 1)) === 0x20 &&
      isLetterAt(text, index - 3) &&
      isLetterAt(text, index - 2) &&
      isLetterAt(text, index - 1)
    )
      return index + 1;
  }
  return least;
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
