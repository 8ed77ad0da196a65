import { latinise } from './latinise.ts';
import { consonants } from './sound-codes.ts';

/** What a consonant that a script writes may be in the name that is meant: a language without p writes b. */
interface SoundRules {
  readonly script: RegExp;
  /** Each letter is a sound of its own: the رح of Rahman is no rh, the ته of Tehran no th. */
  readonly apart?: true;
  /** Spells anew before consonants are taken, from the Latin spelling. */
  readonly spell?: (latin: string) => string;
  /** In any combination; `from` is global. `short`: in words of two consonants too; with another in place of one of the two they are any word. */
  readonly or: readonly (readonly [from: RegExp, to: string, length?: 'short'])[];
}

const RULES: readonly SoundRules[] = [
  // Arabic has neither p nor v nor g; w and y may be vowels, a last h too; Persian zh is mostly written j.
  {
    script: /^[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]+$/,
    apart: true,
    or: [
      [/v/g, '', 'short'],
      [/b/g, 'p'],
      [/f/g, 'v'],
      [/gh/g, 'g'],
      [/h$/g, '', 'short'],
      [/Z/g, '', 'short'],
    ],
  },
  {
    script: /^[\u0590-\u05ff]+$/,
    apart: true,
    or: [
      [/v/g, '', 'short'],
      [/p/g, 'f'],
      [/b/g, 'v'],
      [/h$/g, '', 'short'],
    ],
  },
  // Katakana, for foreign names: every consonant has a vowel, l is r, v is b.
  {
    script: /^[\u30a0-\u30ff]+$/,
    or: [
      [/r/g, 'l', 'short'],
      [/b/g, 'v'],
      [/n(?=[pb])/g, 'm'],
      [/C/g, 't'],
      [/S/g, 's'],
      [/h/g, 'f'],
    ],
  },
  // Hangul: eu holds consonants apart; ll is l, a single one before a vowel r.
  {
    script: /^[\uac00-\ud7a3]+$/,
    spell: (latin) =>
      latin
        .replaceAll(/ll/g, 'L')
        .replaceAll(/l(?=[aeiouwy])/g, 'r')
        .replaceAll('L', 'l')
        .replaceAll('eu', ''),
    or: [
      [/b/g, 'v'],
      [/p/g, 'f'],
      [/r/g, 'l', 'short'],
      [/g/g, 'k'],
    ],
  },
];

/** At most so many forms of one word. */
const MOST = 8;

/** Syllables that Korean names hardly have and foreign ones mostly do: a consonant with eu. */
const FOREIGN_SYLLABLE = /[드트스크프르브츠즈므]/;

/**
 * Consonants that a word may have in Latin, where its script writes no vowels or a foreign name with other sounds: فلاديمير fldmr, vldmr. Empty for other scripts.
 * `skeletonOf` brings Latin letters to a skeleton.
 */
export function consonantForms(word: string, latin: string, skeletonOf: (latin: string) => string): readonly string[] {
  const rules = RULES.find(({ script }) => script.test(word));
  if (rules === undefined || (rules.spell !== undefined && word.length < 4 && !FOREIGN_SYLLABLE.test(word))) return [];
  const spelled = rules.apart
    ? Array.from(word, (letter) => skeletonOf(latinise(letter))).join('')
    : skeletonOf(rules.spell?.(latin) ?? latin);
  const whole = consonants(spelled);
  const forms = new Set([whole]);
  for (const [from, to, length] of rules.or)
    for (const form of Array.from(forms)) {
      const other = consonants(form.replaceAll(from, to));
      if (forms.size < MOST && (other.length > 2 || length === 'short')) forms.add(other);
    }
  return [...forms].filter((form) => form.length > 1);
}
