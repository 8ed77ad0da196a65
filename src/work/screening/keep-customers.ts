import { partyHash } from '../../model/decision.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { Store } from '../../store/port.ts';
import { isoTime, type Clock } from '../../capture/clock.ts';
import type { ScreenedRow } from '../customers/result-lines.ts';
import { keptMatches, keyOfRow } from './kept-row.ts';

/** The set that a run puts its customers into. */
export interface Keeping {
  keep(rows: readonly ScreenedRow[]): Promise<void>;
  /** All rows have been screened. */
  finish(): Promise<void>;
  /** Says whose place others took, also where the run is stopped: one that goes on does not put their rows again. */
  tell(): void;
}

const SHOWN_KEYS = 20;

/**
 * Keeps the customers of a run as the set `keep`, under `recipe`; null where none is wanted. With `replace` they gather in a set beside it, which takes its
 * place at the end: until then, and where the run is stopped, the set is what it was. `done` rows were kept by an earlier run. Throws `usage` where those are gone.
 */
export async function openKeeping(
  { store, clock, note }: { readonly store: Store; readonly clock: Clock; readonly note: (message: string) => void },
  { keep: set, replace }: { readonly keep: string | null; readonly replace: boolean },
  recipe: string,
  done: number,
): Promise<Keeping | null> {
  if (set === null) return null;
  const into = replace ? `${set} (unfinished)` : set;
  const sizeOf = async (name: string): Promise<number | undefined> => (await store.sets()).find((one) => one.name === name)?.rows;
  if (replace) {
    const begun = await sizeOf(into);
    if (done > 0 && begun === undefined)
      throw new DualwatchError('usage', `the customers that an earlier run had kept in "${into}" are gone; begin anew with --restart`);
    if (done === 0 && begun !== undefined) await store.removeSet(into);
  }
  let gone = 0;
  const shown: string[] = [];
  return {
    async keep(rows) {
      const keys = await store.putSetRows(into, isoTime(clock.now()), setRows(rows, recipe));
      gone += keys.length;
      shown.push(...keys.slice(0, SHOWN_KEYS - shown.length));
    },
    async finish() {
      if (!replace) return;
      const before = (await sizeOf(set)) ?? 0;
      const now = await sizeOf(into);
      // A file without a readable row: an empty set is more likely a slip than meant.
      if (now === undefined) throw new DualwatchError('usage', `no customer could be kept; the set ${set} stays as it was`);
      await store.replaceSet(set, into);
      note(`the set ${set} now holds ${now} customers; before it held ${before}`);
    },
    tell() {
      if (gone > 0) note(otherPartyLine(set, gone, shown));
    },
  };
}

/** Who gives way is screened no more: their user must know that one key stood for two. */
function otherPartyLine(set: string, count: number, keys: readonly string[]): string {
  const shown = keys.join(', ') + (count > keys.length ? ' …' : '');
  return `in the set ${set} ${count === 1 ? '1 customer' : `${count} customers`} gave way to another name or other facts under the same key (${shown}). If they are others, name a column with --key that tells them apart`;
}

function setRows(rows: readonly ScreenedRow[], recipe: string): Parameters<Store['putSetRows']>[2] {
  return rows.flatMap(({ customer, matches }) =>
    'why' in customer
      ? []
      : [
          {
            key: keyOfRow(customer.row, customer.key),
            query: customer.query,
            partyHash: partyHash(customer.query),
            results: keptMatches(matches),
            recipe,
          },
        ],
  );
}
