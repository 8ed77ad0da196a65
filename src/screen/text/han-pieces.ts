import type { Dictionary } from '../index/dictionary.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { hanSegment } from '../name/han-parts.ts';
import { segmentHan, type HanSegment } from '../name/han-segments.ts';
import type { NamePart } from '../name/name-part.ts';
import { isWordKey } from '../score/units.ts';
import { codeOfKey, mixed } from './key-code.ts';
import { PairMemory } from './pair-memory.ts';
import { TextWords } from './text-words.ts';
import type { WordEntries } from './word-entries.ts';
import type { KeysOfWords, WordKeys } from './word-keys.ts';
import { WORD } from './word-kinds.ts';
import { MARK } from './word-marks.ts';

const MOST_REMEMBERED = 50_000;
/** As `analyseName` cuts a name. */
const MOST_PARTS = 24;

type Piece = readonly (Pick<NamePart, 'kind' | 'start' | 'end' | 'keys'> & { readonly entry: number })[];

/** Reads a Han name into the words that its parts are for `WordCandidates`; each piece of it is worked out once. */
export class HanPieces {
  readonly words = new TextWords();
  readonly #entries: WordEntries;
  readonly #dictionary: Dictionary;
  readonly #knowledge: NameKnowledge;
  readonly #pieces = new Map<string, Piece>();
  readonly #kinds: string[] = [];
  readonly #keys: (readonly string[])[] = [];
  readonly #keysOf: KeysOfWords;
  /** Keys by the entries of a part and of the next. */
  readonly #known = new PairMemory<WordKeys>(MOST_REMEMBERED);

  constructor(entries: WordEntries, dictionary: Dictionary, knowledge: NameKnowledge, keysOf: KeysOfWords) {
    this.#keysOf = keysOf;
    this.#entries = entries;
    this.#dictionary = dictionary;
    this.#knowledge = knowledge;
  }

  /** Forgets entries: to be called whenever those of words may have been renewed. */
  forget(): void {
    this.#pieces.clear();
    this.#known.clear();
  }

  /** Makes `words` the parts of a name of folded Han characters, as an organisation's. */
  read(name: string): void {
    this.words.words = 0;
    for (const segment of segmentHan(name, this.#knowledge.han, this.#knowledge.longestHan)) this.#add(name, segment);
  }

  #add(name: string, segment: HanSegment): void {
    this.#put(this.#pieceOf(name, segment), segment.start);
  }

  #put(piece: Piece, offset: number): void {
    const { words } = this;
    for (const { kind, start, end, keys, entry } of piece) {
      const n = words.words;
      if (n === MOST_PARTS) return;
      words.set(n, entry, this.#entries);
      words.marks[n] = MARK.capital;
      words.start[n] = offset + start;
      words.end[n] = offset + end;
      this.#kinds[n] = kind;
      this.#keys[n] = keys;
      words.words = n + 1;
    }
  }

  /** True where a name may begin at a part: at the first, or, since nothing parts it from what stands before, at a place behind another word: 确定由 | 北京海格通信有限公司. */
  mayBegin(part: number): boolean {
    return part === 0 || this.words.start[part] === 0 || (this.#kinds[part] === 'place' && this.#kinds[part - 1] === 'word');
  }

  /** Keys of the parts of the name that was read last. */
  keys(): readonly WordKeys[] {
    return Array.from({ length: this.words.words }, (_, n) => this.#keysAt(n));
  }

  #keysAt(n: number): WordKeys {
    const { words, entry } = this.words;
    const next = n + 1 < words ? entry[n + 1]! : 0;
    const known = this.#known.get(mixed(entry[n]!), next);
    if (known !== undefined && known !== null) return known;
    const keys = this.#keysOf.ofPart(this.#keys[n]!, next === 0 ? undefined : this.#keys[n + 1]!.find(isWordKey));
    this.#known.set(mixed(entry[n]!), next, keys);
    return keys;
  }

  #pieceOf(name: string, { start, end, word }: HanSegment): Piece {
    const text = name.slice(start, end);
    const key = word === undefined ? text : `${text}#`;
    let piece = this.#pieces.get(key);
    if (piece === undefined) {
      if (this.#pieces.size >= MOST_REMEMBERED) this.#pieces.clear();
      const token = { text, start: 0, end: text.length, script: 'han', dotted: false } as const;
      const parts = hanSegment({ start: 0, end: text.length, word }, token, text, 'organisation', this.#knowledge);
      this.#pieces.set(
        key,
        (piece = parts.map((part) => ({ kind: part.kind, start: part.start, end: part.end, keys: part.keys, entry: this.#entryOf(part) }))),
      );
    }
    return piece;
  }

  #entryOf({ kind, keys }: NamePart): number {
    const units = keys.flatMap((key) => {
      const unit = this.#dictionary.find(key);
      return unit !== undefined && this.#entries.isAnchor(unit) ? [unit] : [];
    });
    const codes = keys.map(codeOfKey).filter((code) => code !== 0);
    return this.#entries.push(kind === 'form' || kind === 'trade' || kind === 'place' ? WORD[kind] : 0, units, codes);
  }
}
