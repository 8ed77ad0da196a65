import type { Span } from '../../model/span.ts';

interface Placed extends Span {
  readonly is: 'goods' | 'quantity';
}

/**
 * Cuts a sentence into pieces of one item each: at commas and conjunctions such that every piece has a number of its own, or goods of its own
 * behind a number that is taken. `marks`: goods and quantities inside the sentence, in its order. One piece where nothing is counted twice.
 */
export function piecesOf(text: string, sentence: Span, marks: readonly Placed[]): readonly Span[] {
  if (marks.filter(({ is }) => is === 'quantity').length < 2) return [sentence];
  const pieces: Span[] = [];
  let from = sentence.start;
  let hasQuantity = false;
  let last = from;
  let hasGoods = false;
  for (const mark of marks) {
    const taken = mark.is === 'quantity' ? hasQuantity : hasQuantity && hasGoods;
    if (taken) {
      const cut = cutIn(text, last, mark.start);
      if (cut !== null) {
        pieces.push({ start: from, end: cut.start });
        from = cut.end;
        hasQuantity = false;
        hasGoods = false;
      }
    }
    if (mark.is === 'quantity') hasQuantity = true;
    else hasGoods = true;
    last = Math.max(last, mark.end);
  }
  pieces.push({ start: from, end: sentence.end });
  return pieces;
}

const CUT = /[,，、/]\s*(?:and |и |та |й |以及|及|和)?|\s(?:and|и|та|й|plus|а также|а також)\s|(?:以及|及|和|与)/u;

function cutIn(text: string, from: number, to: number): Span | null {
  const match = to > from ? CUT.exec(text.slice(from, Math.min(to, from + 400))) : null;
  return match === null ? null : { start: from + match.index, end: from + match.index + match[0].length };
}
