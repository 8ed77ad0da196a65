import type { NameKnowledge } from '../knowledge.ts';
import type { AnalysedName, NameFamily, NamePart } from '../name/name-part.ts';
import { soundBit } from '../name/initials.ts';
import { SON_OF } from '../name/patronymic.ts';
import { FAMILIES, KINDS, isHan, jointsOf, type Joint } from './encoded-name.ts';
import { isTelling } from './features.ts';
import { eachLikeOfJoint, lookOfJoint, nameOfLook, type JointLook } from './joint-likes.ts';
import { LikeUnits, POOL } from './like-units.ts';
import { eachLikeOfPart } from './part-likes.ts';
import type { RememberedLikes } from './remembered-likes.ts';
import type { NoteLike, Units } from './units.ts';

/** Words written together must be so like, to be more than chance. */
const JOINED_FROM = 0.8;
const SAME_SOUND_FROM = 0.95;
const FORM = KINDS.indexOf('form');

/** Parts and joints of a query, at most. */
export const MOST_ENTRIES = 48;
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
  readonly kind = new Int8Array(MOST_ENTRIES);
  readonly weight = new Float64Array(MOST_ENTRIES);
  readonly bits = new Float64Array(MOST_ENTRIES);
  /** Of parts: the bit of the part; of joints: the bits of all their parts. */
  readonly mask = new Int32Array(MOST_ENTRIES);
  /** First sounds, as `soundBit` gives them: of an initial all that it may stand for. */
  readonly sounds = new Int32Array(MOST_ENTRIES);
  /** Parts of one phrase of the glossary have one number. */
  readonly group = new Int8Array(MOST_ENTRIES);
  /** 1 for a part written in Han. */
  readonly han = new Int8Array(MOST_ENTRIES);
  /** Where it stands in the name: its own number, of a joint that of its first part. */
  readonly place = new Int8Array(MOST_ENTRIES);
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
    for (const joint of this.#jointsOf(name)) {
      if (this.count >= MOST_ENTRIES) break;
      const { first, length } = joint;
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
      this.#addLikesOfJoint(lookOfJoint(joint, parts, typing), at, typing, units);
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
    if (memory === undefined) return this.#lookUpPart(part, at, family, units, knowledge);
    const name = nameOfPart(part, family);
    if (memory.find(name)) return this.#addKnown(memory, at);
    const from = this.entries;
    this.#lookUpPart(part, at, family, units, knowledge);
    return this.#remember(memory, name, from);
  }

  /** The same of parts written together. */
  #addLikesOfJoint(look: JointLook, at: number, typing: boolean, units: Units): void {
    const note: NoteLike = (unit, similarity) => this.#add(unit, at, similarity);
    const { jointMemory } = units;
    if (jointMemory === undefined) return eachLikeOfJoint(look, typing, units, note);
    const name = nameOfLook(look);
    if (jointMemory.find(name)) return this.#addKnown(jointMemory, at);
    const from = this.entries;
    eachLikeOfJoint(look, typing, units, note);
    return this.#remember(jointMemory, name, from);
  }

  #lookUpPart(part: NamePart, at: number, family: NameFamily, units: Units, knowledge: NameKnowledge): void {
    eachLikeOfPart(part, family, units, knowledge, (unit, similarity) => this.#add(unit, at, similarity));
  }

  /** Remembers what was added from this entry on, unless there was no room for all of it. */
  #remember<Name extends number | string>(memory: RememberedLikes<Name>, name: Name, from: number): void {
    if (this.entries < POOL) memory.remember(name, this.entryUnit, this.similarity, from, this.entries);
  }

  #addKnown<Name extends number | string>({ units, similarities, from, to }: RememberedLikes<Name>, at: number): void {
    const mask = this.mask[at]!;
    if (at >= this.parts && to > from) this.joinsAnything = true;
    for (let n = from; n < to; n += 1) this.add(units[n]!, at, mask, similarities[n]!);
  }

  #add(unit: number, at: number, similarity: number): void {
    if (at >= this.parts) this.joinsAnything = true;
    this.add(unit, at, this.mask[at]!, similarity);
  }
}

/** All that the likenesses of a part hang on, as one text, or as the number of its word: of one that is read (Arabic, Hangul) also how it is written, vowels and all. */
function nameOfPart(part: NamePart, family: NameFamily): number | string {
  const { kind, by, latin, keys, known } = part;
  if (by !== 'reading') return known ?? `${family} ${kind} ${by} ${latin ?? ''} ${keys.join(' ')}`;
  return known !== undefined && isHan(part) ? known : `${family} ${kind} ${by} ${keys.join(' ')} ${part.text}`;
}
