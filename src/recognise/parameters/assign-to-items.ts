import type { LineItem } from '../../model/line-item.ts';
import type { Parameter } from '../../model/parameter.ts';

/** The parameters with the number of the line item whose span holds them: the narrowest where items stand in each other, null outside of all. */
export function assignToItems(
  parameters: readonly Parameter[],
  items: readonly Pick<LineItem, 'start' | 'end' | 'number'>[],
): readonly Parameter[] {
  const byStart = items.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const open: Pick<LineItem, 'start' | 'end' | 'number'>[] = [];
  let next = 0;
  return parameters
    .toSorted((a, b) => a.start - b.start)
    .map((parameter) => {
      for (let item = byStart[next]; item !== undefined && item.start <= parameter.start; item = byStart[next]) {
        while (open.length > 0 && (open.at(-1)?.end ?? 0) <= item.start) open.pop();
        open.push(item);
        next += 1;
      }
      while (open.length > 0 && (open.at(-1)?.end ?? 0) <= parameter.start) open.pop();
      const [inner] = open.filter(({ end }) => end >= parameter.end).slice(-1);
      return { ...parameter, item: inner?.number ?? null };
    });
}
