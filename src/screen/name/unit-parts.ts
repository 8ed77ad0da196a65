import type { GlossaryUnit } from './phrase-tree.ts';
import type { NamePart } from './name-part.ts';

/** Parts for the units of one word or phrase of the glossary. `spelled`: what it would be as a plain word, in case the other side writes it so; `whole` the same of a word that stands for several. */
export function unitParts(
  units: readonly GlossaryUnit[],
  name: string,
  { start, end }: { readonly start: number; readonly end: number },
  spelled: readonly string[],
  whole?: string,
  abbreviation?: string,
): readonly NamePart[] {
  return units.map(({ key, also, kind, weight, bits, russian }, n) => ({
    kind,
    text: name.slice(start, end),
    start,
    end,
    keys: [key, ...also, ...spelled],
    weight,
    bits,
    by: kind === 'number' ? 'number' : 'glossary',
    ...(whole === undefined ? {} : { whole }),
    ...russianOf(abbreviation === undefined ? russian : n === 0 ? abbreviation : ''),
    group: 0,
  }));
}

function russianOf(letters: string | undefined): Pick<NamePart, 'russian'> {
  return letters === undefined ? {} : { russian: letters };
}
