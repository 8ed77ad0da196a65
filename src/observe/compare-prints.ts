import type { PagePrint } from '../model/page-look.ts';

/** How a page agrees with a learned one, as shares of 1. */
export interface Likeness {
  readonly likeness: number;
}

/** A learned page says something only where it differs from the notice by at least so many words. */
const MIN_OWN = 5;
/** The notice's own words that may still stand there: side columns change. */
const MOST_KEPT = 0.2;
/** Words of the learned page that the notice never had, and that must stand there. */
const MIN_TOLD = 0.7;
/** Words that neither has: lists of news, advertisements. */
const MOST_FOREIGN = 0.3;
const MIN_SHAPE = 0.6;
/** Where the learned page says nothing of its own, all of it must agree. */
const MIN_BARE = 0.9;

/**
 * How far a page that came in place of a notice is the learned page, or null where it is not. What all pages of the site share says nothing, so three sets decide:
 * the notice's own words must be gone, those of the learned page must be there, and little else. `known` is the page that showed the notice. Pure; linear.
 */
export function likenessTo(learned: PagePrint, page: PagePrint, known: PagePrint): number | null {
  if (learned.words.length < 3) return null;
  const [of, has, was] = [new Set(learned.words), new Set(page.words), new Set(known.words)];
  const own = known.words.filter((word) => !of.has(word));
  if (own.length < MIN_OWN || share(own, has) > MOST_KEPT) return null;
  const shape = alike(learned.shape, page.shape);
  if (shape < MIN_SHAPE) return null;
  const told = learned.words.filter((word) => !was.has(word));
  if (told.length < 3) {
    const whole = alike(learned.words, page.words);
    return whole >= MIN_BARE && learned.title === page.title && known.title !== page.title ? whole : null;
  }
  const foreign = page.words.filter((word) => !of.has(word) && !was.has(word));
  const agreed = share(told, has);
  if (agreed < MIN_TOLD || foreign.length > Math.max(3, page.words.length * MOST_FOREIGN)) return null;
  return agreed * (1 - foreign.length / Math.max(1, page.words.length));
}

/** Jaccard of two ascending sets. */
export function alike(one: readonly number[], other: readonly number[]): number {
  if (one.length === 0 && other.length === 0) return 1;
  const set = new Set(other);
  const both = one.filter((value) => set.has(value)).length;
  return both / (one.length + other.length - both);
}

export function share(of: readonly number[], within: ReadonlySet<number>): number {
  if (of.length === 0) return 0;
  return of.filter((value) => within.has(value)).length / of.length;
}

/** True where two answers of a site are one page, but for what varies. */
export function isSamePage(one: PagePrint, other: PagePrint): boolean {
  return alike(one.words, other.words) >= 0.8 && alike(one.shape, other.shape) >= 0.8;
}
