import { z } from 'zod';
import { DualwatchError } from '../model/errors.ts';

export const MOST_ITEMS = 500;

/** `limit` and `cursor` of every list. */
export const page = z.object({
  limit: z.coerce.number().int().min(1).max(MOST_ITEMS).default(50).describe('at most so many items'),
  cursor: z.string().max(1000).optional().describe('`nextCursor` of the page before'),
});

/** A page of a list. `total` is there where it costs little; it is the whole list's, and may be a bound as `10,000+`. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable().describe('null on the last page'),
    total: z.union([z.number().int(), z.string()]).optional(),
  });
}

/** Where a page ended, as text that clients hand back unread. */
export function cursorOf(place: object): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** Reads a cursor back. Throws `usage` for what is none of ours. */
export function placeOf<Place extends z.ZodType>(shape: Place, cursor: string | undefined): z.output<Place> | undefined {
  if (cursor === undefined) return undefined;
  try {
    return shape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch (cause) {
    throw new DualwatchError('usage', 'query.cursor: no answer of this list had that cursor', { cause });
  }
}

/**
 * A page of a list that is at hand as a whole; the cursor is the key of its last item: `keyOf` is given its place too, for lists that do not change. Throws `usage`
 * where the list has it no longer.
 */
export function pageOfList<Item>(
  list: readonly Item[],
  keyOf: (item: Item, place: number) => string,
  { limit, cursor }: z.output<typeof page>,
): { readonly items: readonly Item[]; readonly nextCursor: string | null; readonly total: number } {
  const after = placeOf(z.object({ after: z.string() }), cursor)?.after;
  const at = after === undefined ? 0 : list.findIndex((item, place) => keyOf(item, place) === after) + 1;
  // From the beginning again, a client that reads page after page would never end.
  if (after !== undefined && at === 0)
    throw new DualwatchError('usage', 'query.cursor: what this page would follow is not in the list any more, or was never; begin anew');
  const items = list.slice(at, at + limit);
  const last = items.at(-1);
  return {
    items,
    nextCursor: last === undefined || at + items.length >= list.length ? null : cursorOf({ after: keyOf(last, at + items.length - 1) }),
    total: list.length,
  };
}
