import type { CompoundWords } from '../catalogue/compound-words.ts';

/**
 * The noun behind an English word that ends at `to` and says what is really named: *drone racing league*, *radar speed sign*; null where there is none. In
 * English the head of a compound comes last.
 */
export function nounBehind(text: string, to: number, { heads, joins }: CompoundWords): string | null {
  const [, next] = NEXT.exec(text.slice(to, to + REACH)) ?? [];
  // The catalogues of supply write in capitals, the head first and cut short: VALVE AND SLEEVE ASSEM.
  if (next === undefined || next === next.toUpperCase()) return null;
  const word = next.toLowerCase();
  return joins.has(word) || heads.has(word) || singulars(word).some((one) => heads.has(one)) ? null : next;
}

const REACH = 40;
const NEXT = /^ ([A-Za-z]{3,})(?![A-Za-z])/;

/** What a plural may be of: antennas, fuzes, lenses, batteries. */
function singulars(word: string): readonly string[] {
  return [word.replace(/s$/, ''), word.replace(/es$/, ''), word.replace(/ies$/, 'y')];
}
