import { randomBytes } from 'node:crypto';

declare const brand: unique symbol;
type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };

/** Opaque, time-ordered, made once and never reused: `n` + 26 characters of Crockford base 32. */
export type NoticeId = Branded<string, 'NoticeId'>;
/** As {@link NoticeId}, with the letter `s`. */
export type SourceId = Branded<string, 'SourceId'>;
/** As {@link NoticeId}, with the letter `r`: the receipt of one run of `screen`. */
export type ReceiptId = Branded<string, 'ReceiptId'>;

/** As {@link NoticeId}, with the letter `a`: a rule of alerts. */
export type AlertRuleId = Branded<string, 'AlertRuleId'>;
/** As {@link NoticeId}, with the letter `d`: one alert to one receiver; the same at every attempt. */
export type AlertId = Branded<string, 'AlertId'>;
/** As {@link NoticeId}, with the letter `u`: somebody who may log in. */
export type UserId = Branded<string, 'UserId'>;
/** As {@link NoticeId}, with the letter `w`: one browser that is logged in. */
export type SessionId = Branded<string, 'SessionId'>;
/** As {@link NoticeId}, with the letter `k`: a key of a program. */
export type KeyId = Branded<string, 'KeyId'>;

/** As {@link NoticeId}, with the letter `c`. */
export type CaseId = Branded<string, 'CaseId'>;
/** As {@link NoticeId}, with the letter `q`: what somebody says about notices. */
export type ClaimId = Branded<string, 'ClaimId'>;
/** As {@link NoticeId}, with the letter `f`: a search that is kept under a name. */
export type SearchId = Branded<string, 'SearchId'>;

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

export function newNoticeId(nowMs: number): NoticeId {
  return `n${timeOrdered(nowMs)}` as NoticeId;
}

export function newSourceId(nowMs: number): SourceId {
  return `s${timeOrdered(nowMs)}` as SourceId;
}

export function newReceiptId(nowMs: number): ReceiptId {
  return `r${timeOrdered(nowMs)}` as ReceiptId;
}

export function newAlertRuleId(nowMs: number): AlertRuleId {
  return `a${timeOrdered(nowMs)}` as AlertRuleId;
}

export function newAlertId(nowMs: number): AlertId {
  return `d${timeOrdered(nowMs)}` as AlertId;
}

export function newCaseId(nowMs: number): CaseId {
  return `c${timeOrdered(nowMs)}` as CaseId;
}

export function newClaimId(nowMs: number): ClaimId {
  return `q${timeOrdered(nowMs)}` as ClaimId;
}

export function newSearchId(nowMs: number): SearchId {
  return `f${timeOrdered(nowMs)}` as SearchId;
}

export function newUserId(nowMs: number): UserId {
  return `u${timeOrdered(nowMs)}` as UserId;
}

export function newSessionId(nowMs: number): SessionId {
  return `w${timeOrdered(nowMs)}` as SessionId;
}

export function newKeyId(nowMs: number): KeyId {
  return `k${timeOrdered(nowMs)}` as KeyId;
}

export function isNoticeId(text: string): text is NoticeId {
  return /^n[0-9a-hjkmnp-tv-z]{26}$/.test(text);
}

export function isCaseId(text: string): text is CaseId {
  return /^c[0-9a-hjkmnp-tv-z]{26}$/.test(text);
}

export function isClaimId(text: string): text is ClaimId {
  return /^q[0-9a-hjkmnp-tv-z]{26}$/.test(text);
}

export function isReceiptId(text: string): text is ReceiptId {
  return /^r[0-9a-hjkmnp-tv-z]{26}$/.test(text);
}

/** When an id was made, in milliseconds since 1970. */
export function timeOfId(id: NoticeId | SourceId | ReceiptId): number {
  return Array.from(id.slice(1, 11)).reduce((time, digit) => time * 32 + ALPHABET.indexOf(digit), 0);
}

/** 48 bits of milliseconds, then 80 random bits: the layout of a ULID. */
function timeOrdered(nowMs: number): string {
  let time = '';
  for (let rest = Math.max(0, Math.floor(nowMs)), n = 0; n < 10; n += 1) {
    time = ALPHABET.charAt(rest % 32) + time;
    rest = Math.floor(rest / 32);
  }
  let tail = '';
  for (const byte of randomBytes(16)) tail += ALPHABET.charAt(byte & 31);
  return time + tail;
}
