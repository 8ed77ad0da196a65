import type { Lang } from '../model/reading.ts';

/** Units looked at: three stretches of a long text, so that the work is bounded whatever its length. */
const SAMPLE = 1500;

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
    else if (code < 0xc0) continue;
    else if (code >= 0x400 && code < 0x530) cyrillic += 1;
    else if ((code >= 0x3400 && code < 0xa000) || (code >= 0xd840 && code < 0xd8c0)) han += 1;
    else if (code >= 0x3041 && code < 0x3100) kana += 1;
    else if (code < 0x2000 || (code >= 0xac00 && code < 0xd7a4)) other += 1;
  }
  // one Han character says about as much as three letters; brands and part numbers make Chinese and Russian notices half Latin
  const weights: readonly (readonly [number, () => Lang])[] = [
    [han * 3, () => (kana * 5 > han ? 'und' : 'zh')],
    [cyrillic * 2.5, () => cyrillicLanguage(sample)],
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

/** Words and endings for texts too short to hold such letters; whole words only. */
const UKRAINIAN_WORDS =
  /(?<!\p{L})(?:та|що|або|від|це|для потреб|послуги?|закупівля|придбання|постачання|обладнання|сервери|дронів|засобів|\p{L}+(?:ння|ого обладнання|увати|ться))(?!\p{L})/giu;
const RUSSIAN_WORDS =
  /(?<!\p{L})(?:и|что|как|или|от|из|услуги?|закупка|поставка|приобретение|оборудование|\p{L}+(?:ение|ости|ание|ция|ться|ого|ый|ая))(?!\p{L})/giu;
const KAZAKH_WORDS = ['сатып алу', 'туралы', 'бойынша', 'хабарландыру', 'жабдық', 'қызмет', 'тендерге', 'және'];

function cyrillicLanguage(sample: string): Lang {
  let russian = 0;
  let ukrainian = 0;
  let kazakh = 0;
  let sharedI = 0;
  for (let index = 0; index < sample.length; index += 1) {
    // upper and lower case of the letters that one of the three languages has and the others have not
    switch (sample.charAt(index)) {
      case 'ы':
      case 'э':
      case 'ъ':
      case 'ё':
      case 'Ы':
      case 'Э':
      case 'Ъ':
      case 'Ё':
        russian += 1;
        break;
      case 'ї':
      case 'є':
      case 'ґ':
      case 'Ї':
      case 'Є':
      case 'Ґ':
        ukrainian += 1;
        break;
      case 'ә':
      case 'ғ':
      case 'қ':
      case 'ң':
      case 'ө':
      case 'ұ':
      case 'ү':
      case 'һ':
      case 'Ә':
      case 'Ғ':
      case 'Қ':
      case 'Ң':
      case 'Ө':
      case 'Ұ':
      case 'Ү':
      case 'Һ':
        kazakh += 1;
        break;
      case 'і':
      case 'І':
        sharedI += 1;
        break;
      default:
    }
  }
  const start = sample.slice(0, 300);
  const words = (pattern: RegExp): number => (Math.max(russian, ukrainian, kazakh, sharedI) < 4 ? (start.match(pattern)?.length ?? 0) : 0);
  // ы is Kazakh too
  const kazakhWords = KAZAKH_WORDS.filter((word) => start.includes(word)).length;
  const scores: readonly (readonly [Lang, number])[] = [
    ['ru', russian * 2 + words(RUSSIAN_WORDS) + 0.5],
    ['uk', ukrainian * 3 + (kazakh === 0 ? sharedI * 2 : 0) + words(UKRAINIAN_WORDS)],
    ['kk', kazakh * 3 + (kazakh > 0 ? sharedI : 0) + kazakhWords * 5],
  ];
  return scores.toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 'ru';
}

const ENGLISH_WORDS =
  /\b(?:the|of|and|for|to|in|with|or|is|are|by|supply|purchase|procurement|tender|notice|equipment|systems?|services?|wanted)\b/gi;
const OTHER_WORDS =
  /\b(?:der|die|und|das|von|mit|le|la|les|des|et|pour|une|de|el|los|para|del|il|di|che|na|dla|oraz|ve|bir|da|dos|van|het|een|voor)\b/gi;

/** Other languages in Latin letters have no language of their own here; a text without clear signs is taken as English: brands, titles, codes. */
function latinLanguage(sample: string, otherLetters: number): Lang {
  const part = sample.slice(0, 500);
  const foreign = (part.match(OTHER_WORDS)?.length ?? 0) + otherLetters / 3;
  if (foreign <= 1) return 'en';
  return foreign > (part.match(ENGLISH_WORDS)?.length ?? 0) * 1.5 ? 'und' : 'en';
}
