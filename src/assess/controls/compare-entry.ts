import type { ControlConditions } from '../../catalogue/control-conditions.ts';
import type { ControlParameters } from '../../catalogue/control-parameters.ts';
import type { ControlEntry } from '../../model/control-entry.ts';
import type { Parameter } from '../../model/parameter.ts';
import { compare, statedInterval } from './interval.ts';
import type { Answer, Interval } from './interval.ts';
import { branchesOf } from './limits.ts';
import type { Branch, Limit, LimitReader } from './limits.ts';

/** What a notice says of one entry. */
export interface Comparison {
  readonly answer: Answer;
  readonly met: readonly Compared[];
  readonly unmet: readonly Compared[];
  /** What the text would have to say, one plain line each. */
  readonly missing: readonly string[];
  /** Why the entry is ruled out whatever the values are, or null. */
  readonly against: string | null;
  /** Whether the text has the words that the entry as a whole wants; null where it wants none. */
  readonly inWords: boolean | null;
  /** What the text says about the condition of the entry, told in its place; null where it says nothing of it. */
  readonly answered: string | null;
}

export interface Compared {
  readonly limit: Limit;
  readonly parameter: Parameter;
}

/** What is compared: parameters, and what else the text says. */
export interface Stated {
  readonly parameters: readonly Parameter[];
  /** Whether the text has words that a condition is shown by. */
  readonly says: (shown: RegExp) => boolean;
  /** Concept of the goods, where it is known. */
  readonly concept?: string;
}

/** Whether a value stands under the very name of what a limit is about (干扰距离 for a jamming range): only goods that the limit is meant for state it. */
export function statesItself({ met, unmet }: Pick<Comparison, 'met' | 'unmet'>): boolean {
  return [...met, ...unmet].some(({ limit, parameter }) => parameter.property === limit.parameter.replaceAll(' ', '-'));
}

export interface EntryComparer {
  /**
   * Compares the limits of an entry with what is stated. Without limits, or without a value under a fitting label, the answer is `unstated`. Of the
   * branches of an entry one is enough; a branch whose own condition the text does not show to hold can be `unstated` at best.
   */
  compare(entry: ControlEntry, stated: Stated): Comparison;
}

/** Makes a comparer; limits are read once for each entry. */
export function createEntryComparer(names: ControlParameters, conditions: ControlConditions, reader: LimitReader): EntryComparer {
  const known = new Map<ControlEntry, readonly Branch[]>();
  const branchesFor = (entry: ControlEntry): readonly Branch[] => {
    let branches = known.get(entry);
    if (branches === undefined) {
      branches = branchesOf(entry, reader);
      known.set(entry, branches);
    }
    return branches;
  };
  return {
    compare: (entry, stated) => {
      const id = `${entry.list} ${entry.entry}`;
      const answer = conditions.answers.get(id);
      const answered = answer !== undefined && stated.says(answer.shown) ? answer.says : null;
      const result = { ...compareBranches(branchesFor(entry), stated, names, conditions), answered };
      const need = conditions.needs.get(id);
      if (need === undefined || (stated.concept !== undefined && need.unless.includes(stated.concept))) return result;
      if (stated.says(need.shown)) {
        if (!need.labelled || result.answer !== 'met' || statesItself(result)) return { ...result, inWords: true };
        return { ...result, answer: 'unstated', missing: [...new Set(result.met.map(({ limit }) => limit.text))], inWords: true };
      }
      if (result.answer === 'unmet') return { ...result, inWords: false };
      if (need.against !== null) return { ...result, answer: 'unmet', missing: [], against: need.against, inWords: false };
      return { ...result, answer: 'unstated', missing: [...result.missing, need.missing], inWords: false };
    },
  };
}

function compareBranches(
  branches: readonly Branch[],
  stated: Stated,
  names: ControlParameters,
  conditions: ControlConditions,
): Omit<Comparison, 'answered'> {
  const met: Compared[] = [];
  const unmet: Compared[] = [];
  const missing = new Set<string>();
  const answers = branches.map((branch): Answer => {
    const applies = appliesTo(branch, stated, conditions);
    if (applies === 'unmet') return 'unmet';
    const parts = branch.limits.map((limit): Answer => {
      const [answer, parameter] = answerOf(limit, stated.parameters, names);
      if (answer === 'met' && parameter !== null) met.push({ limit, parameter });
      else if (answer === 'unmet' && parameter !== null) unmet.push({ limit, parameter });
      else missing.add(limit.text);
      return answer;
    });
    if (applies === 'unstated') missing.add(`whether this holds: ${conditionOf(branch.name)}`);
    return all([...parts, applies]);
  });
  return { answer: any(answers), met: distinct(met), unmet: distinct(unmet), missing: [...missing], against: null, inWords: null };
}

/** A branch that has the number of a paragraph alone for a name asks more than its limits, and we have no words for it. */
function conditionOf(name: string): string {
  return /^\.?[a-z](?:\.[a-z\d]+)*$/.test(name) ? `what else paragraph ${name} of the entry asks` : name;
}

/** Whether the condition in the name of a branch holds. */
function appliesTo({ name, values, inWords }: Branch, { parameters, says }: Stated, { groups }: ControlConditions): Answer {
  const answers = values.map((value): Answer => {
    const same = parameters.filter(
      ({ unit, measured, property }) =>
        unit === value.unit && (value.property === undefined ? measured === value.measured : property === value.property),
    );
    if (same.length === 0) return 'unstated';
    return same.some((parameter) => compare(statedInterval(parameter), statedInterval(value), true) === 'met') ? 'met' : 'unmet';
  });
  if (inWords) answers.push(wordsHold(name, says, groups));
  return all(answers);
}

function wordsHold(name: string, says: Stated['says'], groups: ControlConditions['groups']): Answer {
  for (const group of groups) {
    const own = group.find(({ said }) => said.some((word) => name.includes(word)));
    if (own === undefined) continue;
    if (says(own.shown)) return 'met';
    return group.some(({ shown }) => says(shown)) ? 'unmet' : 'unstated';
  }
  return 'unstated';
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

/** Of the values under the best label one that passes is enough, and for `unmet` none may be in doubt. */
function answerOf(
  { parameter: name, tested, base }: Limit,
  parameters: readonly Parameter[],
  names: ControlParameters,
): readonly [Answer, Parameter | null] {
  const known = names.get(name);
  if (known === undefined || tested === null) return ['unstated', null];
  // Numbers without a unit count axes, aircraft, channels
  const stated = statedOf(
    known,
    parameters.filter(({ unit }) => unit === base || (base === '' && unit === 'pcs')),
  ).filter((parameter) => !isMainsFor(tested, parameter));
  const answers = stated.map((parameter): [Answer, Parameter] => {
    const reached =
      known.reach && parameter.comparator === '<=' && parameter.high !== null
        ? { ...parameter, comparator: '=' as const, low: parameter.high }
        : parameter;
    return [compare(statedInterval(reached), tested, known.covers && parameter.comparator === 'range'), parameter];
  });
  return (
    answers.find(([answer]) => answer === 'met') ?? answers.find(([answer]) => answer === 'unstated') ?? answers[0] ?? ['unstated', null]
  );
}

/** A few Hz without a label are the mains or a rate, and say nothing of a limit that is a frequency of radio. */
function isMainsFor({ low, high }: Interval, { unit, measured, property, high: most }: Parameter): boolean {
  if (unit !== 'Hz' || measured !== 'frequency' || property !== undefined || most === null || most >= AUDIBLE_HZ) return false;
  return [low, high].some((limit) => Number.isFinite(limit) && limit >= RADIO_HZ);
}

const AUDIBLE_HZ = 1e3;
const RADIO_HZ = 1e6;

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
