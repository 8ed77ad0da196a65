import type { GlossaryUnit } from '../knowledge.ts';
import type { NamePart } from './name-part.ts';

/** Parts for the units of one word or phrase of the glossary. `spelled`: what it would be as a plain word, in case the other side writes it so. */
export function unitParts(
  units: readonly GlossaryUnit[],
  name: string,
  { start, end }: { readonly start: number; readonly end: number },
  spelled: readonly string[],
): readonly NamePart[] {
  return units.map(({ key, also, kind, weight, bits }) => ({
    kind,
    text: name.slice(start, end),
    start,
    end,
    keys: [key, ...also, ...spelled],
    weight,
    bits,
    by: kind === 'number' ? 'number' : 'glossary',
    group: 0,
  }));
}
