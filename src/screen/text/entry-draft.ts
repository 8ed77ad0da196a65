import { isOffice } from './offices.ts';
import type { Dictionary } from '../index/dictionary.ts';
import type { GlossaryUnit } from '../name/phrase-tree.ts';
import type { AnchorUnits } from './anchor-units.ts';
import { codeOfKey } from './key-code.ts';
import { MOST_ANCHORS, MOST_CODES, WORD } from './word-kinds.ts';

/** What a word can be in a name, put together key by key. */
export class EntryDraft {
  /** Bits of {@link WORD}. */
  kinds = 0;
  readonly anchors: number[] = [];
  readonly codes: number[] = [];
  readonly #dictionary: Dictionary;
  readonly #units: AnchorUnits;

  constructor(dictionary: Dictionary, units: AnchorUnits) {
    this.#dictionary = dictionary;
    this.#units = units;
  }

  copy(): EntryDraft {
    const copy = new EntryDraft(this.#dictionary, this.#units);
    copy.kinds = this.kinds;
    copy.anchors.push(...this.anchors);
    copy.codes.push(...this.codes);
    return copy;
  }

  addKey(key: string): void {
    this.addCode(key);
    this.addAnchor(key);
  }

  addCode(key: string): void {
    const value = codeOfKey(key);
    if (value !== 0 && !this.codes.includes(value) && this.codes.length < MOST_CODES) this.codes.push(value);
  }

  addAnchor(key: string): void {
    const unit = this.#dictionary.find(key);
    if (unit === undefined || !this.#units.isAnchor(unit) || this.anchors.includes(unit) || this.anchors.length >= MOST_ANCHORS) return;
    this.anchors.push(unit);
    if (this.#units.isRare(unit)) this.kinds |= WORD.rare;
  }

  /** Adds a concept of the glossary that the word stands for. */
  addConcept(unit: GlossaryUnit): void {
    const { kind } = unit;
    if (isOffice(unit)) this.kinds |= WORD.title;
    if (kind === 'form' || kind === 'title' || kind === 'trade' || kind === 'place') this.kinds |= WORD[kind];
    this.addLonger(unit);
  }

  /** Adds one of a phrase that the word begins: судоходная is said of navigation and of shipping. */
  addLonger({ key, also, kind }: GlossaryUnit): void {
    for (const one of [key, ...also]) {
      this.addCode(one);
      if (kind !== 'form' && kind !== 'title') this.addAnchor(one);
    }
  }
}
