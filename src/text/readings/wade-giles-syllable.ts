/** The Wade–Giles spellings of a pinyin syllable (ü as v), with apostrophes and ü: 'xiao' → hsiao, 'zhi' → chih, 'qu' → ch'ü. */
export function wadeGilesOf(pinyin: string): readonly string[] {
  const whole = WHOLE.get(pinyin);
  if (whole !== undefined) return whole;
  const initial = INITIALS.find(([letters]) => pinyin.startsWith(letters));
  if (initial === undefined) return [final(pinyin, '')];
  const [letters, spelling] = initial;
  return [spelling + final(pinyin.slice(letters.length), letters)];
}

/** Longest first; the apostrophe marks aspiration. */
const INITIALS: readonly (readonly [pinyin: string, wadeGiles: string])[] = [
  ['zh', 'ch'],
  ['ch', "ch'"],
  ['sh', 'sh'],
  ['b', 'p'],
  ['p', "p'"],
  ['d', 't'],
  ['t', "t'"],
  ['g', 'k'],
  ['k', "k'"],
  ['j', 'ch'],
  ['q', "ch'"],
  ['x', 'hs'],
  ['z', 'ts'],
  ['c', "ts'"],
  ['r', 'j'],
  ['f', 'f'],
  ['h', 'h'],
  ['l', 'l'],
  ['m', 'm'],
  ['n', 'n'],
  ['s', 's'],
];

function final(letters: string, initial: string): string {
  const rounded = /^[jqxy]$/u.test(initial) || letters.startsWith('v');
  const vowel = rounded && /^[uv]/u.test(letters) ? `ü${letters.slice(1)}` : letters;
  return FINALS.reduce((text, [pattern, spelling]) => text.replace(pattern, spelling), backVowel(vowel, initial));
}

/** o after g, k, h is written uo in pinyin and WG alike; elsewhere uo is o, and e after g, k, h is o. */
function backVowel(letters: string, initial: string): string {
  if (letters === 'uo' && !['g', 'k', 'h', 'sh'].includes(initial)) return 'o';
  if (letters === 'e' && ['g', 'k', 'h'].includes(initial)) return 'o';
  return letters;
}

const FINALS: readonly (readonly [pattern: RegExp, spelling: string])[] = [
  [/^ong$/u, 'ung'],
  [/^iong$/u, 'iung'],
  [/^ian$/u, 'ien'],
  [/^ie$/u, 'ieh'],
  [/^üe$/u, 'üeh'],
];

/** Syllables whose spelling follows no rule of parts. */
const WHOLE: ReadonlyMap<string, readonly string[]> = new Map([
  ['zhi', ['chih']],
  ['chi', ["ch'ih"]],
  ['shi', ['shih']],
  ['ri', ['jih']],
  ['zi', ['tzu', 'tsu']],
  ['ci', ["tz'u", "ts'u"]],
  ['si', ['ssu', 'szu']],
  ['yi', ['i', 'yi']],
  ['ye', ['yeh']],
  ['yan', ['yen']],
  ['you', ['yu']],
  ['yong', ['yung']],
  ['yu', ['yü']],
  ['yue', ['yüeh']],
  ['yuan', ['yüan']],
  ['yun', ['yün']],
  ['e', ['o', 'e']],
  ['er', ['erh']],
  ['gui', ['kuei']],
  ['kui', ["k'uei"]],
  ['lve', ['lüeh', 'lio']],
  ['nve', ['nüeh', 'nio']],
]);
