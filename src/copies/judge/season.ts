import type { PreparedText } from '../prepared-text.ts';
import type { Token } from '../tokens/token.ts';
import type { Comparison } from './comparison.ts';
import type { Evidence } from './evidence.ts';

/** Days of one purchase, and of the same form filled in a season or a year later: the nearest lie so many days apart. */
const SEASON = 150;

/** Log odds where the days are deadlines by their labels, and where only the words before them are the same. */
const DEADLINES = -4;
const SAME_WORDS = -2.5;

/**
 * Texts of one template whose days lie far from those of the other are of another year; another stage may take as long. Only days that both state as the same thing
 * say so: a page has a day of its own, on which it was posted or seen.
 */
export function seasonEvidence({ a, b }: Comparison, isOtherStage: boolean): readonly Evidence[] {
  if (isOtherStage) return [];
  const [ofA, ofB] = [daysOf(a.text), daysOf(b.text)];
  const [deadlinesA, deadlinesB] = [ofA, ofB].map((days) => days.filter(({ stated }) => stated === 'deadline'));
  if (deadlinesA!.length > 0 && deadlinesB!.length > 0) return areFar(deadlinesA!, deadlinesB!) ? [{ kind: 'year', odds: DEADLINES }] : [];
  const known = new Set(ofB.map(({ stated }) => stated));
  const isStatedAlike = ofA.some(({ stated }) => stated !== undefined && known.has(stated));
  return isStatedAlike && areFar(ofA, ofB) ? [{ kind: 'year', odds: SAME_WORDS }] : [];
}

interface Day {
  /** Days since 1970. */
  readonly day: number;
  /** As what the text states it: `deadline`, or the words before it; undefined where that is not to be told. */
  readonly stated?: string;
}

/** Linear in sorted days. */
function areFar(one: readonly Day[], other: readonly Day[]): boolean {
  const all = [...one.map(({ day }) => ({ day, side: 0 })), ...other.map(({ day }) => ({ day, side: 1 }))].toSorted(
    (x, y) => x.day - y.day,
  );
  return all.every(({ day, side }, n) => n === 0 || all[n - 1]!.side === side || day - all[n - 1]!.day > SEASON);
}

/** The days that a text names with their year, but for those on which it was posted. */
function daysOf({ tokens }: PreparedText): readonly Day[] {
  const days: Day[] = [];
  for (let n = 0; n < tokens.length; n += 1) {
    const { kind, key, place } = tokens[n]!;
    if (kind !== 'date' || !/^date:\d{4}-/.test(key) || place === 'date' || place === 'publisher') continue;
    const [year, month, day] = key.slice('date:'.length).split('-').map(Number);
    const stated = place === 'deadline' ? place : wordsBefore(tokens, n);
    days.push({ day: Date.UTC(year!, month! - 1, day) / 86_400_000, ...(stated === undefined ? {} : { stated }) });
  }
  return days;
}

/** So many words before a day, on its line, say as what it is stated; fewer, as those of a posted or seen day above a text, do not. */
const WORDS = 2;

function wordsBefore(tokens: readonly Token[], at: number): string | undefined {
  const { line, place } = tokens[at]!;
  const words = tokens
    .slice(Math.max(0, at - WORDS), at)
    .filter((token) => token.line === line && (token.kind === 'word' || token.kind === 'han'));
  return words.length === WORDS ? `${place} ${words.map(({ key }) => key).join(' ')}` : undefined;
}
