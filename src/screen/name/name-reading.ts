import { pinyinOf } from '../../text/readings/pinyin.ts';
import { hanSurname } from '../../text/readings/surnames.ts';
import type { NameKnowledge } from '../knowledge.ts';
import type { GlossaryUnit } from './phrase-tree.ts';
import { segmentHan } from './han-segments.ts';
import { latinise } from './latinise.ts';
import { hanNumber } from './numbers.ts';
import { mendSplitWords, phraseAt } from './phrases.ts';
import { tokensOf, type NameToken } from './tokens.ts';

/** Longer texts are no names; what stands behind is not read. */
const MAX_NAME = 200;

/**
 * A reading of an organisation's name for who reads Latin letters only, or null where it is written in these: places and words of the glossary in English, the rest
 * spelled (Han in pinyin, Cyrillic and others in Latin letters), all in the order of the name. An aid to tell names apart and no translation. Pure; linear in the
 * length of the name.
 *
 * @example readingOfName('广东省无人系统协会', knowledge) // 'Guangdong Province Unmanned System Association'
 * @example readingOfName('ООО «Бета»', knowledge) // 'LLC «Beta»'
 */
export function readingOfName(written: string, knowledge: NameKnowledge): string | null {
  const name = written.length > MAX_NAME ? `${written.slice(0, MAX_NAME).trimEnd()}…` : written;
  if (!OTHER_LETTER.test(name)) return null;
  const tokens = mendSplitWords(tokensOf(name), knowledge);
  let reading = '';
  let from = 0;
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at]!;
    const phrase = token.script === 'cyrillic' || token.script === 'other' ? phraseAt(tokens, at, knowledge) : undefined;
    const last = phrase === undefined ? token : tokens[at + phrase.tokens - 1]!;
    const said = phrase === undefined ? undefined : inEnglish(phrase.units, knowledge);
    reading = joined(
      reading + marksOf(name.slice(from, token.start)),
      said ?? spelledToken(name.slice(token.start, last.end), token, knowledge),
    );
    from = last.end;
    at += phrase?.tokens ?? 1;
  }
  return (reading + marksOf(name.slice(from))).replaceAll(/\s+/g, ' ').trim();
}

const OTHER_LETTER = /(?!\p{Script=Latin})\p{L}/u;

function spelledToken(written: string, token: NameToken, knowledge: NameKnowledge): string {
  if (token.script === 'han') return readHan(token.text, knowledge);
  if (!OTHER_LETTER.test(written)) return written;
  const latin = latinise(token.text);
  if (written.length > 1 && written === written.toUpperCase() && written !== written.toLowerCase()) return latin.toUpperCase();
  return token.script === 'cyrillic' && written.charAt(0) === written.charAt(0).toLowerCase() ? latin : capital(latin);
}

function readHan(text: string, knowledge: NameKnowledge): string {
  const segments = segmentHan(text, knowledge.han, knowledge.longestHan);
  const surname = segments.every(({ word }) => word === undefined) && text.length <= 4 ? hanSurname(text) : undefined;
  if (surname !== undefined) return `${capital(shown(surname.readings[0] ?? ''))} ${pinyin(text.slice(surname.length))}`.trim();
  return segments
    .map(({ start, end, word }) => {
      const piece = text.slice(start, end);
      const number = piece.length > 1 ? hanNumber(piece) : undefined;
      if (number !== undefined) return piece.startsWith('第') ? `No. ${number}` : String(number);
      return (word && inEnglish(word.units, knowledge)) ?? wordsOf(piece).map(pinyin).join(' ');
    })
    .join(' ');
}

/** Names are made of words of two characters: 兴华恒成 is Xinghua Hengcheng. An odd one goes with the last. */
function wordsOf(piece: string): readonly string[] {
  const words: string[] = [];
  for (let at = 0; at < piece.length; at += 2) {
    if (piece.length - at === 1 && words.length > 0) words[words.length - 1] += piece.charAt(at);
    else words.push(piece.slice(at, at + 2));
  }
  return words;
}

/** Each character in its most usual reading, with an apostrophe where a syllable would be taken for the end of the one before: Xi'an. */
function pinyin(word: string): string {
  let out = '';
  for (const char of word) {
    const syllable = shown(pinyinOf(char)[0] ?? latinise(char));
    out += out !== '' && /^[aeo]/.test(syllable) ? `'${syllable}` : syllable;
  }
  return capital(out);
}

function shown(syllables: string): string {
  return syllables.replaceAll('v', 'ü');
}

/** Units of one word of the glossary; of several legal forms the first says most. */
function inEnglish(units: readonly GlossaryUnit[], { english }: NameKnowledge): string | undefined {
  const form = units.find(({ kind }) => kind === 'form');
  const words: string[] = [];
  for (const unit of units) {
    if (unit.kind === 'form' && unit !== form) continue;
    const word = unit.key.startsWith('=') ? unit.key.slice(1) : english.get(unit.key);
    if (word === undefined) return undefined;
    words.push(
      SMALL.has(word)
        ? word
        : word
            .split(' ')
            .map((one) => (SMALL.has(one) ? one : capital(one)))
            .join(' '),
    );
  }
  return words.join(' ');
}

const SMALL: ReadonlySet<string> = new Set(['and', 'of', 'for', 'the', 'in', 'on', 'by', 'to', 'with', 'at', 'from']);

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Punctuation between words as Latin texts have it. */
function marksOf(between: string): string {
  return between
    .replaceAll(/[\u3000\uff01-\uff5e]/g, (mark) => mark.normalize('NFKC'))
    .replaceAll(/[《「『【〈]/g, ' “')
    .replaceAll(/[》」』】〉]/g, '” ')
    .replaceAll('、', ', ')
    .replaceAll('。', '. ')
    .replaceAll(/\s*\(/g, ' (')
    .replaceAll(/([),;:])(?=\S)/g, '$1 ');
}

/** Words that were written without a blank between them get one. */
function joined(before: string, word: string): string {
  return /[\p{L}\p{N}]$/u.test(before) ? `${before} ${word}` : before + word;
}
