/**
 * Units that words of queries are like, and how like, as looked up lately, at most of so many words and so many units; what comes again and again stays, as in `Recent`. All stand side by side in two
 * arrays for each half: of a word that is remembered they are read one after the other, where objects of its own would be waited for, and take twice the memory.
 */
export class RememberedLikes<Word extends number | string> {
  /** Where the word found or remembered last has its units, and their likenesses: from `from` on, to before `to`. */
  units: Int32Array;
  similarities: Float64Array;
  from = 0;
  to = 0;
  readonly #half: number;
  readonly #halfUnits: number;
  #newer: Half<Word>;
  #older: Half<Word>;

  /** `most`: words. `mostUnits`: of all of them together, one more counted for each word; twelve bytes each. */
  constructor(most: number, mostUnits: number) {
    this.#half = Math.ceil(most / 2);
    this.#halfUnits = Math.ceil(mostUnits / 2);
    this.#newer = new Half<Word>(this.#halfUnits);
    this.#older = new Half<Word>(0);
    this.units = this.#newer.units;
    this.similarities = this.#newer.similarities;
  }

  /** Whether the word is remembered; it is the one found last, then. */
  find(word: Word): boolean {
    const at = this.#newer.places.get(word);
    if (at !== undefined) {
      this.#show(at);
      return true;
    }
    const older = this.#older.places.size === 0 ? undefined : this.#older.places.get(word);
    if (older === undefined) return false;
    const { units, similarities } = this.#older;
    this.remember(word, units, similarities, older + 1, older + 1 + units[older]!);
    return true;
  }

  /** Remembers what stands in the arrays from `from` on, to before `to`, unless it is more than there is ever room for; it is what was found last, then. */
  remember(word: Word, units: ArrayLike<number>, similarities: ArrayLike<number>, from: number, to: number): void {
    const size = 1 + to - from;
    if (size > this.#halfUnits) return this.#showAlone(units, similarities, from, to);
    if (this.#newer.places.size >= this.#half || this.#newer.size + size > this.#halfUnits) {
      this.#older = this.#newer;
      this.#newer = new Half<Word>(this.#halfUnits);
    }
    this.#show(this.#newer.add(word, units, similarities, from, to));
  }

  /** Calls `visit` with each unit of the word found last, and how like it is. */
  each(visit: (unit: number, similarity: number) => void): void {
    const { units, similarities, to } = this;
    for (let n = this.from; n < to; n += 1) visit(units[n]!, similarities[n]!);
  }

  #showAlone(units: ArrayLike<number>, similarities: ArrayLike<number>, from: number, to: number): void {
    this.units = Int32Array.from({ length: to - from }, (_, n) => units[from + n]!);
    this.similarities = Float64Array.from({ length: to - from }, (_, n) => similarities[from + n]!);
    this.from = 0;
    this.to = to - from;
  }

  #show(at: number): void {
    const { units, similarities } = this.#newer;
    this.units = units;
    this.similarities = similarities;
    this.from = at + 1;
    this.to = at + 1 + units[at]!;
  }
}

/** Half of what is remembered: of each word the number of its units, behind it these. */
class Half<Word extends number | string> {
  readonly places = new Map<Word, number>();
  units: Int32Array;
  similarities: Float64Array;
  /** Units, and one for each word. */
  size = 0;
  readonly #most: number;

  /** `most`: at which {@link size} it is full. */
  constructor(most: number) {
    this.#most = most;
    this.units = new Int32Array(Math.min(FIRST, most));
    this.similarities = new Float64Array(Math.min(FIRST, most));
  }

  /** Gives its place. */
  add(word: Word, units: ArrayLike<number>, similarities: ArrayLike<number>, from: number, to: number): number {
    const place = this.size;
    this.size += 1 + to - from;
    if (this.size > this.units.length) this.#grow();
    this.units[place] = to - from;
    for (let n = from, at = place + 1; n < to; n += 1, at += 1) {
      this.units[at] = units[n]!;
      this.similarities[at] = similarities[n]!;
    }
    this.places.set(word, place);
    return place;
  }

  #grow(): void {
    const length = Math.min(this.#most, Math.ceil(this.size * GROWTH));
    const units = new Int32Array(length);
    const similarities = new Float64Array(length);
    units.set(this.units);
    similarities.set(this.similarities);
    this.units = units;
    this.similarities = similarities;
  }
}

const FIRST = 1 << 12;
const GROWTH = 1.3;
