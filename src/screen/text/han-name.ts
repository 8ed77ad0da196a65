import type { NameKnowledge } from '../knowledge.ts';
import { analyseName } from '../name/analyse.ts';

/** What may stand between the characters of a Han name without changing it: brackets, middle dots, quotes. */
export const HAN_IGNORED: ReadonlySet<string> = new Set('()（）[]【】·•・‧∙「」『』“”"《》〈〉');

/** What an organisation in Han may be called by later: what stands before its brand, the brand, and what stands behind it. */
export interface HanName {
  readonly before: string;
  readonly brand: string;
  readonly behind: string;
  /** The brand is a word of the language too, or may be a place: it counts with more of the name beside it, or in quotes. */
  readonly common: boolean;
}

/** The brand (字号) in a name of an organisation as a text writes it in full; undefined where it has none of two characters. */
export function hanNameOf(written: string, knowledge: NameKnowledge): HanName | undefined {
  const name = Array.from(written)
    .filter((char) => !HAN_IGNORED.has(char) && char.trim() !== '')
    .join('');
  if (!ONLY_HAN.test(name)) return undefined;
  const { parts } = analyseName(name, 'organisation', knowledge);
  const first = parts.findIndex(({ kind, start, end }) => kind === 'word' && end - start > 1);
  const word = parts[first];
  // 北方 | 重锻: behind a trade word rather a trade that the glossary does not know.
  if (word === undefined || parts.slice(0, first).some(({ kind }) => kind === 'trade')) return undefined;
  const brand = name.slice(word.start, word.end);
  return {
    before: name.slice(0, word.start),
    brand,
    behind: name.slice(word.end),
    // 齐河 | 昌达钢构: of two words the first may be a county.
    common: knowledge.han.has(brand) || hanWords(brand).length === 1 || parts[first + 1]?.kind === 'word',
  };
}

let segmenter: Intl.Segmenter | undefined;

/** Words of the language in a Han text; what it does not know character by character. */
export function hanWords(text: string): readonly string[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/**
 * Lengths at which words of the language end in a text that begins with a name and goes on: of another length the name ends within a word (罗定 | 文化, 高度 | 重视).
 */
export function wordEnds(text: string): ReadonlySet<number> {
  let at = 0;
  return new Set(hanWords(text).map((word) => (at += word.length)));
}

/** Characters behind a name that are enough to tell the words there. */
export const WORD_BEHIND = 4;
const ONLY_HAN = /^[\u3400-\u9fff]+$/;
