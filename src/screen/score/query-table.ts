import type { NameKnowledge } from '../knowledge.ts';
import { isCalling, type AnalysedName, type NameFamily, type NamePart } from '../name/name-part.ts';
import { otherForms } from '../name/other-forms.ts';
import { SON_OF } from '../name/patronymic.ts';
import { skeleton } from '../name/skeleton.ts';
import { codesOf, soundCodesOf } from '../name/sound-codes.ts';
import { isTranscribed, syllablesOf } from '../name/transcribed.ts';
import { ungluedKeys } from '../name/unglued.ts';
import { FAMILIES, KINDS, isHan, jointsOf, type Joint } from './encoded-name.ts';
import { isTelling } from './features.ts';
import { LikeUnits, POOL } from './like-units.ts';
import { haveOtherVowels } from './other-vowels.ts';
import { isReadTogether } from './raw-slips.ts';
import { spokenWord } from './spoken-sounds.ts';
import { transcribedLikeness, transcribedSounds } from './transcribed-likeness.ts';
import { likenessLeft, syllablesLeft } from './two-names.ts';
import type { Likenesses, Units } from './units.ts';
import { isWordKey } from './units.ts';
import { longVowelsOf } from './written-vowels.ts';
import { soundBit } from '../name/initials.ts';

/** What words of the same consonants, or of the same classes of consonants, are alike. */
const BY_CONSONANTS = 0.9;
const BY_SOUND = 0.7;
/** What a word is like of which only the classes of its consonants are known: of four and more hardly another has them. */
function bySounds(code: string): number {
  return code.length > 5 ? 0.86 : code.length > 4 ? 0.8 : BY_SOUND;
}

/** A foreign word in Han is rather another than what it is less like. */
const LEAST_BY_SOUND = 0.72;
/** The same for words of two sounds, of which there are many; a person's stand beside another. */
const LEAST_SHORT = 0.86;
const LEAST_SHORT_PERSONS = 0.83;
/** Two words in other script that are one in Latin letters must be so like it. */
const LEAST_TOGETHER = 0.85;
/** What an organisation's word in other script must be like: it may be all that its name has. */
const LEAST_SPOKEN = 0.85;
const LEAST_SPOKEN_PERSONS = 0.77;
/** Sounds are no spelling. */
const MOST_BY_SOUND = 0.93;
/** Letters of a name from the catalogue of which one may differ on the other side. */
const LONG_CALLING = 6;
/** A sign and two sounds. */
const SHORT_CODE = 3;
/** What persons' words of the same consonants in one alphabet are alike, whatever their vowels: romanisations of Arabic and many other languages do not agree about them. */
const OTHER_VOWELS = 0.86;
/** A sign and three consonants: two are many words. */
const LEAST_CONSONANTS = 4;

/** What a familiar form and the name are alike: Bob, Robert. */
const FAMILIAR = 0.86;

/** What a name and a form of it in another language or script are alike, where only the table of forms says so. */
const OTHER_FORM = 0.9;

/** What an acronym and the words with its initials are alike: three letters are the initials of many names. */
function acronymLikeness(key: string): number {
  return key.length > 4 ? 0.96 : 0.84;
}

/** Characters of a foreign name in Han or Hangul: shorter ones are rather Chinese or Korean. */
const LEAST_FOREIGN = 3;

/** What a word is like that stands in it, glued to a legal form. */
const UNGLUED = 0.8;

/** Words written together must be so like, to be more than chance. */
const JOINED_FROM = 0.8;
const SAME_SOUND_FROM = 0.95;
const FORM = KINDS.indexOf('form');

const MOST_PARTS = 48;
const JOINED_LATELY = 8;

/**
 * A queried name, laid out for the alignment: its parts, its neighbouring parts written together, and for every unit of the listed names that is
 * like one of them, how like. One table serves one query after another; nothing is allocated for a query.
 */
export class QueryTable extends LikeUnits {
  /** Parts, then joints. */
  count = 0;
  parts = 0;
  family = 0;
  /** Only a part of what was asked. */
  piece = false;
  /** Nothing says whose the name is, and people are called so. */
  anyones = false;
  readonly kind = new Int8Array(MOST_PARTS);
  readonly weight = new Float64Array(MOST_PARTS);
  readonly bits = new Float64Array(MOST_PARTS);
  /** Of parts: the bit of the part; of joints: the bits of all their parts. */
  readonly mask = new Int32Array(MOST_PARTS);
  /** First sounds, as `soundBit` gives them: of an initial all that it may stand for. */
  readonly sounds = new Int32Array(MOST_PARTS);
  /** Parts of one phrase of the glossary have one number. */
  readonly group = new Int8Array(MOST_PARTS);
  /** 1 for a part written in Han. */
  readonly han = new Int8Array(MOST_PARTS);
  /** Where it stands in the name: its own number, of a joint that of its first part. */
  readonly place = new Int8Array(MOST_PARTS);
  total = 0;
  /** Parts that tell parties apart (`isTelling`), as bits. */
  telling = 0;
  /** Parts that are initials, as bits. */
  initials = 0;
  /** Small words before a father's name, as bits. */
  sonOf = 0;
  /** First sounds of all its initials. */
  initialSounds = 0;
  /** Whether any unit is like parts written together. */
  joinsAnything = false;
  /** Names that were asked for lately, and their joints, by turns. */
  readonly #joinedNames: AnalysedName[] = [];
  readonly #joints: (readonly Joint[])[] = [];
  #turn = 0;

  /** May this entry stand against words of a listed name written together? A single word, much alike; in Han, where nobody mistypes a sound, of the same sound. */
  joinsAt(entry: number): boolean {
    const part = this.part[entry]!;
    return (
      part < this.parts && this.kind[part] !== FORM && this.similarity[entry]! > (this.han[part] === 1 ? SAME_SOUND_FROM : JOINED_FROM)
    );
  }

  /** Words that begin with one of the sounds, as bits. */
  wordsBeginning(sounds: number): number {
    let words = 0;
    for (let part = 0; part < this.parts; part += 1)
      if (this.kind[part] === 0 && (this.sounds[part]! & sounds) !== 0) words |= this.mask[part]!;
    return words;
  }

  /** First sounds of all its words. */
  soundsOfWords(): number {
    let sounds = 0;
    for (let part = 0; part < this.parts; part += 1) if (this.kind[part] === 0) sounds |= this.sounds[part]!;
    return sounds;
  }

  load(name: AnalysedName, units: Units, knowledge: NameKnowledge): void {
    this.clear();
    this.total = 0;
    this.telling = 0;
    this.initials = 0;
    this.initialSounds = 0;
    this.sonOf = 0;
    this.joinsAnything = false;
    this.family = FAMILIES.indexOf(name.family);
    this.piece = name.piece === true;
    this.anyones = name.anyones === true;
    const { parts } = name;
    this.parts = parts.length;
    this.count = parts.length;
    const typing = !knowledge.off.has('typing');
    for (let at = 0; at < parts.length; at += 1) {
      const part = parts[at]!;
      this.kind[at] = KINDS.indexOf(part.kind);
      this.weight[at] = Math.round(part.weight * 200) / 200;
      this.bits[at] = Math.round(part.bits * 10) / 10;
      this.mask[at] = 1 << at;
      this.place[at] = at;
      this.group[at] = part.group;
      this.han[at] = isHan(part) ? 1 : 0;
      this.total += this.weight[at]!;
      if (isTelling(this.kind[at]!, this.weight[at]!)) this.telling |= 1 << at;
      this.sounds[at] = 0;
      if (part.kind === 'initial') {
        for (const key of part.keys) this.sounds[at]! |= soundBit(key.charCodeAt(1));
        this.initials |= 1 << at;
        this.initialSounds |= this.sounds[at]!;
      } else if (part.keys[0] === SON_OF) this.sonOf |= 1 << at;
      else if (part.kind === 'word') this.sounds[at] = soundBit(part.keys[0]!.charCodeAt(0));
      this.#addLikes(part, at, name.family, units, knowledge);
    }
    if (knowledge.off.has('joined')) return;
    for (const { first, length, key } of this.#jointsOf(name)) {
      if (this.count >= MOST_PARTS) break;
      const at = this.count;
      this.count += 1;
      this.kind[at] = 0;
      this.weight[at] = 0;
      this.bits[at] = 0;
      this.mask[at] = 0;
      this.place[at] = first;
      this.group[at] = first;
      this.han[at] = 0;
      for (let n = first; n < first + length; n += 1) {
        this.weight[at] += this.weight[n]!;
        this.bits[at] += this.bits[n]!;
        this.mask[at] |= 1 << n;
      }
      this.sounds[at] = 0;
      if (length === 2 && isSpoken(parts[first]!) && isSpoken(parts[first + 1]!))
        this.#addSpokenTogether(parts[first]!.text + parts[first + 1]!.text, at, units);
      if (this.han[first] === 1 && this.han[first + 1] === 1 && length === 2)
        for (const code of soundCodesOf(key)) units.withCode(code, (unit) => this.#add(unit, at, BY_SOUND));
      if (key.startsWith('~')) {
        units.withCode(key, (unit) => this.#add(unit, at, BY_CONSONANTS));
        this.#find(units, key, at, BY_CONSONANTS);
      } else if (key.startsWith('^')) this.#find(units, key, at, acronymLikeness(key));
      else if (typing && key.length > 5 && isWordKey(key))
        units.similar(key, (unit, similarity) => {
          if (similarity > 0.8) this.#add(unit, at, similarity * 0.97);
        });
      else this.#find(units, key, at, 0.97);
      const read = typing && length === 2 ? readTogether(parts[first]!, parts[first + 1]!) : '';
      if (read !== '' && read !== key) this.#find(units, read, at, 0.97);
    }
  }

  /** Spans of a text are asked for beside one name after another. */
  #jointsOf(name: AnalysedName): readonly Joint[] {
    const known = this.#joinedNames.indexOf(name);
    if (known >= 0) return this.#joints[known]!;
    const turn = (this.#turn = (this.#turn + 1) % JOINED_LATELY);
    this.#joinedNames[turn] = name;
    return (this.#joints[turn] = jointsOf(name));
  }

  /** Adds the units that a part is like, as they are remembered where it came before. */
  #addLikes(part: NamePart, at: number, family: NameFamily, units: Units, knowledge: NameKnowledge): void {
    const { memory } = units;
    if (memory === undefined) return this.#lookUp(part, at, family, units, knowledge);
    const name = part.known ?? `${family} ${part.kind} ${isCalling(part) ? '=' : ''}${part.latin ?? ''} ${part.keys.join(' ')}`;
    const known = memory.get(name);
    if (known !== undefined) return this.#addKnown(known, at);
    const from = this.entries;
    this.#lookUp(part, at, family, units, knowledge);
    const to = this.entries;
    if (to === POOL) return undefined;
    memory.set(name, {
      units: Array.from(this.entryUnit.subarray(from, to)),
      similarities: Array.from(this.similarity.subarray(from, to)),
    });
    return undefined;
  }

  #addKnown({ units, similarities }: Likenesses, at: number): void {
    for (let n = 0; n < units.length; n += 1) this.#add(units[n]!, at, similarities[n]!);
  }

  #lookUp(part: NamePart, at: number, family: NameFamily, units: Units, knowledge: NameKnowledge): void {
    // The catalogue makes no slips: CASC is not CASIC.
    const typing = !knowledge.off.has('typing') && !(isCalling(part) && (part.latin ?? '').length < LONG_CALLING);
    const mayBe = vowelsOf(part, family);
    const leftOf = (key: string, other: string): number =>
      part.by !== 'reading' ? likenessLeft(key, other, family, knowledge) : isHan(part) ? syllablesLeft(key, other) : Number(mayBe(other));
    for (const [rank, key] of part.keys.entries()) {
      // Readings after the first are rather guesses.
      const trust = rank === 0 || key.startsWith('&') ? 1 : key.startsWith('@') && key.endsWith('~') ? FAMILIAR : 0.96;
      if (key.startsWith('~') || key.startsWith('%')) {
        const similarity = key.startsWith('~') ? BY_CONSONANTS : BY_SOUND;
        const spelled = key.startsWith('%') && isHan(part) && (family === 'person' || isTranscribed(part.text, part.text.length < 3));
        const sounds = spelled ? transcribedSounds(syllablesOf(part.text)) : undefined;
        if (key.length > 2)
          units.withCode(key, (unit) => {
            const likeness = sounds === undefined ? similarity : transcribedLikeness(sounds, units.keyOf(unit));
            const least = key.length > SHORT_CODE ? LEAST_BY_SOUND : family === 'person' ? LEAST_SHORT_PERSONS : LEAST_SHORT;
            if (sounds === undefined ? mayBe(units.keyOf(unit)) : likeness > least) this.#add(unit, at, likeness);
          });
        this.#find(units, key, at, similarity);
      } else if (isWordKey(key)) {
        const add = (unit: number, similarity: number): void => {
          const left = similarity === 1 ? 1 : leftOf(key, units.keyOf(unit));
          if (left > 0) this.#add(unit, at, similarity * trust * left);
        };
        if (typing && part.kind !== 'form') units.similar(key, add);
        else this.#find(units, key, at, trust);
        if (rank === 0 && part.kind === 'word') {
          if (typing && part.latin !== undefined) {
            units.slipped?.(part.latin, add);
            // What names are known to have is rather meant.
            if (family === 'organisation' && !knowledge.organisation.has(key))
              for (const rest of ungluedKeys(part.latin, knowledge)) this.#find(units, rest, at, UNGLUED);
          }
          if (family === 'person' && (part.by === 'spelling' || part.text.length >= LEAST_FOREIGN))
            this.#addOtherForms(key, at, units, knowledge);
          if (isSpoken(part)) this.#addSpoken(part, at, family, units, mayBe);
          for (const code of codesOf(key)) this.#find(units, code, at, code.startsWith('~') ? BY_CONSONANTS : bySounds(code));
        }
        if (typing && family === 'person' && part.kind === 'word' && part.by === 'spelling')
          this.#addOtherVowels(key, at, units, knowledge);
      } else this.#find(units, key, at, key.startsWith('^') ? acronymLikeness(key) : trust);
    }
  }

  /** Adds the words that a word of another script may stand for by its sounds. */
  #addSpoken({ text }: NamePart, at: number, family: NameFamily, units: Units, mayBe: (key: string) => boolean): void {
    const spoken = spokenWord(text);
    if (spoken === undefined) return;
    const seen = new Set<number>();
    for (const code of spoken.codes) {
      const short = code.length <= SHORT_CODE;
      const least = family === 'person' ? (short ? LEAST_SHORT_PERSONS : LEAST_SPOKEN_PERSONS) : short ? LEAST_SHORT : LEAST_SPOKEN;
      units.withCode(code, (unit) => {
        if (seen.has(unit)) return;
        seen.add(unit);
        const key = units.keyOf(unit);
        const likeness = transcribedLikeness(spoken.sounds, key, spoken.vowels);
        if (likeness > least && mayBe(key)) this.#add(unit, at, Math.min(likeness, MOST_BY_SOUND));
      });
    }
  }

  /** The same of two words that may be one: جين بينغ, Jinping. */
  #addSpokenTogether(text: string, at: number, units: Units): void {
    const spoken = spokenWord(text);
    for (const code of spoken?.codes ?? [])
      if (spoken !== undefined && code.replace('A', '').length > SHORT_CODE)
        units.withCode(code, (unit) => {
          const likeness = transcribedLikeness(spoken.sounds, units.keyOf(unit), spoken.vowels);
          if (likeness > LEAST_TOGETHER) this.#add(unit, at, Math.min(likeness, MOST_BY_SOUND));
        });
  }

  /** Adds the forms of a name in other languages and scripts. Of two given names that the catalogue itself has, it says what they are to one another. */
  #addOtherForms(key: string, at: number, units: Units, { nameForms, givenNames }: NameKnowledge): void {
    const isGiven = givenNames.has(key);
    for (const other of otherForms(nameForms, key)) if (!isGiven || !givenNames.has(other)) this.#find(units, other, at, OTHER_FORM);
  }

  /** Adds the persons' words that have the consonants of this one. */
  #addOtherVowels(key: string, at: number, units: Units, knowledge: NameKnowledge): void {
    const [code = ''] = codesOf(key);
    if (code.length < LEAST_CONSONANTS || !code.startsWith('~')) return;
    units.spoken?.(code, (unit) => {
      const other = units.keyOf(unit);
      if (haveOtherVowels(key, other) && likenessLeft(key, other, 'person', knowledge) === 1) this.#add(unit, at, OTHER_VOWELS);
    });
  }

  #find(units: Units, key: string, at: number, similarity: number): void {
    const unit = units.find(key);
    if (unit !== undefined) this.#add(unit, at, similarity);
  }

  #add(unit: number, at: number, similarity: number): void {
    if (at >= this.parts) this.joinsAnything = true;
    this.add(unit, at, this.mask[at]!, similarity);
  }
}

/** Of a person's word in Arabic letters, whether its long vowels are those of a skeleton; of one in Kana, Hangul, Greek or Thai and of organisations' words, whether it sounds like it; of all others, always. */
function vowelsOf(part: NamePart, family: NameFamily): (key: string) => boolean {
  if (part.by !== 'reading' || isHan(part)) return () => true;
  const { text } = part;
  if (family === 'person' && ARABIC.test(text)) return longVowelsOf(text);
  const spoken = family === 'person' && !WITH_VOWELS.test(text) ? undefined : spokenWord(text);
  return spoken === undefined ? () => true : (key) => transcribedLikeness(spoken.sounds, key, spoken.vowels) > LEAST_BY_SOUND;
}

/** A word of a script that is neither Latin, Cyrillic nor Han. */
function isSpoken(part: NamePart): boolean {
  return part.by === 'reading' && part.kind === 'word' && !isHan(part);
}

/** Kana, Hangul, Greek and Thai: what they spell has its vowels, if others. */
const WITH_VOWELS = /^[\u3040-\u30ff\uac00-\ud7a3\u0370-\u03ff\u0e00-\u0e7f]/;

const ARABIC = /^[\u0600-\u06ff]/;

/** Key of two words in Latin letters that a stray blank may have made of one, where it stands inside a sound: Tek hkrim, Tekhkrim. */
function readTogether({ latin: a }: NamePart, { latin: b }: NamePart): string {
  return a !== undefined && b !== undefined && isReadTogether(a.charAt(a.length - 1), b.charAt(0)) ? skeleton(a + b) : '';
}
