import { foldText } from '../../text/fold.ts';

/** A phrase found at a place of a folded text. */
export interface FoundPhrase<T> {
  readonly value: T;
  readonly end: number;
}

/** Finds the longest of many phrases at a place of a folded text. */
export interface PhraseFinder<T> {
  at(text: string, index: number): FoundPhrase<T> | undefined;
}

interface Entry<T> {
  readonly text: string;
  /** Letters that may follow: endings. */
  readonly rest: number;
  readonly value: T;
}

/** Letters by which the forms of a word may go on behind its bar. */
const REST = 5;

/** Makes a finder of phrases: a bar ends what all forms share; a phrase of letters is found as whole words only, one of Han anywhere. */
export function createPhraseFinder<T>(phrases: Iterable<readonly [string, T]>): PhraseFinder<T> {
  const byFirst = new Map<number, Entry<T>[]>();
  for (const [written, value] of phrases) {
    const bar = written.indexOf('|');
    const text = foldText(bar === -1 ? written : written.slice(0, bar)).text;
    if (text === '') continue;
    const entry = { text, rest: bar === -1 ? 0 : REST, value };
    const list = byFirst.get(text.charCodeAt(0));
    if (list === undefined) byFirst.set(text.charCodeAt(0), [entry]);
    else list.push(entry);
  }
  for (const list of byFirst.values()) list.sort((one, other) => other.text.length - one.text.length);
  return {
    at(text, index) {
      const list = byFirst.get(text.charCodeAt(index));
      if (list === undefined) return undefined;
      const inWord = index > 0 && isLetter(text.charCodeAt(index - 1)) && isLetter(text.charCodeAt(index));
      if (inWord) return undefined;
      for (const entry of list) {
        if (!text.startsWith(entry.text, index)) continue;
        let end = index + entry.text.length;
        if (isLetter(text.charCodeAt(end - 1))) {
          const most = end + entry.rest;
          while (end < most && end < text.length && isLetter(text.charCodeAt(end))) end += 1;
          if (end < text.length && isLetter(text.charCodeAt(end))) continue;
        }
        return { value: entry.value, end };
      }
      return undefined;
    },
  };
}

/** Letters that make words with blanks between them, and digits. */
export function isLetter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0xdf && code < 0x250) ||
    (code >= 0x370 && code < 0x560) ||
    // Hebrew, Arabic, the scripts of India, Thai, Georgian, Latin and Greek with signs, kana: none of their words says what it is, but each is one
    (code >= 0x5d0 && code < 0x5eb) ||
    (code >= 0x620 && code < 0x700) ||
    (code >= 0x900 && code < 0x1100) ||
    (code >= 0x1e00 && code < 0x2000) ||
    (code >= 0x3041 && code < 0x3100) ||
    (code >= 0xac00 && code < 0xd7a4)
  );
}

export function isHan(code: number): boolean {
  return (code >= 0x3400 && code < 0xa000) || (code >= 0x3041 && code < 0x3100) || (code >= 0xd800 && code < 0xe000);
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
