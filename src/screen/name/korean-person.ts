import { tokensOf, type NameToken } from './tokens.ts';

/**
 * A Korean's name that is written together in Hangul, as surname and given name: 박근혜 is 박 and 근혜. Only where it is all that there is (foreign names have two words), of two to
 * four syllables, and begins with a surname.
 */
export function koreanPerson(tokens: readonly NameToken[]): readonly NameToken[] {
  const [token] = tokens;
  if (tokens.length !== 1 || token?.script !== 'hangul' || token.end - token.start !== token.text.length) return tokens;
  const { text, start } = token;
  if (text.length < 2 || text.length > 4) return tokens;
  const length = text.length > 2 && SURNAMES_OF_TWO.has(text.slice(0, 2)) ? 2 : 1;
  if (length === 1 && (text.length > 3 || !SURNAMES.has(text.charAt(0)))) return tokens;
  const middle = start + length;
  return [
    { ...token, text: text.slice(0, length), end: middle },
    { ...token, text: text.slice(length), start: middle },
  ];
}

/**
 * Is it surely enough written together as {@link koreanPerson} reads it where nothing says that it is a person? Many words of two syllables begin as a surname does (현대, 조선), and a
 * syllable that ends in ㅡ is that of a foreign word: no character of a given name is read so (이마트).
 */
export function isKoreanPerson(name: string): boolean {
  if (!HANGUL.test(name)) return false;
  const tokens = tokensOf(name);
  const [surname, given] = koreanPerson(tokens);
  if (tokens.length !== 1 || surname === undefined || given === undefined) return false;
  return surname.text.length + given.text.length > 2 && !Array.from(given.text).some(endsInEu);
}

/** Does a syllable of Hangul end in ㅡ? Blocks of 588 by initial, of 28 by vowel, of 1 by final: Unicode Standard, 3.12. */
function endsInEu(syllable: string): boolean {
  return (syllable.charCodeAt(0) - 0xac00) % 588 === 18 * 28;
}

/** May a word in Hangul be a foreign one? From three syllables on, or where one of them ends as no character of a Korean's name does. */
export function foreignKorean(word: string): boolean {
  return word.length > 2 || Array.from(word).some(endsInEu);
}

const HANGUL = /[\uac00-\ud7a3]/;

/** Those of nearly all Koreans, North and South (로, 류, 리, 림 as the North writes them). */
const SURNAMES: ReadonlySet<string> = new Set(
  '김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노로하곽성차주우구민진나라지엄채원천방공현함변염여려추도소석선설마길연위표명기반왕금옥육인맹제모탁국은편용리림태동양렴련',
);
const SURNAMES_OF_TWO: ReadonlySet<string> = new Set(['남궁', '황보', '제갈', '사공', '선우', '독고', '서문', '동방']);
