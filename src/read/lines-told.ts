import { isBlock } from './html-tags.ts';
import { nameOf } from './list-items.ts';
import type { LeftOut } from './main-text.ts';
import { isMeasured, SENTENCE_LENGTH, type PageLines } from './page-lines.ts';
import type { Page, PageElement } from './page.ts';

/** A text is over behind a list of links where so much of it stands before; with less, the list stands over it or in its midst. */
const SHARE_BEFORE = 0.5;
/** Elements of one make hold the text where they have so much of it. */
const SHARE_OF_MAKE = 0.15;
/** The same where elements of that make stand over the title too. */
const SHARE_OF_MOST = 0.4;
/** UTF-16 units of a heading. */
const MAX_HEADING = 80;
/** A line that ends so is no heading of a list. */
const ENDED = /[.!;,。！；，]$/u;
/** A value behind its label, or one item of several. */
const OF_TEXT = /^[^:：\t]{2,40}[:：\t] ?\S|^(?:\d{1,2}[.)、]|[-–—•*]) ?\p{L}|;$/u;
const HEADINGS = /^h[1-6]$/;
const PARTS_OF_TABLE = new Set(['td', 'th', 'tr', 'tbody', 'thead', 'tfoot']);

interface MainLine {
  readonly start: number;
  readonly text: string;
  readonly weight: number;
  /** The innermost block and its parent: tags, ids and classes without numbers. */
  readonly make: string;
  readonly isHeading: boolean;
  /** Whether the innermost block has an id or a class. */
  readonly isNamed: boolean;
  /** Lists of links left out before it. */
  readonly lists: number;
  /** Whether a list of links that is left out begins behind it. */
  isOverList: boolean;
}

/**
 * The lines of a main text where lists of links (`parts`) are left out of it: without the headings of these, and, behind the first list that has most of the text before it, without short lines that are no amount
 * and stand in elements of another make than the text, and headings over nothing else. A list in the midst of a text does no harm: what is
 * made as the text goes on behind it.
 */
export function linesToldOf(
  page: Page,
  main: PageElement,
  heading: PageElement | undefined,
  lines: PageLines,
  parts: readonly LeftOut[],
): string {
  const all = linesOf(page, main, lines, parts);
  const under = all.filter(({ start }) => start >= (heading?.end ?? 0));
  const over = headingsOfLists(under);
  const own = under.filter((line) => !over.has(line));
  const total = weightOf(own);
  const lists = all.at(-1)?.lists ?? 0;
  const weights = new Map<number, number>();
  for (const { lists: at, weight } of own) weights.set(at, (weights.get(at) ?? 0) + weight);
  let [last, told] = [1, weights.get(0) ?? 0];
  for (; last <= lists && told < total * SHARE_BEFORE; last++) told += weights.get(last) ?? 0;
  // what stands over the title in elements of a name of its own is the site's
  const menus = new Set(all.filter(({ start, isNamed }) => isNamed && start < (heading?.start ?? 0)).map(({ make }) => make));
  const before = own.filter((line) => line.lists < last);
  const most = makesOf(before, SHARE_OF_MOST);
  const makes = new Set([...makesOf(before)].filter((make) => most.has(make) || !menus.has(make)));
  last = Math.max(last, (own.findLast(({ make }) => makes.has(make))?.lists ?? 0) + 1);
  const kept: MainLine[] = [];
  let isUnderHeading = false;
  for (const line of all.toReversed()) {
    if (line.isOverList) isUnderHeading = false;
    if (over.has(line)) continue;
    const isBehind = line.lists >= last && line.start >= (heading?.end ?? 0);
    if (isBehind && !(line.isHeading ? isUnderHeading : line.weight >= SENTENCE_LENGTH || isMeasured(line.text) || OF_TEXT.test(line.text)))
      continue;
    isUnderHeading = !line.isHeading;
    kept.push(line);
  }
  return kept
    .toReversed()
    .map(({ text }) => text)
    .join('\n');
}

/** Lines that only say what a list of links is: headings right over one, and lines of a make that stands over several and is not that of the text. */
function headingsOfLists(lines: readonly MainLine[]): ReadonlySet<MainLine> {
  const over = lines.filter(({ isOverList, text }) => isOverList && text.length <= MAX_HEADING && !ENDED.test(text));
  const found = new Set(over);
  const makes = makesOf(lines.filter((line) => !found.has(line)));
  const times = Map.groupBy(over, ({ make }) => make);
  return new Set(over.filter((line) => line.isHeading || (!makes.has(line.make) && (times.get(line.make)?.length ?? 0) > 1)));
}

/** Makes of the elements that hold the text of some lines. */
function makesOf(lines: readonly MainLine[], share = SHARE_OF_MAKE): ReadonlySet<string> {
  const total = weightOf(lines);
  return new Set([...Map.groupBy(lines, ({ make }) => make)].flatMap(([make, same]) => (weightOf(same) >= total * share ? [make] : [])));
}

function weightOf(lines: readonly MainLine[]): number {
  return lines.reduce((sum, { weight }) => sum + weight, 0);
}

function linesOf(page: Page, main: PageElement, lines: PageLines, parts: readonly LeftOut[]): readonly MainLine[] {
  const found: MainLine[] = [];
  const blockAt = blocksOf(page, main);
  let lists = 0;
  let from = main.start;
  for (const { start, end, isList } of [...parts, { start: main.end, end: main.end, isList: false }]) {
    let at = from;
    for (const piece of page.text.slice(from, Math.max(from, start)).split('\n')) {
      const text = piece.trim();
      if (text !== '') {
        const block = blockAt(at);
        const make = `${nameOf(page.elements[block.parent])}>${nameOf(block)}`;
        found.push({
          start: at,
          text,
          weight: lines.weightAt(at),
          make,
          isHeading: HEADINGS.test(block.tag),
          isNamed: block.id !== '' || block.className !== '',
          lists,
          isOverList: false,
        });
      }
      at += piece.length + 1;
    }
    const before = found.at(-1);
    if (isList) {
      lists++;
      if (before !== undefined && before.start >= from) before.isOverList = true;
    }
    from = Math.max(from, end);
  }
  return found;
}

/** The innermost block at an offset, a table for its cells; asked of ascending offsets. */
function blocksOf(page: Page, main: PageElement): (offset: number) => PageElement {
  const open: PageElement[] = [main];
  let next = main.index + 1;
  return (offset) => {
    for (
      let element = page.elements[next];
      element !== undefined && next <= main.last && element.start <= offset;
      element = page.elements[++next]
    )
      if (element.end > offset && isBlock(element.tag) && !PARTS_OF_TABLE.has(element.tag)) open.push(element);
    while (open.length > 1 && (open.at(-1)?.end ?? 0) <= offset) open.pop();
    return open.at(-1) ?? main;
  };
}
