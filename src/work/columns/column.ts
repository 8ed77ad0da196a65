export type Values = readonly (string | number)[];

/** What all notices have of one field, by number. */
export interface Column {
  put(num: number, values: Values): void;
  of(num: number): Values;
  /** Calls with each notice of `nums` for which `holds` is true of its values. */
  matching(nums: Iterable<number>, holds: (values: Values) => boolean, found: (num: number) => void): void;
  /** How many of `nums` have each value. */
  count(each: (call: (num: number) => void) => void, valueOf: (value: string | number) => string | undefined): ReadonlyMap<string, number>;
}

const NONE: Values = [];

/** For fields in which few lists of values come again and again: each list stands once, and is looked at once a question. */
export function sharedColumn(): Column {
  const lists: Values[] = [NONE];
  const numberOf = new Map<string, number>([['', 0]]);
  let column = new Uint32Array(1024);
  return {
    put(num, values) {
      const key = values.length === 0 ? '' : values.map((value) => (typeof value === 'number' ? `#${value}` : `.${value}`)).join('\u0000');
      let list = numberOf.get(key);
      if (list === undefined) {
        list = lists.push(values) - 1;
        numberOf.set(key, list);
      }
      if (num >= column.length) {
        const more = new Uint32Array(Math.max(num + 1, column.length * 2));
        more.set(column);
        column = more;
      }
      column[num] = list;
    },
    of: (num) => lists[column[num] ?? 0] ?? NONE,
    matching(nums, holds, found) {
      const known = new Int8Array(lists.length).fill(-1);
      for (const num of nums) {
        const list = column[num] ?? 0;
        if (known[list] === -1) known[list] = holds(lists[list] ?? NONE) ? 1 : 0;
        if (known[list] === 1) found(num);
      }
    },
    count(each, valueOf) {
      const times = new Uint32Array(lists.length);
      each((num) => {
        const list = column[num] ?? 0;
        times[list] = (times[list] ?? 0) + 1;
      });
      const counts = new Map<string, number>();
      for (const [list, values] of lists.entries()) {
        const many = times[list] ?? 0;
        if (many > 0) add(counts, values, valueOf, many);
      }
      return counts;
    },
  };
}

/** For fields of which nearly every notice has another value. */
export function ownColumn(): Column {
  const column: (Values | string | undefined)[] = [];
  const of = (num: number): Values => {
    const one = column[num];
    return one === undefined ? NONE : typeof one === 'string' ? [one] : one;
  };
  return {
    put(num, values) {
      while (column.length < num) column.push(undefined);
      const [only] = values;
      column[num] = values.length === 0 ? undefined : values.length === 1 && typeof only === 'string' ? only : values;
    },
    of,
    matching(nums, holds, found) {
      for (const num of nums) if (holds(of(num))) found(num);
    },
    count(each, valueOf) {
      const counts = new Map<string, number>();
      each((num) => add(counts, of(num), valueOf, 1));
      return counts;
    },
  };
}

/** A notice counts once under each value. */
function add(counts: Map<string, number>, values: Values, valueOf: (value: string | number) => string | undefined, many: number): void {
  const shown = values.map(valueOf);
  for (const [at, value] of shown.entries())
    if (value !== undefined && shown.indexOf(value) === at) counts.set(value, (counts.get(value) ?? 0) + many);
}
