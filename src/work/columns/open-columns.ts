import { maskedNotice } from '../../recognise/parties/masked-notice.ts';
import type { Store } from '../../store/port.ts';
import { NoticeColumns } from './notice-columns.ts';

/** Notices as JSON that are kept, of each kind. */
const MOST_SHOWN = 10_000;

/** The columns of a thread: read when first asked for, level with the store at every question. */
export interface OpenColumns {
  /** Whether they are read, so that a question need not wait for that. */
  readonly ready: () => boolean;
  /** Asks them, alone, as the store is now. */
  ask<T>(question: (columns: NoticeColumns) => Promise<T>): Promise<T>;
  /** Notices as JSON, in the order of `nums`, without private persons and contacts unless `revealed`. Those that are gone are left out. */
  shown(nums: readonly number[], revealed: boolean): Promise<readonly string[]>;
}

export function openColumns(store: Pick<Store, 'news'>): OpenColumns {
  let read: NoticeColumns | undefined;
  const shown = { masked: new Map<number, string>(), revealed: new Map<number, string>() };
  let last: Promise<unknown> = Promise.resolve();
  const alone = <T>(act: () => Promise<T>): Promise<T> => {
    const run = last.then(act);
    last = run.catch(() => undefined);
    return run;
  };

  return {
    ready: () => read !== undefined,
    ask: (question) =>
      alone(async () => {
        if (read === undefined) {
          read = await NoticeColumns.load(store.news);
          read.onChange = (nums) => {
            for (const kept of [shown.masked, shown.revealed])
              if (nums === undefined) kept.clear();
              else for (const num of nums) kept.delete(num);
          };
        }
        await read.level();
        return question(read);
      }),
    async shown(nums, revealed) {
      const kept = revealed ? shown.revealed : shown.masked;
      const missing = nums.filter((num) => !kept.has(num));
      for (const { num, notice } of missing.length === 0 ? [] : await store.news.byNumber(missing))
        kept.set(num, JSON.stringify(revealed ? notice : maskedNotice(notice)));
      const found = nums.flatMap((num) => kept.get(num) ?? []);
      for (const num of kept.keys()) {
        if (kept.size <= MOST_SHOWN) break;
        kept.delete(num);
      }
      return found;
    },
  };
}
