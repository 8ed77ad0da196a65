import type { Mention } from '../model/mention.ts';
import type { Lang } from '../model/reading.ts';

/** Bullets stand for letters and digits; what is left shows that there was an address or a number, and where it ended. */
const MASK = '•';

/** Anything with an @ between names; linear, since no part may hold white space or another @. */
const MAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;
/** Seven or more digits with the punctuation of telephone numbers, not part of a longer number or word. */
const PHONE = /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}/_-])(?<!\p{N}[.,:])(?:\+|00)?\(?\d{1,4}\)?(?:[ \-–().\u00a0]{0,2}\d{2,5}){1,5}(?![\p{Script=Latin}\p{Script=Cyrillic}\p{N}/_-]|[.,:]\d)/gu;
const LABEL = /(?:电话|電話|手机|手機|联系方式|联系人|传真|тел|телефон|моб|факс|контакт|phone|tel|mobile|cell|fax|whatsapp|wechat|telegram|viber)[^\n\d+@]{0,24}$/iu;
const LABEL_REACH = 40;

/** Spans of mail addresses and telephone numbers. A bare number counts with a `+` or after a word such as 电话, тел. or phone. */
export function findContacts(text: string): readonly { readonly start: number; readonly end: number }[] {
  const spans = [...text.matchAll(MAIL)].map((found) => ({ start: found.index, end: found.index + found[0].length }));
  for (const found of text.matchAll(PHONE)) {
    const digits = found[0].replace(/\D/g, '').length;
    const mobile = /^1[3-9]\d{9}$/.test(found[0]);
    const labelled = found[0].startsWith('+') || mobile || LABEL.test(text.slice(Math.max(0, found.index - LABEL_REACH), found.index));
    if (digits >= 7 && digits <= 15 && labelled) spans.push({ start: found.index, end: found.index + found[0].length });
  }
  return spans.toSorted((a, b) => a.start - b.start);
}

/** Telephone numbers and mail addresses as mentions. */
export function contactMentions(text: string, lang: Lang): readonly Mention[] {
  return findContacts(text).map(({ start, end }) => ({ kind: 'contact', start, end, text: text.slice(start, end), lang, strength: 'hard' }));
}

/** The same text, mentions and fields with contacts masked: lengths stay, so that every span still cuts out its mention's text. */
export function maskContacts(text: string, mentions: readonly Mention[], fields: Readonly<Record<string, string>>): { readonly text: string; readonly mentions: readonly Mention[]; readonly fields: Readonly<Record<string, string>> } {
  const masked = mask(text);
  return {
    text: masked,
    mentions: mentions.map((mention) => ({ ...mention, text: masked.slice(mention.start, mention.end) })),
    fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, mask(value, name)])),
  };
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
    masked += whole.slice(end, span.start) + whole.slice(span.start, span.end).replace(/[\p{L}\p{N}]/gu, (letter) => MASK.repeat(letter.length));
    end = span.end;
  }
  return (masked + whole.slice(end)).slice(lead.length);
}
