import { HINT, type Hit, type Looks } from './hit.ts';
import { QUIET_BITS, type Verified } from './span-verifier.ts';
import { TELLING_BITS, mayBeRareWord, mayBeReadOut, mayBeWholeName } from './whole-name.ts';

/** True for names that are long, rare or whole enough to need nothing near them. */
export function standsAlone(hit: Hit): boolean {
  const { words, places, trades, bits, longest, missing, rarest } = hit;
  if (hit.han === 'organisation' || hit.han === 'spoken') return true;
  if (hit.han === 'exact') return longest >= LONG_HAN;
  if (!hit.capital && (words < 2 || bits < LOWER_CASE_BITS)) return false;
  // The rarest word of the listed name must be there: no person is found by given name and patronymic.
  if (missing > rarest || (longest < 4 && words > 0)) return false;
  if (hit.person) return words >= 3 ? bits >= THREE_WORD_BITS : words === 2 && bits >= TELLING_BITS;
  if (missing > 0)
    return words >= 2 ? bits >= TELLING_BITS : words === 1 && ((places >= 1 && bits >= ONE_WORD_BITS) || isBrandWithMore(hit));
  const evidence = bits + (hit.form ? FORM_BITS : 0);
  if (words >= 2) return evidence >= ONE_WORD_BITS;
  if (words === 1) return places + trades >= 1 ? evidence >= THREE_WORD_BITS : hit.form && longest >= 6 && evidence >= ONE_WORD_BITS;
  return hit.common === 0 && ((places >= 1 && places + trades >= 3) || trades >= 4);
}

/**
 * A rare brand with a trade word or place of the name, though not all of them: Skyline Optics for Skyline Optics Trading FZE. With a form of its own, not in quotation
 * marks, it is another company.
 */
function isBrandWithMore({ places, trades, missing, longest, bits, form, quoted, isolated, score }: Hit): boolean {
  if ((form && !quoted) || !isolated || places + trades < 1 || missing > QUIET_BITS) return false;
  return longest >= BRAND_LETTERS && bits >= BRAND_BITS && score >= BRAND_SCORE;
}

const BRAND_LETTERS = 5;
const BRAND_BITS = 18.5;
const BRAND_SCORE = 0.93;
const LONG_HAN = 99;
const ONE_WORD_BITS = 20;
const THREE_WORD_BITS = 14;
/** What a legal form beside a name is worth. */
const FORM_BITS = 4;

/** False where nothing near could make a hit of it as it is written: cheap, asked before anything near is read. */
export function mayStand({ person, words, places, trades, common, longest, bits }: Verified, looks: Looks): boolean {
  if (!looks.capital && (words < 2 || bits < LOWER_CASE_BITS)) return false;
  if (looks.han !== false || person || words >= 2) return true;
  if (words === 1) return longest >= (looks.form ? 2 : 3);
  if (common > 0) return looks.quoted || looks.form || (looks.hints & HINT.identifier) !== 0;
  return places + trades >= 2 && (places >= 1 || looks.quoted || looks.form || trades >= 4);
}

/**
 * False where it does not stand by itself and nothing near could help, whatever the party: cheap, asked before its record is read. `foreign`: the name is listed in
 * another script.
 */
export function couldSettle(hit: Hit, foreign = false): boolean {
  if (standsAlone(hit) || hit.han !== false || (hit.hints & HINT.identifier) !== 0) return true;
  if (isHelped(hit, hit.hints) && couldBeSpokenFor(hit) && !(foreign && isStrange(hit))) return true;
  return foreign ? mayBeRareWord(hit) || mayBeReadOut(hit) : mayBeWholeName(hit);
}

/** False where `speaksFor` surely says no, as far as hints and how it is written tell. */
function couldBeSpokenFor({ person, words, places, trades, common, bits, longest, titled, form, quoted, isolated, hints }: Hit): boolean {
  if (person) return true;
  const formed = form || (hints & HINT.form) !== 0;
  if (words >= 2) return longest >= 4;
  if (words === 0) return formed && (common > 0 ? quoted || isolated : places + trades >= 2 && (places >= 1 || quoted || isolated));
  if (longest < (trades > 0 ? 2 : 3)) return false;
  if (formed || (titled && longest >= 5)) return true;
  if (longest < 3) return false;
  const helped = (hints & HINT.place) !== 0 || (longest >= 5 && (hints & HINT.title) !== 0);
  return helped || (trades > 0 && (bits >= TRADE_BITS || quoted)) || (quoted && (hints & HINT.trade) !== 0);
}

/** A short or common word: in another script a chance likeness. */
export function isStrange({ words, common, longest }: Hit): boolean {
  return words === 0 ? common > 0 : words === 1 && longest < 5;
}

/** True where `hints` or how it is written may speak for it. */
export function isHelped({ person, titled, words, form, quoted, trades, bits }: Hit, hints: number): boolean {
  if (person) return titled || (hints & (HINT.title | HINT.place)) !== 0;
  if (words >= 2) return titled || form || quoted || hints !== 0;
  return form || (hints & (HINT.form | HINT.place)) !== 0 || (quoted && (hints & HINT.trade) !== 0) || (trades > 0 && bits >= TRADE_BITS);
}

const LOWER_CASE_BITS = 34;
export const TRADE_BITS = 17;
