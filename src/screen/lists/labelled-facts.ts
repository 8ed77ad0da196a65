import { foldLabel } from '../../catalogue/fold-label.ts';
import type { LabelMeaning } from '../../catalogue/list-fields.ts';
import type { ListFacts } from '../../catalogue/list-facts.ts';
import { LONGEST_PATTERNED } from './clean-value.ts';
import { countryOf } from './country-names.ts';
import { addValue } from './party-draft.ts';
import type { PartyDraft } from './party-draft.ts';

export function labelMeaning(label: string, facts: ListFacts): LabelMeaning | undefined {
  return facts.fields.labels.get(foldLabel(label));
}

/** Adds a value under what its label means, with the country that it belongs to where one is known; false where nobody knows the label. */
export function addLabelled(draft: PartyDraft, label: string, value: string, country: string | null = null): boolean {
  const meaning = labelMeaning(label, draft.facts);
  if (meaning === undefined) return false;
  const code = country === null ? undefined : countryOf(country, draft.facts.countries);
  addValue(draft, (code === undefined ? undefined : meaning.in.get(code)) ?? meaning.property, value);
  return true;
}

/** Adds a fact written as label and value in one: `Passport A10472263 (Malaysia) issued 12 Aug 2000`, `DOB 10 Dec 1948`; false where no label is known, and of prose. */
export function addLabelledText(draft: PartyDraft, text: string): boolean {
  if (text.length > LONGEST_PATTERNED) return false;
  const { labels, firstWords, longestLabel } = draft.facts.fields;
  const words = text.split(' ');
  const most = Math.min(words.length - 1, longestLabel + 2);
  const starts: string[] = [];
  for (const word of words.slice(0, most)) {
    const folded = foldLabel(word);
    if (starts.length === 0 && !firstWords.has(folded.split(' ')[0] ?? '')) return false;
    const before = starts.at(-1);
    starts.push(before === undefined ? folded : folded === '' ? before : `${before} ${folded}`);
  }
  for (let size = most; size > 0; size--) {
    const meaning = labels.get(starts[size - 1] ?? '');
    if (meaning === undefined) continue;
    const value = words
      .slice(size)
      .join(' ')
      .replace(/^[:#-]\s*/u, '');
    addMeant(draft, meaning, value);
    return true;
  }
  return false;
}

function addMeant(draft: PartyDraft, meaning: LabelMeaning, value: string): void {
  if (!/(?:Number|Code|mmsi|callSign|swiftBic|ticker)$/u.test(meaning.property)) {
    addValue(draft, meaning.property, value);
    return;
  }
  const [bare, country] = withoutCircumstance(value);
  const code = country === undefined ? undefined : countryOf(country, draft.facts.countries);
  addValue(draft, (code === undefined ? undefined : meaning.in.get(code)) ?? meaning.property, bare);
}

/** Number and country of `800146749-7 (Colombia) issued 14 Dec 2005 expires 2006`. */
function withoutCircumstance(value: string): readonly [string, string | undefined] {
  const bare = value.replace(/[,;]?\s*\b(?:issued|expires|expired|exp\.|valid|Issue Date|individual|first issued)\b.*$/iu, '').trim();
  const bracket = /^(.*?)\s*\(([^()]*(?:\([^()]*\))?[^()]*)\)\s*$/u.exec(bare);
  return bracket?.[1] ? [bracket[1], bracket[2]] : [bare, undefined];
}
