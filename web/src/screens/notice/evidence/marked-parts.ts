import type { Change } from '../../../api/routes.gen.ts';

export interface Part {
  readonly start: number;
  readonly text: string;
  readonly marked: boolean;
}

/** One side of a changed sentence in parts: words that went (or came) and those that stayed. Offsets of marks are those of the whole text. A sentence with nothing against it is marked whole. */
export function markedParts(change: Change, side: 'removed' | 'added'): readonly Part[] {
  const [range, text, other] = side === 'removed' ? [change.a, change.before, change.after] : [change.b, change.after, change.before];
  if (range === null || text === null) return [];
  if (other === null) return [{ start: 0, text, marked: true }];
  const parts: Part[] = [];
  let at = 0;
  const add = (to: number, marked: boolean): void => {
    if (to > at) parts.push({ start: at, text: text.slice(at, to), marked });
    at = Math.max(at, to);
  };
  const marks = change.marks.filter((mark) => mark.side === side).toSorted((a, b) => a.at[0] - b.at[0]);
  for (const mark of marks) {
    add(Math.min(text.length, Math.max(0, mark.at[0] - range[0])), false);
    add(Math.min(text.length, mark.at[1] - range[0]), true);
  }
  add(text.length, false);
  return parts;
}
