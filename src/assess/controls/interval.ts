import type { ControlThreshold } from '../../model/control-entry.ts';
import type { Parameter } from '../../model/parameter.ts';

/** Values from `low` to `high`, ends included unless said. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

export type Answer = 'met' | 'unmet' | 'unstated';

/** How far off "about 5 km" may be. */
const ABOUT = 0.1;

/** Two figures are one where they differ by no more than units written in other units do. */
const SAME = 1e-9;

/** What a text states as an interval: no less than 5 km has no upper end. */
export function statedInterval({ comparator, low, high }: Parameter): Interval {
  const about = comparator === 'about' ? ABOUT : 0;
  return {
    low: low === null ? -Infinity : low - Math.abs(low) * about,
    high: high === null ? Infinity : high + Math.abs(high) * about,
    lowOpen: comparator === '>',
    highOpen: comparator === '<',
  };
}

/** The values that pass a test. Null where the test has no number. */
export function testedInterval(op: ControlThreshold['op'], value: number): Interval | null {
  if (op === '>' || op === '>=') return { low: value, high: Infinity, lowOpen: op === '>', highOpen: false };
  if (op === '<' || op === '<=') return { low: -Infinity, high: value, lowOpen: false, highOpen: op === '<' };
  return op === '=' ? { low: value, high: value, lowOpen: false, highOpen: false } : null;
}

/** The values that pass both, or null where none does. */
export function both(a: Interval, b: Interval): Interval | null {
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  const lowOpen = (a.low === low && a.lowOpen) || (b.low === low && b.lowOpen);
  const highOpen = (a.high === high && a.highOpen) || (b.high === high && b.highOpen);
  return low > high || (low === high && (lowOpen || highOpen)) ? null : { low, high, lowOpen, highOpen };
}

/**
 * Whether a stated value passes a test. `met`: every value that the text leaves open passes. `unmet`: none does. Else `unstated`: "not less than 5 km" may be
 * exactly 5, which is not more than 5. A range that is covered from end to end passes where any part of it does.
 */
export function compare(stated: Interval, tested: Interval, covered: boolean): Answer {
  if (isBelow(stated, tested) || isBelow(tested, stated)) return 'unmet';
  if (covered) return 'met';
  const lowPasses =
    stated.low > tested.low + near(tested.low) ||
    (same(stated.low, tested.low) && (!tested.lowOpen || stated.lowOpen)) ||
    tested.low === -Infinity;
  const highPasses =
    stated.high < tested.high - near(tested.high) ||
    (same(stated.high, tested.high) && (!tested.highOpen || stated.highOpen)) ||
    tested.high === Infinity;
  return lowPasses && highPasses ? 'met' : 'unstated';
}

function isBelow(a: Interval, b: Interval): boolean {
  if (same(a.high, b.low)) return a.highOpen || b.lowOpen;
  return a.high < b.low;
}

function same(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= near(a);
}

function near(value: number): number {
  return Number.isFinite(value) ? Math.abs(value) * SAME : 0;
}
