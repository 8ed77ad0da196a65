import { readFileSync } from 'node:fs';
import { z } from 'zod';

const NearMissSchema = z.strictObject({
  id: z.string().regex(/^n\d+$/),
  lang: z.enum(['zh', 'ru', 'uk', 'en']),
  text: z.string().min(1),
  /** Concepts of the goods; empty for an ordinary purchase in words of watched goods. */
  goods: z.array(z.string().regex(/^[a-z_]+$/)),
  note: z.string(),
});

/** A title of `test/fixtures/goods/near-misses.jsonl`, by a writer who had not seen the rules. */
export type NearMiss = Readonly<z.infer<typeof NearMissSchema>>;

/** All titles, or those with odd numbers, which are held out: nobody who mends the rules reads them; or the others. Throws `ZodError`. */
export function readNearMisses(half: 'even' | 'odd' | 'all'): NearMiss[] {
  return readFileSync(new URL('../../test/fixtures/goods/near-misses.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => NearMissSchema.parse(JSON.parse(line)))
    .filter((row) => half === 'all' || isHeldOutNearMiss(row) === (half === 'odd'));
}

export function isHeldOutNearMiss({ id }: Pick<NearMiss, 'id'>): boolean {
  return Number(id.slice(1)) % 2 === 1;
}
