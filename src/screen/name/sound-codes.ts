/**
 * Codes under which words of different writing meet: `~` consonants alone, for scripts that do not write vowels; `%` classes of consonants, for foreign words spelled in Han
 * (思凯沃克 sikaiwoke, Skywalker), with l and r and without, since Chinese drops them at the end of a syllable. Fewer than three sounds say nothing.
 */
export function codesOf(key: string): readonly string[] {
  let codes = known.get(key);
  if (codes === undefined) {
    if (known.size >= REMEMBERED) known = new Map();
    known.set(key, (codes = codesOnce(key)));
  }
  return codes;
}

/** Codes of words that came before. */
const REMEMBERED = 60_000;
let known = new Map<string, readonly string[]>();

/** The same without remembering them: for keys that come once each. */
export function codesOnce(key: string): readonly string[] {
  const bare = consonants(key);
  const codes = bare.length >= 2 ? [`~${bare}`] : [];
  codes.push(...soundCodesOf(key));
  return codes;
}

export function soundCodesOf(key: string): readonly string[] {
  const code = soundCode(key);
  if (code.length < 3) return [];
  const smooth = code.includes('L', 1) ? code.charAt(0) + code.slice(1).replaceAll('L', '') : code;
  return smooth === code || smooth.length < 3 ? [`%${code}`] : [`%${code}`, `%${smooth}`];
}

/** Whether a word may be looked up by a code: one of `codesOf`, or the classes of its two consonants, which only foreign words in Han ask for (布什, Bush). */
export function hasSoundCode(key: string, code: string): boolean {
  return code.length === SHORT && code.startsWith('%') ? shortCodeOf(key) === code : codesOf(key).includes(code);
}

/** The code of a word of two sounds; undefined for others. Many words have the same. */
export function shortCodeOf(key: string): string | undefined {
  const code = soundCode(key);
  const smooth = code.charAt(0) + code.slice(1).replaceAll('L', '');
  return code.length === SHORT - 1 ? `%${code}` : smooth.length === SHORT - 1 ? `%${smooth}` : undefined;
}

/** A sign and two sounds. */
const SHORT = 3;

/** A skeleton without its vowels: what is left of a word in a script that does not write them. */
export function consonants(key: string): string {
  let bare = '';
  let last = 0;
  for (let at = 0; at < key.length; at += 1) {
    const code = key.charCodeAt(at);
    if (isVowel(code) || code === last) continue;
    bare += key.charAt(at);
    last = code;
  }
  return bare;
}

/** Of a UTF-16 unit of a skeleton. */
export function isVowel(code: number): boolean {
  return code === 0x61 || code === 0x65 || code === 0x69 || code === 0x6f || code === 0x75;
}

/** Class of a letter, by its code. */
const CLASSES = new Uint8Array(128);
for (const [sound, letters] of [
  ['P', 'bpvf'],
  ['T', 'dt'],
  ['K', 'gkh'],
  ['S', 'szSZCX'],
  ['L', 'lr'],
  ['M', 'm'],
  ['N', 'n'],
] as const)
  for (const letter of letters) CLASSES[letter.charCodeAt(0)] = sound.charCodeAt(0);

/** Class of a letter of skeletons by its code: one of PTKSLMN; '' for none, as vowels have. */
export function soundClassOf(code: number): string {
  const sound = CLASSES[code];
  return sound ? String.fromCharCode(sound) : '';
}

const [A, G, M, N, P, n] = [0x41, 0x67, 0x4d, 0x4e, 0x50, 0x6e];

function soundCode(key: string): string {
  const sounds: number[] = [];
  // A vowel at the beginning is a sound of its own: Odes, 奥德斯.
  if (isVowel(key.charCodeAt(0))) sounds.push(A);
  for (let at = 0; at < key.length; at += 1) {
    const code = key.charCodeAt(at);
    // ng is one sound, but before a vowel.
    if (code === G && at > 0 && key.charCodeAt(at - 1) === n && !isVowel(key.charCodeAt(at + 1))) continue;
    const sound = code < CLASSES.length ? CLASSES[code]! : 0;
    if (sound === 0) continue;
    // Before p an n is an m: 特朗普, Trump.
    if (sound === P && sounds.at(-1) === N) sounds[sounds.length - 1] = M;
    sounds.push(sound);
  }
  let out = '';
  for (let at = 0; at < sounds.length; at += 1) if (sounds[at] !== sounds[at - 1]) out += String.fromCharCode(sounds[at]!);
  return out;
}
