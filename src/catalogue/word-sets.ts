import { z } from 'zod';
import { DualwatchError } from '../model/errors.ts';
import { parsePhraseList } from './phrase-list.ts';
import { parseCatalogueFile } from './yaml-file.ts';
import type { CatalogueFile } from './yaml-file.ts';

/** Words that stand for one another in terms, by set and language: `drones zh`. */
export type WordSets = ReadonlyMap<string, readonly string[]>;

const schema = z.array(
  z.strictObject({ set: z.string().regex(/^[a-z]+$/), lang: z.enum(['zh', 'ru', 'uk', 'en']), list: z.string().min(1) }),
);

/** Reads `word-sets.yaml`. Throws `catalogue-invalid`. */
export function readWordSets(file: CatalogueFile): WordSets {
  return new Map(
    parseCatalogueFile(file, schema).map(({ set, lang, list }) => [`${set} ${lang}`, parsePhraseList(list).map(({ text }) => text)]),
  );
}

const NAMED = /<([a-z]+)>/;

/** Each of the terms that a line with a set in it, `<drones>侦测`, stands for; the line itself where it has none. Throws `catalogue-invalid` where there is no such set. */
export function expandedTerms(line: string, lang: string, sets: WordSets): readonly string[] {
  const [named, set] = NAMED.exec(line) ?? [];
  if (named === undefined) return [line];
  const words = sets.get(`${set} ${lang}`);
  if (words === undefined) throw new DualwatchError('catalogue-invalid', `term "${line}": no set "${set}" of ${lang} in word-sets.yaml`);
  return words.map((word) => line.replace(named, word));
}
