import type { Language } from '../words/start-words.ts';

/** Whether a name has letters that a reader of the language need not know: what a Chinese reads in Han, and a Ukrainian in Cyrillic, needs no reading. */
export function needsReading(name: string, language: Language): boolean {
  return FOREIGN[language].test(name);
}

const FOREIGN: Readonly<Record<Language, RegExp>> = {
  en: /(?!\p{Script=Latin})\p{L}/u,
  zh: /(?![\p{Script=Latin}\p{Script=Han}])\p{L}/u,
  ru: /(?![\p{Script=Latin}\p{Script=Cyrillic}])\p{L}/u,
  uk: /(?![\p{Script=Latin}\p{Script=Cyrillic}])\p{L}/u,
};
