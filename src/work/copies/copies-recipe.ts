import { digestOfFiles } from '../../catalogue/files-digest.ts';
import { sha256 } from '../../model/digest.ts';

/** Counts up when code changes which notices are copies of one another. */
const CODE_VERSION = 13;
/** Counts up when code changes what an index holds. */
const INDEX_VERSION = 7;

const FILES = ['stages.yaml', 'copy-fields.yaml', 'shingle-frequencies.tsv', 'items.yaml', 'trade-roles.yaml'];

/** Version of code and knowledge behind copies: notices that were compared under another are compared again. */
export function copiesRecipe(): string {
  return sha256(`copies ${CODE_VERSION} ${digestOfFiles(FILES)}`).slice(0, 12);
}

/** Version of code and knowledge behind the index: of another it is built anew. */
export function copyIndexRecipe(): string {
  return sha256(`copy index ${INDEX_VERSION} ${digestOfFiles(FILES)}`).slice(0, 12);
}
