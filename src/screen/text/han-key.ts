import { foldText } from '../../text/fold.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { segmentHan } from '../name/han-segments.ts';
import { mixed } from './key-code.ts';

/** What may stand between the characters of a Han name without changing it: brackets, middle dots, quotes. */
export const HAN_IGNORED: ReadonlySet<string> = new Set('()（）[]【】·•・‧∙「」『』“”"《》〈〉');

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

/** Hash of `length` units from `at`. */
export function hanHash(units: Uint32Array | Uint16Array, at: number, length: number): number {
  let hash = length;
  for (let n = at; n < at + length; n += 1) hash = Math.imul(hash ^ units[n]!, 0x01000193);
  return mixed(hash);
}
