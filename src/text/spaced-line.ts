import { foldText, type Folded } from './fold.ts';

/** A line of fewer characters is no line set apart, and of those separated by blanks so many stand alone. */
const LEAST = 8;
const ALONE = 0.7;

const HAN = /\p{Script=Han}/u;

/** Folds a line; one of Chinese whose characters are set apart one by one, as recognition of scanned pages leaves them (`2 0 2 4 年 3 月`), without the blanks. Linear. */
export function foldLine(line: string): Folded {
  if (!isSetApart(line)) return foldText(line);
  let text = '';
  const origins: number[] = [];
  for (let at = 0; at < line.length; at += 1) {
    const isBetween = line[at] === ' ' && isAlone(line, at - 1, -1) && isAlone(line, at + 1, 1);
    if (isBetween) continue;
    text += line[at]!;
    origins.push(at);
  }
  const folded = foldText(text);
  return {
    text: folded.text,
    originalSpan: (start, end) => {
      const span = folded.originalSpan(start, end);
      const from = origins[span.start] ?? line.length;
      return { start: from, end: span.end > span.start ? origins[span.end - 1]! + 1 : from };
    },
  };
}

function isSetApart(line: string): boolean {
  if (line.length < 2 * LEAST || !HAN.test(line)) return false;
  const pieces = line.split(' ').filter((piece) => piece !== '');
  return pieces.length >= LEAST && pieces.filter(({ length }) => length === 1).length >= ALONE * pieces.length;
}

/** True for a character next to a blank that has another blank, or the end of the line, on its other side. */
function isAlone(line: string, at: number, step: 1 | -1): boolean {
  const next = line[at + step];
  return at >= 0 && at < line.length && line[at] !== ' ' && (next === undefined || next === ' ');
}
