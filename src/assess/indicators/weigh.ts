import { INDICATOR_FIELDS } from '../../model/indicator-fields.ts';
import type { FindingReason } from '../../model/finding.ts';
import { predicateHolds } from '../../model/predicate.ts';
import type { Predicate } from '../../model/predicate.ts';
import type { FactValue } from './facts.ts';

/** Answer of a notice to a predicate: null where it hangs on something that is not known. */
export interface Weighed {
  readonly holds: boolean | null;
  /** What shows it, where it holds. */
  readonly reasons: readonly FindingReason[];
  /** What is not known, in words, where that decides. */
  readonly unknown: readonly string[];
}

/** What weighing asks for: the text, and values of fields. */
export interface Weighable {
  readonly text: string;
  readonly valuesOf: (field: string) => readonly FactValue[] | null;
}

/** Spans quoted for one test. */
const QUOTED = 3;

const SAYS = new Map(INDICATOR_FIELDS.map(({ name, says }) => [name, says]));

/** As `predicateHolds`, with what shows it; what is not known is neither true nor false. */
export function weigh(predicate: Predicate, notice: Weighable): Weighed {
  switch (predicate.is) {
    case 'all':
      return weighAll(predicate.of.map((one) => weigh(one, notice)));
    case 'any':
      return weighAny(predicate.of.map((one) => weigh(one, notice)));
    case 'not':
      return weighNot(predicate.of, weigh(predicate.of, notice));
    case 'words': {
      const start = notice.text.indexOf(predicate.text);
      if (start === -1) return NO;
      return { holds: true, reasons: [quote(notice.text, start, start + predicate.text.length)], unknown: [] };
    }
    case 'test': {
      const { field } = predicate;
      const values = notice.valuesOf(field);
      if (values === null) return { holds: null, reasons: [], unknown: [SAYS.get(field) ?? field] };
      const holding = values.filter(({ value }) => predicateHolds(predicate, { hasWords: () => false, valuesOf: () => [value] }));
      if (holding.length === 0 || (predicate.op === '!=' && holding.length < values.length)) return NO;
      return { holds: true, reasons: holding.slice(0, QUOTED).map((one) => reasonOf(one, field, notice.text)), unknown: [] };
    }
  }
}

const NO: Weighed = { holds: false, reasons: [], unknown: [] };

function weighAll(parts: readonly Weighed[]): Weighed {
  if (parts.some(({ holds }) => holds === false)) return NO;
  const unknown = parts.flatMap((part) => part.unknown);
  return { holds: unknown.length > 0 ? null : true, reasons: parts.flatMap(({ reasons }) => reasons), unknown };
}

function weighAny(parts: readonly Weighed[]): Weighed {
  const holding = parts.filter(({ holds }) => holds === true);
  if (holding.length > 0) return { holds: true, reasons: holding.flatMap(({ reasons }) => reasons), unknown: [] };
  const unknown = parts.flatMap((part) => part.unknown);
  return unknown.length > 0 ? { holds: null, reasons: [], unknown } : NO;
}

function weighNot(inner: Predicate, { holds, unknown }: Weighed): Weighed {
  if (holds === null) return { holds: null, reasons: [], unknown };
  if (holds) return NO;
  return { holds: true, reasons: [...new Set(testsOf(inner))].map((says) => ({ text: `no word of ${says}` })), unknown: [] };
}

/** What a predicate asks for, in words. */
function testsOf(predicate: Predicate): readonly string[] {
  if (predicate.is === 'words') return [`"${predicate.text}"`];
  if (predicate.is === 'test')
    return [predicate.field === 'intent' ? intentWords(predicate.values) : (SAYS.get(predicate.field) ?? predicate.field)];
  return predicate.is === 'not' ? testsOf(predicate.of) : predicate.of.flatMap(testsOf);
}

function intentWords(values: readonly string[]): string {
  return values.map((value) => value.replaceAll('_', ' ')).join(' or ');
}

function reasonOf({ value, span, says }: FactValue, field: string, text: string): FindingReason {
  if (span !== undefined) return quote(text, span.start, span.end);
  return { text: says ?? `${field}: ${value}` };
}

function quote(text: string, start: number, end: number): FindingReason {
  return { text: text.slice(start, end), span: { start, end } };
}
