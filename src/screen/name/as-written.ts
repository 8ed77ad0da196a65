/**
 * Key of a given name in a script that has no letters for its sounds, as it is written: by its Latin spelling it would be other names (保罗 Paul, not Bao Luo). Of folded text. Letters of
 * Arabic that countries write otherwise are one: علی and علي, کریم and كريم.
 */
export function asWritten(folded: string): string {
  return `&${ARABIC.test(folded) ? folded.replaceAll(/[یىې]/g, 'ي').replaceAll('ک', 'ك').replaceAll(/[ةہۀ]/g, 'ه').replaceAll(/[أإآ]/g, 'ا') : folded}`;
}

const ARABIC = /[\u0600-\u06ff]/;

/** Spelled without their vowels in Latin, words of these scripts would be other words: جلالی ili, عمر Mr. */
export const WITHOUT_VOWELS = /[\u0590-\u06ff]/;
