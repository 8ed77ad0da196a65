import { LONGEST_PATTERNED } from './clean-value.ts';
import { addValue } from './party-draft.ts';
import type { PartyDraft } from './party-draft.ts';

/**
 * Adds a name that carries others in brackets: `Plant No. 9, OAO (a.k.a., JSC Ninth Plant)`, `Academy of Solid Propulsion (AASPT)`.
 * The name stays as the authority writes it where the bracket is only its abbreviation, since that is how it is cited.
 */
export function addBracketedName(draft: PartyDraft, text: string): void {
  if (text.length > LONGEST_PATTERNED) return addValue(draft, 'name', text);
  const known =
    /^(.*?)\s*\((a\.?\s?k\.?\s?a\.?|f\.?\s?k\.?\s?a\.?|also known as|formerly(?: known as)?),?:?\s+((?:[^()]|\([^()]*\))*)(?:\)\s*(?:\([^()]*\)\s*)?)?$/iu.exec(
      text,
    );
  if (known?.[1]) {
    addValue(draft, 'name', known[1]);
    const property = /^f/iu.test(known[2] ?? '') ? 'previousName' : 'alias';
    for (const name of (known[3] ?? '').split(/;\s*/u)) addValue(draft, property, name.replace(/^(?:and|or)\s+/u, ''));
    return;
  }
  addValue(draft, 'name', text);
  const short = /^(.{4,}?)\s*\(([A-Z][A-Z\d&/.-]{1,11})\)$/u.exec(text);
  if (!short || !mayShorten(short[2] ?? '', short[1] ?? '')) return;
  addValue(draft, 'alias', short[1]);
  addValue(draft, 'abbreviation', short[2]);
}

/** In a name that is all in capitals a bracket may as well be a town: then its letters must follow those of the name, from the beginning of a word. */
function mayShorten(short: string, name: string): boolean {
  if (name !== name.toUpperCase()) return true;
  let at = new RegExp(`(?:^|[^\\p{L}])${short[0] ?? ''}`, 'u').exec(name)?.index ?? -1;
  for (const letter of short.replace(/[^A-Z]/gu, '')) {
    if (at < 0) return false;
    at = name.indexOf(letter, at) + 1 || -1;
  }
  return at >= 0;
}
