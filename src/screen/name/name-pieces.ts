import { blank, keep } from './blanked.ts';
import { BORN_AS, bornAs } from './born-as.ts';
import type { NameFamily } from './name-part.ts';

/** More pieces than lists write into one name. */
const MOST = 6;

/**
 * The names that one written name holds: `Full name (Short)`, `Name / Name in another language`, `АО «Полное имя», АО «Краткое»`, `Name trading as Name`, of a ship `Name (ex Name)`. The whole comes first;
 * in each other piece what does not belong to it is blank, so that offsets stay. Of a person's name what stands in brackets or quotes is left out (`Juan "El Flaco" Pérez`),
 * an alias is a name of its own, and so are the name before marriage (`Elena Sorokina (née Baranova)`) and what a chain of forefathers leaves (`Usama bin Muhammad bin Awad bin Ladin`).
 */
export function namePieces(name: string, family: NameFamily): readonly string[] {
  const forefathers = family === 'person' ? withoutForefathers(name) : undefined;
  if (forefathers === undefined && !SEPARATED.test(name)) return [name];
  const pieces = new Set<string>([name]);
  if (forefathers !== undefined) pieces.add(forefathers);
  const brackets = [...name.matchAll(BRACKETS)];
  let outside = name;
  for (const { 0: bracket, index } of brackets) outside = blank(outside, index, index + bracket.length);
  if (brackets.length > 0) addTelling(pieces, outside);
  if (family === 'organisation') {
    for (const { 0: bracket, index } of brackets) addTelling(pieces, keep(name, index + 1, index + bracket.length - 1));
    addBetween(pieces, outside, [...outside.matchAll(CUTS), ...outside.matchAll(OTHER_NAME)], addTelling);
    const beside = withoutItsAcronym(outside);
    if (beside !== undefined) addTelling(pieces, beside);
  } else if (family === 'person') {
    const quotes = [...outside.matchAll(NICKNAME)];
    for (const { 0: quote, index } of quotes) outside = blank(outside, index, index + quote.length);
    if (quotes.length > 0) addTelling(pieces, outside);
    addBetween(pieces, outside, [...outside.matchAll(OTHER_NAME)], addOfTwoWords);
    for (const piece of bornAs(name)) addOfTwoWords(pieces, piece);
  } else {
    for (const { 0: bracket, index } of brackets) {
      const [before = ''] = FORMER.exec(bracket) ?? [];
      if (before !== '') addTelling(pieces, keep(name, index + before.length, index + bracket.length - 1));
    }
  }
  return [...pieces].slice(0, MOST);
}

/** Usama bin Muhammad bin Awad bin Ladin is known as Usama bin Ladin: of a chain of forefathers the last alone is left. */
function withoutForefathers(name: string): string | undefined {
  if (name.length < SHORTEST_CHAIN || !mayBeChain(name)) return undefined;
  const chain = [...name.matchAll(SON_OF)];
  const [first] = chain;
  const last = chain.at(-1);
  return first === undefined || last === undefined || first === last || first.index === 0
    ? undefined
    : blank(name, first.index, last.index);
}

/** Has it as many words as two forefathers take, and one of the small ones? Most names have not. */
function mayBeChain(name: string): boolean {
  let gaps = 0;
  for (let at = 0; at < name.length; at += 1) if (isBlank(name.charCodeAt(at))) gaps += 1;
  return gaps >= GAPS_OF_CHAIN && FOREFATHER.test(name);
}

/** Between four words, two of them small ones, which may stand side by side. */
const GAPS_OF_CHAIN = 3;

/** White space, and some punctuation beside it. */
function isBlank(unit: number): boolean {
  return unit <= 0x20 || unit === 0xa0 || unit === 0x1680 || (unit >= 0x2000 && unit < 0x2060) || unit === 0x3000 || unit === 0xfeff;
}

/** Small words before a father's name, and the same between two other words. */
const FATHERS = '(?:bin|ibn|ben|bint|ould|بن|ابن|ибн|бин)';
const FOREFATHER = new RegExp(String.raw`\s${FATHERS}\s`, 'iu');
const SON_OF = new RegExp(String.raw`(?<=\p{L}\s)${FATHERS}(?=\s\p{L})`, 'giu');
const SHORTEST_CHAIN = 15;

/** Adds what stands before, between and after `cuts`. */
function addBetween(
  pieces: Set<string>,
  text: string,
  cuts: readonly RegExpExecArray[],
  add: (pieces: Set<string>, piece: string) => void,
): void {
  if (cuts.length === 0 || cuts.length >= MOST) return;
  let from = 0;
  for (const { 0: cut, index } of cuts.toSorted((a, b) => a.index - b.index)) {
    add(pieces, keep(text, from, Math.max(from, index)));
    from = Math.max(from, index + cut.length);
  }
  add(pieces, keep(text, from, text.length));
}

/** A name without the acronym beside it (`CSSC, China State Shipbuilding Corporation`), if the letters are initials of its words, in their order. */
function withoutItsAcronym(name: string): string | undefined {
  const comma = ACRONYM_BESIDE.exec(name);
  if (comma === null) return undefined;
  const behind = comma.index + comma[0].length;
  if (isAcronymOf(name.slice(0, comma.index).trim(), name.slice(behind))) return keep(name, behind, name.length);
  return isAcronymOf(name.slice(behind).trim(), name.slice(0, comma.index)) ? keep(name, 0, comma.index) : undefined;
}

function isAcronymOf(letters: string, name: string): boolean {
  if (!/^\p{Lu}{3,8}$/u.test(letters)) return false;
  const initials = [...name.matchAll(/(?<![\p{L}\p{N}])\p{Lu}/gu)].map(([initial]) => initial);
  let at = 0;
  for (const initial of initials) if (initial === letters.charAt(at)) at += 1;
  return at === letters.length;
}

const ACRONYM_BESIDE = /(?<=^\s*\p{Lu}{3,8}),\s+|,\s+(?=\p{Lu}{3,8}\s*$)/u;

/** What stands between two names of one party, or a part and what it is a part of. */
const BETWEEN = String.raw`(?:formerly|previously|now|also|better|commonly|otherwise)(?: known as| named| called)|formerly|previously|known as|trad(?:ing|es) as|operating as|doing business as|t\/a\.?|d[./]?b[./]?a\.?|f[./]?k[./]?a\.?|a[./]?k[./]?a\.?|n[./]?k[./]?a\.?|alias|an? (?:branch|division|subsidiary) of|(?:branch|div\.?|division) of|anciennement|anteriormente|también conocid[oa] como|conocid[oa] como|nombre comercial|vormals|ehemals|genannt|dawniej|ранее|он же|она же|также известн(?:ая|ый|ое) как`;

const SEPARATED = new RegExp(
  String.raw`[(（[]|[/;]|\s[-–—]\s|,\s*\p{L}|[»"”’']\s+\p{L}|\s["“«„]|\s(?:${BETWEEN})[.:\s]|\s(?:${BORN_AS})`,
  'iu',
);
const BRACKETS = /[(（[][^()（）[\]]*(?:[)）\]]|$)/g;
/** A slash or dash with blanks, a semicolon, or a comma or closing quote before another legal form. */
const CUTS =
  /\s*[/;]\s+|\s[-–—]\s|(?:,\s*|(?<=[»"”’'])\s+)(?=(?:АО|ПАО|ОАО|ЗАО|ООО|ФГУП|АНО|ФКП|ФАУ|ФГУ|ФГБУ|ФГБОУ|ФГАОУ|ТОВ|ПрАТ|AO|PAO|OAO|ZAO|OOO|JSC|OJSC|PJSC|LLC|FGUP|FKP|FAU|FGU|FGBU|FGBOU|FGAOU|TOV)[\s«"“‘'])/giu;
const OTHER_NAME = new RegExp(String.raw`[\s,]+(?:${BETWEEN})[:\s]+`, 'giu');
/** Before what a ship was called: (ex Orvan Star). */
const FORMER = /^[(（[]\s*(?:ex|former(?:ly)?|экс|бывш\p{L}*|б\.)[\s.:-]+/iu;
/** In double quotes or guillemets; single ones are apostrophes as well. */
const NICKNAME = /(?<=\s)["“«„][^"“”«»„]{2,40}["”»“](?=\s|$)/gu;

function addTelling(pieces: Set<string>, piece: string): void {
  if ((piece.match(/\p{L}/gu)?.length ?? 0) >= 2) pieces.add(piece);
}

/** A lone word beside an alias is too common to be somebody's name. */
function addOfTwoWords(pieces: Set<string>, piece: string): void {
  if (/\p{L}{2,}[^\p{L}]+\p{L}{2,}/u.test(piece)) pieces.add(piece);
}
