import type { Dictionary } from '../index/dictionary.ts';
import { signatureOf } from '../index/deletions.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { latinise } from '../name/latinise.ts';
import type { NameFamily, NamePart } from '../name/name-part.ts';
import { codesOf, soundCodesOf } from '../name/sound-codes.ts';
import { tokensOf } from '../name/tokens.ts';
import { skeletonOf, wordPart } from '../name/word-part.ts';
import { PART_KIND } from '../score/alignment.ts';
import { FAMILIES, joinKeys } from '../score/encoded-name.ts';
import { isWordKey } from '../score/units.ts';
import { baseForms } from './case-endings.ts';
import type { FinderTables } from './finder-file.ts';
import { codeOfKey } from './key-code.ts';
import type { ListedNames } from './listed-names.ts';
import { soundMask, type UnitLooks } from './unit-looks.ts';

/** What a word of a text may be spelled like, and stand for. */
export interface WordKeys {
  readonly plain: readonly string[];
  readonly signatures: readonly number[];
  /** Units of the index for what is no spelled word: given names, codes of sound. */
  readonly units: readonly number[];
  /** Codes of sound that it shares with words it is like, of Han read aloud; and their {@link soundMask}. */
  readonly sounds: readonly string[];
  readonly soundMask: number;
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
  /** Trade words among them. */
  readonly trades: number;
  /** Bits of all parts that may be there, in tenths. */
  readonly bits: number;
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
  readonly #looks: UnitLooks;
  readonly #remembered = new Map<string, SpelledKeys | undefined>();
  readonly #ofParts = new Map<string, WordKeys>();

  constructor(names: ListedNames, tables: FinderTables, dictionary: Dictionary, knowledge: NameKnowledge, looks: UnitLooks) {
    this.#names = names;
    this.#tables = tables;
    this.#dictionary = dictionary;
    this.#knowledge = knowledge;
    this.#looks = looks;
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
    let [missing, rarest, likely, places, trades, sum] = [0, 0, 0, 0, 0, 0];
    for (let n = 0; n < parts; n += 1) {
      const part = data[at]!;
      const keys = (part >>> 4) & 0xf;
      const kind = part & 0xf;
      const bits = (part >>> 16) & 0xff;
      if (kind === PART_KIND.word || kind === PART_KIND.place || kind === PART_KIND.number || kind === PART_KIND.trade) {
        if (this.#isAmong(words, at + 1, keys)) {
          rarest = Math.max(rarest, bits);
          sum += bits;
          if (kind === PART_KIND.word || kind === PART_KIND.trade) likely += 1;
          else places += 1;
          if (kind === PART_KIND.trade) trades += 1;
        } else missing = Math.max(missing, bits);
      } else sum += bits;
      at += 1 + keys;
    }
    return { missing, rarest, likely, places, trades, bits: sum };
  }

  /** True where one of the words may be the part with these keys. */
  #isAmong(words: readonly WordKeys[], from: number, keys: number): boolean {
    const { data } = this.#names;
    const { unitCode } = this.#tables;
    const looks = this.#looks;
    for (let k = from; k < from + keys; k += 1) {
      const unit = data[k]!;
      if (looks.isWord(unit)) {
        for (let w = 0; w < words.length; w += 1) {
          const { plain, signatures, sounds, soundMask: mask } = words[w]!;
          for (let n = 0; n < plain.length; n += 1) if (looks.isLike(unit, plain[n]!, signatures[n]!)) return true;
          if (sounds.length > 0 && looks.soundsLike(unit, sounds, mask)) return true;
        }
      } else {
        const code = unitCode[unit]!;
        for (let w = 0; w < words.length; w += 1) {
          const { codes, units } = words[w]!;
          if (code !== 0) for (let n = 0; n < codes.length; n += 1) if (codes[n] === code) return true;
          for (let n = 0; n < units.length; n += 1) if (units[n] === unit) return true;
        }
      }
    }
    return false;
  }

  #unitsOf(keys: readonly string[]): readonly number[] {
    return keys.flatMap((key) => this.#dictionary.find(key) ?? []);
  }

  /** Keys of the parts of an analysed Han name; two parts together may sound like one word. */
  keysOfParts(parts: readonly NamePart[]): readonly WordKeys[] {
    return parts.map(({ kind, text, keys }, n) => {
      const next = parts[n + 1]?.keys.find(isWordKey);
      const part = `${kind} ${text} ${keys[0] ?? ''} ${next ?? ''}`;
      let known = this.#ofParts.get(part);
      if (known === undefined) {
        if (this.#ofParts.size >= MOST_REMEMBERED) this.#ofParts.clear();
        this.#ofParts.set(part, (known = this.#workOutPart(keys, next)));
      }
      return known;
    });
  }

  #workOutPart(keys: readonly string[], next: string | undefined): WordKeys {
    const plain = keys.filter(isWordKey);
    const joined = plain[0] === undefined || next === undefined ? [] : soundCodesOf(joinKeys(plain[0], next));
    const sounds = [...keys.filter((key) => key.startsWith('~') || key.startsWith('%')), ...joined];
    return {
      plain,
      signatures: plain.map(signatureOf),
      units: this.#unitsOf([...keys.filter((key) => !isWordKey(key)), ...(plain[0] === undefined ? [] : codesOf(plain[0]))]),
      sounds,
      soundMask: soundMask(sounds),
      codes: keys.map(codeOfKey).filter((code) => code !== 0),
    };
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
    return { plain, units: this.#unitsOf(others), sounds: [], soundMask: 0, signatures: plain.map(signatureOf) };
  }
}

const BOTH: readonly NameFamily[] = ['person', 'organisation'];
