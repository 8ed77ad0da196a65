import { z } from 'zod';
import { DualwatchError } from '../model/errors.ts';
import type { ControlEntry, ControlThreshold } from '../model/control-entry.ts';
import type { ControlList } from './controls.ts';
import type { CatalogueFile } from './yaml-file.ts';

/** Shapes of the lines of controls/*.jsonl: first the list, then one entry a line. Unknown keys are errors. */

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const confidence = z.enum(['verbatim', 'transcribed', 'secondary']);
const op = z.enum(['>', '>=', '<', '<=', '=', 'in']);
const value = z.union([z.number(), z.string().min(1)]);

const headSchema = z.strictObject({
  list: z.string().regex(/^[a-z\d-]+$/),
  regime: z.enum(['CN', 'US', 'EU', 'UK', 'RU', 'JP', 'G7']),
  name: z.string().min(1),
  asOf: isoDate,
  completeness: z.string().min(1),
  secondary: z.string(),
  credit: z.string().min(1),
  basis: z.enum(['entry', 'hs', 'mixed']),
  /** Conditions of all entries that give none. */
  conditions: z.string().default(''),
  sources: z.record(z.string(), z.strictObject({ text: z.string().min(1), confidence, url: z.string().optional() })),
});

/** `[parameter, op, value, unit, note, branch]`, as JSON has them in one line. */
const testSchema = z.tuple([z.string().min(1), op, value, z.string()], z.string());

const lineSchema = z.strictObject({
  entry: z.string().min(1),
  heading: z.string().default(''),
  codes: z.array(z.string().regex(/^\d{4,10}$/)).default([]),
  tests: z.array(testSchema).default([]),
  combine: z.enum(['all', 'any']).default('all'),
  conditions: z.string().optional(),
  not: z.string().optional(),
  from: isoDate.optional(),
  to: isoDate.optional(),
  suspended: z.strictObject({ from: isoDate, to: isoDate, by: z.string() }).optional(),
  repealed: z.string().optional(),
  unverified: z.literal(true).optional(),
  asOf: isoDate.optional(),
  tier: z.string().optional(),
  annex: z.string().optional(),
  reason: z.string().optional(),
  kind: z.literal('instrument').optional(),
  note: z.string().optional(),
  source: z.string().min(1),
});

/** Reads one list. Throws `catalogue-invalid` with file, line and what is wrong. */
export function readControlFile(file: CatalogueFile): ControlList {
  const [first = '', ...lines] = file.source.split('\n');
  const head = parseLine(file.name, 1, first, headSchema);
  const entries: ControlEntry[] = [];
  const seen = new Set<string>();
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const data = parseLine(file.name, index + 2, line, lineSchema);
    const source = head.sources[data.source];
    if (source === undefined) throw wrong(file.name, index + 2, `no source "${data.source}" in the first line; state it there`);
    const key = `${data.entry} ${data.annex ?? ''}`;
    if (seen.has(key)) throw wrong(file.name, index + 2, `entry ${data.entry} stands twice; keep one`);
    seen.add(key);
    entries.push(entryOf(head, data, source));
  }
  const { list: id, regime, name, asOf, completeness, secondary, credit, basis } = head;
  return { id, regime, name, asOf, texts: textsOf(entries), completeness, secondary, credit, basis, entries };
}

function textsOf(entries: readonly ControlEntry[]): ControlList['texts'] {
  return [...Map.groupBy(entries, ({ asOf }) => asOf)]
    .map(([asOf, ofText]) => ({ asOf, entries: ofText.length }))
    .toSorted((a, b) => (a.asOf < b.asOf ? 1 : -1));
}

type Head = z.output<typeof headSchema>;
type Line = z.output<typeof lineSchema>;

function entryOf(head: Head, line: Line, source: Head['sources'][string]): ControlEntry {
  const { entry, heading, codes, combine, suspended, tier, annex, reason } = line;
  return {
    regime: head.regime,
    list: head.list,
    entry,
    heading,
    codes: codes.length === 0 && /^\d{4,10}$/.test(entry) ? [entry] : codes,
    thresholds: line.tests.map(([parameter, op, value, unit, note, branch]): ControlThreshold => ({
      parameter,
      op,
      value,
      unit,
      ...(note ? { note } : {}),
      ...(branch ? { branch } : {}),
    })),
    combine,
    conditions: line.conditions ?? head.conditions,
    ...(line.not === undefined ? {} : { notInScope: line.not }),
    from: line.from ?? null,
    to: line.to ?? null,
    ...(suspended === undefined ? {} : { suspended }),
    ...(line.unverified === undefined ? {} : { unverified: true }),
    asOf: line.asOf ?? head.asOf,
    ...(tier === undefined ? {} : { tier }),
    ...(annex === undefined ? {} : { annex }),
    ...(reason === undefined ? {} : { reason }),
    ...(line.kind === undefined ? {} : { instrument: true }),
    ...(line.repealed === undefined ? {} : { repealedBy: line.repealed }),
    source: source.url === undefined ? source.text : `${source.text}, ${source.url}`,
    confidence: source.confidence,
  };
}

function parseLine<Schema extends z.ZodType>(name: string, number: number, line: string, schema: Schema): z.output<Schema> {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch (cause) {
    throw new DualwatchError(
      'catalogue-invalid',
      `${name}, line ${number} is no JSON: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw wrong(name, number, `${issue?.path.map(String).join(' › ') || '(line)'}: ${issue?.message ?? 'wrong'}`);
}

function wrong(name: string, number: number, what: string): DualwatchError {
  return new DualwatchError('catalogue-invalid', `${name}, line ${number}: ${what}`);
}
