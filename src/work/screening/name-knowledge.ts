import { loadNameCatalogue } from '../../catalogue/name-catalogue.ts';
import { compileNameKnowledge, type NameKnowledge } from '../../screen/knowledge.ts';

let loaded: NameKnowledge | undefined;

/** What names are analysed by, from the catalogue of the package; loaded once. Throws `catalogue-invalid`. */
export function openNameKnowledge(): NameKnowledge {
  return (loaded ??= compileNameKnowledge(loadNameCatalogue()));
}
