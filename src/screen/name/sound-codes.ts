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
  const smooth = code.charAt(0) + code.slice(1).replaceAll('L', '');
  return [...new Set([code, smooth])].filter((one) => one.length >= 3).map((one) => `%${one}`);
}

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

const CLASSES: Readonly<Record<string, string>> = {
  b: 'P',
  p: 'P',
  v: 'P',
  f: 'P',
  d: 'T',
  t: 'T',
  g: 'K',
  k: 'K',
  h: 'K',
  s: 'S',
  z: 'S',
  S: 'S',
  Z: 'S',
  C: 'S',
  X: 'S',
  l: 'L',
  r: 'L',
  m: 'M',
  n: 'N',
};

function soundCode(key: string): string {
  // A vowel at the beginning is a sound of its own: Odes, 奥德斯.
  let code = /^[aeiou]/.test(key) ? 'A' : '';
  for (const letter of key.replaceAll(/ng(?![aeiou])/g, 'n')) {
    const sound = CLASSES[letter];
    if (sound !== undefined) code += sound;
  }
  // Before p an n is an m: 特朗普, Trump.
  return code.replaceAll('NP', 'MP').replaceAll(/(.)\1+/g, '$1');
}
