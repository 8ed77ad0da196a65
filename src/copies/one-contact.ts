import type { PreparedText } from './prepared-text.ts';
import type { TokenKind } from './tokens/token.ts';

/** Where somebody is called. */
export const CALLED: ReadonlySet<TokenKind> = new Set(['phone', 'mail']);

/** True where both give somebody to be called, and all whom one of them gives are among those whom the other gives. */
export function giveOneContact(a: PreparedText, b: PreparedText): boolean {
  const [ofA, ofB] = [contactsOf(a), contactsOf(b)];
  return ofA.size > 0 && ofB.size > 0 && (ofA.isSubsetOf(ofB) || ofB.isSubsetOf(ofA));
}

/** True where somebody who is to be called is the same in both, whoever else is. */
export function shareContact(a: PreparedText, b: PreparedText): boolean {
  return !contactsOf(a).isDisjointFrom(contactsOf(b));
}

function contactsOf({ tokens }: PreparedText): ReadonlySet<string> {
  return new Set(tokens.filter(({ kind }) => CALLED.has(kind)).map(({ key }) => key));
}
