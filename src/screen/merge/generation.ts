/** Which generation a person's name says: 1 for Sr, 2 for Jr; undefined where it says none. */
export function generationOf(name: string): number | undefined {
  let numeral: number | undefined;
  for (const [at, raw] of name.split(/[\s,]+/u).entries()) {
    if (at === 0) continue;
    const word = raw.replaceAll('.', '').toLowerCase();
    const named = NAMED.get(word);
    if (named !== undefined) return named;
    // A lone I may be an initial, but not beside a II.
    if (NUMERALS.has(raw)) numeral ??= NUMERALS.get(raw);
  }
  return numeral;
}

const NAMED: ReadonlyMap<string, number> = new Map([
  ['sr', 1],
  ['senior', 1],
  ['jr', 2],
  ['junior', 2],
  ['jnr', 2],
  ['snr', 1],
]);

const NUMERALS: ReadonlyMap<string, number> = new Map([
  ['I', 1],
  ['II', 2],
  ['III', 3],
  ['IV', 4],
]);
