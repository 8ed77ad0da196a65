import { isPatronymic } from '../../src/screen/name/patronymic.ts';
import { skeleton } from '../../src/screen/name/skeleton.ts';
import { latinise } from '../../src/screen/name/latinise.ts';
import type { NamePart } from '../../src/screen/name/name-part.ts';
import type { NameKnowledge } from '../../src/screen/knowledge.ts';
import { foldText } from '../../src/text/fold.ts';
import { pinyinOf } from '../../src/text/readings/pinyin.ts';
import { labelKind } from './label-words.ts';
import { beginsAlike, soundsAlike } from './sounds-alike.ts';
import { personWord, wordLikeness } from './word-likeness.ts';

/** One form of a name, as the program reads it. */
export interface NameForm {
  /** Lower-case Latin letters, of Han its pinyin, and their skeleton. */
  readonly spelled: string;
  readonly key: string;
  /** Latin or Cyrillic, which spell names by their letters; other scripts only say how a name sounds to them. */
  readonly alphabetic: boolean;
  readonly part: NamePart;
}

/**
 * Those of a name's forms that say something: by what the program knows anyway (spelling, readings, consonants) each is another word than one of the others, where one
 * of the two is Latin or Cyrillic. Forms of other scripts that do not sound like the name (Japanese names in Han, by pinyin) are left out, and so are women's surnames
 * beside men's. So are words for a name, and those for its language where no other script spells them: labels that were filled in as if they were forms.
 */
export function tellingForms(forms: readonly string[], knowledge: NameKnowledge): readonly NameForm[] {
  const read = new Map<string, NameForm>();
  for (const written of withoutLabels(forms, knowledge)) {
    const form = readForm(written, knowledge);
    if (form !== undefined && read.get(form.key)?.alphabetic !== true) read.set(form.key, form);
  }
  const all = withoutWomens([...read.values()]);
  const alphabetic = all.filter((one) => one.alphabetic);
  const alike = all.filter((one) => one.alphabetic || alphabetic.some(({ key }) => soundsAlike(key, one.key)));
  const telling = new Set<NameForm>();
  for (const one of alphabetic)
    for (const other of alike) {
      if (one === other || (telling.has(one) && telling.has(other)) || wordLikeness(one.part, other.part, knowledge) >= KNOWN) continue;
      telling.add(one);
      telling.add(other);
    }
  return alike.filter((one) => telling.has(one));
}

function withoutLabels(forms: readonly string[], knowledge: NameKnowledge): readonly string[] {
  const labels = forms.filter((written) => labelKind(written) !== undefined);
  if (labels.length === 0) return forms;
  const elsewhere = forms.filter((written) => !LATIN.test(written)).map((written) => readForm(written, knowledge)?.key ?? '');
  const isBorne = (written: string): boolean => {
    const key = readForm(written, knowledge)?.key ?? '';
    return labelKind(written) === 'beside' && elsewhere.some((other) => beginsAlike(key, other) && soundsAlike(key, other));
  };
  return forms.filter((written) => !labels.includes(written) || isBorne(written));
}

/** Undefined for what is no single word of one script, or too short to be one name alone. */
export function readForm(written: string, knowledge: NameKnowledge): NameForm | undefined {
  if (!ONE_SCRIPT.test(written) || (SYLLABLES.test(written) && written.length < LEAST_SYLLABLES)) return undefined;
  const part = personWord(written, knowledge);
  if (part === undefined || (part.latin !== undefined && isPatronymic(part.latin))) return undefined;
  const text = foldText(written).text.replaceAll(/['’]/g, '');
  const spelled = HAN.test(text) ? Array.from(text, (char) => pinyinOf(char)[0] ?? '').join('') : latinise(text);
  const key = skeleton(spelled);
  return key === part.keys[0] && key.length >= LEAST && /^[a-z]+$/.test(spelled)
    ? { spelled, key, alphabetic: isAlphabetic(written), part }
    : undefined;
}

export function isAlphabetic(written: string): boolean {
  return ALPHABETIC.test(written);
}

function withoutWomens(forms: readonly NameForm[]): readonly NameForm[] {
  const mens = forms.filter(({ key }) => !WOMENS.test(key));
  return forms.filter(({ key }) => !WOMENS.test(key) || !mens.some((other) => other.key.startsWith(key.slice(0, LEAST))));
}

/** From this likeness on the program takes two words for one name. */
const KNOWN = 0.86;
/** Letters of the shortest word: shorter ones are many names. */
const LEAST = 3;
/** Scripts of syllables: a word of two is rather a Chinese or Korean name of its own. */
const SYLLABLES = /^[\p{Script=Han}\p{Script=Hangul}]+$/u;
const LEAST_SYLLABLES = 3;
/** Of skeletons: Ivanova, Kowalska, Nowakówna, Dvořáčková. */
const WOMENS = /(?:[aeio][vn]|[kX]|ov|k)a$|[oe]vna$/;
const LATIN = /\p{Script=Latin}/u;
const HAN = /^\p{Script=Han}+$/u;
const ALPHABETIC = /^[\p{Script=Latin}\p{Script=Cyrillic}'’]+$/u;
const ONE_SCRIPT =
  /^(?:[\p{Script=Latin}'’]+|[\p{Script=Cyrillic}'’]+|\p{Script=Han}+|\p{Script=Greek}+|\p{Script=Arabic}+|\p{Script=Hebrew}+|\p{Script=Hangul}+|[\p{Script=Katakana}ー]+)$/u;
