import { foldText } from '../../text/fold.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { segmentHan } from '../name/han-segments.ts';
import { HAN_IGNORED, hanNameOf } from './han-name.ts';
import { mixed } from './key-code.ts';

const ONLY_HAN = /^[\u3400-\u9fff]+$/;

/**
 * What to look for in text for a listed name in Han: its folded characters, and without the legal form at its end where at least four characters
 * with something distinctive are left. Nothing for names that mix scripts or have one character.
 */
export function hanForms(listed: string, knowledge: NameKnowledge): readonly string[] {
  const key = Array.from(foldText(listed).text)
    .filter((char) => !HAN_IGNORED.has(char) && char.trim() !== '')
    .join('');
  if (key.length < 2 || !ONLY_HAN.test(key)) return [];
  const pieces = segmentHan(key, knowledge.han, knowledge.longestHan);
  let end = pieces.length;
  while (end > 0 && pieces[end - 1]!.word?.kind === 'form') end -= 1;
  const bare = key.slice(0, pieces[end - 1]?.end ?? 0);
  const distinctive = pieces.slice(0, end).some(({ word, start, end: to }) => word === undefined && to - start > 1);
  return end < pieces.length && bare.length >= 4 && distinctive ? [key, bare] : [key];
}

/** A beginning of a name that may stand for it: how many characters of `form` must be there. `bare`: no trade word says whose, so that it stands only where nothing in Han touches it. */
export interface ShortHanForm {
  readonly form: string;
  readonly least: number;
  readonly bare: boolean;
}

/** Beside the characters that must stand, in the tables of a finder: nothing in Han may touch them. */
export const BARE = 1 << 16;

/**
 * The characters of a name that a text may cut off behind its brand or its first trade word, and how many must stand: place and brand, and that word, 通州泽铎 and 通州泽铎仪器 of
 * 通州泽铎仪器进出口有限公司. A brand that is a word of the language tells too little. None where the name has none such.
 */
export function shortHanForms(listed: string, knowledge: NameKnowledge): readonly ShortHanForm[] {
  const [form] = hanForms(listed, knowledge);
  const name = form === undefined ? undefined : hanNameOf(form, knowledge);
  if (form === undefined || name === undefined || name.common || name.before.length < 2 || name.behind === '') return [];
  const [place] = segmentHan(name.before, knowledge.han, knowledge.longestHan);
  const [trade] = segmentHan(name.behind, knowledge.han, knowledge.longestHan);
  if (place?.word?.kind !== 'place' || trade?.word?.kind !== 'trade' || trade.end < 2) return [];
  const least = name.before.length + name.brand.length;
  const whole = least + trade.end < form.length ? [{ form, least: least + trade.end, bare: false }] : [];
  return [{ form, least, bare: true }, ...whole];
}

/** Hash of `length` units from `at`; by another odd number another one. */
export function hanHash(units: Uint32Array | Uint16Array, at: number, length: number, by = 0x01000193): number {
  let hash = length;
  for (let n = at; n < at + length; n += 1) hash = Math.imul(hash ^ units[n]!, by);
  return mixed(hash);
}
