import type { NoticeId } from '../../model/ids.ts';
import { maskedNotice } from '../../recognise/parties/masked-notice.ts';
import type { Store } from '../../store/port.ts';
import { shownReading } from '../shown/shown-reading.ts';
import { NoticeColumns } from './notice-columns.ts';
import { shownCache } from './shown-cache.ts';

/** Characters of notices and of their texts that are kept, masked and revealed each. */
const MOST_SHOWN = 16_000_000;
const MOST_TEXT = 8_000_000;
/** A text is shown so far where many are. */
const LONGEST_TEXT = 200_000;

/** A notice as JSON. */
export interface ShownNotice {
  readonly num: number;
  readonly json: string;
}

/** The columns of a thread: read when first asked for, level with the store at every question. What is shown is without private persons and contacts unless `revealed`. */
export interface OpenColumns {
  /** Whether they are read, so that a question need not wait for that. */
  readonly ready: () => boolean;
  /** Asks them, alone, as the store is now. */
  ask<T>(question: (columns: NoticeColumns) => Promise<T>): Promise<T>;
  /** Notices in the order of `nums`; those that are gone are left out. */
  shown(nums: readonly number[], revealed: boolean): Promise<readonly ShownNotice[]>;
  /** The text of a notice. */
  text(num: number, id: NoticeId, revealed: boolean): Promise<string>;
}

export function openColumns(store: Pick<Store, 'news' | 'readingOf'>): OpenColumns {
  let read: NoticeColumns | undefined;
  const notices = [shownCache(MOST_SHOWN), shownCache(MOST_SHOWN)] as const;
  const texts = [shownCache(MOST_TEXT), shownCache(MOST_TEXT)] as const;
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
          read.onChange = (nums) => [...notices, ...texts].forEach((kept) => kept.drop(nums));
        }
        await read.level();
        return question(read);
      }),
    async shown(nums, revealed) {
      const kept = notices[revealed ? 1 : 0];
      const missing = nums.filter((num) => kept.get(num) === undefined);
      const fresh = new Map<number, string>();
      for (const { num, notice } of missing.length === 0 ? [] : await store.news.byNumber(missing))
        fresh.set(num, JSON.stringify(revealed ? notice : maskedNotice(notice)));
      const shown = nums.flatMap((num) => {
        const json = fresh.get(num) ?? kept.get(num);
        return json === undefined ? [] : [{ num, json }];
      });
      for (const [num, json] of fresh) kept.put(num, json);
      return shown;
    },
    async text(num, id, revealed) {
      const kept = texts[revealed ? 1 : 0];
      const known = kept.get(num);
      if (known !== undefined) return known;
      const stored = await store.readingOf(id);
      const text = stored === undefined ? '' : shownReading(stored, revealed).text.slice(0, LONGEST_TEXT);
      kept.put(num, text);
      return text;
    },
  };
}
