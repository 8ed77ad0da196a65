import type { Lang } from '../model/reading.ts';

/** Units looked at: three stretches of a long text, so that the work is bounded whatever its length. */
const SAMPLE = 6000;

/**
 * Language of a text: by script first, Cyrillic by the letters that only one of ru, uk and kk uses and by their commonest words.
 * `und` where there are no letters or none of these languages. Pure, bounded work.
 */
export function detectLanguage(text: string): Lang {
  const sample = sampleOf(text);
  let han = 0;
  let kana = 0;
  let cyrillic = 0;
  let latin = 0;
  let other = 0;
  for (let index = 0; index < sample.length; index += 1) {
    const code = sample.charCodeAt(index);
    if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) latin += 1;
    else if (code >= 0x400 && code < 0x530) cyrillic += 1;
    else if ((code >= 0x3400 && code < 0xa000) || (code >= 0xd840 && code < 0xd8c0)) han += 1;
    else if (code >= 0x3041 && code < 0x3100) kana += 1;
    else if (code > 0xbf && /\p{L}/u.test(sample.charAt(index))) other += 1;
  }
  // one Han character says about as much as three letters; part numbers and brands make Chinese and Russian notices half Latin
  const weights: readonly (readonly [number, () => Lang])[] = [
    [han * 3, () => (kana * 5 > han ? 'und' : 'zh')],
    [cyrillic * 1.5, () => cyrillicLanguage(sample)],
    [latin, () => latinLanguage(sample, other)],
    [other + kana * 3, () => 'und'],
  ];
  const best = weights.toSorted((a, b) => b[0] - a[0])[0];
  return best === undefined || best[0] === 0 ? 'und' : best[1]();
}

function sampleOf(text: string): string {
  if (text.length <= SAMPLE) return text;
  const part = SAMPLE / 3;
  const middle = Math.floor((text.length - part) / 2);
  return `${text.slice(0, part)} ${text.slice(middle, middle + part)} ${text.slice(-part)}`;
}

const KAZAKH_LETTERS = /[әғқңөұүһ]/giu;
const UKRAINIAN_LETTERS = /[їєґ]/giu;
const SHARED_I = /і/giu;
const RUSSIAN_LETTERS = /[ыэъё]/giu;
const UKRAINIAN_WORDS = /(?<!\p{L})(?:та|що|як|або|від|це|для|послуг|закупівл|з|із|робіт|обладнання|прилад)(?=\p{L}{0,4}(?!\p{L}))/giu;
const RUSSIAN_WORDS = /(?<!\p{L})(?:и|что|как|или|от|это|услуг|закупк|поставк|оборудовани|с|из|работ|прибор)(?=\p{L}{0,4}(?!\p{L}))/giu;

function cyrillicLanguage(sample: string): Lang {
  const count = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0;
  const kazakh = count(KAZAKH_LETTERS);
  const ukrainian = count(UKRAINIAN_LETTERS);
  const sharedI = count(SHARED_I);
  const russian = count(RUSSIAN_LETTERS);
  const scores: readonly (readonly [Lang, number])[] = [
    ['ru', russian * 2 + count(RUSSIAN_WORDS) * 0.3 + 0.5],
    ['uk', ukrainian * 3 + (kazakh === 0 ? sharedI * 2 : 0) + count(UKRAINIAN_WORDS) * 0.3],
    ['kk', kazakh * 3 + (kazakh > 0 ? sharedI : 0)],
  ];
  return scores.toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 'ru';
}

const ENGLISH_WORDS = /(?<![a-z])(?:the|of|and|for|to|in|with|or|is|are|by|supply|purchase|procurement|tender|notice|equipment|system|systems|services|wanted)(?![a-z])/gi;
const OTHER_WORDS = /(?<!\p{L})(?:der|die|und|das|für|von|mit|le|la|les|des|et|pour|une|de|el|los|y|para|del|il|di|e|per|che|w|na|dla|oraz|ve|bir|için|da|do|dos|van|het|een|voor)(?!\p{L})/giu;

/** Other languages in Latin letters have no language of their own here; a text without clear signs is taken as English: brands, titles, codes. */
function latinLanguage(sample: string, otherLetters: number): Lang {
  const english = sample.match(ENGLISH_WORDS)?.length ?? 0;
  const foreign = (sample.match(OTHER_WORDS)?.length ?? 0) + otherLetters / 3;
  return foreign > 1 && foreign > english * 1.5 ? 'und' : 'en';
}
