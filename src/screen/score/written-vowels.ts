import { LEAST_WITH_ARTICLE } from '../name/script-spellings.ts';

/**
 * Tells of skeletons whether a word in Arabic letters may be the word with that skeleton, of the same consonants, as far as its long vowels tell. They are written: حسين has an i where Hassan has none, حسن
 * none where Hussein has two vowels. Short ones are not, and any may stand for them. True where that cannot be told. The word is read once for all skeletons.
 */
export function longVowelsOf(arabic: string): (key: string) => boolean {
  const word = arabic.replaceAll(MARKS, '');
  const ways = waysToRead(word);
  if (word.length >= LEAST_WITH_ARTICLE && word.startsWith('ال')) ways.push(...waysToRead(word.slice(2)));
  return (key) => {
    const gaps = key.split(/[^aeiou]/);
    const told = ways.filter((way) => way.length === gaps.length);
    return told.length === 0 || told.some((way) => way.every((written, at) => fits(written, gaps[at]!, at === 0)));
  };
}

/** Letters between two consonants: of each the vowels one of which it stands for; empty for a sign that is none by itself, beside which any may stand. */
type Written = readonly string[];

const ANY = 'aeiou';
/** Signs of short vowels and doubled letters, tatweel, and what joins or parts letters. */
const MARKS = /[\u0640\u064b-\u065f\u0670\u200c-\u200f]/g;
/** Alef is no short i, but any other vowel of English (راسل, Russell); j is one letter with i in skeletons, and gone before e. */
const VOWELS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ا: 'aoeu',
    آ: 'aoeu',
    ي: 'ie',
    ی: 'ie',
    ې: 'ie',
    ج: 'ie',
    ے: 'ie',
    ى: ANY,
    ة: ANY,
    أ: '',
    إ: '',
    ؤ: '',
    ئ: '',
    ء: '',
    ع: '',
  }),
);

/** Each way to take its letters for vowels or consonants: و for u or v, a last ه for h or the sign of an a, a letter written twice for one or two. */
function waysToRead(arabic: string): (readonly Written[])[] {
  let ways: (readonly Written[])[] = [[[]]];
  for (const [at, letter] of Array.from(arabic).entries()) {
    const last = at === arabic.length - 1;
    const vowels = isOpen(letter, at, arabic) ? '' : VOWELS.get(letter);
    const next: (readonly Written[])[] = [];
    for (const way of ways) {
      const before = way.at(-1) ?? [];
      if (vowels !== undefined) {
        const read = [...way.slice(0, -1), [...before, vowels]];
        next.push(read);
        // A last a may be spelled ah.
        if (last && /[اىة]/.test(letter)) next.push([...read, []]);
      } else {
        next.push([...way, []]);
        // The و of Khansari is silent.
        if (letter === 'و' && arabic[at - 1] === 'خ') next.push(way);
        if (letter === 'و') next.push([...way.slice(0, -1), [...before, 'uo']]);
        else if ((letter === 'ه' || letter === 'ہ') && last) next.push([...way.slice(0, -1), [...before, '']]);
        else if (letter === arabic[at - 1]) next.push(way);
      }
    }
    ways = next.slice(0, MOST_WAYS);
  }
  return ways;
}

const MOST_WAYS = 16;

/** An alef that says nothing of its vowel: at the beginning, of an article inside, or before a ي with which it is an English i; and a last ی, which may be an a. */
function isOpen(letter: string, at: number, word: string): boolean {
  return (
    (letter === 'ا' &&
      (at === 0 || /[يیئ]/.test(word.charAt(at + 1)) || (at > 1 && word.length - at > 3 && word.charAt(at + 1) === 'ل'))) ||
    (letter === 'ی' && at === word.length - 1)
  );
}

/** French and West African spellings add a vowel at the end: Hassane, Umaru. */
function fits(written: Written, gap: string, begins: boolean): boolean {
  if (written.length === 0) return gap.length <= (begins ? 0 : 1);
  return written.every((vowels) => vowels === '' || Array.from(vowels).some((vowel) => gap.includes(vowel)));
}
