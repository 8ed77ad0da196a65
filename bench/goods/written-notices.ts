import { readFileSync, readdirSync } from 'node:fs';
import { z } from 'zod';
import { DualwatchError } from '../../src/model/errors.ts';

const NoticeSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z]\d+$/),
    lang: z.enum(['zh', 'ru', 'uk', 'en']),
    text: z.string().min(1),
    /** Concepts of the catalogue or of `corpus/concepts.json` that the notice buys or sells. */
    goods: z.array(z.string().regex(/^[a-z_]+$/)),
    /** `near-miss`: words of watched goods where none are meant. */
    kind: z.enum(['positive', 'ordinary', 'near-miss']),
    /** The words of the text that name the goods. */
    terms: z.array(z.string()),
    note: z.string(),
    /** Of long notices: how many line items are goods of concepts, numbers of terms, buyer and place of delivery as written. */
    items: z.int().optional(),
    quantities: z.record(z.string(), z.number()).optional(),
    buyer: z.string().nullable().optional(),
    destination: z.string().nullable().optional(),
  })
  .refine(({ kind, goods }) => (kind === 'positive') === goods.length > 0, 'a positive notice has goods, any other none')
  .refine(({ text, terms }) => terms.every((term) => text.includes(term)), 'terms are words of the text');

/** A notice of `test/fixtures/goods/notices-*.jsonl`, by a writer who had not seen catalogue, rules or other notices. */
export type WrittenNotice = Readonly<z.infer<typeof NoticeSchema>>;

const FOLDER = new URL('../../test/fixtures/goods/', import.meta.url);

/** All written notices. Throws `input-malformed` with file and line for a row of another shape or an id that is given twice. */
export function readWrittenNotices(): WrittenNotice[] {
  const seen = new Set<string>();
  return readdirSync(FOLDER)
    .filter((file) => /^notices-.*\.jsonl$/.test(file))
    .flatMap((file) =>
      readFileSync(new URL(file, FOLDER), 'utf8')
        .trim()
        .split('\n')
        .map((line, index) => parseNotice(line, `${file}:${index + 1}`, seen)),
    );
}

/** Which writers wrote it: titles and a few lines by the first, the same by a second one (held out as a whole), whole pages of a portal. */
export function setOf({ id }: WrittenNotice): 'first' | 'second' | 'pages' {
  return id.startsWith('l') ? 'pages' : id.startsWith('x') ? 'second' : 'first';
}

/** Notices with odd numbers are held out: they are scored, and nobody who mends the rules reads them. */
export function isHeldOut({ id }: WrittenNotice): boolean {
  return Number(id.slice(1)) % 2 === 1;
}

function parseNotice(line: string, where: string, seen: Set<string>): WrittenNotice {
  const { data, error } = NoticeSchema.safeParse(JSON.parse(line));
  // the row itself stays unsaid: it may be held out
  if (error)
    throw new DualwatchError(
      'input-malformed',
      `${where}: ${error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}`,
    );
  if (seen.has(data.id)) throw new DualwatchError('input-malformed', `${where}: the id ${data.id} is given twice`);
  seen.add(data.id);
  return data;
}
