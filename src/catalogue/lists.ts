import { z } from 'zod';
import { DualwatchError } from '../model/errors.ts';
import { CATALOGUE_FOLDER, parseCatalogueFile, readCatalogueFile } from './yaml-file.ts';

const knownListSchema = z.strictObject({
  name: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  title: z.string().min(1),
  publisher: z.string().min(1),
  /** Code of FollowTheMoney; `zz` where the list is of no country. */
  country: z.string().regex(/^[a-z]{2}$/),
  languages: z.array(z.string().regex(/^[a-z]{2}$/)).min(1),
  /** Official addresses. The first is the list, the others are its companions. */
  files: z.array(z.url({ protocol: /^https$/ })).min(1),
  /** Name of the format for `parseList`; null where it cannot be read yet. */
  format: z.string().nullable(),
  licence: z.string().min(1),
  /** How often to look, as `--every` takes it. */
  every: z.string().regex(/^\d+[hd]$/),
  /** How often the publisher changes it. */
  rhythm: z.string().min(1),
  /** Whether the format has been read from a real file. */
  tested: z.boolean(),
  note: z.string().optional(),
});

/** A public list that can be added by its name. */
export type KnownList = Readonly<z.output<typeof knownListSchema>>;

/** The public lists of catalogue/lists.yaml by name. Throws `catalogue-invalid`. */
export function loadKnownLists(folder: string = CATALOGUE_FOLDER): ReadonlyMap<string, KnownList> {
  const file = readCatalogueFile(folder, 'lists.yaml');
  const lists = new Map<string, KnownList>();
  for (const list of parseCatalogueFile(file, z.array(knownListSchema))) {
    if (lists.has(list.name)) throw new DualwatchError('catalogue-invalid', `${file.name} has ${list.name} twice; rename one`);
    lists.set(list.name, list);
  }
  return lists;
}

let packaged: ReadonlyMap<string, KnownList> | undefined;

/** Those that come with the package, read once: to parse them takes some ten milliseconds. */
export function packagedLists(): ReadonlyMap<string, KnownList> {
  return (packaged ??= loadKnownLists());
}
