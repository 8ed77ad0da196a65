import { digestOfFiles } from '../../catalogue/files-digest.ts';
import { loadNameCatalogue } from '../../catalogue/name-catalogue.ts';
import { sha256 } from '../../model/digest.ts';
import { compileNameKnowledge, type NameKnowledge } from '../../screen/knowledge.ts';
import { codeDigest, type DigestedFolder } from './code-digest.ts';
import { keptValue } from './kept-values.ts';

/** Files that answers come from: the catalogue of names, and the code that analyses, finds and scores. */
const FILES = [
  'organisations.yaml',
  'name-places.yaml',
  'name-frequencies.tsv',
  'given-names.yaml',
  'name-forms.tsv',
  'person-words.yaml',
  'known-names.yaml',
  'foreign-surnames.yaml',
];
const CODE: readonly DigestedFolder[] = ['screen', 'text'];

let loaded: NameKnowledge | undefined;

/** What names are analysed by, from the catalogue of the package; loaded once. Throws `catalogue-invalid`. */
export function openNameKnowledge(): NameKnowledge {
  return (loaded ??= kept());
}

function kept(): NameKnowledge {
  // part of the recipe, so that no receipt names a recipe that is no more
  const code = sha256(`${digestOfFiles(FILES)} ${codeDigest(CODE)}`).slice(0, 16);
  return keptValue('names', code, () => compileNameKnowledge({ ...loadNameCatalogue(), code }));
}
