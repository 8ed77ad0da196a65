import { foldText } from '../../text/fold.ts';
import { isHan, isLetter } from './phrases.ts';
import { stemOf } from './stem.ts';

/** Pairs of neighbouring Han characters and stems of words of a phrase: what frequencies are kept of. */
export function unitsOfPhrase(phrase: string): readonly string[] {
  const { text } = foldText(phrase);
  const units: string[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isHan(code)) {
      if (at + 1 < text.length && isHan(text.charCodeAt(at + 1))) units.push(text.slice(at, at + 2));
      at += 1;
      continue;
    }
    let end = at;
    while (end < text.length && isLetter(text.charCodeAt(end))) end += 1;
    if (end > at) units.push(stemOf(text.slice(at, end)));
    at = Math.max(end, at + 1);
  }
  return units;
}
