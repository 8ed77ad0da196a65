import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { keep, kept } from '../look/kept.ts';
import type { en } from './en/index.ts';

export const LANGUAGES = { en: 'English', zh: '中文', uk: 'Українська', ru: 'Русский' } as const;
export type Language = keyof typeof LANGUAGES;
export type Words = { readonly [Space in keyof typeof en]: Readonly<Record<string, string>> };

/** One file for each part of the app in each language: a screen's words come with the screen. */
const FILES = import.meta.glob<Readonly<Record<string, Readonly<Record<string, string>>>>>(['./{en,zh,uk,ru}/*.ts', '!./*/index.ts']);

/** After the first screen stands. */
const READ_AHEAD_MS = 1500;

const FIRST = ['shell', 'terms', 'inbox'] as const satisfies readonly (keyof Words)[];
const LATER = [
  'notice',
  'screening',
  'cases',
  'claims',
  'search',
  'sources',
  'lists',
  'catalogue',
  'publishers',
  'settings',
] as const satisfies readonly (keyof Words)[];

/** Whoever asks for words that are not there yet waits for them (`useTranslation` suspends). */
const READER: BackendModule = {
  type: 'backend',
  init: () => undefined,
  // oxlint-disable-next-line typescript/no-misused-promises -- types know the older way with a callback alone; a promise is taken as well
  read: readWords,
};

async function readWords(language: string, space: string): Promise<Readonly<Record<string, string>>> {
  const file = await FILES[`./${language}/${space}.ts`]?.();
  return file?.[space] ?? {};
}

/** The language that was chosen in this browser, or the first of the browser's own that there is. */
function firstLanguage(): Language {
  const wanted = [kept('language'), ...navigator.languages].map((one) => one?.slice(0, 2).toLowerCase());
  return wanted.find((one): one is Language => one !== undefined && one in LANGUAGES) ?? 'en';
}

export async function startWords(): Promise<void> {
  const language = firstLanguage();
  say(language);
  await i18next
    .use(READER)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false,
      ns: [...FIRST],
      defaultNS: 'shell',
      // React escapes what it shows.
      interpolation: { escapeValue: false },
      returnNull: false,
    });
  // What a panel or another screen says is there before it is asked for.
  setTimeout(() => void i18next.loadNamespaces([...LATER]), READ_AHEAD_MS);
}

export async function chooseLanguage(language: Language): Promise<void> {
  keep('language', language);
  await i18next.changeLanguage(language);
  say(language);
}

function say(language: Language): void {
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : language;
}
