import type { AnalysedName } from '../name/name-part.ts';

/**
 * Keys that two writings of one name share: its parts by their first keys, in alphabetical order, without forms, titles and particles.
 * Undefined where nothing distinctive is left: a form or trade word alone names nobody.
 */
export function nameKey({ parts, family }: AnalysedName): string | undefined {
  const keys = new Set<string>();
  let telling = false;
  for (const part of parts) {
    if (part.kind === 'form' || part.kind === 'title' || part.kind === 'particle') continue;
    if (part.kind === 'word') telling = true;
    keys.add(part.keys[0] ?? '');
  }
  return telling ? `${family.charAt(0)} ${[...keys].toSorted().join(' ')}` : undefined;
}

/** Information of a name's parts in bits, of organisations without places; and how many distinctive words it has. */
export function tellingOf({ parts, family }: AnalysedName): { readonly bits: number; readonly words: number } {
  let [bits, words] = [0, 0];
  for (const part of parts) {
    if (part.kind === 'word') words += 1;
    if (part.kind === 'word' || part.kind === 'number' || (part.kind === 'trade' && family !== 'person')) bits += part.bits;
  }
  return { bits, words };
}
