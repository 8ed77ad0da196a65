import { z } from 'zod';
import { commaWords } from './comma-words.ts';

/** Shapes of `organisations.yaml` and `name-places.yaml`; unknown keys are errors, so that a misspelt one is noticed. */

const words = commaWords.optional();
const country = z
  .string()
  .regex(/^[a-z]{2}$/)
  .optional();

/** A concept with its words, or words made of other concepts (`words` and `is`). */
export const organisationsFileSchema = z.array(
  z
    .strictObject({
      concept: z
        .string()
        .regex(/^[a-z][a-z\d-]*$/, 'a concept is written in small letters, digits and hyphens')
        .optional(),
      kind: z.enum(['form', 'trade', 'place', 'number', 'title', 'particle']).optional(),
      country,
      brand: z.literal(true).optional(),
      generic: z.literal(true).optional(),
      words: z.string().min(1).optional(),
      is: words,
      zh: words,
      ru: words,
      uk: words,
      en: words,
      other: words,
      also: words,
    })
    .refine(({ concept, kind }) => (concept === undefined) === (kind === undefined), '"concept" and "kind" stand together')
    .refine(({ words: label, is }) => (label === undefined) === (is === undefined), '"words" and "is" stand together')
    .refine(({ concept, is }) => (concept === undefined) !== (is === undefined), 'either "concept" or "words"'),
);

/** One place a line, as YAML lists they would take half of the loading time. Without a country: wider than one. */
export const namePlacesFileSchema = z.array(z.strictObject({ country, list: z.string().min(1) }));
