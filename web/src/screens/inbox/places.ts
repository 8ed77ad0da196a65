/** Ids in the places of a list of any length, of which most are not known. */
export class Places {
  #ids: (string | undefined)[] = [];

  get length(): number {
    return this.#ids.length;
  }

  at(place: number): string | undefined {
    return this.#ids[place];
  }

  placeOf(id: string): number {
    return this.#ids.indexOf(id);
  }

  /** Nothing is known any more, of a list so long. */
  clear(length: number): void {
    this.#ids = [];
    this.#ids.length = length;
  }

  put(from: number, ids: readonly string[]): void {
    ids.forEach((id, at) => {
      if (from + at < this.#ids.length) this.#ids[from + at] = id;
    });
  }

  hasHole(from: number, to: number): boolean {
    for (let place = Math.max(0, from); place < Math.min(to, this.#ids.length); place += 1) if (this.#ids[place] === undefined) return true;
    return false;
  }

  /** Takes these out, and the rest moves up; says where each stood, the first first. */
  takeOut(leaving: ReadonlySet<string>): readonly (readonly [place: number, id: string])[] {
    if (leaving.size === 0) return [];
    const left: [number, string][] = [];
    const ids: (string | undefined)[] = [];
    let place = 0;
    for (let at = 0; at < this.#ids.length; at += 1) {
      const id = this.#ids[at];
      if (id !== undefined && leaving.has(id)) left.push([at, id]);
      else ids[place++] = id;
    }
    ids.length = place;
    this.#ids = ids;
    return left;
  }

  /** The way back from `takeOut`. */
  putBack(left: readonly (readonly [place: number, id: string])[]): void {
    if (left.length === 0) return;
    const ids: (string | undefined)[] = [];
    let from = 0;
    for (const [place, id] of left) {
      while (ids.length < place && from < this.#ids.length) ids.push(this.#ids[from++]);
      ids.push(id);
    }
    while (from < this.#ids.length) ids.push(this.#ids[from++]);
    this.#ids = ids;
  }
}
