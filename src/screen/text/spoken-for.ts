import type { PartyRecord } from '../index/party-record.ts';
import type { Context } from './context.ts';
import { HINT, isInitials, type Hit } from './hit.ts';
import { sameScript, spelledAlike } from './spelled-alike.ts';
import { TRADE_BITS, isHelped, isStrange } from './standing.ts';
import { SAME_FORM_SCORE } from './whole-name.ts';

/** False where nothing near could help, as far as hints and spelling tell. */
export function mayBeSpokenFor(hit: Hit, { facts }: PartyRecord, listed: string, span: string): boolean {
  if (hit.han !== false || (facts.identifiers.length > 0 && (hit.hints & HINT.identifier) !== 0)) return true;
  return isHelped(hit, facts.countries.length > 0 ? hit.hints : hit.hints & ~HINT.place) && (!isStrange(hit) || sameScript(listed, span));
}

/** `near`: reads what stands near it, which costs most, so that it is asked last. `certain`: identifiers say that it is the party. */
export function speaksFor(near: () => Context, certain: boolean, hit: Hit, listed: string, span: string): boolean {
  if (certain) return true;
  if (isInitials(hit) && hit.rarest < (hit.initials > 1 ? RARE_SURNAME : LONE_SURNAME)) return false;
  if (hit.person) return hit.titled || isTitledOrThere(near());
  if (hit.han === 'exact') return isFormed(near()) || isTitledOrThere(near());
  if (hit.words >= 2) return hit.longest >= 4 && (hit.titled || hit.form || hit.quoted || isFormed(near()) || isTitledOrThere(near()));
  if (hit.missing > 0) return false;
  if (hit.words === 0) {
    if (hit.common > 0) return (hit.quoted || hit.isolated) && spelledAlike(listed, span) && (hit.form || isFormed(near()));
    const enough = hit.places + hit.trades >= 2 && (hit.places >= 1 || hit.quoted || (hit.isolated && hit.score >= WHOLE_SCORE));
    return enough && (hit.form || isFormed(near()));
  }
  if (hit.longest < (hit.trades > 0 ? 2 : 3)) return false;
  if (!spelledAlike(listed, span)) return false;
  // Another form beside it is another company.
  if (hit.trades + hit.places === 0 && hit.score < SAME_FORM_SCORE) return false;
  const long = hit.longest >= 3;
  if (hit.form || (long && hit.trades > 0 && (hit.bits >= TRADE_BITS || hit.quoted)) || (hit.titled && hit.longest >= 5)) return true;
  const context = near();
  if (context.form) return true;
  return long && (context.place || (context.title && hit.longest >= 5) || (hit.quoted && context.trade && sameScript(listed, span)));
}

function isTitledOrThere({ title, place }: Context): boolean {
  return title || place;
}

function isFormed({ form }: Context): boolean {
  return form;
}

/** Bits of a surname that is somebody's with two initials and an office beside it, and with one. */
export const RARE_SURNAME = 12;
const LONE_SURNAME = 14;
const WHOLE_SCORE = 0.71;
