import { blank } from './blanked.ts';
import { latinise } from './latinise.ts';
import { isPatronymic } from './patronymic.ts';

/** What says that a surname is the one before marriage. */
export const BORN_AS = String.raw`(?:n[ée]e|geb(?:oren(?:e|er)?|\.)|урожд(?:[её]нн?ая|\.)|в девичестве|дев(?:ичья|\.)? ?фам(?:илия|\.)|уроджена|дівоче прізвище|z domu|rozená|född)(?!\p{L})`;

const BORN = new RegExp(String.raw`([\s,(（]*(?<!\p{L})(?:${BORN_AS})[\s:]*)([\p{L}\p{M}'’-]{2,})(\s*[)）]?)`, 'iu');
/** In Russian lists the earlier surname stands in brackets behind the later one: Иванова (Петрова) Мария Сергеевна. */
const BRACKETED =
  /^(\s*\p{Lu}[\p{L}'’-]+\s*[(（])(\p{Lu}\p{Ll}+(?:ова|ева|ина|ская|цкая))([)）])(?=\s+\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+(?:на|ична)\s*$)/u;

/**
 * A person's name with the surname before marriage alone, and without it, where it has both; blanks stand for what is left out.
 *
 * @example bornAs('Elena Sorokina (née Baranova)') // ['Elena          (     Baranova)', …] but for the signs
 */
export function bornAs(name: string): readonly string[] {
  const bracketed = BRACKETED.exec(name);
  if (bracketed !== null) {
    const [whole, before = '', surname = ''] = bracketed;
    const behind = before.length + surname.length;
    return [blank(blank(name, 0, before.length), behind, behind + 1), blank(name, before.length - 1, whole.length)];
  }
  const born = BORN.exec(name);
  if (born === null || born.index === 0) return [];
  const [whole, sign = '', surname = ''] = born;
  const before = name.slice(0, born.index);
  const words = [...before.matchAll(/[\p{L}\p{M}'’-]{2,}/gu)];
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  // Sorokina, Elena; Сорокина Елена Викторовна; Elena Sorokina.
  const [later, at] =
    before.includes(',') || isPatronymic(latinise(last[0].toLowerCase())) ? [first[0], first.index] : [last[0], last.index];
  const end = born.index + whole.length;
  const named = born.index + sign.length;
  const signs = blank(blank(name, born.index, named), named + surname.length, end);
  return [blank(signs, at, at + later.length), blank(name, born.index, end)];
}
