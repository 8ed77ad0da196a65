import type { Parameter } from '../../model/parameter.ts';
import type { Quantity } from './amounts.ts';

/**
 * Whether a number that stands over a stated value measures goods and does not count them: a bare one that has a unit of measure (40 dBm), and one whose label stands beside it (干扰距离不少于8000米,
 * payload up to 5 kg, 6 kg weight). Metres and kilograms without a label count what is sold by them (光纤5000米), and so does what a word such as "qty" stands before.
 */
export function isMeasure(text: string, { isStated, isAnnounced }: Quantity, value: Parameter): boolean {
  const { property, label, measured, comparator, start, end } = value;
  if (isAnnounced) return false;
  if (!isStated) return true;
  if (property === undefined || label === null || measured === 'count') return false;
  const before = text.slice(Math.max(0, start - REACH), start);
  const at = before.lastIndexOf(label);
  if (at !== -1) return (comparator === '=' ? BESIDE : BOUNDED).test(before.slice(at + label.length));
  const behind = text.slice(end, end + REACH);
  return behind.includes(label) && BESIDE.test(behind.slice(0, behind.indexOf(label)));
}

/** How far from a value its label may stand, in UTF-16 units. */
const REACH = 72;

/** Between a label and its value: no sign behind which another thing is named, but before words that bound the value (вес, не более 5 кг). */
const BESIDE = /^[^,，、;；。\n]*$/u;
const BOUNDED = /^[^,，、;；。\n]*(?:[,，][^,，、;；。\n]{1,16})?$/u;
