import { latinise } from './latinise.ts';

/**
 * English words that firms write in Cyrillic by how they sound, where sound and spelling part: at the end of a word of theirs or at its beginning (Микродрайв, Ньюсфронт).
 * By the rules of the language they come out as mikrodraiv and niusfront.
 */
export const ENGLISH_WORDS: Readonly<Record<string, string>> = {
  сервис: 'service',
  сервіс: 'service',
  технолоджі: 'technology',
  енерджі: 'energy',
  трейдінг: 'trading',
  лайн: 'line',
  драйв: 'drive',
  драйвер: 'driver',
  кастом: 'custom',
  ньюс: 'news',
  бридж: 'bridge',
  скай: 'sky',
  лайт: 'light',
  пауэр: 'power',
  хаус: 'house',
  тайм: 'time',
  стайл: 'style',
  дизайн: 'design',
  трейд: 'trade',
  трэйд: 'trade',
  трейдинг: 'trading',
  фьючер: 'future',
  саунд: 'sound',
  граунд: 'ground',
  клауд: 'cloud',
  файр: 'fire',
  фаер: 'fire',
  стрим: 'stream',
  дрим: 'dream',
  блэк: 'black',
  блек: 'black',
  эйр: 'air',
  энерджи: 'energy',
  вотер: 'water',
  чейн: 'chain',
  плейс: 'place',
  спейс: 'space',
  фейс: 'face',
  тач: 'touch',
  мейл: 'mail',
  вайр: 'wire',
  вайз: 'wise',
  вижн: 'vision',
  вижен: 'vision',
  фьюжн: 'fusion',
  солюшн: 'solution',
  солюшнс: 'solutions',
  солюшенс: 'solutions',
  продакшн: 'production',
  констракшн: 'construction',
  инжиниринг: 'engineering',
  плюс: 'plus',
  дайнамикс: 'dynamics',
  технолоджи: 'technology',
  технолоджис: 'technologies',
  индастри: 'industry',
  индастриз: 'industries',
  интернешнл: 'international',
  интернэшнл: 'international',
  кэпитал: 'capital',
  сейф: 'safe',
  кейбл: 'cable',
  юнион: 'union',
  юнайтед: 'united',
  роуд: 'road',
  раннер: 'runner',
  трак: 'truck',
  майн: 'mine',
  шайн: 'shine',
  файн: 'fine',
  лайф: 'life',
  райз: 'rise',
  прайм: 'prime',
  прайс: 'price',
  айс: 'ice',
  найс: 'nice',
  девайс: 'device',
  дивайс: 'device',
  бейс: 'base',
  бэйс: 'base',
  кейс: 'case',
  гейт: 'gate',
  гейтс: 'gates',
  рейт: 'rate',
  стейт: 'state',
  лейк: 'lake',
  вейв: 'wave',
  уэйв: 'wave',
  вьюер: 'viewer',
  ревью: 'review',
  скул: 'school',
  эйркрафт: 'aircraft',
  даймонд: 'diamond',
  вэйр: 'ware',
  софтвер: 'software',
  стор: 'store',
  тек: 'tech',
  бизнес: 'business',
  серч: 'search',
  рисерч: 'research',
  ресерч: 'research',
  сайнс: 'science',
  саенс: 'science',
  лэнд: 'land',
  айленд: 'island',
  оушен: 'ocean',
  оушн: 'ocean',
};

/** Letters that must stand beside such a word in another. */
const BESIDE = 3;
/** Letters of such a word that stands at a beginning, or by itself: shorter ones begin words of all kinds. */
const LEAST_FIRST = 4;
const FEMININE = 'ская';
/** Letters of a case ending that a reader looks beyond. */
const ENDING = 2;

const WRITTEN: readonly (readonly [word: string, english: string])[] = Object.entries(ENGLISH_WORDS).toSorted(
  ([a], [b]) => b.length - a.length,
);

/** How a folded Cyrillic word is spelled in English, by the English words that it ends or begins with, or is; the likeliest first. */
export function englishSpellings(text: string): readonly string[] {
  const last = WRITTEN.find(([word]) => text.endsWith(word) && isBeside(text, word));
  const first = WRITTEN.find(([word]) => word.length >= LEAST_FIRST && text.startsWith(word) && isBeside(text, word));
  const spellings: string[] = [];
  if (last !== undefined) spellings.push(latinise(text.slice(0, -last[0].length)) + last[1]);
  if (first !== undefined && first[0] !== text) {
    spellings.push(first[1] + latinise(text.slice(first[0].length)));
    const between = text.length - first[0].length - (last?.[0].length ?? 0);
    if (last !== undefined && between >= 0)
      spellings.unshift(first[1] + latinise(text.slice(first[0].length, first[0].length + between)) + last[1]);
  }
  return spellings;
}

/** The same of a form that an inflected word may be of. A feminine adjective is of none: -скай, which its ending may come from (Невская), is no sky. */
export function englishOfForm(form: string, inflected: string): readonly string[] {
  return inflected.endsWith(FEMININE) ? [] : englishSpellings(form);
}

function isBeside(text: string, word: string): boolean {
  return text === word ? word.length >= LEAST_FIRST : text.length - word.length >= BESIDE;
}

/** False where a word of Cyrillic units surely holds none of the English words, inflected or not: cheap. */
export function mayHoldEnglish(word: Uint16Array, length: number): boolean {
  if (length < LEAST_FIRST) return false;
  for (const units of BY_FIRST[word[0]! & 0xff]!) if (isAt(word, length, 0, units)) return true;
  for (let end = length; end >= Math.max(LEAST_FIRST, length - ENDING); end -= 1)
    for (const units of BY_LAST[word[end - 1]! & 0xff]!) if (isAt(word, end, end - units.length, units)) return true;
  return false;
}

function isAt(word: Uint16Array, end: number, from: number, units: Uint16Array): boolean {
  if (from < 0 || from + units.length > end) return false;
  for (let n = 0; n < units.length; n += 1) if (word[from + n] !== units[n]) return false;
  return true;
}

const UNITS = WRITTEN.map(([word]) => Uint16Array.from(word, (char) => char.charCodeAt(0)));
const BY_LAST = byUnit(UNITS, (units) => units.at(-1)!);
const BY_FIRST = byUnit(
  UNITS.filter(({ length }) => length >= LEAST_FIRST),
  (units) => units[0]!,
);

function byUnit(all: readonly Uint16Array[], of: (units: Uint16Array) => number): readonly (readonly Uint16Array[])[] {
  const lists: Uint16Array[][] = Array.from({ length: 256 }, () => []);
  for (const units of all) lists[of(units) & 0xff]!.push(units);
  return lists;
}
