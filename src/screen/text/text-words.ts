import { KIND, foldTable } from '../../text/fold-table.ts';
import { isGlued } from '../name/tokens.ts';
import { CASED, KIND_AT, LETTER, UNIT, foldedUnits } from './folded-units.ts';
import { HAN_IGNORED } from './han-name.ts';
import { DOT, QUOTE, partingSigns } from './parting-signs.ts';
import { SLOT, firstPlace, tagOf, type WordEntries } from './word-entries.ts';
import { WORD } from './word-kinds.ts';
import { MARK } from './word-marks.ts';

const LONG_WORD = 4;
/** Letters with full stops that are one word, less one. */
const MOST_DOTS = 5;
/** Blanks before the rest of a word on the next line, and its letters, at most. */
const MOST_INDENT = 8;
const LONGEST_REST = 40;
/** No unit of a word. */
const GLUED = 0x10000;

/** The words of a piece of text, cut by script, and its Han characters without what stands between them. Used again for each piece. */
export class TextWords {
  words = 0;
  start = new Int32Array(1 << 12);
  end = new Int32Array(1 << 12);
  entry = new Uint32Array(1 << 12);
  marks = new Uint8Array(1 << 12);
  /** What entries have in their heads and masks, side by side for all words, see {@link SLOT}: looked at around every anchor. */
  head = new Uint32Array(1 << 12);
  low = new Uint32Array(1 << 12);
  high = new Uint32Array(1 << 12);
  besideLow = new Uint32Array(1 << 12);
  besideHigh = new Uint32Array(1 << 12);

  /** Where words begin with which a name may begin that a body is known by. */
  readonly known: number[] = [];

  /** Folded Han units, 0 where a run ends; and where each stands. */
  han = 0;
  hanUnit = new Uint16Array(1 << 12);
  hanAt = new Int32Array(1 << 12);

  /** Reads `text` from `from` to `to`. */
  read(text: string, from: number, to: number, entries: WordEntries): void {
    const folded = foldedUnits();
    const part = partingSigns();
    // Something that is no letter stands between two words.
    this.#makeRoom((to - from + 1) >>> 1);
    const { start, end, entry, marks, head, low, high, besideLow, besideHigh } = this;
    let { slots } = entries;
    this.words = 0;
    this.known.length = 0;
    this.han = 0;
    let parted = 0;
    let quoted = 0;
    let breaks = 0;
    let inHan = false;
    for (let at = from; at < to;) {
      const code = text.charCodeAt(at);
      const what = folded[code]!;
      if ((what & LETTER) !== 0) {
        const begin = at;
        let hash = Math.imul(0x811c9dc5 ^ (what & UNIT), 0x01000193);
        let signs = quoted | parted | (breaks === 0 ? 0 : MARK.line);
        if ((what & CASED) !== 0) {
          signs |= MARK.capital;
          if (at + 1 < text.length && (folded[text.charCodeAt(at + 1)]! & CASED) !== 0) signs |= MARK.capitals;
        }
        // Scripts without capitals: as good as one.
        if (what >>> KIND_AT === KIND.letter) signs |= MARK.capital;
        let possessive = 0;
        // Is there a capital behind a small letter?
        let rises = 0;
        let last = what;
        for (at += 1; at < to; at += 1) {
          const next = text.charCodeAt(at);
          const is = folded[next]!;
          if ((is & LETTER) !== 0) {
            hash = Math.imul(hash ^ (is & UNIT), 0x01000193);
            rises |= is & ~last;
            last = is;
            continue;
          }
          const kind = is >>> KIND_AT;
          if (kind === KIND.space) break;
          if (kind === KIND.mark || (kind === KIND.expand && isLetters(next))) hash = Math.imul(hash ^ next, 0x01000193);
          else if ((is & UNIT) === 0x27) {
            const after = folded[text.charCodeAt(at + 1)]!;
            if ((after & LETTER) === 0) break;
            // Huawei's: the name ends before.
            if ((after & UNIT) === 0x73 && (folded[text.charCodeAt(at + 2)]! & LETTER) === 0) {
              possessive = 2;
              break;
            }
            // x'4 is two words where names are read, x4 is one.
            if (after >>> KIND_AT !== last >>> KIND_AT) hash = Math.imul(hash ^ 0x27, 0x01000193);
          } else if (kind !== KIND.drop) break;
        }
        // S.A. DE C.V.: letters with full stops and no blanks between them are one word.
        if (at === begin + 1 && what >>> KIND_AT === KIND.latin && text.charCodeAt(at) === 0x2e)
          for (let dots = 0; dots < MOST_DOTS && at + 2 <= to && isDotted(text, at); dots += 1, at += 2)
            hash = Math.imul(Math.imul(hash ^ 0x2e, 0x01000193) ^ (folded[text.charCodeAt(at + 1)]! & UNIT), 0x01000193);
        if ((rises & CASED) !== 0) hash = asWritten(hash, text.slice(begin, at));
        const tag = tagOf(hash);
        let slot = firstPlace(tag, slots.length);
        if (slots[slot] !== tag) {
          slot = entries.slotOf(tag, text, begin, at);
          slots = entries.slots;
        }
        const n = this.words;
        start[n] = begin;
        end[n] = at;
        marks[n] = signs;
        entry[n] = slots[slot + SLOT.entry]!;
        head[n] = slots[slot + SLOT.head]!;
        low[n] = slots[slot + SLOT.low]!;
        high[n] = slots[slot + SLOT.high]!;
        besideLow[n] = slots[slot + SLOT.besideLow]!;
        besideHigh[n] = slots[slot + SLOT.besideHigh]!;
        if (slots[slot + SLOT.known] !== 0) this.known.push(begin);
        if (n > 0 && ((head[n - 1]! >>> 8) & WORD.longer) !== 0 && ((head[n] >>> 8) & WORD.second) !== 0)
          this.set(n - 1, entries.before(entry[n - 1]!, entry[n], text, begin, at), entries);
        this.words = n + 1;
        at += possessive;
        parted = quoted = breaks = 0;
        if (inHan) {
          this.#pushHan(0, begin);
          inHan = false;
        }
        continue;
      }
      const kind = what >>> KIND_AT;
      if (kind === KIND.han) {
        this.#pushHan(what & UNIT, at);
        inHan = true;
        parted = MARK.stop;
        at += 1;
        continue;
      }
      at += 1;
      if (kind === KIND.space) {
        if (code === 0x0a && (breaks += 1) > 1) {
          parted = MARK.stop;
          if (inHan) this.#pushHan(0, at - 1);
          inHan = false;
        } else if (code === 0x0a && !inHan) {
          at = this.#joinHyphenated(text, at, to, entries);
          slots = entries.slots;
        } else if (code === 0x09) parted |= MARK.comma;
        continue;
      }
      if (kind === KIND.drop) continue;
      const how = part[code]!;
      if (how === QUOTE) quoted = MARK.quoted;
      else if (how === DOT) {
        const n = this.words - 1;
        if (n >= 0 && end[n]! - start[n]! >= LONG_WORD && end[n] === at - 1) parted |= MARK.comma;
      } else parted |= how;
      if (inHan && how !== QUOTE && !IGNORED.has(code)) {
        this.#pushHan(0, at - 1);
        inHan = false;
      }
    }
    this.#pushHan(0, to);
  }

  /** Makes an entry that of word `n`, of at most as many words as there is room for. */
  set(n: number, entry: number, entries: Pick<WordEntries, 'pool' | 'masks' | 'besideOf'>): void {
    this.entry[n] = entry;
    this.head[n] = entries.pool[entry]!;
    this.low[n] = entries.masks[entry * 2]!;
    this.high[n] = entries.masks[entry * 2 + 1]!;
    this.besideLow[n] = entries.besideOf(entry, 0);
    this.besideHigh[n] = entries.besideOf(entry, 1);
  }

  /** After a line break at `at` - 1: makes one word of two parts that a hyphen at the end of the line parts, where a listed name has it. Gives where to read on. */
  #joinHyphenated(text: string, at: number, to: number, entries: WordEntries): number {
    const n = this.words - 1;
    const hyphen = text.charCodeAt(at - 2) === 0x0d ? at - 3 : at - 2;
    if (n < 0 || this.end[n] !== hyphen || (text.charCodeAt(hyphen) !== 0x2d && text.charCodeAt(hyphen) !== 0x2010)) return at;
    const { unit, cased, kind } = foldTable();
    let from = at;
    while (from < to && from < at + MOST_INDENT && kind[text.charCodeAt(from)] === KIND.space && text.charCodeAt(from) !== 0x0a) from += 1;
    let end = from;
    while (end < to && end < from + LONGEST_REST && isLetterKind(kind[text.charCodeAt(end)])) end += 1;
    if (end === from || cased[text.charCodeAt(from)] !== unit[text.charCodeAt(from)]) return at;
    const joined = text.slice(this.start[n], hyphen) + text.slice(from, end);
    let hash = 0x811c9dc5;
    for (let k = 0; k < joined.length; k += 1) {
      const code = joined.charCodeAt(k);
      if (!isLetterKind(kind[code])) return at;
      hash = Math.imul(hash ^ unit[code]!, 0x01000193);
    }
    const slot = entries.slotOf(tagOf(asWritten(hash, joined)), joined, 0, joined.length);
    if ((entries.slots[slot + SLOT.head]! & 0xf) === 0) return at;
    this.end[n] = end;
    this.set(n, entries.slots[slot + SLOT.entry]!, entries);
    return end;
  }

  #pushHan(unit: number, at: number): void {
    if (this.han === this.hanUnit.length) {
      const units = new Uint16Array(this.han * 2);
      units.set(this.hanUnit);
      this.hanUnit = units;
      const places = new Int32Array(this.han * 2);
      places.set(this.hanAt);
      this.hanAt = places;
    }
    this.hanUnit[this.han] = unit;
    this.hanAt[this.han] = at;
    this.han += 1;
  }

  /** For so many words. */
  #makeRoom(words: number): void {
    let size = this.start.length;
    if (size >= words) return;
    while (size < words) size *= 2;
    const larger = <T extends Int32Array | Uint32Array | Uint8Array>(old: T, made: T): T => {
      made.set(old);
      return made;
    };
    this.start = larger(this.start, new Int32Array(size));
    this.end = larger(this.end, new Int32Array(size));
    this.marks = larger(this.marks, new Uint8Array(size));
    this.entry = larger(this.entry, new Uint32Array(size));
    this.head = larger(this.head, new Uint32Array(size));
    this.low = larger(this.low, new Uint32Array(size));
    this.high = larger(this.high, new Uint32Array(size));
    this.besideLow = larger(this.besideLow, new Uint32Array(size));
    this.besideHigh = larger(this.besideHigh, new Uint32Array(size));
  }
}

/** The hash of a word, from that of its folded units: UralVagonZavod is read as three words, URALVAGONZAVOD as one, whichever a text has first. */
function asWritten(hash: number, word: string): number {
  return isGlued(word) ? Math.imul(hash ^ GLUED, 0x01000193) : hash;
}

/** A full stop at `at`, a Latin letter and another full stop. */
function isDotted(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0x2e && foldTable().kind[text.charCodeAt(at + 1)] === KIND.latin && text.charCodeAt(at + 2) === 0x2e;
}

function isLetterKind(kind: number | undefined): boolean {
  return kind !== undefined && kind >= KIND.latin && kind <= KIND.letter;
}

/** Ligatures and ß are letters of a word; №, … and ½ are not. */
function isLetters(code: number): boolean {
  return code < 0x2000 || code >= 0xfb00;
}

const IGNORED: ReadonlySet<number> = new Set([...HAN_IGNORED].map((char) => char.charCodeAt(0)));
