import { loadNameFrequencies } from '../../catalogue/name-frequencies.ts';
import { loadNameGlossary } from '../../catalogue/organisations.ts';
import { compileNameKnowledge, type NameKnowledge } from '../../screen/knowledge.ts';

let loaded: NameKnowledge | undefined;

/** What names are analysed by, from the catalogue of the package; loaded once. Throws `catalogue-invalid`. */
export function openNameKnowledge(): NameKnowledge {
  return (loaded ??= compileNameKnowledge({ glossary: loadNameGlossary(), frequencies: loadNameFrequencies() }));
}
