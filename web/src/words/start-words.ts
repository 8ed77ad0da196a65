import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { keep, kept } from '../look/kept.ts';
import type { en } from './en/index.ts';

export const LANGUAGES = { en: 'English', zh: '中文', uk: 'Українська', ru: 'Русский' } as const;
export type Language = keyof typeof LANGUAGES;
export type Words = { readonly [Space in keyof typeof en]: Readonly<Record<string, string>> };

const LOADERS: { readonly [Key in Language]: () => Promise<Words> } = {
  en: async () => (await import('./en/index.ts')).en,
  zh: async () => (await import('./zh/index.ts')).zh,
  uk: async () => (await import('./uk/index.ts')).uk,
  ru: async () => (await import('./ru/index.ts')).ru,
};

/** The language that was chosen in this browser, or the first of the browser's own that there is. */
function firstLanguage(): Language {
  const wanted = [kept('language'), ...navigator.languages].map((one) => one?.slice(0, 2).toLowerCase());
  return wanted.find((one): one is Language => one !== undefined && one in LANGUAGES) ?? 'en';
}

export async function startWords(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: false,
    ns: ['shell'],
    defaultNS: 'shell',
    resources: {},
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await show(firstLanguage());
}

export async function chooseLanguage(language: Language): Promise<void> {
  keep('language', language);
  await show(language);
}

async function show(language: Language): Promise<void> {
  for (const [space, words] of Object.entries(await LOADERS[language]())) i18next.addResourceBundle(language, space, words);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : language;
}
