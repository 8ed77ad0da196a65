import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import type { en } from './en/index.ts';
import type { Language } from './start-words.ts';

type Spaces = typeof en;
/** `rows_one`, `rows_other` are asked for as `rows`, with `count`. */
type Asked<Key> = Key extends `${infer Base}_${'one' | 'few' | 'many' | 'other'}` ? Base : Key;
export type WordKey<Space extends keyof Spaces> = Asked<keyof Spaces[Space] & string>;
export type Say<Space extends keyof Spaces> = (key: WordKey<Space>, values?: Readonly<Record<string, string | number>>) => string;

/** The words of one part of the app in the chosen language: `const say = useWords('inbox'); say('title')`. */
export function useWords<Space extends keyof Spaces>(space: Space): Say<Space> {
  const { t } = useTranslation(space as string);
  return t as unknown as Say<Space>;
}

/** The same for what says something once, outside of components. */
export function wordsNow<Space extends keyof Spaces>(space: Space): Say<Space> {
  return i18next.getFixedT(null, space) as unknown as Say<Space>;
}

export function useLanguage(): Language {
  return useTranslation().i18n.language as Language;
}
