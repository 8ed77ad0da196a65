/** Letters that stay at least: shorter beginnings are those of too many words. */
const LEAST = 4;

/** `-es` behind a hissing sound, `-ies` and `-y` behind a consonant, `-s` that is no part of the word. */
const ENGLISH = /(?:(?<=[sxz]|[cs]h)es|(?<=[^aeiou])(?:ies|y)|(?<![ius])s)$/;

/** Endings of cases and numbers of Russian and Ukrainian nouns and adjectives, as folding leaves them, longest first. */
const SLAVIC = new RegExp(
  `(?:${[
    'иями ього ьому ами ями ыми ими іми ого его ому ему ией ием иям иях ією еві ові',
    'ов ев ів їв єв ей ой ий ый ій їй ая яя ое ее ые ие ую юю ам ям ах ях ом ем єм ою ею єю ью ия ию ии ій ія ію ії их ых іх їх им ым ої',
    'а я е ы и у ю ь й і ї є',
  ]
    .join(' ')
    .replaceAll(' ', '|')})$`,
);

/**
 * How a word of a search begins in all its forms (`jammers`, `глушилка` → `jammer`, `глушилк`): its ending off, once; a beginning of `word` always. The S-stemmer of
 * Harman (1991) for English, the light one of Dolamic and Savoy (2009) for Russian, with Ukrainian endings. `word` is folded, of one token; sounds that change
 * inside a word (засіб, засоби) are not known.
 */
export function searchStem(word: string): string {
  const ending = /^[a-z]+$/.test(word) ? ENGLISH : /^[а-яіїєґ']+$/.test(word) ? SLAVIC : undefined;
  const stem = ending === undefined ? word : word.replace(ending, '');
  return stem.length < LEAST ? word : stem;
}
