import type { Catalogue, Term } from '../catalogue/catalogue.ts';
import { findCandidates } from './candidates.ts';
import type { FoundNamed, FoundTerm } from './candidates.ts';
import type { Program } from './compile.ts';
import { compileCatalogue } from './compile.ts';
import { newWalked, walk } from './walk.ts';

/** Finds Russian and Ukrainian terms of the catalogue in Latin letters: `podavitel dronov`. */
export interface RomanisedRussian {
  /** Soft finds of a text in which `intents` were found: none where no Russian word of trade is spelled in Latin letters too. */
  find(text: string, intents: readonly FoundNamed[]): readonly FoundTerm[];
}

/** Compiles its own automaton for the first text that needs it: the letters of all texts should not pay for the few. */
export function createRomanisedRussian(catalogue: Catalogue): RomanisedRussian {
  let program: Program | undefined;
  return {
    find(text, intents) {
      if (!intents.some(({ named }) => (named.lang === 'ru' || named.lang === 'uk') && /^[a-z]/i.test(named.text))) return [];
      program ??= compileCatalogue({ ...catalogue, terms: latinTerms(catalogue), codes: [], intents: [], places: [], roleWords: [] });
      const walked = newWalked();
      walk(text, program.alphabet, program.automaton, walked);
      return findCandidates(program, { text, walked, alphabet: program.alphabet }).terms;
    },
  };
}

const CYRILLIC_ONLY = /^[\u0400-\u04ff| -]+$/;
const LEAST_LETTERS = 4;

function latinTerms({ terms }: Catalogue): readonly Term[] {
  return terms.flatMap((term): Term[] => {
    if (term.concept === null || term.yieldsTo !== undefined || (term.lang !== 'ru' && term.lang !== 'uk')) return [];
    if (term.strength !== 'hard' || term.guards.needs.length > 0 || !CYRILLIC_ONLY.test(term.text)) return [];
    const note = `disguised: "${term.text.replaceAll('|', '')}" in Latin letters`;
    const forms = new Set(SPELLINGS[term.lang].map((letters) => latinOf(term.text, letters)));
    return [...forms]
      .filter((text) => text.replaceAll('|', '').length >= LEAST_LETTERS)
      .map((text) => ({ ...term, text, strength: 'soft', matchCase: false, guards: { notBefore: [], notAfter: [], needs: [] }, note }));
  });
}

type Letters = ReadonlyMap<string, string>;

const LATIN: Letters = new Map([
  ...Array.from('абвгґдезиіклмнопрстуфйыэ', (letter, at): [string, string] => [letter, 'abvggdeziiklmnoprstufyye'.charAt(at)]),
  ...(
    [
      ['ё', 'yo'],
      ['є', 'ye'],
      ['ж', 'zh'],
      ['ї', 'yi'],
      ['х', 'kh'],
      ['ц', 'ts'],
      ['ч', 'ch'],
      ['ш', 'sh'],
      ['щ', 'shch'],
      ['ъ', ''],
      ['ь', ''],
      ['ю', 'yu'],
      ['я', 'ya'],
    ] as const
  ).map(([from, to]): [string, string] => [from, to]),
]);

/** As scholars write it, and as who types it fast: `pricel`, `hranilisce`, `jubka`. */
const SCHOLARLY: Letters = new Map([
  ...LATIN,
  ['й', 'j'],
  ['ц', 'c'],
  ['х', 'h'],
  ['ю', 'ju'],
  ['я', 'ja'],
  ['ё', 'jo'],
  ['є', 'je'],
  ['ї', 'ji'],
]);
/** As passports of Russia and Ukraine write it: `rushnytsia`. */
const PASSPORT: Letters = new Map([...LATIN, ['й', 'i'], ['ю', 'iu'], ['я', 'ia'], ['ё', 'e'], ['є', 'ie'], ['ї', 'i']]);
const UKRAINIAN = [
  ['г', 'h'],
  ['и', 'y'],
] as const;

const SPELLINGS: Readonly<Record<'ru' | 'uk', readonly Letters[]>> = {
  ru: [LATIN, SCHOLARLY, PASSPORT],
  uk: [LATIN, ...[LATIN, SCHOLARLY, PASSPORT].map((letters) => new Map([...letters, ...UKRAINIAN]))],
};

function latinOf(text: string, letters: Letters): string {
  return Array.from(text.toLowerCase(), (char) => letters.get(char) ?? char).join('');
}
