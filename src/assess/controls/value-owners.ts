import type { Parameter } from '../../model/parameter.ts';
import type { Span } from '../../model/span.ts';

/** Goods as they stand in a text. */
interface Named {
  readonly concept: string;
  readonly mention: Pick<Span, 'start' | 'end'>;
  readonly item: number | null;
}

/** UTF-16 units before the name that heads a clause or a line: its number, an adjective. */
const HEAD_REACH = 20;
/** Longest clause or line that is looked at on either side of a value, and how far above it a heading may stand. */
const LINE_REACH = 400;
const HEADING_REACH = 1500;
/** A heading has little beside the name. */
const HEADING_REST = 30;
/** What ends the label of a row (`Power supply: lithium battery`): the part that it names is one of the goods above, and heads no other row. */
const LABEL = /[:：=|\t]|\S\s+[-–—]\s/;
/** The name is itself a label, with something behind it in its row. */
const VALUE_BEHIND = /^\s*[:：=|\t]\s*\S/;

/** A piece of text; `isWhole` where its beginning was reached. */
interface Piece extends Pick<Span, 'start' | 'end'> {
  readonly isWhole: boolean;
}

/**
 * Whose a value is: the concepts that the line item names in which it stands; else the one kind of goods that heads its clause, its line, or the lines above it up to a
 * blank one. What stands behind a label heads its own clause alone. Empty where nothing says so: then it may be of any goods of the text. Time grows with the values, not with the text.
 */
export function createValueOwners(text: string, goods: readonly Named[]): (parameter: Parameter) => ReadonlySet<string> {
  const inOrder = goods.toSorted((a, b) => a.mention.start - b.mention.start);
  const starts = inOrder.map(({ mention }) => mention.start);
  const ofItem = new Map<number, Set<string>>();
  for (const { concept, item } of goods) if (item !== null) ofItem.set(item, (ofItem.get(item) ?? new Set()).add(concept));

  /** The concept that heads a piece where it names no other. */
  function headOf({ start: from, end: to, isWhole }: Piece): ReadonlySet<string> {
    if (!isWhole) return NOBODY;
    const first = firstFrom(starts, from);
    const concepts = new Set<string>();
    for (let at = first; at < inOrder.length && (starts[at] ?? to) < to && concepts.size < 2; at += 1)
      concepts.add(inOrder[at]?.concept ?? '');
    const blank = /^\s*/.exec(text.slice(from, from + HEAD_REACH))?.[0].length ?? 0;
    return concepts.size === 1 && (starts[first] ?? to) - from - blank <= HEAD_REACH ? concepts : NOBODY;
  }

  /** The same, unless it stands behind a label. */
  function unlabelledHeadOf(line: Piece): ReadonlySet<string> {
    const name = starts[firstFrom(starts, line.start)] ?? line.end;
    return LABEL.test(text.slice(line.start, Math.min(name, line.end))) ? NOBODY : headOf(line);
  }

  /** The line above that is little more than a name, with no blank line between. */
  function headingOver(from: number): ReadonlySet<string> {
    const last = inOrder[firstFrom(starts, from) - 1];
    if (last === undefined || from - last.mention.end > HEADING_REACH) return NOBODY;
    const line = lineAround(text, last.mention.start, LINE);
    const { start, end } = line;
    const rest = end - start - (last.mention.end - last.mention.start);
    if (end > from || rest > HEADING_REST || /\n[^\S\n]*\n/.test(text.slice(end, from))) return NOBODY;
    return VALUE_BEHIND.test(text.slice(last.mention.end, end)) ? NOBODY : unlabelledHeadOf(line);
  }

  return ({ start, item }) => {
    const named = item === null ? undefined : ofItem.get(item);
    if (named !== undefined) return named;
    const clause = lineAround(text, start, CLAUSE);
    const line = lineAround(text, start, LINE);
    const own = headOf(clause);
    if (own.size > 0) return own;
    const first = firstFrom(starts, line.start);
    if ((starts[first] ?? Infinity) < line.end) return unlabelledHeadOf(line);
    return headingOver(line.start);
  };
}

const NOBODY: ReadonlySet<string> = new Set();
const LINE = /\n/g;
const CLAUSE = /[\n;；。]|[.!?] (?=\p{Lu})/gu;

/** The piece between two ends that holds a place, as far as it is looked at. */
function lineAround(text: string, at: number, ends: RegExp): Piece {
  const from = Math.max(0, at - LINE_REACH);
  const before = [...text.slice(from, at).matchAll(ends)].at(-1);
  const after = text.slice(at, at + LINE_REACH).search(ends);
  return {
    start: before === undefined ? from : from + before.index + before[0].length,
    end: after === -1 ? Math.min(text.length, at + LINE_REACH) : at + after,
    isWhole: before !== undefined || from === 0,
  };
}

/** Index of the first that is not below. */
function firstFrom(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Infinity) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
