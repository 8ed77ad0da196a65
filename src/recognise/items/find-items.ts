import type { ItemWords } from '../../catalogue/items.ts';
import type { LineItem } from '../../model/line-item.ts';
import type { Mention } from '../../model/mention.ts';
import type { Parameter } from '../../model/parameter.ts';
import type { Span } from '../../model/span.ts';
import { createAmountFinder } from './amounts.ts';
import type { AmountFinder, Money, Quantity } from './amounts.ts';
import { piecesOf } from './pieces.ts';
import { firstAbove } from '../signals.ts';
import { segmentsOf } from './segments.ts';
import type { Segment } from './segments.ts';
import { isMeasure } from './measures.ts';
import { cellsOf, columnsMissing, columnsOf, headsBy } from './table-columns.ts';
import type { Cell, CellKinds, Columns } from './table-columns.ts';
import { listNumber, lotNumber } from './list-number.ts';

/** The items of a text, and whether it has more than are told. */
export interface FoundItems {
  readonly items: readonly LineItem[];
  readonly isCut: boolean;
}

/**
 * Cuts texts into items. `mentions` are those of a scan of the same text; `values` the numbers with units that it states, by which a measure (a jammer of 6 kg, a range of 8000 米) is
 * told from a count. Linear in the text, at most {@link MOST_ITEMS} items, never throws.
 */
export interface ItemFinder {
  find(text: string, mentions: readonly Mention[], values?: readonly Parameter[]): FoundItems;
}

const MOST_ITEMS = 5000;

type Draft = Omit<LineItem, 'number'> & { readonly kind: Segment['kind'] };

/** Compiles the words once. */
export function createItemFinder(words: ItemWords): ItemFinder {
  const amounts = createAmountFinder(words);
  const numbered = listNumber(words.listWords);
  const kinds: CellKinds = { isCount: (cell) => amounts.cell(cell, '') !== null, isUnit: (cell) => amounts.isUnit(cell) };
  const cuts = { numbered, lots: lotNumber(words.listWords), headsBy: (line: string) => headsBy(line, words) };

  function find(text: string, mentions: readonly Mention[], values: readonly Parameter[] = []): FoundItems {
    const goods = new Within(mentions.filter(({ counted }) => counted));
    const equivalents = new Within(mentions.filter(({ kind, id }) => kind === 'intent' && id === 'equivalent'));
    const money = new Within(amounts.money(text));
    const measures = new Within(values);
    const names = new Within(mentions.filter(({ kind }) => kind !== 'place' && kind !== 'intent'));
    let next = 0;
    const quantities = new Within(
      amounts.quantities(text).filter((one) => {
        const { start, end, isStated } = one;
        if (measures.over(one).some((value) => isMeasure(text, one, value))) return false;
        // the number of a model: APX 6000, подшипник 7216
        if (!isStated && names.covers(start, end)) return false;
        if (!isStated && one.times !== 'last' && names.covers(start - 2, start - 1)) return false;
        while (next < money.all.length && (money.all[next]?.end ?? 0) <= start) next += 1;
        return (money.all[next]?.start ?? end) >= end;
      }),
    );
    const draft = (kind: Segment['kind'], span: Span, quantity: LineItem['quantity'], budget: LineItem['budget']): Draft => {
      const { start, end } = trimmed(text, span);
      return {
        kind,
        start,
        end,
        text: text.slice(start, end),
        goods: [...new Set(goods.in(span).flatMap(({ concept }) => concept ?? []))],
        quantity,
        budget,
        orEquivalent: equivalents.in(span).length > 0,
      };
    };
    const drafts: Draft[] = [];
    let columns: Columns | null = null;
    let apart = 0;
    for (const segment of segmentsOf(text, cuts)) {
      if (drafts.length >= MOST_ITEMS) break;
      if (segment.kind === 'row') {
        apart = 0;
        const cells = cellsOf(text, segment, segment.by);
        const heads = columnsOf(cells, words);
        if (heads !== null) {
          columns = heads;
          continue;
        }
        const missing = columns === null ? 0 : columnsMissing(cells, columns, kinds);
        const at = (column: number | null | undefined): string => (typeof column === 'number' ? (cells[column - missing]?.text ?? '') : '');
        const head = (column: number | null | undefined): string => (typeof column === 'number' ? (columns?.heads[column] ?? '') : '');
        const counted = amounts.cell(at(columns?.quantity), at(columns?.unit) || unitInHead(head(columns?.quantity)));
        const priced = amounts.cellMoney(at(columns?.budget), head(columns?.budget));
        const quantity =
          counted ??
          countOf(best(quantities.in(segment), [])) ??
          (typeof columns?.quantity === 'number' ? null : besideUnit(cells, amounts));
        const budget = priced ?? sumOf(money.in(segment)[0]);
        if (goods.in(segment).length > 0 || (counted !== null && cells.length > 1)) drafts.push(draft('row', segment, quantity, budget));
        continue;
      }
      // a cell may go on in a line of its own
      apart += 1;
      if (apart > 1) columns = null;
      const head =
        segment.kind === 'numbered' ? (numbered.exec(text.slice(segment.start, segment.start + LONGEST_NUMBER))?.[0].length ?? 0) : 0;
      // the 2 of "Лот 2 Тепловизор" counts nothing
      const body = { start: segment.start + head, end: segment.end };
      const inside = quantities.in(body);
      const named = goods.in(segment);
      const starts = startsOf(named);
      if (named.length === 0 && !inside.some(({ isStated }) => isStated)) continue;
      const marks = [
        ...inside.filter(({ isStated }) => isStated).map(({ start, end }) => ({ is: 'quantity' as const, start, end })),
        ...inside
          .filter(
            (one, at) => !one.isStated && countsGoods(one, named, starts) && !isMagnification(text, one, inside[at + 1], named, starts),
          )
          .map(({ start, end }) => ({ is: 'quantity' as const, start, end })),
        ...named.map(({ start, end, concept }) => ({ is: 'goods' as const, start, end, concept })),
      ].toSorted((a, b) => a.start - b.start || a.end - b.end);
      const pieces = segment.kind === 'sentence' || marks.length > 3 ? piecesOf(text, segment, marks) : [segment];
      // one sum behind several things is the sum of all of them
      const isShared = pieces.length > 1 && money.in(segment).length === 1;
      for (const piece of pieces) {
        const quantity = countOf(best(quantities.in({ start: Math.max(piece.start, body.start), end: piece.end }), goods.in(piece)));
        if (goods.in(piece).length === 0 && quantity === null) continue;
        drafts.push(draft(segment.kind, piece, quantity, isShared ? null : sumOf(money.in(piece)[0])));
      }
    }
    const kept = withoutRepeats(drafts);
    return {
      items: kept.slice(0, MOST_ITEMS).map(({ kind: _kind, ...item }, index) => ({ number: index + 1, ...item })),
      isCut: drafts.length >= MOST_ITEMS,
    };
  }
  return { find };
}

/** Longest number of a list, in UTF-16 units. */
const LONGEST_NUMBER = 40;

/** In a row without heads: a number in the cell behind one that holds a unit alone (шт | 3), or before it (3 | шт). */
function besideUnit(cells: readonly Cell[], amounts: AmountFinder): LineItem['quantity'] {
  const at = cells.findIndex(({ text }) => amounts.isUnit(text.trim()));
  if (at === -1) return null;
  const unit = cells[at]?.text ?? '';
  return amounts.cell(cells[at + 1]?.text ?? '', unit) ?? amounts.cell(cells[at - 1]?.text ?? '', unit);
}

/** Of several numbers the first with a unit; a bare one only where it stands before goods. */
function best(quantities: readonly Quantity[], goods: readonly Mention[]): Quantity | undefined {
  const starts = startsOf(goods);
  return quantities.find(({ isStated }) => isStated) ?? quantities.find((one) => countsGoods(one, goods, starts));
}

/** How far before goods a bare number counts them ("12 pocket drone detectors"), in UTF-16 units. */
const NEAR = 24;

/** Whether a bare number counts goods near it; `goods` in the order of the text, and where each begins. Behind a trade name a sign of multiplication belongs to a model (Zenmuse x5). */
function countsGoods({ start, end, times }: Quantity, goods: readonly Mention[], starts: readonly number[]): boolean {
  const at = firstAbove(starts, end - 1);
  if (times === 'last') {
    const last = goods[at - 1];
    return last !== undefined && last.kind === 'good' && last.end <= start && start - last.end <= 2;
  }
  const next = starts[at];
  return next !== undefined && next - end <= (times === 'next' ? 1 : NEAR);
}

/** Whether a sign of multiplication behind goods says what they are (a sight x4, 20 pcs): a stated number of the same goods is `next`. What is joined to them has a number of its own. */
function isMagnification(
  text: string,
  { end, times }: Quantity,
  next: Quantity | undefined,
  goods: readonly Mention[],
  starts: readonly number[],
): boolean {
  if (times !== 'last' || next?.isStated !== true) return false;
  const other = goods[firstAbove(starts, end - 1)];
  if (other !== undefined && other.start < next.start) return false;
  const between = text.slice(end, Math.min(next.start, end + MOST_BETWEEN + 1));
  return between.length <= MOST_BETWEEN && !JOINED.test(between);
}

/** How far behind a sign of multiplication the number of the same goods may stand, in UTF-16 units. */
const MOST_BETWEEN = 60;
const JOINED = /[;；。+]|(?<!\p{L})(?:and|with|plus|и|с|со|та|й|з|із|зі)(?!\p{L})|以及|及|和|与|含|配/iu;

function startsOf(spans: readonly Span[]): readonly number[] {
  return spans.map(({ start }) => start);
}

function countOf(found: Quantity | undefined): LineItem['quantity'] {
  return found === undefined ? null : { value: found.value, unit: found.unit };
}

function sumOf(found: Money | undefined): LineItem['budget'] {
  return found === undefined ? null : { value: found.value, currency: found.currency };
}

/** What stands in brackets in the head of a column: 数量（台）. */
function unitInHead(head: string): string {
  return /[(（]([^()（）]{1,12})[)）]/.exec(head)?.[1] ?? '';
}

/**
 * A title or a sentence that only names what other items count is no item besides them; where a table or a list counts, no sentence without a number is: the third row is item 3,
 * whatever the title calls the whole.
 */
function withoutRepeats(drafts: readonly Draft[]): readonly Draft[] {
  const counted = new Set(drafts.filter(({ quantity }) => quantity !== null).flatMap(({ goods }) => goods));
  const isListed = ({ goods }: Draft): boolean => goods.length > 0 && goods.every((concept) => counted.has(concept));
  const hasList = drafts.some(({ kind, quantity }) => kind !== 'sentence' && quantity !== null);
  return drafts.filter(
    (one) =>
      one.kind === 'row' || one.quantity !== null || one.budget !== null || (!isListed(one) && !(hasList && one.kind === 'sentence')),
  );
}

function trimmed(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && /[\s,，、;；]/.test(text.charAt(from))) from += 1;
  while (to > from && /[\s,，、;；]/.test(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}

/** Spans in order, asked by stretches. */
class Within<T extends Span> {
  readonly all: readonly T[];
  readonly #starts: readonly number[];

  constructor(all: readonly T[]) {
    this.all = all.toSorted((a, b) => a.start - b.start);
    this.#starts = startsOf(this.all);
  }

  /** True where the last of them that begins at or before `start` reaches `end`. */
  covers(start: number, end: number): boolean {
    const last = this.all[firstAbove(this.#starts, start) - 1];
    return last !== undefined && last.end >= end;
  }

  /** Those that share something with the stretch; they do not overlap each other. */
  over({ start, end }: Span): readonly T[] {
    const found: T[] = [];
    for (let at = Math.max(0, firstAbove(this.#starts, start) - 1); at < this.all.length; at += 1) {
      const one = this.all[at];
      if (one === undefined || one.start >= end) break;
      if (one.end > start) found.push(one);
    }
    return found;
  }

  /** Those that begin and end in the stretch. */
  in({ start, end }: Span): readonly T[] {
    const found: T[] = [];
    for (let at = firstAbove(this.#starts, start - 1); at < this.all.length; at += 1) {
      const one = this.all[at];
      if (one === undefined || one.start >= end) break;
      if (one.end <= end) found.push(one);
    }
    return found;
  }
}
