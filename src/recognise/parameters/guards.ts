import type { Span } from '../../model/span.ts';
import type { FoundBound } from './bound-of.ts';
import type { CompiledWords } from './compile-words.ts';
import type { Quantity } from './quantity.ts';
import type { NearLabel } from './label-near.ts';
import { foldUnit, isLetterAt, skipBlanks, skipBlanksBack } from './phrase-trie.ts';
import { isDigitAt } from './read-digits.ts';

interface Found {
  readonly quantity: Quantity;
  readonly bound: FoundBound;
  readonly near: NearLabel | null;
}

/** True for what has the form of a value and is none: part and document numbers, sums, dates, office hours, ordinals. */
export function isGuarded(text: string, { start, end }: Span, { quantity, bound, near }: Found, words: CompiledWords): boolean {
  const { unit, amounts } = quantity;
  const [first] = amounts;
  if (unit === null || first === undefined) return true;
  if (near !== null && near.label === null) return true;
  if (first.low.written === 'digits' && isPartOfName(text, first.start)) return true;
  if (isNamed(text, start, words) || isSum(text, end, words)) return true;
  const stated = near !== null || bound.bound !== null;
  if (unit.units[0]?.base === 's' && near === null && isClock(text, quantity, bound)) return true;
  // полосы, СТАММ are words; пятиосевой and полчаса are values
  if (first.low.written === 'words' && unit.start === first.low.end && unit.end - unit.start < 4) return true;
  if (unit.weak) {
    // 20H-125A
    if (unit.start === first.low.end && text[unit.end] === '-' && (isLetterAt(text, unit.end + 1) || isDigitAt(text, unit.end + 1)))
      return true;
    if (first.low.plain && first.low.value >= 1900 && first.low.value <= 2100) return true;
    const next = skipBlanks(text, unit.end);
    if (!stated && next > unit.end && isLetterAt(text, next)) return true;
    if (text[unit.end] === '.' && isLetterAt(text, skipBlanks(text, unit.end + 1)) && near === null) return true;
  }
  // 三度, 一节 are words; 五轴 and 三米 are values
  return first.low.written === 'han' && !stated && unit.end - unit.start === 1 && !'轴米瓦'.includes(text.charAt(unit.start));
}

/** A digit behind a letter (XT30) or a letter and a sign (MQ-9, 5A_10). */
function isPartOfName(text: string, start: number): boolean {
  if (start === 0) return false;
  if (isLetterAt(text, start - 1) || isDigitAt(text, start - 1)) return true;
  const before = foldUnit(text.charCodeAt(start - 1));
  if (before === 0x23 || before === 0x5f || before === 0x40) return true;
  const joined = before === 0x2d || before === 0x2e || before === 0x2f || before === 0x3a;
  return joined && start > 1 && (before === 0x2d ? isLetterAt(text, start - 2) || isDigitAt(text, start - 2) : isDigitAt(text, start - 2));
}

/** № 5, ГОСТ 12, 第三: what the number belongs to stands before it. */
function isNamed(text: string, start: number, { notAfter }: CompiledWords): boolean {
  const to = skipBlanksBack(text, start);
  for (let at = Math.max(0, to - 12); at < to; at += 1) if (notAfter.matchWord(text, at)?.end === to) return true;
  return false;
}

function isSum(text: string, end: number, { notBefore }: CompiledWords): boolean {
  return notBefore.match(text, skipBlanks(text, end)) !== null;
}

/** 10 ч 00 мин, с 9 до 18 ч: times of day. */
function isClock(text: string, { amounts, end, unit }: Quantity, { bound }: FoundBound): boolean {
  const [first] = amounts;
  if (first === undefined || unit?.units[0]?.is !== 3600) return false;
  if (first.kind === 'range') return true;
  return bound !== '>=' && first.low.value <= 24 && /^\s?\d{2}\s?[^\d\s]/.test(text.slice(end, end + 5));
}
