import type { NameKnowledge } from '../knowledge.ts';
import { latinise } from '../name/latinise.ts';
import { tokensOf } from '../name/tokens.ts';
import { skeletonOf } from '../name/word-part.ts';
import type { Hit } from './hit.ts';
import { isWrittenOut, sameScript, spelledAlike } from './spelled-alike.ts';

/** Bits from which a name stands by itself in a text. */
export const TELLING_BITS = 23;
/** Letters of a rare word that may stand in a text for a whole name. */
export const LONG_WORD = 10;
/** Bits of such a word, as it must correspond: letter by letter. */
const RARE_BITS = 17.5;
/** Bits of several short words, and of one beside its form, that are a whole name as it is listed. */
const SHORT_WORDS_BITS = 18;
const SHORT_WORD_BITS = 8;
/** Bits of a word and of the trade words or places that make a name with it (Gazprom Neft), and its letters. */
const WITH_TRADE_BITS = 10;
const WITH_TRADE_WORD = 5;
/** Letters of a word that is a name with its form alone. */
const SHORT_WORD = 3;
/** Below it another form stands beside the same words: another company. */
export const SAME_FORM_SCORE = 0.88;

/** False where {@link isWholeName} surely is: cheap, asked before anything is read. */
export function mayBeWholeName({ capital, missing, han, person, words, places, trades, common, bits, form, longest }: Hit): boolean {
  if (!capital || missing > 0 || han !== false) return false;
  if (person) return words >= 3 && bits >= TELLING_BITS;
  if (words >= 2) return bits >= SHORT_WORDS_BITS;
  // Words of the glossary: one that is a name with its form (PJSC Zvezda), or a place and what is there, with theirs.
  if (words === 0) return form && ((common > 0 && bits >= SHORT_WORD_BITS) || (places > 0 && trades > 0));
  if (words !== 1) return false;
  const formed = (form && bits >= SHORT_WORD_BITS) || (places + trades > 0 && bits >= WITH_TRADE_BITS && longest >= WITH_TRADE_WORD);
  return formed || isRareWord(bits, longest);
}

/** The same of one long rare word, which may be written in another script than it is listed in. */
export function mayBeRareWord({ capital, missing, han, person, words, bits, longest }: Hit): boolean {
  return capital && missing === 0 && han === false && !person && words === 1 && isRareWord(bits, longest);
}

/**
 * The same of a name that is listed in another script, all of it there and spelled sound for sound, with its form (АО «ВАСО» = JSC VASO) or with trade words before
 * quotation marks (РКЦ «Прогресс» = RKTs Progress; `isWholeName` looks for these): what is short or common is as telling there as where it is listed so.
 */
export function mayBeReadOut({
  capital,
  missing,
  han,
  person,
  words,
  trades,
  common,
  bits,
  form,
  quoted,
  isolated,
  longest,
  spelled,
  score,
}: Hit): boolean {
  if (!capital || missing > 0 || han !== false || person || !(form || trades > 0) || !(quoted || isolated) || !spelled) return false;
  if (bits < SHORT_WORD_BITS || score < SAME_FORM_SCORE) return false;
  return words > 0 ? longest >= (trades > 0 ? 2 : SHORT_WORD) : common > 0;
}

function isRareWord(bits: number, longest: number): boolean {
  return bits >= RARE_BITS && longest >= LONG_WORD;
}

/**
 * True for a whole listed name that needs nothing near it though its words are short or one: written out as it is listed (АО «РСК «МиГ», KIM Mun Chol), or one long
 * rare word that nobody bears as a surname (Rosoboronexport), or read out from another script. `behind`: what follows in the text. Asked where {@link mayBeWholeName} or
 * {@link mayBeReadOut} holds.
 */
export function isWholeName(hit: Hit, listed: string, span: string, behind: string, knowledge: NameKnowledge): boolean {
  const isReadOut = !sameScript(listed, span) && mayBeReadOut(hit) && (hit.form || OPENING.test(span.slice(1)));
  if (isReadOut && !(OPEN.test(span) && CLOSES_LATER.test(behind))) return true;
  if (isWrittenOut(listed, span) && (hit.person || hit.words >= 2 || hit.form || hit.places + hit.trades > 0)) return true;
  if (hit.places + hit.trades > 0 || !mayBeRareWord(hit)) return false;
  return spelledAlike(listed, span) && !mayBeSurname(listed, knowledge);
}

/** True for a name that is written out with its form, and not cut off inside quotes: capitals beside it are of something else. */
export function isClosed({ form, quoted }: Hit, listed: string, span: string): boolean {
  return form && (quoted || !OPENING.test(span)) && isWrittenOut(listed, span);
}

const OPENING = /["«“„‘]/;
/** Quotes that a name leaves open, and that close behind further words: ООО «Мир | мебели» is another. */
const OPEN = /["«“„][^"«»“”„]*$/u;
const CLOSES_LATER = /^\s+(?!(?:им|ім)(?:\.|ени\s|ені\s))[\p{L}\d][^"«»“”„\n]{0,60}["»”]/u;
/** Characters behind a name that tell it. */
export const READ_BEHIND = 64;

/** Known as a name of persons, or ends as surnames do. */
function mayBeSurname(listed: string, knowledge: NameKnowledge): boolean {
  return tokensOf(listed).some(({ text }) => {
    const key = skeletonOf(latinise(text), knowledge);
    return key.length >= LONG_WORD - 2 && (knowledge.person.has(key) || SURNAME.test(key));
  });
}

const SURNAME = /(?:[oe]v|in|ski|enko|Cuk|iC|ian|Svili|[oe]va|ina|skaia?)$/;
