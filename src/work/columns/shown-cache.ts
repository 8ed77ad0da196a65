/** Texts by number of a notice, the latest asked for, until their notice changes. */
export interface ShownCache {
  get(num: number): string | undefined;
  put(num: number, text: string): void;
  /** Undefined: all. */
  drop(nums: readonly number[] | undefined): void;
}

/** `most`: characters that are kept together. */
export function shownCache(most: number): ShownCache {
  const kept = new Map<number, string>();
  let size = 0;
  const remove = (num: number): void => {
    size -= kept.get(num)?.length ?? 0;
    kept.delete(num);
  };
  return {
    get(num) {
      const text = kept.get(num);
      if (text === undefined) return undefined;
      kept.delete(num);
      kept.set(num, text);
      return text;
    },
    put(num, text) {
      remove(num);
      kept.set(num, text);
      size += text.length;
      for (const oldest of kept.keys()) {
        if (size <= most) break;
        remove(oldest);
      }
    },
    drop(nums) {
      for (const num of nums ?? [...kept.keys()]) remove(num);
    },
  };
}
