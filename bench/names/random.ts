import { seeded } from '../seeded.ts';

/** Numbers that look random and are the same in every run of the same seed. */
export interface Random {
  /** A whole number from 0 to `count - 1`. */
  below(count: number): number;
  /** One element. Throws `RangeError` for an empty list. */
  pick<T>(list: readonly T[]): T;
  /** A new list with the elements in another order. */
  shuffle<T>(list: readonly T[]): T[];
}

export function seededRandom(seed: number): Random {
  const next = seeded(seed);
  const below = (count: number): number => Math.floor(next() * count);
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError('nothing to pick from');
    return list[below(list.length)] as T;
  };
  const shuffle = <T>(list: readonly T[]): T[] => {
    const left = [...list];
    return list.map(() => left.splice(below(left.length), 1)[0] as T);
  };
  return { below, pick, shuffle };
}
