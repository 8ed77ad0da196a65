import { allLocales } from '@faker-js/faker';
import { wordsOf } from './words-of.ts';

interface LocaleNames {
  readonly person?: Readonly<Record<string, unknown>>;
  readonly word?: Readonly<Record<string, unknown>>;
  readonly lorem?: Readonly<Record<string, unknown>>;
}

const LOCALES = allLocales as unknown as Readonly<Record<string, LocaleNames>>;

/**
 * People who bear names of a locale, in millions, roughly; 10 where nothing is said. Names of Japan stand there in Han characters, which a
 * transliteration without readings spells as if they were Chinese: left out.
 */
const MILLIONS: Readonly<Record<string, number>> = {
  zh_CN: 1400, zh_TW: 24, en_HK: 8, en_IN: 900, en: 400, en_GB: 60, en_AU: 25, en_NG: 100, yo_NG: 40, en_ZA: 30, zu_ZA: 15, en_GH: 30, en_NP: 30, ne: 30,
  es: 250, es_MX: 130, pt_BR: 210, pt_PT: 10, ar: 400, fa: 100, ur: 230, tr: 85, ku_ckb: 8, ku_kmr_latin: 15, az: 20, uz_UZ_latin: 35, ru: 160, uk: 40, pl: 40,
  ro: 20, ro_MD: 3, cs_CZ: 11, sk: 5, hu: 10, hr: 4, sr_RS_latin: 9, mk: 2, sl_SI: 2, lv: 2, de: 80, de_AT: 9, de_CH: 5, fr: 65, fr_BE: 5, fr_CH: 2, fr_SN: 18,
  it: 60, nl: 17, nl_BE: 6, sv: 10, da: 6, nb_NO: 5, fi: 5, el: 11, he: 7, hy: 5, ka_GE: 4, ko: 77, vi: 98, th: 70, id_ID: 275, af_ZA: 7, dv: 1, eo: 1, en_AU_ocker: 1, ja: 0,
}; // prettier-ignore

/** Word → occurrences per million names of persons, over the locales weighted by the square root of their people. A given name, a surname and, where there are any, a middle name each count once a person. */
export function personWordShares(): Map<string, number> {
  const shares = new Map<string, number>();
  let total = 0;
  for (const [locale, { person }] of Object.entries(LOCALES)) {
    const weight = Math.sqrt(MILLIONS[locale] ?? 10);
    const parts = ['first_name', 'last_name', 'middle_name'].map((part) => [...new Set(stringsIn(person?.[part]))]);
    if (weight === 0 || parts[0]?.length === 0) continue;
    total += weight;
    for (const names of parts) for (const word of names.flatMap(wordsOf)) shares.set(word, (shares.get(word) ?? 0) + weight / names.length);
  }
  return new Map([...shares].map(([word, share]) => [word, (share / total) * 1e6]));
}

/** Words of everyday English and Russian. */
export function everydayWords(): Set<string> {
  return new Set([...stringsIn(LOCALES['en']?.word), ...stringsIn(LOCALES['ru']?.lorem)].flatMap(wordsOf));
}

/** Every string in a tree of arrays and records; patterns (`{{…}}`) are none. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.includes('{{') ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
