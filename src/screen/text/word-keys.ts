import { signatureOf } from '../index/deletions.ts';
import type { Dictionary } from '../index/dictionary.ts';
import type { NameKnowledge } from '../knowledge.ts';
import type { PhraseNode } from '../name/phrase-tree.ts';
import { spelledWithH } from '../name/cyrillic-forms.ts';
import { latinise } from '../name/latinise.ts';
import type { NameFamily } from '../name/name-part.ts';
import { romanNumber } from '../name/numbers.ts';
import { PATRONYMIC_SHARE } from '../name/patronymic.ts';
import { codesOf, soundCodesOf } from '../name/sound-codes.ts';
import { tokensOf, type NameToken } from '../name/tokens.ts';
import { informationOf, skeletonOf, wordPart } from '../name/word-part.ts';
import { KINDS, joinKeys } from '../score/encoded-name.ts';
import { isTelling } from '../score/features.ts';
import { isWordKey } from '../score/units.ts';
import { withoutBreaks } from './broken-words.ts';
import { baseForms } from './case-endings.ts';
import { pinyinKeysOf } from './chinese-in-cyrillic.ts';
import type { GlossaryTouch } from './glossary-touch.ts';
import { codeOfKey } from './key-code.ts';
import { longerPhrases, type Begun } from './phrase-words.ts';
import { runWeights, type RunWeights } from './run-weights.ts';
import { soundMask } from './unit-looks.ts';

/** What a word weighs in a name of a person, and of an organisation; and the bits that it may be worth. */
interface WordWeights {
  /** True of a word that is one whatever stands beside it. */
  readonly plain: boolean;
  /** True of a word of the glossary that tells nothing apart beside another word. */
  readonly common: boolean;
  /** Where nothing corresponds to it, at least. */
  readonly least: readonly [person: number, organisation: number];
  /** Where something does, at most. */
  readonly most: readonly [person: number, organisation: number];
  readonly bits: readonly [person: number, organisation: number];
}

/** What a word of a text may be spelled like, and stand for. */
export interface WordKeys {
  readonly plain: readonly string[];
  readonly signatures: readonly number[];
  /** Units of the index for what is no spelled word: given names, codes of sound. */
  readonly units: readonly number[];
  /** Codes of sound that it shares with words it is like, of Han read aloud; and their {@link soundMask}. */
  readonly sounds: readonly string[];
  readonly soundMask: number;
  /** Worked out when they are first asked for. */
  readonly weights: () => WordWeights;
  readonly apart: () => ApartWeight;
  /** Of a word of one letter 1. */
  readonly letters: number;
  /** Codes, as entries of words have them. */
  readonly codes: ArrayLike<number>;
  /** The folded word, and the same keys without the codes of phrases that it only begins; undefined where it begins none. */
  readonly text: string;
  readonly alone?: WordKeys;
  /** Words that go on such a phrase. */
  readonly next?: PhraseNode;
  /** All phrases that it begins. */
  readonly begun?: Begun | undefined;
}

/** What a word weighs in the name of an organisation by itself: where it is no part of a phrase. */
export interface ApartWeight {
  /** Nothing of one that may be read in another way beside others. */
  readonly weight: number;
  readonly bits: number;
  /** It weighs no more where something corresponds to it, beside more content. */
  readonly exact: boolean;
  /** It is more than a form, a title or a small word; and a word of its own. */
  readonly content: boolean;
  readonly own: boolean;
  /** Concepts of the glossary that it stands for; none of a word of its own. */
  readonly concepts: readonly string[];
}

/** Works out the keys of words and of parts of Han names. */
export class KeysOfWords {
  readonly #dictionary: Pick<Dictionary, 'find'>;
  readonly #knowledge: NameKnowledge;
  readonly #glossary: GlossaryTouch;

  constructor(dictionary: Pick<Dictionary, 'find'>, knowledge: NameKnowledge, glossary: GlossaryTouch) {
    this.#dictionary = dictionary;
    this.#knowledge = knowledge;
    this.#glossary = glossary;
  }

  /**
   * Keys of a word as it is written, with the codes of its entry; undefined where it is of a script that is compared by sound. Of one that is broken over a line, those of its parts and of
   * all of it.
   */
  ofWord(word: string, codes: ArrayLike<number>): WordKeys | undefined {
    const plain: string[] = [];
    const others: string[] = [];
    const add = (key: string): void => {
      const list = isWordKey(key) ? plain : others;
      if (key !== '' && !list.includes(key)) list.push(key);
    };
    const whole = withoutBreaks(word);
    const tokens = (whole === undefined ? [word] : [word, whole]).flatMap((text) =>
      tokensOf(text).map((token) => ({ ...token, of: text })),
    );
    for (const token of tokens) {
      if (token.script !== 'latin' && token.script !== 'cyrillic' && token.script !== 'digits') return undefined;
      const latin = latinise(token.text);
      for (const family of BOTH) wordPart(token, token.of, latin, family, this.#knowledge, 1).keys.forEach(add);
      codesOf(skeletonOf(latin, this.#knowledge)).forEach(add);
      if (token.script !== 'cyrillic') continue;
      for (const form of baseForms(token.text)) {
        const spelled = latinise(form);
        for (const spelling of [spelled, spelledWithH(form, spelled)]) {
          if (spelling === undefined) continue;
          const key = skeletonOf(spelling, this.#knowledge);
          add(key);
          this.#knowledge.givenNames.get(key)?.forEach(add);
        }
        pinyinKeysOf(form, this.#knowledge).forEach(add);
      }
    }
    const [token, another] = tokens;
    const only = another === undefined ? token : undefined;
    const keys: WordKeys = {
      plain,
      units: this.#unitsOf(others),
      sounds: [],
      soundMask: 0,
      signatures: plain.map(signatureOf),
      weights: only === undefined ? () => unsureOf(tokens.length) : once(() => this.#weightsOf(only, plain)),
      apart: only === undefined ? nothing : once(() => this.#apart(only, plain)),
      letters: word.length,
      codes,
      text: only?.text ?? '',
    };
    return only === undefined ? keys : this.#withAlone(keys, only);
  }

  /** See `runWeights`. */
  weightsOf(words: readonly WordKeys[], isQuoted: (word: number) => boolean): RunWeights {
    return runWeights(words, isQuoted, this.#glossary);
  }

  /** The keys that count for a word with another behind it, or with none; all of them before one that is several. */
  asItStands(keys: WordKeys, next: WordKeys | undefined): WordKeys {
    const { alone, next: node } = keys;
    if (alone === undefined || node === undefined) return keys;
    return next !== undefined && (next.text === '' || this.#glossary.goesOn(node, next.text)) ? keys : alone;
  }

  #withAlone(keys: WordKeys, token: NameToken): WordKeys {
    const begun = this.#glossary.begunBy(token);
    if (begun === undefined) return keys;
    const node = begun.written;
    if (node === undefined) return { ...keys, begun };
    const longer = new Set<number>();
    longerPhrases(node, ({ key }) => longer.add(codeOfKey(key)));
    for (const { key, also } of this.#glossary.unitsOf(token)) for (const own of [key, ...also]) longer.delete(codeOfKey(own));
    return { ...keys, begun, next: node, alone: { ...keys, begun, codes: Array.from(keys.codes).filter((code) => !longer.has(code)) } };
  }

  /** Keys of a part of a name in Han; with the next, whose first word this is, it may sound like one word. */
  ofPart(keys: readonly string[], next: string | undefined): WordKeys {
    const plain = keys.filter(isWordKey);
    const joined = plain[0] === undefined || next === undefined ? [] : soundCodesOf(joinKeys(plain[0], next));
    const sounds = [...keys.filter((key) => key.startsWith('~') || key.startsWith('%')), ...joined];
    return {
      plain,
      signatures: plain.map(signatureOf),
      units: this.#unitsOf([...keys.filter((key) => !isWordKey(key)), ...(plain[0] === undefined ? [] : codesOf(plain[0]))]),
      sounds,
      soundMask: soundMask(sounds),
      weights: unsure,
      apart: nothing,
      letters: 2,
      text: '',
      codes: keys.map(codeOfKey).filter((code) => code !== 0),
    };
  }

  #unitsOf(keys: readonly string[]): readonly number[] {
    return keys.flatMap((key) => this.#dictionary.find(key) ?? []);
  }

  /** `keys`: of the word, first as it stands, and of what it may be in the nominative. */
  #weightsOf(token: NameToken, keys: readonly string[]): WordWeights {
    if (token.script === 'digits') return NUMBER;
    const latin = latinise(token.text);
    const isPlain = this.#glossary.isPlain(token, latin);
    // A plain word has none.
    const units = isPlain ? [] : this.#glossary.unitsOf(token);
    if (keys.length === 0 || (!isPlain && units.length === 0)) return UNSURE;
    const informed = BOTH.map((family) => keys.map((key) => informationOf(key, family, this.#knowledge)));
    const own = (of: 'weight' | 'bits'): number => units.reduce((sum, unit) => sum + unit[of], 0);
    // One of several concepts may be a word beside the others: Спецтехника.
    const most = (of: 'weight' | 'bits', family: 0 | 1): number =>
      Math.max(own(of), (units.length > 1 ? own(of) : 0) + Math.max(...informed[family]!.map((one) => one[of])));
    return {
      plain: isPlain,
      common: !isPlain && units.every(({ kind, weight }) => !isTelling(KINDS.indexOf(kind), weight)),
      // It may be a patronymic.
      least: isPlain ? [informed[0]![0]!.weight * PATRONYMIC_SHARE, informed[1]![0]!.weight] : [0, 0],
      most: [most('weight', 0), most('weight', 1)],
      bits: [most('bits', 0), most('bits', 1)],
    };
  }

  #apart(token: NameToken, keys: readonly string[]): ApartWeight {
    const { text, script, dotted } = token;
    if (text.length < 2 || dotted || NUMBER_SIGN.test(text)) return NO_WEIGHT;
    const units = this.#glossary.unitsOf(token);
    if (units.length > 0) {
      if (units.some(({ key, kind }) => kind === 'number' || OF_BODIES.has(key))) return NO_WEIGHT;
      const sum = (of: 'weight' | 'bits'): number => units.reduce((all, unit) => all + unit[of], 0);
      const content = units.some(({ kind }) => kind === 'word' || kind === 'trade' || kind === 'place');
      return { weight: sum('weight'), bits: sum('bits'), exact: content, content, own: false, concepts: units.map(({ key }) => key) };
    }
    if (script === 'digits') return text.length > LONGEST_NUMBER ? NO_WEIGHT : A_NUMBER;
    const [key] = keys;
    if (key === undefined || /\d/.test(text)) return NO_WEIGHT;
    const { weight, bits } = informationOf(key, 'organisation', this.#knowledge);
    if (romanNumber(text) !== undefined) return { ...A_NUMBER, weight: Math.min(weight, ROMAN_WEIGHT), exact: false };
    // An inflected one may weigh what its nominative does.
    return { weight, bits, exact: script === 'latin', content: true, own: true, concepts: [] };
  }
}

const BOTH: readonly NameFamily[] = ['person', 'organisation'];
/** Words of the glossary and short ones: anything. */
const UNSURE: WordWeights = { plain: false, common: false, least: [0, 0], most: [1, 1], bits: [18, 18] };
const unsure = (): WordWeights => UNSURE;
/** The same of so many words written together: ErichKrause. */
function unsureOf(words: number): WordWeights {
  return { ...UNSURE, most: [words, words], bits: [18 * words, 18 * words] };
}
const NO_WEIGHT: ApartWeight = { weight: 0, bits: 0, exact: false, content: false, own: false, concepts: [] };
const A_NUMBER: ApartWeight = { weight: 0.5, bits: 7, exact: true, content: true, own: false, concepts: [] };
const nothing = (): ApartWeight => NO_WEIGHT;
/** Left out before a number. */
const NUMBER_SIGN = /^no?$/;
const LONGEST_NUMBER = 12;
const ROMAN_WEIGHT = 0.3;
/** Concepts that weigh less beside others, see `weighParents`. */
const OF_BODIES: ReadonlySet<string> = new Set(['#academy', '#research']);
const NUMBER: WordWeights = { plain: false, common: true, least: [0.05, 0.2], most: [0.5, 0.5], bits: [7, 7] };

export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
