/** A piece of text of a page as a PDF has it: its lower left corner and size in points, and whether a line ends with it. */
export interface PdfPiece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly endsLine: boolean;
}

interface Line {
  text: string;
  y: number;
  right: number;
  height: number;
}

/**
 * The text of a PDF from its pages' pieces, in their order: lines that only the width of the page broke are joined, cells parted by tabs, heads and feet that stand on most pages left
 * out. The title is what stands in the largest letters of the first page, where these are larger than most. Pure, linear.
 */
export function pdfText(pages: readonly (readonly PdfPiece[])[]): { readonly text: string; readonly title: string | null } {
  const read = pages.map(linesOf);
  const repeated = repeatedLines(read);
  const kept = read.map((lines) => lines.filter((line) => !repeated.has(placeOf(line))));
  return { text: kept.flatMap(joined).join('\n'), title: titleOf(kept[0] ?? []) };
}

function linesOf(pieces: readonly PdfPiece[]): Line[] {
  const lines: Line[] = [];
  let line: Line | undefined;
  /** Blank that follows what stands in the line. */
  let gap = 0;
  for (const { text, x, y, width, height, endsLine } of pieces) {
    const bare = text.trim() === '';
    if (line !== undefined && !bare && Math.abs(line.y - y) > Math.max(line.height, height) / 2) line = undefined;
    if (bare) {
      gap = endsLine ? 0 : width;
      if (endsLine) line = undefined;
      continue;
    }
    if (line === undefined) gap = 0;
    else if (gap > 0) {
      // Han characters stand without blanks, and numbers apart.
      const [last, next] = [line.text.slice(-1), text.charAt(0)];
      const least = HAN.test(last) || HAN.test(next) || (DIGIT.test(last) && DIGIT.test(next)) ? NARROW_GAP : CELL_GAP;
      line.text += gap > least * line.height ? '\t' : ' ';
    }
    gap = 0;
    if (line === undefined) lines.push((line = { text: plain(text), y, right: x + width, height }));
    else {
      line.text += plain(text);
      line.right = Math.max(line.right, x + width);
      line.height = Math.max(line.height, height);
    }
    if (endsLine) line = undefined;
  }
  for (const one of lines) one.text = one.text.replaceAll(/ *\t[ \t]*/g, '\t').trim();
  return lines.filter(({ text }) => text !== '');
}

/** Some fonts name the radicals that look like characters, where they show these. */
function plain(text: string): string {
  return text.replaceAll(/[\u2e80-\u2fd5]/g, (radical) => radical.normalize('NFKC'));
}

/** Lines of a page as paragraphs. */
function joined(lines: readonly Line[]): readonly string[] {
  const right = lines.reduce((most, line) => Math.max(most, line.right), 0);
  const paragraphs: string[] = [];
  let before: Line | undefined;
  for (const line of lines) {
    const last = paragraphs.length - 1;
    if (before !== undefined && goesOn(before, line, right)) paragraphs[last] = withRest(paragraphs[last] ?? '', line.text);
    else paragraphs.push(line.text);
    before = line;
  }
  return paragraphs;
}

function goesOn(before: Line, line: Line, right: number): boolean {
  const { height } = before;
  const gap = before.y - line.y;
  return (
    before.right >= right - FULL_WITHIN * height &&
    Math.abs(height - line.height) < 1 &&
    gap > 0 &&
    gap < LINE_GAP * height &&
    !before.text.includes('\t') &&
    !line.text.includes('\t') &&
    !BEGINS_ITEM.test(line.text)
  );
}

function withRest(text: string, rest: string): string {
  if (HYPHENED.test(text) && /^\p{Ll}/u.test(rest)) return text.slice(0, -1) + rest;
  return WITHOUT_BLANKS.test(text.slice(-1)) || WITHOUT_BLANKS.test(rest.charAt(0)) ? text + rest : `${text} ${rest}`;
}

/** Places of lines that stand on most pages, whatever number they have. */
function repeatedLines(pages: readonly (readonly Line[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const lines of pages) for (const place of new Set(lines.map(placeOf))) counts.set(place, (counts.get(place) ?? 0) + 1);
  const least = Math.max(LEAST_REPEATED, pages.length * 0.6);
  return new Set([...counts].filter(([, count]) => count >= least).map(([place]) => place));
}

function placeOf({ text, y }: Line): string {
  return `${Math.round(y / 4)} ${text.replaceAll(/\d+/g, '#')}`;
}

function titleOf(lines: readonly Line[]): string | null {
  const heights = lines.map(({ height }) => height).toSorted((a, b) => a - b);
  const largest = heights.at(-1) ?? 0;
  if (largest < (heights[heights.length >> 1] ?? 0) * 1.15) return null;
  const first = lines.findIndex(({ height }) => height > largest - 0.5);
  const end = lines.findIndex(({ height }, n) => n > first && height <= largest - 0.5);
  const title = lines
    .slice(first, end === -1 ? undefined : end)
    .reduce((text, line) => (text === '' ? line.text : withRest(text, line.text)), '');
  return title === '' || title.length > MOST_TITLE ? null : title.replaceAll('\t', ' ');
}

/** Of the height of letters: a gap that parts cells, what the last line of a paragraph lacks at least, and from line to line at most. */
const CELL_GAP = 1.5;
const NARROW_GAP = 0.4;
const DIGIT = /\d/;
const HAN = /[\u3400-\u9fff]/;
const FULL_WITHIN = 2.5;
const LINE_GAP = 2.2;
const LEAST_REPEATED = 3;
const MOST_TITLE = 200;
const HYPHENED = /\p{L}[-\u00ad\u2010]$/u;
const WITHOUT_BLANKS = /[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/;
const BEGINS_ITEM =
  /^(?:\(?\d{1,3}(?:\.\d{1,3})*[.)、．](?!\d)|[（(]?[一二三四五六七八九十]{1,3}[、）)]|第[一二三四五六七八九十\d]{1,4}[章条节包]|[•●▪■·*–—-]\s?)/;
