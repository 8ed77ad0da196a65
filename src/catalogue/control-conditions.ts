import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { wordsSchema } from './units.ts';
import { parseCatalogueFile, readCatalogueFile } from './yaml-file.ts';

const DEFAULT_FOLDER = fileURLToPath(new URL('../../catalogue/', import.meta.url));

/** A condition in words, and the beginnings of words, in small letters, by which a notice shows that it holds. */
export interface WordCondition {
  /** Words of the control lists. */
  readonly said: readonly string[];
  readonly words: readonly string[];
}

export interface ControlConditions {
  /** Of the conditions of one group one at most holds. */
  readonly groups: readonly (readonly WordCondition[])[];
  /** By `<list> <entry>`: what a notice must say for the entry to be meant. */
  readonly needs: ReadonlyMap<string, EntryNeed>;
}

export interface EntryNeed {
  /** What the text would have to say. */
  readonly missing: string;
  /** Why the entry is ruled out where it does not; null where it is left open. */
  readonly against: string | null;
  readonly words: readonly string[];
}

const languages = { zh: wordsSchema, ru: wordsSchema, uk: wordsSchema, en: wordsSchema };
const fileSchema = z.strictObject({
  groups: z.array(z.array(z.strictObject({ said: z.array(z.string()).min(1), ...languages })).min(1)),
  needs: z.array(z.strictObject({ entries: z.array(z.string()).min(1), missing: z.string(), against: z.string().optional(), ...languages })),
});

/** Reads control-conditions.yaml. Throws `catalogue-invalid`. */
export function loadControlConditions(folder: string = DEFAULT_FOLDER): ControlConditions {
  const { groups, needs } = parseCatalogueFile(readCatalogueFile(folder, 'control-conditions.yaml'), fileSchema);
  return {
    groups: groups.map((group) => group.map((condition): WordCondition => ({ said: condition.said, words: inSmallLetters(condition) }))),
    needs: new Map(
      needs.flatMap((need) => need.entries.map((entry): [string, EntryNeed] => [entry, { missing: need.missing, against: need.against ?? null, words: inSmallLetters(need) }])),
    ),
  };
}

function inSmallLetters({ zh, ru, uk, en }: { readonly zh: string[]; readonly ru: string[]; readonly uk: string[]; readonly en: string[] }): readonly string[] {
  return [...zh, ...ru, ...uk, ...en].map((word) => word.trim().toLowerCase());
}
