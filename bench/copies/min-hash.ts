/** MinHash with locality-sensitive hashing (Broder 1997), 32 bands of 4: what copy finders of the field do, on the same shingles as ours. */
export class MinHashIndex {
  readonly #bands = Array.from({ length: BANDS }, () => new Map<number, number[]>());

  add(id: number, hashes: Uint32Array): void {
    const keys = bandKeys(hashes);
    for (const [n, band] of this.#bands.entries()) {
      const key = keys[n] ?? 0;
      const texts = band.get(key);
      if (texts === undefined) band.set(key, [id]);
      else texts.push(id);
    }
  }

  find(hashes: Uint32Array): readonly number[] {
    return [...new Set(bandKeys(hashes).flatMap((key, n) => this.#bands[n]?.get(key) ?? []))];
  }
}

const BANDS = 32;
const ROWS = 4;
const FACTORS = Uint32Array.from({ length: BANDS * ROWS }, (_, n) => (Math.imul(n + 1, 0x9e3779b1) | 1) >>> 0);

function bandKeys(hashes: Uint32Array): readonly number[] {
  const least = Array.from(FACTORS, (factor) => {
    let lowest = 0xffff_ffff;
    for (const hash of hashes) {
      let h = Math.imul(hash, factor);
      h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) >>> 0;
      if (h < lowest) lowest = h;
    }
    return lowest;
  });
  return Array.from({ length: BANDS }, (_, band) =>
    least.slice(band * ROWS, (band + 1) * ROWS).reduce((key, one) => Math.imul(key ^ one, 0x01000193), 0),
  );
}
