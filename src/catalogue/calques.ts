import { z } from 'zod';
import { DualwatchError } from '../model/errors.ts';
import { commaWords } from './comma-words.ts';
import { parseCatalogueFile } from './yaml-file.ts';
import type { CatalogueFile } from './yaml-file.ts';

export type CalqueLang = 'zh' | 'ru' | 'uk' | 'en';

/** What names of goods are made of, and which parts together name goods. */
export interface Calques {
  /** Words of each part by language; a bar ends what all forms of a word share. */
  readonly parts: ReadonlyMap<string, CalquePart>;
  readonly compounds: readonly CalqueCompound[];
}

export interface CalquePart {
  readonly words: Readonly<Record<CalqueLang, readonly string[]>>;
  /** Many names have it: it tells nothing. */
  readonly weak: boolean;
}

export interface CalqueCompound {
  readonly concept: string;
  /** For each place of the compound the parts that may fill it. */
  readonly places: readonly (readonly string[])[];
  readonly langs: readonly CalqueLang[];
}

const LANGS = ['zh', 'ru', 'uk', 'en'] as const;

const schema = z.strictObject({
  parts: z.record(
    z.string().regex(/^[a-z]+$/),
    z.strictObject({ weak: z.boolean().default(false), zh: commaWords, ru: commaWords, uk: commaWords, en: commaWords }),
  ),
  compounds: z.record(z.string(), z.string().min(1)),
});

/** Reads `calques.yaml`. Throws `catalogue-invalid` where a compound names no concept, an unknown part, or fewer than two telling ones. */
export function readCalques(file: CatalogueFile, concepts: ReadonlySet<string>): Calques {
  const data = parseCatalogueFile(file, schema);
  const parts = new Map(
    Object.entries(data.parts).map(([id, { weak, zh, ru, uk, en }]): [string, CalquePart] => [id, { weak, words: { zh, ru, uk, en } }]),
  );
  const wrong = (line: string, what: string): DualwatchError => new DualwatchError('catalogue-invalid', `${file.name}, "${line}": ${what}`);
  const compounds = Object.entries(data.compounds).flatMap(([concept, list]) =>
    list
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line): CalqueCompound => {
        const [names = '', langs] = line.split(' @');
        const places = names
          .trim()
          .split(' ')
          .map((place) => place.split('/'));
        const stranger = places.flat().find((part) => !parts.has(part));
        if (stranger !== undefined) throw wrong(line, `no part "${stranger}"`);
        if (!concepts.has(concept)) throw wrong(line, `no concept "${concept}"`);
        if (places.filter((place) => place.some((part) => parts.get(part)?.weak === false)).length < 2)
          throw wrong(line, 'a compound wants two parts that tell something');
        return { concept, places, langs: langs === undefined ? LANGS : LANGS.filter((lang) => langs.split(',').includes(lang)) };
      }),
  );
  return { parts, compounds };
}
