import type { CodeScheme, ListedCode } from '../catalogue/catalogue.ts';
import { CLASS, WORDNESS } from './alphabet.ts';
import { SCHEME_NAMES, hasTariffPunctuation, isOtherNumber, readCode } from './code-schemes.ts';
import type { Found } from './found.ts';
import { firstAbove } from './signals.ts';
import type { WalkedText } from './verify.ts';
import { windowAt } from './window.ts';

export interface FoundCode extends Found {
  readonly scheme: CodeScheme;
  readonly code: string;
  /** Codes of the catalogue that it falls under; empty where only its context shows that it is one. */
  readonly listed: readonly ListedCode[];
}

/** The beginning of some listed codes of one scheme, met on the walk. */
export interface CodeHit {
  readonly scheme: CodeScheme;
  readonly listed: readonly ListedCode[];
  readonly start: number;
}

/** A word that announces codes, met on the walk. */
export interface AnnouncingWord {
  readonly scheme: CodeScheme;
  readonly end: number;
}

/** Codes kept of one text: more than any tariff has, so that only a text made to cost memory is cut. */
const MOST_CODES = 50_000;

/** How far before a code its announcing word may stand, in folded units. */
const CONTEXT_REACH = 60;
/** …and how far a word that says what else a number is, in UTF-16 units. */
const NUMBERED_REACH = 40;
/** …and before a bare number. */
const BARE_REACH = 8;

/** Codes of the catalogue that are announced, or written as only such codes are; and codes announced but not listed. `isCut`: there are more than {@link MOST_CODES}. */
export function findCodes(
  walkedText: WalkedText,
  hits: readonly CodeHit[],
  contexts: readonly AnnouncingWord[],
): { readonly codes: readonly FoundCode[]; readonly isCut: boolean } {
  const found = new Map<string, FoundCode>();
  let isCut = false;
  const announcedAt = new Map<CodeScheme, number[]>();
  for (const { scheme, end } of contexts) {
    const ends = announcedAt.get(scheme) ?? [];
    announcedAt.set(scheme, ends);
    ends.push(end);
  }
  const take = (scheme: CodeScheme, start: number, candidates: readonly ListedCode[]): void => {
    const distance = announcedWithin(announcedAt, scheme, start);
    const announced = distance <= CONTEXT_REACH;
    if (!announced && !MAY_STAND_ALONE.has(scheme) && start !== 0) return;
    const key = `${SCHEME_NAMES[scheme]}:${start}`;
    const known = found.get(key);
    if (known === undefined && found.size >= MOST_CODES) {
      isCut = true;
      return;
    }
    const { from, text, endOf } = windowAt(walkedText, start);
    const read = readCode(scheme, text);
    if (read === null || (scheme === 'fsc' && continuesNumber(walkedText.text, from))) return;
    if (isBareNumber(scheme, text.slice(0, read.length), text.charAt(read.length)) && start !== 0 && distance > BARE_REACH) return;
    const listed = candidates.filter((one) => covers(one, read.code));
    if (candidates.length > 0 && listed.length === 0) return;
    const opensTitle = scheme === 'fsc' && start === 0 && text.startsWith('--', 2);
    if (
      !announced &&
      !opensTitle &&
      (!standsAlone(scheme, text.slice(0, read.length), read.code, listed.length > 0) ||
        isAmount(walkedText.text, from, endOf(read.length)) ||
        isOtherNumber(walkedText.text.slice(Math.max(0, from - NUMBERED_REACH), from)))
    )
      return;
    found.set(key, {
      start,
      end: start + read.length,
      from,
      to: endOf(read.length),
      scheme,
      code: read.code,
      listed: [...(known?.listed ?? []), ...listed],
    });
  };
  for (const { scheme, listed, start } of hits) take(scheme, start, listed);
  for (const { scheme, end } of contexts) {
    if (scheme !== 'hs' && scheme !== 'eccn' && scheme !== 'cnControl') continue;
    const start = nextDigit(walkedText, end);
    if (start !== -1 && !found.has(`${SCHEME_NAMES[scheme]}:${start}`)) take(scheme, start, []);
  }
  return { codes: [...found.values()].toSorted((a, b) => a.start - b.start), isCut };
}

/** 16 or 8542: two or four digits that are a code only right behind the word that announces it, where nothing of a stock number follows. */
function isBareNumber(scheme: CodeScheme, written: string, next: string): boolean {
  return (scheme === 'fsc' || scheme === 'hs') && /^\d{2,4}$/.test(written) && next !== '-';
}

/** 3184 of 6610-01-552-3184 is the end of a stock number, not a class. */
function continuesNumber(text: string, from: number): boolean {
  return /\d-$/.test(text.slice(Math.max(0, from - 2), from));
}

function covers({ scheme, code }: ListedCode, read: string): boolean {
  if (scheme === 'hs' && read.length === 4) return code.startsWith(read);
  if (scheme === 'hs' || scheme === 'okpd2' || scheme === 'fsc' || scheme === 'cnProcurement') return read.startsWith(code);
  return read === code || ((scheme === 'eccn' || scheme === 'cnControl') && read.startsWith(`${code}.`));
}

/** Schemes some of whose codes need no word that announces them. */
const MAY_STAND_ALONE: ReadonlySet<CodeScheme> = new Set<CodeScheme>([
  'hs',
  'cnTariff',
  'eccn',
  'cnControl',
  'okpd2',
  'cpv',
  'cnProcurement',
]);

/** Whether a code says what it is without a word that announces it. */
function standsAlone(scheme: CodeScheme, written: string, code: string, isListed: boolean): boolean {
  if (scheme === 'hs') return hasTariffPunctuation(written);
  if (scheme === 'cnTariff') return isListed;
  if (scheme === 'eccn' || scheme === 'cnControl') return /^\d[A-E]\d{3}\.[a-z]/.test(written);
  if (scheme === 'cpv') return isListed && /^\d{8}-\d$/.test(written);
  if (scheme === 'cnProcurement') return isListed && code.length === 9;
  return scheme === 'okpd2' && code.length >= 12;
}

/** 8543.70 руб. is a price: a sum has a currency, a quantity a unit, on one side of it. */
function isAmount(text: string, from: number, to: number): boolean {
  return /[$€¥£₽₴¥]\s?$/.test(text.slice(Math.max(0, from - 2), from)) || AFTER_AMOUNT.test(text.slice(to, to + 8));
}

const AFTER_AMOUNT =
  /^\s?(?:[$€¥£₽₴%元万]|руб|р\.|коп|грн|тг|тенге|тыс|млн|шт|кг|usd|eur|rub|uah|cny|kzt|gbp|kg|pcs|人民币|美元|公斤|平方)/i;

/** How far before a code the nearest word stands that announces such codes, in folded units; infinity where there is none. */
function announcedWithin(announcedAt: ReadonlyMap<CodeScheme, readonly number[]>, scheme: CodeScheme, start: number): number {
  const to = (of: CodeScheme): number => {
    const ends = announcedAt.get(of) ?? [];
    const last = ends[firstAbove(ends, start) - 1];
    return last === undefined ? Number.POSITIVE_INFINITY : start - last;
  };
  if (scheme === 'cnTariff') return Math.min(to('hs'), to('cnControl'));
  if (scheme === 'eccn' || scheme === 'cnControl') return Math.min(to('eccn'), to('cnControl'));
  return to(scheme);
}

/** Folded position of the first digit within a few units after an announcing word, or -1. */
function nextDigit({ walked, alphabet, text }: WalkedText, end: number): number {
  const most = Math.min(walked.length, end + 16);
  for (let at = end; at < most; at += 1) {
    const code = text.charCodeAt(walked.starts[at] ?? 0);
    if (code >= 0x30 && code <= 0x39) return at;
    if (walked.classes[at] === CLASS.lineBreak || alphabet.wordness[walked.classes[at] ?? 0] === WORDNESS.han) {
      // 海关编码为 8543…: a Han character or two may stand between, an empty line not
      if (walked.classes[at] === CLASS.lineBreak || at - end > 4) return -1;
    }
  }
  return -1;
}
