import { toBase } from '../../catalogue/units.ts';
import type { Unit } from '../../catalogue/units.ts';
import type { ControlEntry, ControlThreshold } from '../../model/control-entry.ts';
import type { Parameter } from '../../model/parameter.ts';
import { both, testedInterval } from './interval.ts';
import type { Interval } from './interval.ts';

/** One limit of an entry, ready to be compared: two tests of one parameter that leave values between them are one. */
export interface Limit {
  readonly parameter: string;
  /** As the list states it: `jamming range > 5 km`. */
  readonly text: string;
  /** Null where it cannot be compared: no number, or a unit that we do not read. */
  readonly tested: Interval | null;
  readonly base: string;
  /** What the unit of the limit measures where nothing says more. */
  readonly measured: string;
}

/** Limits that hold together, where the conditions in the name of the branch hold. */
export interface Branch {
  /** Empty where the entry has no branches. */
  readonly name: string;
  readonly limits: readonly Limit[];
  /** Values that the name asks for: `14 to <16 bit`, `travel < 1 m`. */
  readonly values: readonly Parameter[];
  /** True where the name is a condition in words alone, or also. */
  readonly inWords: boolean;
}

export interface LimitReader {
  /** A unit of units.yaml by a spelling, without compatibility forms. */
  unitNamed(name: string): Unit | undefined;
  /** Values with units in a text. */
  readValues(text: string): readonly Parameter[];
}

/** Alternatives of an entry, one of which is enough; none where it has no limits. */
export function branchesOf({ thresholds, combine }: ControlEntry, reader: LimitReader): readonly Branch[] {
  const named = Map.groupBy(thresholds, ({ branch }) => branch ?? '');
  return [...named].flatMap(([name, tests]): readonly Branch[] => {
    const limits = merged(tests, reader);
    if (name === '')
      return combine === 'any'
        ? limits.map((limit) => ({ name, limits: [limit], values: [], inWords: false }))
        : [{ name, limits, values: [], inWords: false }];
    const own = new Set(limits.map(({ base, measured }) => `${measured} ${base}`));
    // A name may repeat the limits (60 min and more); what it says of anything else is a condition
    const values = reader
      .readValues(name)
      .filter(({ unit, measured, property }) => property !== undefined || !own.has(`${measured} ${unit}`));
    // Where the note repeats the name, the list states it as a condition; other names only tell the branches apart
    const isCondition = tests.some(({ note }) => note === name);
    return [{ name, limits, values, inWords: (isCondition && values.length === 0) || /\bmode\b|multimode/.test(name) }];
  });
}

function merged(tests: readonly ControlThreshold[], reader: LimitReader): readonly Limit[] {
  const limits: Limit[] = [];
  for (const test of tests) {
    const limit = limitOf(test, reader);
    const last = limits.at(-1);
    const joined = last === undefined ? null : joinedRange(last, limit);
    if (last !== undefined && joined !== null)
      limits[limits.length - 1] = { ...last, text: `${last.text} and ${asTested(test)}`, tested: joined };
    else limits.push(limit);
  }
  return limits;
}

function joinedRange(a: Limit, b: Limit): Interval | null {
  if (a.parameter !== b.parameter || a.base !== b.base || a.tested === null || b.tested === null) return null;
  return (a.tested.low === -Infinity) === (b.tested.low === -Infinity) ? null : both(a.tested, b.tested);
}

function limitOf(test: ControlThreshold, { unitNamed }: LimitReader): Limit {
  const unit = unitNamed(test.unit.normalize('NFKC'));
  const tested = typeof test.value === 'number' && unit !== undefined ? testedInterval(test.op, toBase(unit, test.value)) : null;
  return {
    parameter: test.parameter,
    text: `${test.parameter} ${asTested(test)}`,
    tested,
    base: unit?.base ?? test.unit,
    measured: unit?.measured[0] ?? 'other',
  };
}

function asTested({ op, value, unit }: ControlThreshold): string {
  return `${op} ${value}${unit === '' ? '' : ` ${unit}`}`;
}
