import type { Page, PageElement } from './page.ts';
import type { PageLink } from './page-links.ts';
import { withoutDates } from './written-date.ts';

/** The lines of a page's text with what each says, as running sums: any element's share is two look-ups. */
export interface PageLines {
  /** Characters of an element that are not inside links. */
  readonly ownText: (element: PageElement) => number;
  /** Characters of an element inside links. */
  readonly linkText: (element: PageElement) => number;
  /** Weight of an element's lines as running text; lines of `around` weigh nothing. */
  readonly weightOf: (around: ReadonlySet<PageElement>) => (element: PageElement) => number;
  /** Whether a line of text begins between two offsets, outside of `around`: no link, no heading of a word or two, no name with a count; lines of `isOfSite` are none. */
  readonly textWithin: (around: ReadonlySet<PageElement>, isOfSite: (line: string) => boolean) => (from: number, to: number) => boolean;
}

/** A line shorter than this, and without a full stop, is more likely a label than a sentence. */
const SENTENCE_LENGTH = 20;
const LABEL_WEIGHT = 0.3;
/** A shorter line may stand over a list of links. Han characters count double. */
const SHORT_HEADING = 14;
/** An amount, a telephone or an e-mail address, however short the line: 12 шт. */
const MEASURED = /\d ?\p{L}|\+?\d[\d() -]{5,}\d|\S@\S/u;
const MAX_MEASURED = 40;
/** A name with a count: Open data 20, 满意 (252). */
const COUNTED = /^[^\d\t:：]{2,40}[ (（[]{1,2}\d{1,9}[)）\]]?$/u;
/** A line with more of its text in links is navigation. */
const MAX_LINK_SHARE = 0.5;

/** Measures a page. Han characters count double, since they say twice as much; lines with a word of the imprint count for nothing. */
export function measureLines(page: Page, links: readonly PageLink[], imprint: readonly string[] = []): PageLines {
  const { text } = page;
  const starts: number[] = [];
  for (let at = 0; at < text.length;) {
    starts.push(at);
    const end = text.indexOf('\n', at);
    if (end === -1) break;
    at = end + 1;
  }
  const linkEnds: number[] = [];
  const linkStarts: number[] = [];
  const linkSums: number[] = [0];
  for (const { element } of links) {
    if (element.end <= element.start || element.start < (linkEnds.at(-1) ?? 0)) continue;
    linkStarts.push(element.start);
    linkEnds.push(element.end);
    linkSums.push((linkSums.at(-1) ?? 0) + element.end - element.start);
  }
  /** Link characters before an offset. */
  const linkedBefore = (offset: number): number => {
    const count = countBelow(linkStarts, offset);
    const last = linkEnds[count - 1] ?? 0;
    return (linkSums[count] ?? 0) - Math.max(0, last - offset);
  };
  const linkText = (element: PageElement): number => linkedBefore(element.end) - linkedBefore(element.start);
  const aboutSite = linesWith(text, starts, imprint);
  const weights = starts.map((start, index) =>
    aboutSite.has(index) ? 0 : lineWeight(text, start, (starts[index + 1] ?? text.length + 1) - 1, linkedBefore),
  );
  return {
    linkText,
    ownText: (element) => element.end - element.start - linkText(element),
    textWithin(around, isOfSite) {
      const isSkipped = skipperOf(around);
      const sums = new Uint32Array(starts.length + 1);
      for (let line = 0; line < starts.length; line++) {
        const start = starts[line] ?? 0;
        const weight = isSkipped(start) ? 0 : (weights[line] ?? 0);
        const said = weight === 0 ? '' : text.slice(start, (starts[line + 1] ?? text.length + 1) - 1);
        const isTold = weight > 0 && (weight >= LABEL_WEIGHT * SHORT_HEADING || isMeasured(said)) && !COUNTED.test(said) && !isOfSite(said);
        sums[line + 1] = (sums[line] ?? 0) + (isTold ? 1 : 0);
      }
      return (from, to) => to > from && (sums[countBelow(starts, to)] ?? 0) > (sums[countBelow(starts, from)] ?? 0);
    },
    weightOf(around) {
      const sums = new Float64Array(starts.length + 1);
      const isSkipped = skipperOf(around);
      for (let line = 0; line < starts.length; line++)
        sums[line + 1] = (sums[line] ?? 0) + (isSkipped(starts[line] ?? 0) ? 0 : (weights[line] ?? 0));
      return (element) => {
        if (element.end <= element.start) return 0;
        const from = countBelow(starts, element.start);
        return (sums[countBelow(starts, element.end)] ?? 0) - (sums[from] ?? 0);
      };
    },
  };
}

/** Whether an offset stands inside one of the elements, which come in the order of the page; asked of ascending offsets. */
function skipperOf(around: ReadonlySet<PageElement>): (start: number) => boolean {
  const skipped = [...around].map((element) => [element.start, element.end] as const);
  let next = 0;
  return (start) => {
    while (next < skipped.length && (skipped[next]?.[1] ?? 0) <= start) next++;
    const skip = skipped[next];
    return skip !== undefined && skip[0] <= start;
  };
}

function isMeasured(line: string): boolean {
  return line.length <= MAX_MEASURED && MEASURED.test(withoutDates(line));
}

/** Longer lines are text, whatever word stands in them. */
const MAX_IMPRINT_LINE = 300;

function linesWith(text: string, starts: readonly number[], words: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const word of words) {
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
      const line = countBelow(starts, at + 1) - 1;
      if ((starts[line + 1] ?? text.length) - (starts[line] ?? 0) <= MAX_IMPRINT_LINE) found.add(line);
    }
  }
  return found;
}

function lineWeight(text: string, start: number, end: number, linkedBefore: (offset: number) => number): number {
  const length = end - start;
  if (length <= 0) return 0;
  const linked = linkedBefore(end) - linkedBefore(start);
  if (linked > length * MAX_LINK_SHARE) return 0;
  let size = 0;
  let stops = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    size += code >= 0x2e80 ? 2 : 1;
    if (
      code === 0x3002 ||
      code === 0xff0c ||
      code === 0xff1b ||
      code === 0x3001 ||
      ((code === 0x2e || code === 0x2c) && text.charCodeAt(at + 1) === 0x20)
    )
      stops++;
  }
  const own = size * (1 - linked / length);
  return own >= SENTENCE_LENGTH * 2 || (stops > 0 && own >= SENTENCE_LENGTH) ? own : own * LABEL_WEIGHT;
}

/** How many of the ascending numbers are below the limit. */
function countBelow(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
