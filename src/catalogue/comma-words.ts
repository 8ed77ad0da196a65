import { z } from 'zod';

/** Words with a comma and a blank between them: as YAML lists they would take half of the loading time. */
export const commaWords = z
  .string()
  .min(1)
  .transform((text) => text.split(', '));
