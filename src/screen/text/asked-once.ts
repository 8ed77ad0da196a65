/**
 * What a piece of a text asks for that takes time, each thing once, so that no text takes more than linear time. It counts whether or not the answer is known from an earlier text: what a text
 * is given hangs on no other.
 */
export class AskedOnce<Key extends number | string> {
  readonly #asked = new Set<Key>();

  /** Another piece begins. */
  begin(): void {
    this.#asked.clear();
  }

  /** Takes note of what is asked for; false where there is no more room for it: `most` things were asked for before. */
  mayAsk(key: Key, most: number): boolean {
    if (this.#asked.has(key)) return true;
    if (this.#asked.size >= most) return false;
    this.#asked.add(key);
    return true;
  }
}

/** A key of two numbers of 32 and 21 bits. */
export function askedFor(hash: number, name: number): number {
  return hash * 2 ** 21 + name;
}
