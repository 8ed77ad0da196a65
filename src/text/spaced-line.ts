import type { Span } from '../model/span.ts';
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
  const cells = cellsOf(line);
  let next = 0;
  for (let at = 0; at < line.length; at += 1) {
    while (next < cells.length && cells[next]!.end <= at) next += 1;
    const isCell = next < cells.length && at >= cells[next]!.start;
    const isBetween = !isCell && line[at] === ' ' && isAlone(line, at - 1, -1) && isAlone(line, at + 1, 1);
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

/** Digits set apart, with the points in them, and what stands before or behind them in a number or code: Y 0 1 4, 2 0 2 4 - 1 2, 第 1 2 号. */
const DIGITS = /(?<![^ ])[\d０-９.](?: [\d０-９.])+(?![^ ])/g;
const BEFORE = /[第a-z:：/〔[(（-]/i;
const BEHIND = /[年月日号时点分秒元万亿a-z%％/〕\])）-]/i;

/** Runs of single digits that are cells of a table rather than one number: nothing of a number or code stands beside them, nor Han characters set apart on both sides. */
function cellsOf(line: string): readonly Span[] {
  const cells: Span[] = [];
  for (const { 0: run, index } of line.matchAll(DIGITS)) {
    const end = index + run.length;
    const [before, behind] = [aloneAt(line, index - 2, -1), aloneAt(line, end + 1, 1)];
    if (!BEFORE.test(before) && !BEHIND.test(behind) && !(HAN.test(before) && HAN.test(behind))) cells.push({ start: index, end });
  }
  return cells;
}

/** The character that is set apart at `at`, or nothing. */
function aloneAt(line: string, at: number, step: 1 | -1): string {
  return isAlone(line, at, step) ? line[at]! : '';
}

/** True for a character next to a blank that has another blank, or the end of the line, on its other side. */
function isAlone(line: string, at: number, step: 1 | -1): boolean {
  const next = line[at + step];
  return at >= 0 && at < line.length && line[at] !== ' ' && (next === undefined || next === ' ');
}
