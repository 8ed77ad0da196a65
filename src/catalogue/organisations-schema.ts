import { z } from 'zod';

/** Shape of `organisations.yaml` and `name-places.yaml`; unknown keys are errors, so that a misspelt one is noticed. */

const commaWords = z.string().min(1).transform((text) => text.split(', '));
const words = commaWords.optional();
const conceptId = z.string().regex(/^[a-z][a-z\d-]*$/);

const wordLists = { zh: words, ru: words, uk: words, en: words, other: words, also: words };

const conceptEntry = z.strictObject({
  concept: conceptId,
  kind: z.enum(['form', 'trade', 'place', 'number', 'title', 'particle']),
  country: z.string().regex(/^[a-z]{2}$/).optional(),
  brand: z.literal(true).optional(),
  ...wordLists,
});

/** Words that are made of other concepts. */
const composedEntry = z.strictObject({ words: z.string().min(1), is: commaWords, ...wordLists });

export const nameGlossarySchema = z.array(z.union([conceptEntry, composedEntry]));

export type NameEntry = z.output<typeof conceptEntry> | z.output<typeof composedEntry>;
