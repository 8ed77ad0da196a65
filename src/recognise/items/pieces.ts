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

const CUT =
  /(?:[，、]|(?<!\d)[,/]|[,/](?!\d))\s*(?:and |и |та |й |以及|及|和)?|\s(?:and|и|та|й|plus|а также|а також)\s|(?:以及|及|和|与)/gu;

/**
 * Where one item ends and the next begins: at the first cut behind which no number stands, since values go on with the goods they stand behind ("camera, 640x512, 60 Hz, and 2
 * jammers"); at the last one where each has a number behind it.
 */
function cutIn(text: string, from: number, to: number): Span | null {
  if (to <= from) return null;
  const between = text.slice(from, Math.min(to, from + MOST_BETWEEN));
  const lastDigit = between.search(/\d\D*$/u);
  let cut: Span | null = null;
  for (const { index, 0: sign } of between.matchAll(CUT)) {
    cut = { start: from + index, end: from + index + sign.length };
    if (index > lastDigit) break;
  }
  return cut;
}

/** How far behind goods or a quantity the next item may begin, in UTF-16 units. */
const MOST_BETWEEN = 400;
