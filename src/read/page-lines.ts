import type { Page, PageElement } from './page.ts';
import { isOverDocuments, namesDocument, type PageLink } from './page-links.ts';
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
  /**
   * The lines between two offsets, from the first to the second whichever comes first in the page, each with its further edge and whether it says an amount or how to reach somebody:
   * up to the first that is linked and no attachment, of the imprint, a ranking or of `isOfSite`. Lines of `around` are passed over.
   */
  readonly besideOf: (
    around: ReadonlySet<PageElement>,
    isOfSite: (line: string) => boolean,
  ) => (from: number, to: number) => Iterable<LineBeside>;
  /** Weight of the line at an offset as running text: {@link SENTENCE_LENGTH} or more for a sentence, 0 where it is linked or of the imprint. */
  readonly weightAt: (offset: number) => number;
}

export interface LineBeside {
  /** Offset of its end, or of its start where lines are read backwards. */
  readonly edge: number;
  readonly measured: boolean;
}

/** A line shorter than this, and without a full stop, is more likely a label than a sentence. */
export const SENTENCE_LENGTH = 20;
const LABEL_WEIGHT = 0.3;
/** A shorter line may stand over a list of links. Han characters count double. */
const SHORT_HEADING = 14;
/** An amount, a telephone or an e-mail address, however short the line: 12 шт. */
const MEASURED = /\d ?\p{L}|\+?\d[\d() -]{5,}\d|\S@\S/u;
const AMOUNT =
  /\d ?(?:шт|штук\p{L}?|ед|компл|комплект\p{L}{0,2}|упак|уп|кг|г|т|тонн\p{L}?|л|м|м[²³23]|п\.? ?м|км|пар|рулон\p{L}{0,2}|мешк\p{L}{0,2}|од|pcs?|pieces?|units?|sets?|nos?|off|ea|kg|tonn?e?s?|t|l|lt?rs?|m|m[²³23]|rolls?|pairs?|bags?|boxes|[台套件个只吨米批辆箱瓶桶支根块张把卷袋盒头部份条]|公斤|千克|平方米|立方米)(?!\p{L})|\+?\d[\d() -]{5,}\d|\S@\S/iu;
const NAMED = /^\P{L}{0,3}\p{L}{3}|^\p{Script=Han}{2}/u;
const MONTH =
  /(?<!\p{L})(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру)\p{L}{0,7}\.? \d/iu;
const MAX_MEASURED = 40;
const TIMES = /\d{1,2}[:.]\d{2}(?![\d.])/g;
/** A name with a count: Open data 20, 满意 (252). */
const COUNTED = /^[^\d\t:：]{2,40}[ (（[]{1,2}\d{1,9}[)）\]]?$/u;
const BRACKETED = /[)）\]]$/u;
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
  const lineAt = (line: number): string => text.slice(starts[line] ?? text.length, (starts[line + 1] ?? text.length + 1) - 1);
  const skippedLines = (around: ReadonlySet<PageElement>): Uint8Array => {
    const isSkipped = skipperOf(around);
    return Uint8Array.from(starts, (start) => (isSkipped(start) ? 1 : 0));
  };
  const aboutSite = linesWith(text, starts, imprint);
  const weights = starts.map((start, index) =>
    aboutSite.has(index) ? 0 : lineWeight(text, start, (starts[index + 1] ?? text.length + 1) - 1, linkedBefore),
  );
  return {
    linkText,
    ownText: (element) => element.end - element.start - linkText(element),
    textWithin(around, isOfSite) {
      const skipped = skippedLines(around);
      const isTold = (line: number): boolean => {
        const weight = skipped[line] === 1 ? 0 : (weights[line] ?? 0);
        if (weight === 0) return false;
        const said = lineAt(line);
        return (
          (weight >= LABEL_WEIGHT * SHORT_HEADING || isMeasured(said) || isCounted(said)) && !isRanked(lineAt, line) && !isOfSite(said)
        );
      };
      // each line is looked at once, whatever is asked: from each, the next that is told, plus one; 0 where that is not known yet
      const next = new Uint32Array(starts.length + 1);
      const nextFrom = (line: number): number => {
        let at = line;
        while (at < starts.length && next[at] === 0 && !isTold(at)) at++;
        const found = next[at] || at + 1;
        next.fill(found, line, at + 1);
        return found - 1;
      };
      return (from, to) => to > from && nextFrom(countBelow(starts, from)) < countBelow(starts, to);
    },
    besideOf(around, isOfSite) {
      const skipped = skippedLines(around);
      return function* (from, to) {
        const step = from <= to ? 1 : -1;
        let line = step === 1 ? countBelow(starts, from) : countBelow(starts, from) - 1;
        let isUnderDocuments = false;
        for (; line >= 0 && line < starts.length; line += step) {
          const start = starts[line] ?? 0;
          if (step === 1 ? start >= to : start < to) return;
          const said = lineAt(line);
          if (skipped[line] === 1) continue;
          const isAttached = (weights[line] ?? 0) === 0 && step === 1 && (isUnderDocuments || namesDocument(said));
          if (!isAttached && ((weights[line] ?? 0) === 0 || isRanked(lineAt, line) || isOfSite(said))) return;
          if (!isAttached) isUnderDocuments = isOverDocuments(said);
          yield {
            edge: step === 1 ? start + said.length : start,
            measured: isAttached || isAmount(said) || (step === 1 && isDate(said)),
          };
        }
      };
    },
    weightAt: (offset) => weights[countBelow(starts, offset + 1) - 1] ?? 0,
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

/** Whether a line is short and says an amount, or how to reach somebody. */
export function isMeasured(line: string): boolean {
  return line.length <= MAX_MEASURED && MEASURED.test(withoutDates(line).replace(TIMES, ''));
}

/** How much of some goods, or how to reach somebody: what others count (*214 donors*, *1.2K views*) is neither. */
function isAmount(line: string): boolean {
  return line.length <= MAX_MEASURED && (AMOUNT.test(withoutDates(line).replace(TIMES, '')) || isCounted(line));
}

/** A name with a bare number, as lists of goods have it: Антенна 24. */
function isCounted(line: string): boolean {
  return COUNTED.test(line) && !BRACKETED.test(line) && NAMED.test(line) && !MONTH.test(line);
}

/** A day alone: under a text it stands behind the name of who signed. */
function isDate(line: string): boolean {
  return line.length <= MAX_MEASURED && !/[\p{L}\d]/u.test(withoutDates(line));
}

/** Whether a line is one of a ranking: names with counts come in rows there, or their counts in brackets. One alone may be what is bought: Антенна 24. */
function isRanked(lineAt: (line: number) => string, line: number): boolean {
  const said = lineAt(line);
  return COUNTED.test(said) && (BRACKETED.test(said) || COUNTED.test(lineAt(line - 1)) || COUNTED.test(lineAt(line + 1)));
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
