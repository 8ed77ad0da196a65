import { useCallback } from 'react';
import { useGlossary } from '../../../api/glossary.ts';
import type { Mark } from './marks.ts';

/** What the catalogue calls what a mark names, in the reader's language; undefined where it has no word of its own. Never a translation of the text. */
export function useGlosses(): (mark: Mark) => string | undefined {
  const { goods, intent, country } = useGlossary();
  return useCallback(
    (mark) => {
      if (!('mention' in mark)) return undefined;
      const { concept, id, kind, counted, role } = mark.mention;
      // A daisy is called after no jammer: what only shares its name with goods is none.
      if (!counted && (kind === 'tradeName' || role === 'place')) return undefined;
      if (concept !== undefined) return goods(concept);
      if (id === undefined) return undefined;
      return kind === 'intent' ? intent(id) : kind === 'place' && /^[A-Z]{2}(-|$)/.test(id) ? country(id.slice(0, 2)) : undefined;
    },
    [goods, intent, country],
  );
}
