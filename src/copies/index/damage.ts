import type { Shingles } from '../shingles.ts';
import type { Frequencies } from './frequencies.ts';

/** Words that so many texts have are what everybody says: in a small collection … */
const COMMON = 8;
/** … and in a large one, as a share of all texts. */
const COMMON_SHARE = 0.001;
/** So many of them must stand in a text before it can be said whether they were spared. */
const LEAST_COMMON = 40;
/** So many places must be damaged, in a thousand units and at all. */
const LEAST_DENSITY = 17;
const LEAST_PLACES = 5;
/** A place is short, more or less: what was put there is no other fact. */
const MOST_LENGTH = 12;
/** Of words that everybody says a damaged text keeps less. */
const MOST_KEPT = 0.91;
/** Damage does not know which words are rare: of those a damaged text keeps so much of what it keeps of the others, a twin of its template far less. */
const LEAST_EVEN = 0.6;
/** So many rare ones must stand in a text before it can be said how many of them were kept. */
const LEAST_RARE = 10;

/**
 * Whether one text is another that was damaged all over, as by a poor scan or by noise against copy finders: many short places of the shorter one are
 * missing in the longer, and words that everybody says about as often as rare ones. A notice of the same template about something else keeps those words, and
 * differs in few, longer places.
 */
export function isDamagedCopy(shorter: Shingles, longer: Shingles, frequencies: Frequencies): boolean {
  const common = Math.max(COMMON, frequencies.texts * COMMON_SHARE);
  const other = new Set(longer.hashes);
  let [places, missing, said, kept, rare, keptRare] = [0, 0, 0, 0, 0, 0];
  let inside = true;
  for (const hash of shorter.hashes) {
    const found = other.has(hash);
    if (!found) missing += 1;
    if (!found && inside) places += 1;
    inside = found;
    if (frequencies.of(hash) < common) {
      rare += 1;
      if (found) keptRare += 1;
    } else {
      said += 1;
      if (found) kept += 1;
    }
  }
  return (
    said >= LEAST_COMMON &&
    rare >= LEAST_RARE &&
    kept <= said * MOST_KEPT &&
    keptRare * said >= kept * rare * LEAST_EVEN &&
    places >= LEAST_PLACES &&
    places * 1000 >= shorter.hashes.length * LEAST_DENSITY &&
    missing <= places * MOST_LENGTH
  );
}
