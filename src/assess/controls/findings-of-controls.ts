import { controlStatusAt } from '../../catalogue/control-status.ts';
import { controlsOf } from '../../catalogue/controls.ts';
import type { ControlCandidate, ControlExclusion, ControlledConcept, Controls } from '../../catalogue/controls.ts';
import type { ControlEntry } from '../../model/control-entry.ts';
import type { Finding, FindingReason } from '../../model/finding.ts';
import type { Mention } from '../../model/mention.ts';
import type { Parameter } from '../../model/parameter.ts';
import { entriesOfCode, indexTariffCodes } from './code-entries.ts';
import { statesItself } from './compare-entry.ts';
import type { EntryComparer, Stated } from './compare-entry.ts';
import { createValueOwners } from './value-owners.ts';

/** Goods of a notice: one mention of a concept in the role of goods, and the line item that it stands in. */
export interface NamedGoods {
  readonly concept: string;
  readonly mention: Pick<Mention, 'start' | 'end' | 'text'>;
  readonly item: number | null;
}

export interface ControlQuestion {
  readonly text: string;
  readonly goods: readonly NamedGoods[];
  /** With `item` set where they belong to one. Those that stand under other goods alone ({@link createValueOwners}) are not compared, unless one entry covers both. */
  readonly parameters: readonly Parameter[];
  /** Mentions of kind `code`. */
  readonly codes: readonly Mention[];
  /** Day of the notice, ISO: what was in force then counts. */
  readonly date: string;
}

export interface ControlAssessor {
  /**
   * Which control entries may apply to the goods of a notice: never a classification. Entries that were repealed or not yet in force on the day are left
   * out; suspended ones say so under `against`. What is often named for such goods and does not cover them is `unmet`, with the reason, unless the text states what only goods
   * of the entry have (a jamming range of a detector), or names the same device as goods that may fall under it. A code in the text alone gives a `candidate`. Of one entry
   * and status {@link MOST_ITEMS_TOLD} line items have findings of their own; the last of these says of how many more the same is true. Findings of goods come first, in the
   * order of the goods, of one good those
   * whose entries the text names; then those of codes.
   */
  findingsOfControls(question: ControlQuestion): readonly Finding[];
}

type Candidates = { readonly candidates: readonly ControlCandidate[]; readonly exclusions: readonly ControlExclusion[] };

/** Makes an assessor for the control lists and the concepts of the catalogue. */
export function createControlAssessor(
  controls: Controls,
  concepts: ReadonlyMap<string, ControlledConcept>,
  comparer: EntryComparer,
): ControlAssessor {
  const known = new Map<string, Candidates>();
  const byTariff = indexTariffCodes(controls);
  const candidatesOf = (id: string): Candidates => {
    const concept = concepts.get(id);
    const candidates = known.get(id) ?? (concept === undefined ? { candidates: [], exclusions: [] } : controlsOf(controls, concept));
    known.set(id, candidates);
    return candidates;
  };
  const sharing = new Map<string, boolean>();
  /** Names of one device in other words: a value of the one may be the other's. Tariff headings, and entries without limits, hold too much to say so. */
  const shareEntry = (one: string, other: string): boolean => {
    const key = `${one} ${other}`;
    const known = sharing.get(key) ?? isShared(candidatesOf(one).candidates, candidatesOf(other).candidates);
    sharing.set(key, known);
    return known;
  };
  return {
    findingsOfControls: ({ text, goods, parameters, codes, date }) => {
      const says = sayerOf(text);
      const holders = new Map<ControlEntry, readonly NamedGoods[]>();
      const holdersOf = (entry: ControlEntry): readonly NamedGoods[] => {
        const known =
          holders.get(entry) ?? goods.filter(({ concept }) => candidatesOf(concept).candidates.some((one) => one.entry === entry));
        holders.set(entry, known);
        return known;
      };
      const found = new Map<string, Finding>();
      const told = new Map<string, Told>();
      const { shared, ofItem } = byItem(parameters);
      const groups = groupsOf(goods, parameters);
      const owners = new Map<Parameter, ReadonlySet<string>>();
      const ownersOf = createValueOwners(text, goods);
      const mayBeOf = (concept: string, parameter: Parameter): boolean => {
        const known = owners.get(parameter) ?? ownersOf(parameter);
        owners.set(parameter, known);
        return known.size === 0 || known.has(concept) || known.values().some((owner) => shareEntry(owner, concept));
      };
      const ofAll = shared.slice(0, Math.max(LEAST_SHARED, Math.floor(MOST_LOOKS / groups.length)));
      for (const one of groups) {
        const { candidates, exclusions } = candidatesOf(one.concept);
        const stated: Stated = {
          parameters: (one.anywhere ? parameters : inOrder([...ofAll, ...(ofItem.get(one.item) ?? [])])).filter((parameter) =>
            mayBeOf(one.concept, parameter),
          ),
          says,
          concept: one.concept,
        };
        const seen: FindingReason = { text: one.mention.text, span: { start: one.mention.start, end: one.mention.end } };
        const compared = candidates.map(({ entry, via }) => ({ entry, comparison: via === 'hs' ? null : comparer.compare(entry, stated) }));
        for (const { entry, comparison } of compared.toSorted((a, b) => rankOf(a.comparison) - rankOf(b.comparison)))
          add(found, told, one.concept, findingOf(entry, comparison, seen, date, one.item));
        for (const { entry, why } of exclusions) {
          const others = holdersOf(entry);
          if (others.length > 0 && hasOneName(others, one.mention)) continue;
          const comparison = others.length > 0 || entry.thresholds.length === 0 ? null : comparer.compare(entry, stated);
          const isMeant = comparison !== null && statesItself(comparison);
          add(
            found,
            told,
            one.concept,
            isMeant ? findingOf(entry, comparison, seen, date, one.item) : excluded(entry, why, date, one.item),
          );
        }
      }
      for (const code of codes) {
        const seen: FindingReason = { text: code.text, span: { start: code.start, end: code.end } };
        for (const entry of entriesOfCode(controls, byTariff, code.id ?? '')) {
          const ofEntry = [...found].filter(([, { control }]) => control?.list === entry.list && control.entry === entry.entry);
          const same = ofEntry.find(([, { for: reasons }]) => reasons.length > 0) ?? ofEntry[0];
          if (same === undefined) add(found, told, null, findingOf(entry, null, seen, date, null));
          else if (!same[1].for.some(({ text: quoted }) => quoted === code.text))
            found.set(same[0], { ...same[1], for: [...same[1].for, seen] });
        }
      }
      return Array.from(found, ([key, finding]) => withMore(finding, told.get(key)));
    },
  };
}

function isShared(one: readonly ControlCandidate[], other: readonly ControlCandidate[]): boolean {
  const entries = new Set(one.flatMap(({ entry, via }) => (via === 'hs' || entry.thresholds.length === 0 ? [] : [entry])));
  return other.some(({ entry, via }) => via !== 'hs' && entries.has(entry));
}

/** Units before a name in which one that goes over into it may begin. */
const NAME_REACH = 64;

/**
 * 无人机侦测 and 侦测反制 name one device in two words: one goes over into the other. One word that stands for both kinds of goods says nothing. `others` in the order of
 * the text.
 */
function hasOneName(others: readonly NamedGoods[], { start, end }: NamedGoods['mention']): boolean {
  let [low, high] = [0, others.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((others[middle]?.mention.start ?? Infinity) < start - NAME_REACH) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < others.length; at += 1) {
    const other = others[at]?.mention;
    if (other === undefined || other.start > end) return false;
    if (other.start !== start && other.end !== end && other.end >= start) return true;
  }
  return false;
}

/** Whether a text has the words of a pattern; each pattern is looked for once, however many items and entries ask. */
function sayerOf(text: string): Stated['says'] {
  const smallText = text.normalize('NFKC').toLowerCase();
  const known = new Map<RegExp, boolean>();
  return (shown) => {
    const answer = known.get(shown) ?? shown.test(smallText);
    known.set(shown, answer);
    return answer;
  };
}

/** Mentions of a concept that are looked at as one. */
interface GoodsGroup extends NamedGoods {
  /** One of them stands in no item: values of any item may be its own. */
  readonly anywhere: boolean;
}

/** A concept once for each line item that states values of its own, and once for all others together. */
function groupsOf(goods: readonly NamedGoods[], parameters: readonly Parameter[]): readonly GoodsGroup[] {
  const stating = new Set(parameters.map(({ item }) => item));
  const ofConcept = Map.groupBy(goods, ({ concept }) => concept);
  const groups = Map.groupBy(goods, ({ concept, item }) => `${concept} ${item !== null && stating.has(item) ? item : ''}`);
  const inItems = new Map(Array.from(ofConcept, ([concept, all]) => [concept, new Set(all.map(({ item }) => item)).size]));
  return [...groups.values()].flatMap(([first, ...others]): readonly GoodsGroup[] => {
    if (first === undefined) return [];
    const isOne = stating.has(first.item) || inItems.get(first.concept) === 1;
    return [{ ...first, item: isOne ? first.item : null, anywhere: [first, ...others].some(({ item }) => item === null) }];
  });
}

/** Entries that the text names come first, those whose words it has not after all others. */
function rankOf(comparison: ReturnType<EntryComparer['compare']> | null): number {
  if (comparison === null || comparison.inWords === null) return 1;
  return comparison.inWords ? 0 : 2;
}

/** Line items that have findings of their own for one entry and status. */
const MOST_ITEMS_TOLD = 100;

/** Values of no item that are set against each of many items: all of them, unless a text has thousands of both. */
const LEAST_SHARED = 300;
const MOST_LOOKS = 1_000_000;

/** How often an entry was told in one way, and the line items of which it was not told. */
interface Told {
  items: number;
  readonly more: Set<number | null>;
}

/** The last finding that is told of many says so. */
function withMore(finding: Finding, told: Told | undefined): Finding {
  if (told === undefined || told.more.size === 0) return finding;
  const more = { text: `the same of ${told.more.size} more line items, up to item ${[...told.more].at(-1) ?? ''}` };
  return finding.for.length > 0 ? { ...finding, for: [...finding.for, more] } : { ...finding, against: [...finding.against, more] };
}

/** Values by the line item that they stand in; those in none are shared by all, each once. */
function byItem(parameters: readonly Parameter[]): {
  readonly shared: readonly Parameter[];
  readonly ofItem: ReadonlyMap<number | null, readonly Parameter[]>;
} {
  const ofItem = Map.groupBy(parameters, ({ item }) => item);
  const valueOf = ({ property, measured, unit, comparator, low, high }: Parameter): string =>
    `${property ?? ''} ${measured} ${unit} ${comparator} ${low} ${high}`;
  const distinct = Map.groupBy(ofItem.get(null) ?? [], valueOf);
  return { shared: Array.from(distinct.values(), ([first]) => first).filter((one) => one !== undefined), ofItem };
}

function inOrder(parameters: readonly Parameter[]): readonly Parameter[] {
  return parameters.toSorted((a, b) => a.start - b.start);
}

/** Keeps a finding once for each line item and status, what an entry does not cover apart from what it may; other goods of which it is told in the same way join it. */
function add(found: Map<string, Finding>, told: Map<string, Told>, concept: string | null, finding: Finding | null): void {
  if (finding === null) return;
  const { control, item, status } = finding;
  const same = `${control?.list ?? ''} ${control?.entry ?? ''} ${status} ${finding.for.length > 0}`;
  const key = `${same} ${item ?? ''}`;
  const known = found.get(key);
  if (known === undefined) {
    const all = told.get(same) ?? { items: 0, more: new Set() };
    told.set(same, all);
    all.items += 1;
    if (all.items > MOST_ITEMS_TOLD) all.more.add(item);
    else found.set(key, concept === null ? finding : { ...finding, goods: [concept] });
    if (all.items === MOST_ITEMS_TOLD) told.set(key, all);
  } else if (concept !== null && known.goods?.includes(concept) === false) found.set(key, { ...known, goods: [...known.goods, concept] });
}

/** `comparison` null: only a code speaks for the entry. Null where the entry did not apply on the day. */
function findingOf(
  entry: ControlEntry,
  comparison: ReturnType<EntryComparer['compare']> | null,
  seen: FindingReason,
  date: string,
  item: number | null,
): Finding | null {
  const { state, text: when } = controlStatusAt(entry, date);
  if (state === 'repealed' || state === 'not yet') return null;
  const against = state === 'in force' ? [] : [{ text: when }];
  const answered = comparison?.answered ?? null;
  const conditions = entry.conditions === '' || answered !== null ? [] : [entry.conditions];
  const head = headOf(entry, item);
  if (comparison === null) return { ...head, status: 'candidate', for: [seen], against, missing: conditions };
  const quoted = ({ parameter, limit }: (typeof comparison.met)[number]): FindingReason => ({
    text: `${parameter.label === null ? '' : `${parameter.label} `}${parameter.text}: ${limit.text}`,
    span: { start: parameter.start, end: parameter.end },
  });
  return {
    ...head,
    status: comparison.answer,
    for: [seen, ...comparison.met.map(quoted), ...(answered === null ? [] : [{ text: answered }])],
    against: [...comparison.unmet.map(quoted), ...(comparison.against === null ? [] : [{ text: comparison.against }]), ...against],
    missing: comparison.answer === 'unmet' ? [] : [...(comparison.answer === 'met' ? [] : comparison.missing), ...conditions],
  };
}

function excluded(entry: ControlEntry, why: string, date: string, item: number | null): Finding | null {
  const { state } = controlStatusAt(entry, date);
  return state === 'repealed' || state === 'not yet'
    ? null
    : { ...headOf(entry, item), status: 'unmet', for: [], against: [{ text: why }], missing: [] };
}

function headOf(entry: ControlEntry, item: number | null): Pick<Finding, 'control' | 'title' | 'source' | 'confidence' | 'item'> {
  const { regime, list, from, to, heading, source, asOf, confidence } = entry;
  return {
    control: { regime, list, entry: entry.entry, inForceFrom: from, inForceTo: to },
    title: `${regime} ${entry.entry}${heading === '' ? '' : ` ${heading}`}`,
    source: `${source} (text of ${asOf})`,
    confidence,
    item,
  };
}
