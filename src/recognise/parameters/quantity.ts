import type { Amount } from './amounts.ts';
import type { UnitsAt } from './unit-at.ts';

/** Numbers that share a unit, or none where no unit follows. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly amounts: readonly Amount[];
  readonly unit: UnitsAt | null;
  /** ±5: how far off, no value. */
  readonly tolerance: boolean;
  /** `640x512`: numbers multiplied. */
  readonly factors: boolean;
  /** Where the unit begins that stands before the number. */
  readonly prefix?: number;
}
