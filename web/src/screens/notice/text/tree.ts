import type { Span } from '../place.ts';

/** A stretch of plain text, or a mark around such; offsets are of the whole text. */
export type Node = Span & { readonly mark?: number; readonly nodes?: readonly Node[]; readonly first?: boolean };

/** A part of the text that is drawn as one block. `joined`: it ends within a line, which goes on in the next. */
export interface Chunk extends Span {
  readonly joined: boolean;
  readonly nodes: readonly Node[];
}

const LINES_TO = 2000;
const LINE_TO = 4000;
/** Marks that are drawn within one another; more at one place are told by the card alone. */
const DEEP = 6;

/**
 * Lays marks over a text: nested marks nest, marks that cross are drawn in parts (`first` on the part where one starts), equal spans lie within one another.
 * The text is cut into blocks at line ends, and a line that is too long within itself, so that a huge text is drawn bit by bit. Linear in text and marks.
 *
 * @param marks in the order of their starts, the longer first
 */
export function chunksOf(text: string, marks: readonly Span[]): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let next = 0;
  let open: number[] = [];
  for (const { start, end, joined } of cuts(text)) {
    open = open.filter((mark) => endOf(marks, mark) > start);
    while (next < marks.length && startOf(marks, next) < end) open.push(next++);
    chunks.push({ start, end, joined, nodes: nest(marks, open, start, end) });
  }
  return chunks;
}

function cuts(text: string): readonly (Span & { readonly joined: boolean })[] {
  const cuts: (Span & { readonly joined: boolean })[] = [];
  let start = 0;
  while (start < text.length) {
    const ahead = text.slice(start, start + LINES_TO + LINE_TO);
    const line = ahead.indexOf('\n', LINES_TO);
    const earlier = ahead.lastIndexOf('\n', LINES_TO);
    let size = line !== -1 ? line + 1 : start + ahead.length === text.length ? ahead.length : earlier > 0 ? earlier + 1 : LINE_TO;
    if (size < ahead.length && isHigh(ahead.charCodeAt(size - 1))) size += 1;
    const end = start + size;
    cuts.push({ start, end, joined: end < text.length && text[end - 1] !== '\n' });
    start = end;
  }
  return cuts;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd8_00 && unit < 0xdc_00;
}

interface Open {
  readonly mark: number;
  readonly from: number;
  readonly nodes: Node[];
}

/** Sweeps over the borders of marks within one block; at each the marks that stay open from below are kept, the others closed and opened anew. */
function nest(marks: readonly Span[], members: readonly number[], start: number, end: number): readonly Node[] {
  const borders = new Set([start, end]);
  for (const mark of members)
    for (const border of [startOf(marks, mark), endOf(marks, mark)]) if (border > start && border < end) borders.add(border);
  const points = [...borders].toSorted((a, b) => a - b);
  const root: Node[] = [];
  const stack: Open[] = [];
  let next = 0;
  let now: number[] = [];
  const close = (to: number, depth: number): void => {
    while (stack.length > depth) {
      const top = stack.pop();
      if (top === undefined) return;
      const node = { start: top.from, end: to, mark: top.mark, nodes: top.nodes, first: top.from === startOf(marks, top.mark) };
      (stack.at(-1)?.nodes ?? root).push(node);
    }
  };
  for (const [no, from] of points.entries()) {
    const to = points[no + 1];
    if (to === undefined) break;
    now = now.filter((mark) => endOf(marks, mark) > from);
    for (; next < members.length && startOf(marks, members[next] ?? 0) <= from; next++) now.push(members[next] ?? 0);
    const wanted = now.slice(0, DEEP);
    let same = 0;
    while (same < stack.length && stack[same]?.mark === wanted[same]) same++;
    close(from, same);
    for (const mark of wanted.slice(same)) stack.push({ mark, from, nodes: [] });
    (stack.at(-1)?.nodes ?? root).push({ start: from, end: to });
  }
  close(end, 0);
  return root;
}

function startOf(marks: readonly Span[], mark: number): number {
  return marks[mark]?.start ?? 0;
}

function endOf(marks: readonly Span[], mark: number): number {
  return marks[mark]?.end ?? 0;
}
