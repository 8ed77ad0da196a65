import { z } from 'zod';
import { sha256 } from '../model/digest.ts';
import { DualwatchError } from '../model/errors.ts';
import { CATALOGUE_FOLDER, parseCatalogueFile, readCatalogueFile } from './yaml-file.ts';

/** What those whom Chinese calls by names of its own are called in Latin letters. */
export interface KnownNames {
  /** Short hash of the file that was read. */
  readonly recipe: string;
  /** By the name in simplified Han: the names in Latin letters, at least one. */
  readonly names: ReadonlyMap<string, readonly string[]>;
}

const knownNamesSchema = z.array(z.strictObject({ about: z.string().min(1), list: z.string().min(1) }));

/**
 * Reads and checks `known-names.yaml`, names of bodies, in `folder` (by default the one that comes with the package): lines of `海康威视: Hikvision`. Throws
 * `catalogue-invalid` with the file and the line; a name that stands twice is an error.
 */
export function loadKnownNames(folder: string = CATALOGUE_FOLDER): KnownNames {
  return load(folder, 'known-names.yaml', /^([\p{Script=Han}-]{2,}): (\P{Script=Han}+)$/u, '海康威视: Hikvision');
}

/** The same for `foreign-surnames.yaml`, family names of foreigners: `沃克: Walker`. */
export function loadForeignSurnames(folder: string = CATALOGUE_FOLDER): KnownNames {
  return load(folder, 'foreign-surnames.yaml', /^(\p{Script=Han}{1,8}): (\P{Script=Han}+)$/u, '沃克: Walker');
}

function load(folder: string, name: string, written: RegExp, example: string): KnownNames {
  const file = readCatalogueFile(folder, name);
  const names = new Map<string, readonly string[]>();
  for (const { list } of parseCatalogueFile(file, knownNamesSchema))
    for (const line of list.split('\n')) {
      if (line.trim() === '') continue;
      const [, han, latin] = written.exec(line) ?? [];
      if (han === undefined || latin === undefined)
        throw new DualwatchError('catalogue-invalid', `${file.name}, line "${line}": write it as "${example}"`);
      if (names.has(han))
        throw new DualwatchError('catalogue-invalid', `${file.name}, line "${line}": the name stands twice; put all into one line`);
      names.set(han, latin.split(', '));
    }
  return { recipe: sha256(file.source).slice(0, 12), names };
}
