import type { Dictionary } from '../index/dictionary.ts';
import type { NameKnowledge } from '../knowledge.ts';
import type { AnchorUnits } from './anchor-units.ts';
import { AnyWords, type ReadWord } from './any-words.ts';
import type { EntryDraft } from './entry-draft.ts';
import type { GlossaryWords } from './glossary-words.ts';
import type { FinderTables } from './finder-file.ts';
import { goingOn } from './going-on.ts';
import { maskBitOf, mixed } from './key-code.ts';
import { PairMemory } from './pair-memory.ts';
import { PlainWords } from './plain-words.ts';
import { MOST_ANCHORS, MOST_CODES, WORD } from './word-kinds.ts';

const FEWEST_SLOTS = 1 << 15;
/** Entries after which the table is emptied before the next piece of text. */
const FULL = 1 << 19;
const FULL_POOL = 1 << 24;
/** Words with another behind them that are remembered: far more than texts have, but any two words of the glossary may be set together. */
const MOST_PAIRS = 1 << 17;

/**
 * Beside the hash of a word in `WordEntries.slots`: the place of its entry and its head; a bit for each of its codes, of 64, and for each code that an anchor
 * of it stands with; and whether a name begins with it that a body is known by (`KnownWord`).
 */
export const SLOT = { size: 8, entry: 1, head: 2, low: 3, high: 4, besideLow: 5, besideHigh: 6, known: 7 } as const;

/**
 * What is known of each word that texts have had so far, by its hash, so that a word is normalised once. An entry is a place in `pool`:
 *
 *     anchors | codes << 4 | what it can be << 8, the units of the anchors, the codes
 */
export class WordEntries {
  pool = new Uint32Array(1 << 16);
  /** Two numbers for each of the pool: beside an entry's head a bit for each of its codes, beside an anchor for each of those that it stands with, of 64. */
  masks = new Uint32Array(1 << 17);
  /** For each word its hash and what {@link SLOT} says: all that a text asks of every word lies in one line of the cache. */
  slots = new Uint32Array(FEWEST_SLOTS * SLOT.size);
  #used = 1;
  #count = 0;
  readonly #units: AnchorUnits;
  readonly #anchorCodes: Uint32Array;
  readonly #any: AnyWords;
  /** Words that begin phrases, by their entries. */
  readonly #begun = new Map<number, ReadWord>();
  /** Entries of such words with another behind them, by both. */
  readonly #pairs = new PairMemory<number>(MOST_PAIRS);
  readonly #plain: PlainWords;
  /** First words of what bodies are known by. */
  readonly #known: ReadonlySet<number>;

  constructor(
    dictionary: Dictionary,
    knowledge: NameKnowledge,
    units: AnchorUnits,
    { anchorCodes }: Pick<FinderTables, 'anchorCodes'>,
    glossary: GlossaryWords,
  ) {
    this.#anchorCodes = anchorCodes;
    this.#units = units;
    const seconds = goingOn(knowledge);
    this.#known = new Set(Array.from(knowledge.knownWords.keys(), tagOfWord));
    this.#plain = new PlainWords(knowledge, glossary, units, seconds);
    this.#any = new AnyWords(dictionary, knowledge, units, glossary, seconds);
  }

  /** Makes room where need is; true where entries handed out before are then no longer valid. */
  refresh(): boolean {
    if (this.#count < FULL && this.#used < FULL_POOL) return false;
    this.slots = new Uint32Array(FEWEST_SLOTS * SLOT.size);
    this.#used = 1;
    this.#count = 0;
    this.#begun.clear();
    this.#pairs.clear();
    return true;
  }

  /** Place in `slots` of the word `text.slice(start, end)`, whose {@link tagOf} the caller has computed from its folded units. */
  slotOf(tag: number, text: string, start: number, end: number): number {
    const found = placeOf(this.slots, tag);
    return this.slots[found] === tag ? found : this.#addSlot(tag, found, text, start, end);
  }

  #addSlot(tag: number, place: number, text: string, start: number, end: number): number {
    const entry = this.make(text, start, end);
    let slot = place;
    this.#count += 1;
    if (this.#count * SLOT.size * 2 > this.slots.length) {
      this.#grow();
      slot = placeOf(this.slots, tag);
    }
    const { slots, pool, masks } = this;
    slots[slot] = tag;
    slots[slot + SLOT.entry] = entry;
    slots[slot + SLOT.head] = pool[entry]!;
    slots[slot + SLOT.low] = masks[entry * 2]!;
    slots[slot + SLOT.high] = masks[entry * 2 + 1]!;
    slots[slot + SLOT.besideLow] = this.besideOf(entry, 0);
    slots[slot + SLOT.besideHigh] = this.besideOf(entry, 1);
    slots[slot + SLOT.known] = this.#known.has(tag) ? 1 : 0;
    return slot;
  }

  /** A bit for each code that any anchor of an entry stands with, the lower (0) or higher half (1) of 64. */
  besideOf(entry: number, half: 0 | 1): number {
    const { pool, masks } = this;
    let beside = 0;
    for (let at = entry + (pool[entry]! & 0xf); at > entry; at -= 1) beside |= masks[at * 2 + half]!;
    return beside;
  }

  isAnchor(unit: number): boolean {
    return this.#units.isAnchor(unit);
  }

  /** Makes an entry of a word. `plain`: quickly, where it is a plain one. */
  make(text: string, start: number, end: number, plain = true): number {
    if (plain && this.#plain.read(text, start, end)) {
      const { kinds, anchor, anchors, code, codes } = this.#plain.found;
      return this.#pushOf(kinds, anchor, anchors, code, codes);
    }
    return this.#add(text.slice(start, Math.min(end, start + LONGEST_WORD)));
  }

  #grow(): void {
    const old = this.slots;
    const slots = new Uint32Array(old.length * 2);
    for (let at = 0; at < old.length; at += SLOT.size)
      if (old[at] !== 0) slots.set(old.subarray(at, at + SLOT.size), placeOf(slots, old[at]!));
    this.slots = slots;
  }

  #add(word: string): number {
    const read = this.#any.read(word);
    const entry = this.#pushDraft(read.draft);
    if (read.begun !== undefined) this.#begun.set(entry, read);
    return entry;
  }

  /**
   * The entry of a word with another behind it, by their entries, where it is more than by itself: what the phrases mean that begin with it and go on
   * with the other, `text.slice(start, end)`.
   */
  before(first: number, second: number, text: string, start: number, end: number): number {
    const { pool } = this;
    if (((pool[first]! >>> 8) & WORD.longer) === 0 || ((pool[second]! >>> 8) & WORD.second) === 0) return first;
    const known = this.#pairs.get(mixed(first), second);
    if (known !== null && known !== undefined) return known;
    const entry = this.#together(first, text.slice(start, Math.min(end, start + LONGEST_WORD)));
    this.#pairs.set(mixed(first), second, entry);
    return entry;
  }

  #together(first: number, word: string): number {
    const begun = this.#begun.get(first);
    const draft = begun && this.#any.before(begun, word);
    return draft === undefined ? first : this.#pushDraft(draft);
  }

  #pushDraft({ kinds, anchors, codes }: EntryDraft): number {
    return this.push(kinds, anchors, codes);
  }

  /** Adds an entry that no word of a text asks for: of a part of a Han name. */
  push(kinds: number, allAnchors: readonly number[], allCodes: readonly number[]): number {
    return this.#pushOf(kinds, allAnchors, Math.min(allAnchors.length, MOST_ANCHORS), allCodes, Math.min(allCodes.length, MOST_CODES));
  }

  #pushOf(kinds: number, anchor: ArrayLike<number>, anchors: number, code: ArrayLike<number>, codes: number): number {
    const size = 1 + anchors + codes;
    if (this.#used + size > this.pool.length) {
      const larger = new Uint32Array(this.pool.length * 2);
      larger.set(this.pool);
      this.pool = larger;
      const masks = new Uint32Array(this.pool.length * 2);
      masks.set(this.masks);
      this.masks = masks;
    }
    const at = this.#used;
    const { pool, masks } = this;
    pool[at] = anchors | (codes << 4) | (kinds << 8);
    for (let n = 0; n < anchors; n += 1) {
      pool[at + 1 + n] = anchor[n]!;
      masks[(at + 1 + n) * 2] = this.#anchorCodes[anchor[n]! * 2]!;
      masks[(at + 1 + n) * 2 + 1] = this.#anchorCodes[anchor[n]! * 2 + 1]!;
    }
    masks[at * 2] = masks[at * 2 + 1] = 0;
    for (let n = 0; n < codes; n += 1) {
      pool[at + 1 + anchors + n] = code[n]!;
      const bit = maskBitOf(code[n]!);
      masks[at * 2 + (bit >>> 5)]! |= 1 << (bit & 31);
    }
    this.#used += size;
    return at;
  }
}

/** What a word is known by, from the hash of its units: their bits spread, never 0. */
export function tagOf(hash: number): number {
  const tag = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  return tag === 0 ? 1 : tag;
}

/** The same of a folded word of letters alone. */
function tagOfWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return tagOf(hash);
}

/** Where the word with this tag is in so many numbers of slots, unless another is. */
export function firstPlace(tag: number, length: number): number {
  return Math.imul(tag ^ (tag >>> 13), SLOT.size) & (length - SLOT.size);
}

/** Place in `slots` of the word with a tag, or where it may be put. */
function placeOf(slots: Uint32Array, tag: number): number {
  const mask = slots.length - SLOT.size;
  let slot = firstPlace(tag, slots.length);
  while (slots[slot] !== tag && slots[slot] !== 0) slot = (slot + SLOT.size) & mask;
  return slot;
}

/** Longer runs of letters are no words of names. */
const LONGEST_WORD = 80;
