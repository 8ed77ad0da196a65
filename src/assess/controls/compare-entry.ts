import type { ControlParameters } from '../../catalogue/control-parameters.ts';
import type { Unit } from '../../catalogue/units.ts';
import { toBase } from '../../catalogue/units.ts';
import type { ControlEntry, ControlThreshold } from '../../model/control-entry.ts';
import type { Parameter } from '../../model/parameter.ts';
import { both, compare, statedInterval, testedInterval } from './interval.ts';
import type { Answer, Interval } from './interval.ts';

/** One limit of an entry, ready to be compared: tests of one parameter that hold together are one. */
export interface Limit {
  readonly parameter: string;
  /** As the list states it: `range > 5 km`. */
  readonly text: string;
  readonly note: string;
  /** Null where it cannot be compared: no number, or a unit that we do not read. */
  readonly tested: Interval | null;
  readonly base: string;
}

/** Alternatives, one of which is enough; of each all limits are needed. */
export type Limits = readonly (readonly Limit[])[];

/** What the parameters of a notice say of one entry. */
export interface Comparison {
  readonly answer: Answer;
  readonly met: readonly Compared[];
  readonly unmet: readonly Compared[];
  readonly missing: readonly Limit[];
}

export interface Compared {
  readonly limit: Limit;
  readonly parameter: Parameter;
}

/** The limits of an entry in base units. `unitNamed` finds a unit of units.yaml by a spelling. */
export function limitsOf({ thresholds, combine }: ControlEntry, unitNamed: (name: string) => Unit | undefined): Limits {
  const branches = Map.groupBy(thresholds, ({ branch }) => branch ?? '');
  const shared = merged(branches.get('') ?? [], unitNamed);
  const named = [...branches].filter(([name]) => name !== '').map(([, tests]) => merged(tests, unitNamed));
  if (named.length > 0)
    return combine === 'all' ? named.map((limits) => [...shared, ...limits]) : [...named, ...shared.map((limit) => [limit])];
  return combine === 'any' ? shared.map((limit) => [limit]) : shared.length === 0 ? [] : [shared];
}

/** Two tests of one parameter that leave values between them are a range. */
function merged(tests: readonly ControlThreshold[], unitNamed: (name: string) => Unit | undefined): readonly Limit[] {
  const limits: Limit[] = [];
  for (const test of tests) {
    const limit = limitOf(test, unitNamed);
    const [last] = limits.slice(-1);
    const joined =
      last?.parameter === limit.parameter && last.base === limit.base && last.tested !== null && limit.tested !== null
        ? both(last.tested, limit.tested)
        : null;
    const opposite = last !== undefined && joined !== null && (last.tested?.low === -Infinity) !== (limit.tested?.low === -Infinity);
    if (last !== undefined && opposite)
      limits[limits.length - 1] = {
        ...last,
        text: `${last.text} and ${test.op} ${test.value}${test.unit === '' ? '' : ` ${test.unit}`}`,
        tested: joined,
        note: last.note || limit.note,
      };
    else limits.push(limit);
  }
  return limits;
}

function limitOf({ parameter, op, value, unit, note }: ControlThreshold, unitNamed: (name: string) => Unit | undefined): Limit {
  const text = `${parameter} ${op} ${value}${unit === '' ? '' : ` ${unit}`}`;
  const known = unitNamed(unit);
  const tested = typeof value === 'number' && known !== undefined ? testedInterval(op, toBase(known, value)) : null;
  return { parameter, text, note: note ?? '', tested, base: known?.base ?? unit };
}

/** Compares the limits of an entry with what a notice states. An entry without limits is `unstated`. */
export function compareLimits(limits: Limits, parameters: readonly Parameter[], names: ControlParameters): Comparison {
  const met: Compared[] = [];
  const unmet: Compared[] = [];
  const missing: Limit[] = [];
  const answers = limits.map((group) =>
    all(
      group.map((limit) => {
        const [answer, parameter] = answerOf(limit, parameters, names);
        if (answer === 'met' && parameter !== null) met.push({ limit, parameter });
        else if (answer === 'unmet' && parameter !== null) unmet.push({ limit, parameter });
        else missing.push(limit);
        return answer;
      }),
    ),
  );
  return {
    answer: any(answers),
    met: distinct(met),
    unmet: distinct(unmet),
    missing: [...new Map(missing.map((limit) => [limit.text, limit])).values()],
  };
}

function distinct(compared: readonly Compared[]): readonly Compared[] {
  return [...new Map(compared.map((one) => [`${one.limit.text} ${one.parameter.start}`, one])).values()];
}

function all(answers: readonly Answer[]): Answer {
  return answers.includes('unmet') ? 'unmet' : answers.includes('unstated') ? 'unstated' : 'met';
}

function any(answers: readonly Answer[]): Answer {
  if (answers.includes('met')) return 'met';
  return answers.length > 0 && answers.every((answer) => answer === 'unmet') ? 'unmet' : 'unstated';
}

/** Of the values under the best label: one that passes is enough, and none may be in doubt for `unmet`. */
function answerOf(
  { parameter: name, tested, base }: Limit,
  parameters: readonly Parameter[],
  names: ControlParameters,
): readonly [Answer, Parameter | null] {
  const known = names.get(name);
  if (known === undefined || tested === null) return ['unstated', null];
  const stated = statedOf(
    known,
    parameters.filter(({ unit }) => unit === base),
  );
  const answers = stated.map((parameter): [Answer, Parameter] => [
    compare(statedInterval(parameter), tested, known.covers && parameter.comparator === 'range'),
    parameter,
  ]);
  return (
    answers.find(([answer]) => answer === 'met') ?? answers.find(([answer]) => answer === 'unstated') ?? answers[0] ?? ['unstated', null]
  );
}

function statedOf(
  { labels, bare }: { readonly labels: readonly string[]; readonly bare: Parameter['measured'] | null },
  parameters: readonly Parameter[],
): readonly Parameter[] {
  for (const label of labels) {
    const found = parameters.filter(({ property }) => property === label);
    if (found.length > 0) return found;
  }
  return bare === null ? [] : parameters.filter(({ property, measured }) => property === undefined && measured === bare);
}
