import type { Bound } from '../../catalogue/parameter-words.ts';
import { toBase } from '../../catalogue/units.ts';
import type { Unit } from '../../catalogue/units.ts';
import type { Comparator, Parameter } from '../../model/parameter.ts';
import type { Lang } from '../../model/reading.ts';
import type { Amount } from './amounts.ts';
import type { Quantity } from './quantity.ts';
import type { ReadNumber } from './written-number.ts';

type Values = Pick<Parameter, 'comparator' | 'low' | 'high'>;

interface How {
  readonly text: string;
  readonly lang: Lang | undefined;
  readonly bound: Bound | null;
  /** ±10 runs from −10 to 10. */
  readonly spread: boolean;
  /** Seconds that stand behind the hours. */
  readonly extra: number;
}

/** The values of a quantity in the base unit: one for each number of a list. */
export function valuesOf(
  { amounts, tolerance, unit: written }: Quantity,
  unit: Unit,
  { text, lang, bound, extra, spread }: How,
): readonly Values[] {
  const decimalComma =
    lang === 'ru' ||
    lang === 'uk' ||
    (lang === undefined && written !== null && /[\u0400-\u04ff]/.test(text.slice(written.start, written.end)));
  const value = (number: ReadNumber, negative: boolean, of: Unit): number => {
    const size = decimalComma ? number.withDecimalComma : number.value;
    return toBase(of, negative && isSigned(unit) ? -size : size) + extra;
  };
  return amounts.map((amount): Values => {
    const low = value(amount.low, amount.lowNegative, lowUnitOf(amount, unit));
    if (amount.high === null)
      return tolerance
        ? spread
          ? { comparator: 'range', low: tidy(-low), high: low }
          : { comparator: '=', low, high: low }
        : bounded(low, amount.orMore ? '>=' : amounts.length > 1 ? null : bound);
    if (amount.kind === 'tolerance') {
      const size = decimalComma ? amount.high.withDecimalComma : amount.high.value;
      const by = size * unit.is;
      return { comparator: 'range', low: tidy(low - by), high: tidy(low + by) };
    }
    const high = value(amount.high, amount.highNegative, unit);
    return { comparator: 'range', low: Math.min(low, high), high: Math.max(low, high) };
  });
}

function lowUnitOf({ lowUnit }: Amount, unit: Unit): Unit {
  return lowUnit?.units.find(({ base }) => base === unit.base) ?? unit;
}

function bounded(value: number, bound: Bound | null): Values {
  const comparator: Comparator = bound ?? '=';
  if (bound === '>' || bound === '>=') return { comparator, low: value, high: null };
  if (bound === '<' || bound === '<=') return { comparator, low: null, high: value };
  return { comparator, low: value, high: value };
}

function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** Values below nothing are stated of temperatures and levels alone; elsewhere a dash is a dash. */
export function isSigned({ base, scale }: Unit): boolean {
  return base === 'K' || base === 'dB' || scale !== 'linear';
}
