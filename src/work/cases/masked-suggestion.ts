import type { CaseSuggestion, SuggestionReason } from '../../model/case-suggestion.ts';
import type { Said } from '../../model/statement.ts';
import { maskedLine } from '../../recognise/parties/masked-notice.ts';
import { personsIn } from '../persons-in.ts';
import type { GatheredText } from './tied-text.ts';

/** Private persons of a text, and ways to reach them; looked for once in each. */
export type PersonsOf = (text: GatheredText | undefined) => readonly string[];

export function personsOfTexts(): PersonsOf {
  const known = new Map<string, readonly string[]>();
  return (of) => {
    if (of === undefined) return [];
    const names = known.get(of.id) ?? personsIn(of.text, of.fields);
    known.set(of.id, names);
    return names;
  };
}

/** A suggestion without private persons and ways to reach them in the words that it takes from texts. */
export function maskedSuggestion(
  found: CaseSuggestion,
  here: GatheredText,
  held: readonly GatheredText[],
  persons: PersonsOf,
): CaseSuggestion {
  return {
    ...found,
    reasons: found.reasons.map((reason) => maskedReason(reason, [...persons(here), ...persons(held.find(({ id }) => id === reason.with))])),
  };
}

function maskedReason(reason: SuggestionReason, names: readonly string[]): SuggestionReason {
  const masked = (said: Said | null): Said | null => said && { ...said, text: maskedLine(said.text, names) ?? '' };
  return {
    ...reason,
    why: reason.kind === 'link' ? reason.why : (maskedLine(reason.why, names) ?? ''),
    there: masked(reason.there),
    here: masked(reason.here),
  };
}
