import type { PreparedText } from '../../prepared-text.ts';
import { isHanPair } from './rare-words.ts';

/** A stretch has so many tokens: twice those of the shorter text, and some more. */
const TIMES = 2;
const MORE = 40;

/** Words of the shorter text that tell less stand in any stretch. */
const TELLING = 0.4;

/**
 * The stretch of a longer text that tells most of what the shorter one tells: what a long text has anywhere, it has by chance; one purchase stands in one
 * place of a digest. The whole of a text that is no longer than a stretch. Linear in both.
 */
export function nearestStretch(long: PreparedText, short: PreparedText): PreparedText {
  const width = TIMES * short.tokens.length + MORE;
  if (long.tokens.length <= width) return long;
  const counts = new Map<string, number>();
  let [told, most, end] = [0, -1, width];
  for (let n = 0; n < long.tokens.length; n += 1) {
    for (const unit of long.unitsOf[n]!) told += added(unit, 1, counts, short);
    if (n >= width) for (const unit of long.unitsOf[n - width]!) told += added(unit, -1, counts, short);
    if (told > most + 1e-9) [most, end] = [told, n + 1];
  }
  return cut(long, Math.max(0, end - width), end);
}

/** Counts a unit that comes into the stretch or leaves it; what that adds to what the stretch tells. */
function added(unit: string, by: 1 | -1, counts: Map<string, number>, { units }: PreparedText): number {
  const told = units.get(unit);
  if (told === undefined || told < (isHanPair(unit) ? TELLING / 2 : TELLING)) return 0;
  const before = counts.get(unit) ?? 0;
  counts.set(unit, before + by);
  return before === 0 ? told : before + by === 0 ? -told : 0;
}

function cut(text: PreparedText, from: number, to: number): PreparedText {
  const tokens = text.tokens.slice(from, to);
  const unitsOf = text.unitsOf.slice(from, to);
  const units = new Map<string, number>();
  for (const unit of unitsOf.flat()) units.set(unit, text.units.get(unit)!);
  let mass = 0;
  for (const told of units.values()) mass += told;
  return { ...text, tokens, unitsOf, weights: text.weights.slice(from, to), units, keys: new Set(tokens.map(({ key }) => key)), mass };
}
