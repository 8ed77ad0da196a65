import type { AnalysedName } from '../name/name-part.ts';

/** A name of a listing, with what is asked of it again and again. */
export interface ProfileName extends AnalysedName {
  /**
   * What two writings of one name share: its parts by their first keys, in alphabetical order, without forms, titles and particles.
   * Undefined where nothing distinctive is left: a form or trade word alone names nobody.
   */
  readonly key: string | undefined;
  /** Information of its parts in bits, of organisations without places. */
  readonly bits: number;
  /** Distinctive words. */
  readonly words: number;
}

export function profileName(analysed: AnalysedName): ProfileName {
  const keys = new Set<string>();
  let [bits, words] = [0, 0];
  for (const part of analysed.parts) {
    if (part.kind === 'form' || part.kind === 'title' || part.kind === 'particle') continue;
    if (part.kind === 'word') words += 1;
    if (part.kind === 'word' || part.kind === 'number' || (part.kind === 'trade' && analysed.family !== 'person')) bits += part.bits;
    keys.add(part.keys[0] ?? '');
  }
  const key = words === 0 ? undefined : `${analysed.family.charAt(0)} ${[...keys].toSorted().join(' ')}`;
  return { ...analysed, key, bits, words };
}
