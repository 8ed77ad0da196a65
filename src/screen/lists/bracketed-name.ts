import { LONGEST_PATTERNED } from './clean-value.ts';
import { addValue } from './party-draft.ts';
import type { PartyDraft } from './party-draft.ts';

/**
 * Adds a name that carries others in brackets: `Plant No. 9, OAO (a.k.a., JSC Ninth Plant)`, `Academy of Solid Propulsion (AASPT)`.
 * The name stays as the authority writes it where the bracket is only its abbreviation, since that is how it is cited.
 */
export function addBracketedName(draft: PartyDraft, text: string): void {
  if (text.length > LONGEST_PATTERNED) return addValue(draft, 'name', text);
  const known = /^(.*?)\s*\((a\.?\s?k\.?\s?a\.?|f\.?\s?k\.?\s?a\.?|also known as|formerly(?: known as)?),?:?\s+(.*?)\)?\s*$/iu.exec(text);
  if (known?.[1]) {
    addValue(draft, 'name', known[1]);
    const property = /^f/iu.test(known[2] ?? '') ? 'previousName' : 'alias';
    for (const name of (known[3] ?? '').split(/;\s*/u)) addValue(draft, property, name.replace(/^(?:and|or)\s+/u, ''));
    return;
  }
  addValue(draft, 'name', text);
  const short = /^(.{4,}?)\s*\(([A-Z][A-Z\d&/.-]{1,11})\)$/u.exec(text);
  if (!short) return;
  addValue(draft, 'alias', short[1]);
  addValue(draft, 'abbreviation', short[2]);
}
