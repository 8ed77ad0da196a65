import { pinyinOf } from './pinyin.ts';
import { simplifiedOf } from './simplified-of.ts';
import { SURNAME_READINGS, TWO_CHARACTER_SURNAMES, USUAL_SURNAMES } from './surnames-data.ts';

/**
 * Length (1 or 2) of the surname a Han person's name begins with, and its reading as a surname, most usual first, syllables
 * joined and ü as v (单 shan, 解 xie, 仇 qiu, 曾 zeng, 尉迟 yuchi, 吕 lv); undefined where none is known. Simplified or traditional.
 * A two-character surname needs a given name after it (司马懿, not 司马 alone), and so does a single one.
 */
export function hanSurname(name: string): { readonly length: 1 | 2; readonly readings: readonly string[] } | undefined {
  const plain = simplifiedOf(name.trim());
  const [first = '', second = ''] = plain;
  const double = plain.length > 2 ? TWO_CHARACTER_SURNAMES.get(first + second) : undefined;
  if (double !== undefined) return { length: 2, readings: [double] };
  if (plain.length < 2 || !USUAL_SURNAMES.has(first)) return undefined;
  return { length: 1, readings: SURNAME_READINGS.get(first) ?? pinyinOf(first).slice(0, 1) };
}

/** The characters that surnames begin with, simplified. */
export function surnameBeginnings(): ReadonlySet<string> {
  return new Set([...USUAL_SURNAMES, ...Array.from(TWO_CHARACTER_SURNAMES.keys(), (name) => name.charAt(0))]);
}
