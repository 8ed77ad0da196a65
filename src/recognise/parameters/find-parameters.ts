import type { ParameterLabel, ParameterWords } from '../../catalogue/parameter-words.ts';
import type { Unit, Units } from '../../catalogue/units.ts';
import type { Parameter } from '../../model/parameter.ts';
import type { Lang } from '../../model/reading.ts';
import type { Amount } from './amounts.ts';
import { boundOf } from './bound-of.ts';
import { START, compileWords } from './compile-words.ts';
import type { CompiledWords } from './compile-words.ts';
import { isGuarded } from './guards.ts';
import { labelAfter, labelBefore } from './label-near.ts';
import type { NearLabel } from './label-near.ts';
import { skipBlanks } from './phrase-trie.ts';
import type { Quantity } from './quantity.ts';
import { readQuantity, withPrefix } from './read-quantity.ts';
import { isDigitAt } from './read-digits.ts';
import { readNumber } from './read-number.ts';
import { unitAt } from './unit-at.ts';
import { isSigned, valuesOf } from './values.ts';

/** Finds the numbers with units that a text states. Pure: the same text and words give the same parameters. */
export interface ParameterFinder {
  /** Parameters in the order of the text, at most {@link MOST_PARAMETERS}; time is linear in the text, and nothing throws. `lang` tells 1,500 of Russian from that of English. */
  find(text: string, lang?: Lang): readonly Parameter[];
}

/** Values told of one text. */
export const MOST_PARAMETERS = 10_000;

/** Compiles the units and words of the catalogue, some milliseconds, and gives a finder. */
export function createParameterFinder(units: Units, words: ParameterWords): ParameterFinder {
  const compiled = compileWords(units, words);
  return { find: (text, lang) => find(text, lang, compiled) };
}

function find(text: string, lang: Lang | undefined, words: CompiledWords): Parameter[] {
  const out: Parameter[] = [];
  const memory: Memory = { labelStart: -1, end: 0 };
  const { start } = words;
  const prefixed = words.prefix.test(text);
  let at = 0;
  while (at < text.length && out.length < MOST_PARAMETERS) {
    const kind = (start[text.charCodeAt(at)] ?? 0) & START.kinds;
    if (kind === START.none || (kind === START.word && !beginsNumber(text, at, words))) {
      at += 1;
      continue;
    }
    const read = readQuantity(text, at, words);
    const quantity = prefixed && read.unit === null ? withPrefix(text, read, words) : read;
    const end = quantity.unit === null ? quantity.end : emit(out, text, quantity, { lang, words, memory });
    at = Math.max(end, at + 1);
  }
  return out;
}

/** A letter where a word begins, and a number in words with it. */
function beginsNumber(text: string, at: number, { start, numbers }: CompiledWords): boolean {
  return (at === 0 || ((start[text.charCodeAt(at - 1)] ?? 0) & START.letter) === 0) && numbers.numbers.match(text, at) !== null;
}

interface Memory {
  /** Label of the latest parameter, and where that ended. */
  labelStart: number;
  end: number;
}

interface Context {
  readonly lang: Lang | undefined;
  readonly words: CompiledWords;
  readonly memory: Memory;
}

/** Adds the parameters of a quantity, if it is one of goods; gives the end of what was read. */
function emit(out: Parameter[], text: string, quantity: Quantity, { lang, words, memory }: Context): number {
  const { unit: written, amounts } = quantity;
  const [first] = amounts;
  if (written === null || first === undefined) return quantity.end;
  const from = quantity.tolerance ? quantity.start : first.start;
  const extra = minutesAfter(text, quantity, written.units, words);
  const end = extra?.end ?? quantity.end;
  const bound = boundOf(text, { start: from, end }, words);
  const near = nearLabel(text, { start: bound.start, end: bound.end, unitEnd: end }, written.units, words, memory);
  const label = near?.label ?? null;
  if (isGuarded(text, { start: from, end: Math.max(bound.end, end) }, { quantity, bound, near }, words)) return end;
  const unit = unitMeant(written.units, label);
  if (unit === null) return end;
  memory.labelStart = near?.start ?? -1;
  memory.end = bound.end;
  const measured = label?.measured ?? (first.kind === 'range' && unit.ofRange !== null ? unit.ofRange : (unit.measured[0] ?? 'other'));
  const span = { start: quantity.prefix ?? spanStart(text, first, unit, from), end };
  for (const values of valuesOf(quantity, unit, {
    lang,
    text,
    bound: bound.bound,
    spread: label?.spread ?? false,
    extra: extra?.seconds ?? 0,
  })) {
    out.push({
      ...span,
      text: text.slice(span.start, span.end),
      measured,
      label: near === null || near.label === null ? null : text.slice(near.start, near.end),
      ...(label === null ? {} : { property: label.id }),
      ...values,
      unit: unit.base,
      writtenUnit: text.slice(written.start, written.end),
      item: null,
    });
  }
  return end;
}

/** The sign of a temperature belongs to its text. */
function spanStart(text: string, first: Amount, unit: Unit, start: number): number {
  return first.lowNegative && isSigned(unit) && /[-\u2010-\u2015\u2212]/.test(text.charAt(start - 1)) ? start - 1 : start;
}

function nearLabel(
  text: string,
  { start, end, unitEnd }: { readonly start: number; readonly end: number; readonly unitEnd: number },
  units: readonly Unit[],
  words: CompiledWords,
  memory: Memory,
): NearLabel | null {
  const money = units.some(({ base }) => base === '%' || base === 's');
  const fits = (label: ParameterLabel | null): boolean => (label === null ? money : units.some((unit) => fitsUnit(label, unit)));
  let before = labelBefore(text, start, words.labels, fits);
  if (before !== null && before.start === memory.labelStart && !AND.test(text.slice(memory.end, Math.min(start, memory.end + 16))))
    before = null;
  if (before !== null && !/[,，、(（]/.test(text.slice(before.end, start))) return before;
  return labelAfter(text, Math.max(end, unitEnd), words.labels, fits) ?? before;
}

/** Between values that share a label. */
const AND = /^[\s,，、/;；(]*(?:и|или|до|і|та|або|and|or|to|和|及|与|或|至)?[\s(]*$/;

function fitsUnit({ measured, of }: ParameterLabel, unit: Unit): boolean {
  return unit.measured.includes(measured) && (of === null || of === unit.base);
}

function unitMeant(units: readonly Unit[], label: ParameterLabel | null): Unit | null {
  if (label !== null) return units.find((unit) => fitsUnit(label, unit)) ?? null;
  return units.find(({ labelled }) => !labelled) ?? null;
}

/** 1 ч 30 мин: the minutes behind the hours. */
function minutesAfter(
  text: string,
  { end, amounts }: Quantity,
  units: readonly Unit[],
  words: CompiledWords,
): { readonly end: number; readonly seconds: number } | null {
  const unit = units.find(({ base, is }) => base === 's' && is >= 60);
  if (unit === undefined || amounts.length > 1 || amounts[0]?.high !== null) return null;
  const at = skipBlanks(text, end);
  const number = isDigitAt(text, at) ? readNumber(text, at, words.numbers) : null;
  if (number === null || Number.isNaN(number.value)) return null;
  const found = unitAt(text, number.end, words.units);
  const smaller = found?.units.find(({ base, is }) => base === 's' && is < unit.is && is >= 1);
  return found === null || smaller === undefined ? null : { end: found.end, seconds: number.value * smaller.is };
}
