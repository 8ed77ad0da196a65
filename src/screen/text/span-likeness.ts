import type { Dictionary } from '../index/dictionary.ts';
import { bitsSet, signatureOf } from '../index/deletions.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { latinise } from '../name/latinise.ts';
import type { NameFamily, NamePart } from '../name/name-part.ts';
import { codesOf, soundCodesOf } from '../name/sound-codes.ts';
import { tokensOf } from '../name/tokens.ts';
import { skeletonOf, wordPart } from '../name/word-part.ts';
import { PART_KIND } from '../score/alignment.ts';
import { FAMILIES, joinKeys } from '../score/encoded-name.ts';
import { allowedEdits, keySimilarity } from '../score/key-similarity.ts';
import { isWordKey } from '../score/units.ts';
import { baseForms } from './case-endings.ts';
import type { FinderTables } from './finder-file.ts';
import { codeOfKey } from './key-code.ts';
import type { ListedNames } from './listed-names.ts';

/** What a word of a text may be spelled like, and stand for. */
export interface WordKeys {
  readonly plain: readonly string[];
  readonly signatures: readonly number[];
  /** Given names, codes of sound. */
  readonly others: readonly string[];
  /** Codes of sound that it shares with words it is like, of Han read aloud. */
  readonly sounds: readonly string[];
  /** Codes, as entries of words have them. */
  readonly codes: ArrayLike<number>;
}

/** How the parts of a listed name fare among words of a text, bits in tenths. */
interface Chances {
  /** Bits of the rarest part that has nothing like it there, and of the rarest that may have. */
  readonly missing: number;
  readonly rarest: number;
  /** Words and trade words that may be there; places and numbers. */
  readonly likely: number;
  readonly places: number;
}

type SpelledKeys = Omit<WordKeys, 'codes'>;

const MOST_REMEMBERED = 50_000;

/**
 * Tells cheaply that words of a text cannot be a listed name, whatever `SpanVerifier` would make of them: a part of the name that is rarer than all that they
 * may correspond to has nothing like it among them. Never says so of words that could be the name, but for words torn apart.
 */
export class SpanLikeness {
  readonly #names: ListedNames;
  readonly #tables: FinderTables;
  readonly #dictionary: Dictionary;
  readonly #knowledge: NameKnowledge;
  readonly #remembered = new Map<string, SpelledKeys | undefined>();

  constructor(names: ListedNames, tables: FinderTables, dictionary: Dictionary, knowledge: NameKnowledge) {
    this.#names = names;
    this.#tables = tables;
    this.#dictionary = dictionary;
    this.#knowledge = knowledge;
  }

  /** Keys of a word as it is written; undefined where it is of a script that is compared by sound. */
  keysOf(word: string): SpelledKeys | undefined {
    let keys = this.#remembered.get(word);
    if (keys === undefined && !this.#remembered.has(word)) {
      if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
      this.#remembered.set(word, (keys = this.#workOut(word)));
    }
    return keys;
  }

  /** False where the words are surely not the name. */
  couldBe(words: readonly WordKeys[], name: number): boolean {
    const { missing, rarest, likely, places } = this.chances(words, name);
    if (missing === 0) return true;
    if (missing > rarest) return false;
    const person = FAMILIES[this.#names.data[this.#names.offsets[name]!]! >>> 16] === 'person';
    return likely >= 2 || (!person && likely === 1 && places > 0);
  }

  /** At most these: what is counted as likely may yet be found to be another word. */
  chances(words: readonly WordKeys[], name: number): Chances {
    const { data, offsets } = this.#names;
    let at = offsets[name]!;
    const parts = data[at]! & 0xff;
    at += 1;
    let [missing, rarest, likely, places] = [0, 0, 0, 0];
    for (let n = 0; n < parts; n += 1) {
      const part = data[at]!;
      const keys = (part >>> 4) & 0xf;
      const kind = part & 0xf;
      if (kind === PART_KIND.word || kind === PART_KIND.place || kind === PART_KIND.number || kind === PART_KIND.trade) {
        const bits = (part >>> 16) & 0xff;
        if (this.#isAmong(words, at + 1, keys)) {
          rarest = Math.max(rarest, bits);
          if (kind === PART_KIND.word || kind === PART_KIND.trade) likely += 1;
          else places += 1;
        } else missing = Math.max(missing, bits);
      }
      at += 1 + keys;
    }
    return { missing, rarest, likely, places };
  }

  /** True where one of the words may be the part with these keys. */
  #isAmong(words: readonly WordKeys[], from: number, keys: number): boolean {
    const { data } = this.#names;
    for (let k = from; k < from + keys; k += 1) {
      const unit = data[k]!;
      const key = this.#dictionary.keyOf(unit);
      if (isWordKey(key)) {
        const signature = signatureOf(key);
        for (const { plain, signatures, sounds } of words) {
          for (let n = 0; n < plain.length; n += 1) if (isLike(key, signature, plain[n]!, signatures[n]!)) return true;
          if (sounds.length > 0 && codesOf(key).some((code) => sounds.includes(code))) return true;
        }
      } else {
        const code = this.#tables.unitCode[unit]!;
        for (const { codes, others } of words)
          if ((code !== 0 && Array.prototype.includes.call(codes, code)) || others.includes(key)) return true;
      }
    }
    return false;
  }

  #workOut(word: string): SpelledKeys | undefined {
    const plain: string[] = [];
    const others: string[] = [];
    const add = (key: string): void => {
      const list = isWordKey(key) ? plain : others;
      if (key !== '' && !list.includes(key)) list.push(key);
    };
    for (const token of tokensOf(word)) {
      if (token.script !== 'latin' && token.script !== 'cyrillic' && token.script !== 'digits') return undefined;
      const latin = latinise(token.text);
      for (const family of BOTH) wordPart(token, word, latin, family, this.#knowledge, 1).keys.forEach(add);
      codesOf(skeletonOf(latin, this.#knowledge)).forEach(add);
      if (token.script !== 'cyrillic') continue;
      for (const form of baseForms(token.text)) {
        const key = skeletonOf(latinise(form), this.#knowledge);
        add(key);
        this.#knowledge.givenNames.get(key)?.forEach(add);
      }
    }
    return { plain, others, sounds: [], signatures: plain.map(signatureOf) };
  }
}

/** Keys of the parts of an analysed Han name; two parts together may sound like one word. */
export function keysOfParts(parts: readonly NamePart[]): readonly WordKeys[] {
  return parts.map(({ keys }, n) => {
    const plain = keys.filter(isWordKey);
    const next = parts[n + 1]?.keys.find(isWordKey);
    const joined = plain[0] === undefined || next === undefined ? [] : soundCodesOf(joinKeys(plain[0], next));
    return {
      plain,
      signatures: plain.map(signatureOf),
      others: [...keys.filter((key) => !isWordKey(key)), ...(plain[0] === undefined ? [] : codesOf(plain[0]))],
      sounds: [...keys.filter((key) => key.startsWith('~') || key.startsWith('%')), ...joined],
      codes: keys.map(codeOfKey).filter((code) => code !== 0),
    };
  });
}

const BOTH: readonly NameFamily[] = ['person', 'organisation'];

/** Equal, alike, or one the beginning or end of the other: two words may be written together. */
function isLike(key: string, signature: number, other: string, otherSignature: number): boolean {
  if (key === other) return true;
  const edits = allowedEdits(Math.min(key.length, other.length));
  if (
    edits > 0 &&
    Math.abs(key.length - other.length) <= edits &&
    bitsSet(signature ^ otherSignature) <= 2 * edits &&
    keySimilarity(key, other) > 0
  )
    return true;
  const [long, short] = key.length > other.length ? [key, other] : [other, key];
  return long.length > short.length && (long.startsWith(short) || long.endsWith(short));
}
