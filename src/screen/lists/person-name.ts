import { addValue } from './party-draft.ts';
import type { PartyDraft } from './party-draft.ts';

/** Adds a person's name that a list writes `FAMILY, Given Names` in the order in which it is spoken; parts of the first name stay as properties. */
export function addPersonName(draft: PartyDraft, property: string, text: string | null): void {
  const turned = text === null ? undefined : turnName(text);
  if (turned === undefined) return addValue(draft, property, text);
  addValue(draft, property, `${turned.given} ${turned.family}`);
  if (property !== 'name') return;
  addValue(draft, 'lastName', turned.family);
  addValue(draft, 'firstName', turned.given);
}

const SUFFIX = /^(?:jr|sr|ii|iii|iv|dr|prof)\.?$/iu;

/** Undefined where there is no comma, or more than one, or only a suffix after it. */
export function turnName(text: string): { readonly given: string; readonly family: string } | undefined {
  const parts = text.split(',').map((part) => part.trim());
  const [family, given] = parts;
  if (parts.length !== 2 || !family || !given || SUFFIX.test(given)) return undefined;
  return { given, family };
}
