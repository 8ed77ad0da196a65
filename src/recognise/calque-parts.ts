import type { CalqueLang, Calques } from '../catalogue/calques.ts';

/** Which parts of names the words of one way of writing stand for. */
export interface CalqueParts {
  /** What a word (lower case) is: for each piece that it is put together of, nearly always one, the parts that it may stand for. Empty for most words. */
  of(word: string): readonly (readonly string[])[];
  /** Han words alone: parts at a position of a text, each with its length, the longest first. */
  at(text: string, position: number): readonly { readonly part: string; readonly length: number }[];
}

/** Ending that may follow a stem: the shorter the stem, the fewer letters. */
const LONGEST_ENDING = 6;
const LONGEST_HAN = 5;

/** Makes the table of some languages. */
export function calqueParts({ parts }: Calques, langs: readonly CalqueLang[]): CalqueParts {
  const words = new Map<string, string[]>();
  const stems = new Map<string, string[]>();
  for (const [part, { words: byLang }] of parts)
    for (const word of langs.flatMap((lang) => byLang[lang])) {
      const isStem = word.endsWith('|');
      const text = isStem ? word.slice(0, -1) : word;
      const into = isStem ? stems : words;
      const known = into.get(text) ?? [];
      if (!known.includes(part)) into.set(text, [...known, part]);
    }
  // most words begin like no part at all
  const beginnings = new Set([...words.keys(), ...stems.keys()].map((text) => text.slice(0, 2)));
  const firsts = new Set([...words.keys()].map((text) => text.charAt(0)));
  const whole = (word: string): readonly string[] => {
    const found = words.get(word);
    if (found !== undefined) return found;
    for (let length = word.length; length >= 2; length -= 1) {
      const stem = stems.get(word.slice(0, length));
      if (stem !== undefined && word.length - length <= Math.min(LONGEST_ENDING, length)) return stem;
    }
    return [];
  };
  return {
    of(word) {
      if (!beginnings.has(word.slice(0, 2))) return [];
      const found = whole(word);
      if (found.length > 0) return [found];
      if (word.length < 7 || !/[\u0400-\u04ff]/.test(word)) return [];
      // тепло|образ, радио|локатор: two parts in one word, a vowel between them perhaps
      for (let length = word.length - 3; length >= 3; length -= 1) {
        const first = stems.get(word.slice(0, length)) ?? words.get(word.slice(0, length));
        if (first === undefined) continue;
        for (const from of /[оеёио]/.test(word.charAt(length)) ? [length, length + 1] : [length]) {
          const second = whole(word.slice(from));
          if (second.length > 0) return [first, second];
        }
      }
      return [];
    },
    at(text, position) {
      if (!firsts.has(text.charAt(position))) return [];
      const found: { part: string; length: number }[] = [];
      for (let length = Math.min(LONGEST_HAN, text.length - position); length > 0; length -= 1)
        for (const part of words.get(text.slice(position, position + length)) ?? []) found.push({ part, length });
      return found;
    },
  };
}
