import type { Span } from '../../model/span.ts';

interface Placed extends Span {
  readonly is: 'goods' | 'quantity';
  /** Of goods. */
  readonly concept?: string | undefined;
}

/**
 * Cuts a sentence into pieces of one item each: at commas and conjunctions such that every piece has a number of its own, or goods of its own
 * behind a number that is taken; and before goods that a number touches, where other goods stand before a comma (a detector, jammers 20 pcs) or, with the number first, before a
 * conjunction too (a detector and 20 jammers). `marks`: goods and quantities inside the sentence, in its order. One piece where nothing is counted.
 */
export function piecesOf(text: string, sentence: Span, marks: readonly Placed[]): readonly Span[] {
  if (!marks.some(({ is }) => is === 'quantity')) return [sentence];
  const pieces: Span[] = [];
  let from = sentence.start;
  let hasQuantity = false;
  let last = from;
  let goods: Placed[] = [];
  for (const [at, mark] of marks.entries()) {
    const taken = mark.is === 'quantity' ? hasQuantity : hasQuantity && goods.length > 0;
    if (mark.is === 'quantity' && !hasQuantity) {
      const cut = cutBeforeCounted(text, mark, goods, marks.slice(at + 1, at + 4));
      if (cut !== null) {
        pieces.push({ start: from, end: cut.start });
        from = cut.end;
        goods = goods.filter(({ start }) => start >= cut.end);
      }
    } else if (taken) {
      const cut = cutIn(text, last, mark.start);
      if (cut !== null) {
        pieces.push({ start: from, end: cut.start });
        from = cut.end;
        hasQuantity = false;
        goods = [];
      }
    }
    if (mark.is === 'quantity') hasQuantity = true;
    else goods.push(mark);
    last = Math.max(last, mark.end);
  }
  pieces.push({ start: from, end: sentence.end });
  return pieces;
}

/** Where goods end that a number behind them does not count, since it touches others: those right before it, or right behind it; null where it may count all of them. */
function cutBeforeCounted(text: string, count: Span, goods: readonly Placed[], [next, second, third]: readonly Placed[]): Span | null {
  const last = goods.at(-1);
  if (last === undefined) return null;
  const touches = (a: Span, b: Span): boolean => TOUCHES.test(text.slice(a.end, b.start));
  const isFirst = second?.is !== 'quantity' || (third?.is === 'goods' && touches(second, third));
  if (next?.is === 'goods' && isFirst && touches(count, next))
    return next.concept === last.concept ? null : cutIn(text, last.end, count.start);
  const before = goods.findLast(({ end }) => end <= last.start);
  if (before === undefined || before.concept === last.concept || !touches(last, count)) return null;
  const cut = cutIn(text, before.end, last.start);
  return cut !== null && COMMA.test(text.slice(cut.start, cut.end)) ? cut : null;
}

/** Between a number and the goods that it counts. */
const TOUCHES = /^[\s(（–—-]{0,3}$/u;
const COMMA = /[,，]/;

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
