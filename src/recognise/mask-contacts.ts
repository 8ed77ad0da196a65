import type { Mention } from '../model/mention.ts';
import type { Lang } from '../model/reading.ts';
import type { Span } from '../model/span.ts';
import { groupedPhoneAt } from './phone-forms.ts';

/** Bullets stand for letters and digits; what is left shows that there was an address or a number, and where it ended. */
const MASK = '•';

const LOCAL_PART = /[\p{L}\p{N}._%+-]/u;
/** Scripts that put no space between words: an address in other letters ends where they begin. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const LATIN_DOMAIN = /[\p{Script=Latin}\p{Nd}-]{1,63}(?:\.[\p{Script=Latin}\p{Nd}-]{1,63}){1,8}(?![\p{L}\p{N}-]*\.[\p{L}\p{N}])/uy;
const DOMAIN = /[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/uy;
const LONGEST_LOCAL_PART = 64;
/** Where a telephone number may begin: found by the engine's fast search, everything else is looked at only there. */
const PHONE_START = /[+(\d]/g;
/** Seven or more digits with the punctuation of telephone numbers. */
const PHONE = /(?:\+|00)?\(?\d{1,4}\)?(?:[ \-–().\u00a0]{0,2}\d{2,5}){1,5}/y;
const WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{N}/_-]/u;
const LABEL =
  /(?:电话|電話|手机|手機|联系方式|联系人|传真|(?<!\p{L})(?:тел|телефон|телефону|телефоны|телефони|моб|мобильный|факс|контакт|контакты|контактам|контакти|phone|tel|telephone|mobile|cell|contact|fax|whatsapp|wechat|telegram|viber)(?!\p{L}))[^\n\d+@]{0,24}$/iu;
const LABEL_REACH = 40;
/** Before a number of something else. */
const NUMBERED = /(?:№|(?<!\p{L})(?:no|nr|номер)\.?|[编編][号號][:：]?|[号號][:：])\s?$/iu;
/** Full-width digits or an at sign, or a bracket before digits. */
const FULL_WIDTH = /[＋０-９＠]|（\+?\d/;
const SPELLED_AT = /\s{0,2}[([{（【]\s?(?:at|@|собака|艾特|圈)\s?[)\]}）】]\s{0,2}/giu;
const LOCAL_BEFORE = /[\p{L}\p{N}][\p{L}\p{N}._%+-]*$/u;
const SPELLED_DOMAIN = /[\p{L}\p{N}-]{1,63}(?:(?:\.|\s?[([{]\s?(?:dot|точка|点)\s?[)\]}]\s?)[\p{L}\p{N}-]{1,63}){1,8}/iuy;

/** A way to reach somebody, at UTF-16 offsets. */
export interface FoundContact extends Span {
  readonly kind: 'mail' | 'phone';
}

/**
 * Mail addresses and telephone numbers, in order. A bare number counts with a `+`, as a mobile of China or Russia, grouped as only telephone numbers are (8 (495) 123-45-67,
 * 138 1234 5678), or after a word such as 电话, тел. or phone. Full-width digits and addresses with a word for the sign (name (at) example.org) count too.
 */
export function findContacts(text: string): readonly FoundContact[] {
  const plain = halfWidth(text);
  return [...findMail(plain), ...findSpelledMail(plain), ...findPhones(plain)].toSorted((a, b) => a.start - b.start);
}

/** The text with full-width digits, brackets and signs as ASCII has them, unit for unit. */
function halfWidth(text: string): string {
  if (!FULL_WIDTH.test(text)) return text;
  return text.replaceAll(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

function* findSpelledMail(text: string): Generator<FoundContact> {
  for (const { index, 0: sign } of text.matchAll(SPELLED_AT)) {
    const before = LOCAL_BEFORE.exec(text.slice(Math.max(0, index - LONGEST_LOCAL_PART), index))?.[0] ?? '';
    SPELLED_DOMAIN.lastIndex = index + sign.length;
    if (before !== '' && SPELLED_DOMAIN.test(text)) yield { kind: 'mail', start: index - before.length, end: SPELLED_DOMAIN.lastIndex };
  }
}

function* findMail(text: string): Generator<FoundContact> {
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const unspaced = UNSPACED.test(text.charAt(at - 1));
    let start = at;
    while (start > 0 && at - start < LONGEST_LOCAL_PART && LOCAL_PART.test(text.charAt(start - 1))) {
      if (!unspaced && UNSPACED.test(text.charAt(start - 1))) break;
      start -= 1;
    }
    const end = start < at ? endOfDomain(text, at + 1) : undefined;
    if (end !== undefined) yield { kind: 'mail', start, end };
  }
}

/** Where the domain ends that begins at `from`; undefined where none does. */
function endOfDomain(text: string, from: number): number | undefined {
  for (const domain of [LATIN_DOMAIN, DOMAIN]) {
    domain.lastIndex = from;
    if (domain.test(text)) return domain.lastIndex;
  }
  return undefined;
}

function* findPhones(text: string): Generator<FoundContact> {
  PHONE_START.lastIndex = 0;
  for (let hit = PHONE_START.exec(text); hit !== null; hit = PHONE_START.exec(text)) {
    const start = hit.index;
    const before = text.slice(Math.max(0, start - LABEL_REACH), start);
    const grouped = groupedPhoneAt(text, start);
    PHONE.lastIndex = start;
    const found = grouped ?? PHONE.exec(text)?.[0];
    PHONE_START.lastIndex = start + 1;
    if (found === undefined) continue;
    const end = start + found.length;
    const standsAlone =
      !WORD.test(text.charAt(start - 1)) &&
      !/\d[.,:]$/.test(text.slice(Math.max(0, start - 2), start)) &&
      !WORD.test(text.charAt(end)) &&
      !/^[.,:]\d/.test(text.slice(end, end + 2));
    if (standsAlone && (grouped === undefined ? isPhone(found, before) : !NUMBERED.test(before) || LABEL.test(before)))
      yield { kind: 'phone', start, end };
    PHONE_START.lastIndex = Math.max(end, start + 1);
    // A number that goes on is one number: its rest is not looked at again.
    if (!standsAlone) PHONE_START.lastIndex = endOfNumber(text, PHONE_START.lastIndex);
  }
}

function isPhone(found: string, before: string): boolean {
  const digits = found.replace(/\D/g, '').length;
  if (digits < 7 || digits > 15) return false;
  return found.startsWith('+') || /^(?:1[3-9]|89)\d{9}$/.test(found) || LABEL.test(before);
}

function endOfNumber(text: string, from: number): number {
  let end = from;
  while (end < text.length && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end += 1;
  return end;
}

/** Telephone numbers and mail addresses as mentions. */
export function contactMentions(text: string, lang: Lang): readonly Mention[] {
  return findContacts(text).map(({ start, end }) => ({
    kind: 'contact',
    counted: false,
    start,
    end,
    text: text.slice(start, end),
    lang,
    strength: 'hard',
  }));
}

/** Letters and digits as bullets: length and punctuation stay, so that spans still fit. */
export function bullets(text: string): string {
  return text.replaceAll(/[\p{L}\p{N}]/gu, (letter) => MASK.repeat(letter.length));
}

/** The same text, mentions and fields with contacts masked: lengths stay, so that every span still cuts out its mention's text. */
export function maskContacts(
  text: string,
  mentions: readonly Mention[],
  fields: Readonly<Record<string, string>>,
): { readonly text: string; readonly mentions: readonly Mention[]; readonly fields: Readonly<Record<string, string>> } {
  const masked = mask(text);
  return {
    text: masked,
    mentions: mentions.map((mention) => ({ ...mention, text: masked.slice(mention.start, mention.end) })),
    fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, mask(value, name)])),
  };
}

/** Mentions with the contacts of the same text among them, in the order of the text. */
export function withContacts(text: string, lang: Lang, mentions: readonly Mention[]): readonly Mention[] {
  return [...mentions, ...contactMentions(text, lang)].toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** One line of text, masked: a title, a publisher. */
export function maskLine(text: string | null): string | null {
  return text === null ? null : mask(text);
}

/** `label`: name of the field that the text is the value of; it may be what says that a number is a telephone's. */
function mask(text: string, label = ''): string {
  const lead = label === '' ? '' : `${label}: `;
  const whole = lead + text;
  let masked = '';
  let end = 0;
  for (const span of findContacts(whole)) {
    if (span.start < end) continue;
    masked += whole.slice(end, span.start) + bullets(whole.slice(span.start, span.end));
    end = span.end;
  }
  return (masked + whole.slice(end)).slice(lead.length);
}
