import { otherThaiSpellings, spellThai } from './thai.ts';

/** Latin letters for letters of scripts that any-ascii spells by their form where names are usually written by their sound. In order; each takes a folded word. */
interface SpellingRules {
  readonly script: RegExp;
  /** `from` is global. */
  readonly rules: readonly (readonly [from: RegExp, to: string])[];
}

const GREEK: SpellingRules = {
  script: /[\u0370-\u03ff]/,
  rules: [
    [/^μπ/g, 'b'],
    [/^ντ/g, 'd'],
    [/γκ/g, 'g'],
    [/γ(?=γ)/g, 'n'],
    [/γ(?=χ)/g, 'n'],
    [/χρ/g, 'chr'],
    [/ου/g, 'u'],
    [/αι/g, 'e'],
    [/[εο]ι|υι/g, 'i'],
    [/([αε])υ(?=[βγδζλμνραεηιοω])/g, '$1v'],
    [/([αε])υ/g, '$1f'],
    [/β/g, 'v'],
    [/η/g, 'i'],
    [/υ/g, 'y'],
    [/χ/g, 'ch'],
    [/ω/g, 'o'],
  ],
};

const ARMENIAN: SpellingRules = {
  script: /[\u0530-\u058f]/,
  rules: [
    [/ու/g, 'u'],
    [/և/g, 'ev'],
  ],
};

const HEBREW: SpellingRules = {
  script: /[\u05d0-\u05ea]/,
  rules: Array.from('אבגדהוזחטיכךלמםנןסעפףצץקרשת', (letter, n): readonly [RegExp, string] => [
    new RegExp(letter, 'g'),
    ' b g d h v z kh t y k k l m m n n s  p p ts ts k r sh t'.split(' ')[n] ?? '',
  ]),
};

/** Small tsu doubles what follows; a small vowel takes the place of the one before it: ウィルコックス, Wilcox; フェルナンド, Fernando. */
const KANA: SpellingRules = {
  script: /[\u3040-\u30ff]/,
  rules: [
    [/[っッ]/g, ''],
    [/[しシ](?=[ゃゅょャュョ])/g, 'sh'],
    [/[ちチ](?=[ゃゅょャュョ])/g, 'ch'],
    [/[じジぢヂ](?=[ゃゅょャュョ])/g, 'j'],
    [/(?<=sh|ch|j)[ゃャ]/g, 'a'],
    [/(?<=sh|ch|j)[ゅュ]/g, 'u'],
    [/(?<=sh|ch|j)[ょョ]/g, 'o'],
    [/フ(?=[ァィェォ])/g, 'f'],
    [/ヴ(?=[ァィェォ])/g, 'v'],
    [/ウ(?=[ィェォ])/g, 'w'],
    [/テ(?=ィ)|ト(?=ゥ)/g, 't'],
    [/デ(?=ィ)|ド(?=ゥ)/g, 'd'],
    [/ツ(?=[ァィェォ])/g, 'ts'],
    [/シ(?=ェ)/g, 'sh'],
    [/チ(?=ェ)/g, 'ch'],
    [/ジ(?=ェ)/g, 'j'],
  ],
};

const LETTER_BY_LETTER = [GREEK, ARMENIAN, HEBREW, KANA];

const THAI = /^[\u0e00-\u0e7f]+$/;

const BRAHMIC = /[\u0900-\u0dff]/;

/** Behind a consonant with neither vowel sign nor virama an a is read, but at the end of a word. The blocks from Devanagari to Malayalam have one layout. */
function spellBrahmic(word: string): string {
  let spelled = '';
  for (let at = 0; at < word.length; at += 1) {
    spelled += word.charAt(at);
    const next = at + 1 < word.length ? word.charCodeAt(at + 1) & 0x7f : 0x4d;
    const [here, signed] = [word.charCodeAt(at) & 0x7f, next === 0x3c || (next >= 0x3e && next <= 0x4d)];
    if (((here >= 0x15 && here <= 0x39) || here === 0x3c) && !signed) spelled += 'a';
  }
  return spelled;
}

/** Puts the letters that the rules of its script know into Latin ones; others stay. */
export function spellScript(word: string): string {
  if (BRAHMIC.test(word)) return spellBrahmic(word);
  if (THAI.test(word)) return spellThai(word);
  for (const { script, rules } of LETTER_BY_LETTER)
    if (script.test(word)) return rules.reduce((spelled, [from, to]) => spelled.replaceAll(from, to), word);
  return word;
}

/** Further spellings of a word by its script: what one letter may stand for in a foreign name, and endings that the language adds. `latin` is the first spelling. Not all in Latin. */
export function otherSpellingsOfScript(word: string, latin: string): readonly string[] {
  // Βλαντίμιρ and Αντώνης, Τραμπ and Λάμπρος, Χατζής.
  if (GREEK.script.test(word))
    return [
      word.replaceAll('ντ', 'd').replaceAll('μπ', 'b'),
      latin.replaceAll('ch', 'h'),
      ...(word.includes('τζ') ? [word.replaceAll('τζ', 'j')] : []),
    ];
  // The Georgian nominative: პუტინი.
  if (/^[\u10a0-\u10ff]+$/.test(word) && /[^aeiou]i$/.test(latin)) return [latin.slice(0, -1)];
  if (THAI.test(word)) return otherThaiSpellings(latin);
  if (KANA.script.test(word)) return otherKanaSpellings(latin);
  return ARABIC.test(word)
    ? [...arabicReadings(word), ...withLongVowels(word), ...(CHINESE_X.test(word) ? [latin.replace(/^sh/, 'x')] : [])]
    : [];
}

/** With l for r; with x and q, as pinyin has them; a long o as o: リー, Li; シー, Xi; しょうこう, Shoko. */
function otherKanaSpellings(latin: string): readonly string[] {
  const chinese = latin
    .replaceAll('r', 'l')
    .replaceAll(/sh(?=[iau])/g, 'x')
    .replaceAll(/ch(?=[iau])/g, 'q');
  return [latin.replaceAll('r', 'l'), chinese, latin.replaceAll(/o[ou]/g, 'o')].filter((spelling) => spelling !== latin);
}

/** With the long vowels that Arabic writes, of which the plain spelling has no a: جان, Jan; عواد, Awad. Not for words of one letter. */
function withLongVowels(word: string): readonly string[] {
  const spelled = word.replaceAll(/[اآأ]|^ع/g, 'a').replaceAll(/(?<=[^aوي])و(?=[^aوي])/g, 'u');
  return spelled.length > 1 && spelled !== word ? [spelled] : [];
}

const ARABIC = /^[\u0600-\u06ff]+$/;

/** A short word that begins as Arabic spells the x of pinyin: شي, Xi; شياو, Xiao. */
const CHINESE_X = /^شي[\u0600-\u06ff]{0,3}$/;

/** Without the article, which Latin spellings part or let sound like what follows (نور الدين, Noureddine); and as Persian, Urdu and Turkish say ث ذ ض ظ ق: رضا, Reza; قربان, Ghorban. None for other scripts. */
export function arabicReadings(word: string): readonly string[] {
  if (!ARABIC.test(word)) return [];
  const bare = word.length >= LEAST_WITH_ARTICLE && word.startsWith('ال') ? word.slice(2) : word;
  const eastern = bare.replaceAll(/[ذضظ]/g, 'ز').replaceAll('ث', 'س');
  return [bare, eastern, eastern.replaceAll('ق', 'غ')].filter((reading, n, all) => reading !== word && all.indexOf(reading) === n);
}

/** Shorter words begin so by themselves: الياس would too, and has its own reading first. */
export const LEAST_WITH_ARTICLE = 5;
