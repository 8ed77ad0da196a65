import { sha256 } from '../model/digest.ts';
import { DualwatchError } from '../model/errors.ts';
import { CATALOGUE_FOLDER, readCatalogueFile } from './yaml-file.ts';

/** How common pairs of Han characters and stems of words are in procurement notices of any source. */
export interface ShingleFrequencies {
  readonly recipe: string;
  /** Pair or stem, folded → share of notices that have it, above 0 and at most 1. What is absent is rare. */
  readonly shares: ReadonlyMap<string, number>;
}

/**
 * Reads `shingle-frequencies.tsv`: lines of `log2 of the share ⇥ pairs and stems`. It comes with the package, so that two texts are judged alike whatever
 * else is stored. Throws `catalogue-invalid` with the line.
 */
export function loadShingleFrequencies(folder: string = CATALOGUE_FOLDER): ShingleFrequencies {
  const { name, source } = readCatalogueFile(folder, 'shingle-frequencies.tsv');
  const shares = new Map<string, number>();
  for (const [index, line] of source.split('\n').entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const [exponent, words] = line.split('\t');
    const share = 2 ** Number(exponent || 'NaN');
    if (words === undefined || !(share > 0 && share <= 1))
      throw new DualwatchError(
        'catalogue-invalid',
        `${name}, line ${index + 1}: expected a number of at most 0 and words, with a tab between`,
      );
    for (const word of words.split(' ')) shares.set(word, share);
  }
  return { recipe: sha256(source).slice(0, 12), shares };
}
