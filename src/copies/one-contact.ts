import { contactRole, type ContactRole } from './contact-role.ts';
import type { PreparedText } from './prepared-text.ts';
import type { TokenKind } from './tokens/token.ts';

/** Where somebody is called. */
export const CALLED: ReadonlySet<TokenKind> = new Set(['phone', 'mail']);

/** True where both give somebody to be called, and all whom one of them gives are among those whom the other gives. */
export function giveOneContact(a: PreparedText, b: PreparedText): boolean {
  const [ofA, ofB] = [contactsOf(a), contactsOf(b)];
  return ofA.size > 0 && ofB.size > 0 && (ofA.isSubsetOf(ofB) || ofB.isSubsetOf(ofA));
}

/**
 * True where somebody who is to be called is the same in both, whoever else is: nobody whom one of them gives as an agency's or a platform's, and not where both give contacts of the
 * buyer and none of these is the same.
 */
export function shareContact(a: PreparedText, b: PreparedText): boolean {
  const shared = contactsOf(a).intersection(contactsOf(b));
  if (shared.size === 0) return false;
  const [ofA, ofB] = [calledAs(a), calledAs(b)];
  if (ofA.buyer.size > 0 && ofB.buyer.size > 0 && ofA.buyer.isDisjointFrom(ofB.buyer)) return false;
  return shared.difference(ofA.between).difference(ofB.between).size > 0;
}

/** Contacts that are said to be somebody's, by whose they are. */
function calledAs({ text, tokens }: PreparedText): Readonly<Record<ContactRole, ReadonlySet<string>>> {
  const called = { buyer: new Set<string>(), between: new Set<string>() };
  for (const token of tokens) {
    const role = CALLED.has(token.kind) ? contactRole(text, token) : undefined;
    if (role !== undefined) called[role].add(token.key);
  }
  return called;
}

function contactsOf({ tokens }: PreparedText): ReadonlySet<string> {
  return new Set(tokens.filter(({ kind }) => CALLED.has(kind)).map(({ key }) => key));
}
