import { z } from 'zod';
import { lang } from './notice.ts';

const words = z.array(z.string());
const day = z.string().describe('ISO day');

export const controlEntry = z
  .object({
    regime: z.string(),
    list: z.string(),
    entry: z.string(),
    heading: z.string().describe('empty on lists of HS codes'),
    codes: words,
    thresholds: z.array(
      z.object({
        parameter: z.string(),
        op: z.enum(['>', '>=', '<', '<=', '=', 'in']),
        value: z.union([z.number(), z.string()]),
        unit: z.string(),
        note: z.string().optional(),
        branch: z.string().optional(),
      }),
    ),
    combine: z.enum(['all', 'any']),
    conditions: z.string(),
    notInScope: z.string().optional(),
    from: day.nullable(),
    to: day.nullable().describe('the day from which it applies no more'),
    suspended: z.object({ from: day, to: day, by: z.string() }).optional(),
    unverified: z.literal(true).optional(),
    asOf: day.describe('of the text that was read'),
    tier: z.string().optional(),
    annex: z.string().optional(),
    reason: z.string().optional(),
    instrument: z.literal(true).optional(),
    repealedBy: z.string().optional(),
    source: z.string(),
    confidence: z.enum(['verbatim', 'transcribed', 'secondary']),
  })
  .meta({ id: 'ControlEntry' });

const onDay = {
  status: z.string().describe('on the day that was asked for, with its dates'),
  state: z.enum(['in force', 'not yet', 'repealed', 'suspended', 'unverified']),
  certain: z.boolean().describe('false where the data cannot tell'),
};

export const term = z
  .object({
    concept: z.string().nullable(),
    text: z.string(),
    lang,
    strength: z.enum(['hard', 'soft']),
    kind: z.enum(['term', 'translationese', 'abbreviation', 'slang', 'designation', 'tradeName', 'partNumber']),
    matchCase: z.boolean(),
    guards: z.object({ notBefore: words, notAfter: words, needs: words }),
    maker: z.string().optional(),
    yieldsTo: words.optional(),
    also: words.optional(),
    note: z.string().optional(),
  })
  .meta({ id: 'Term' });

export const conceptInFull = z
  .object({
    id: z.string(),
    definition: z.string(),
    civilUse: z.enum(['low', 'medium', 'high']),
    sources: words,
    hs6: words,
    controls: words,
    notControls: z.record(z.string(), z.string()),
    chpl: z.record(z.string(), z.string()).describe('HS code → tier of the Common High Priority List'),
    terms: z.array(term).optional(),
    codes: z.array(z.object({ scheme: z.string(), code: z.string() })),
    candidates: z.array(z.object({ entry: controlEntry, via: z.enum(['entry', 'hs']), ...onDay })),
    exclusions: z.array(z.object({ entry: controlEntry, why: z.string() })),
  })
  .meta({ id: 'Concept' });

const named = z.array(z.object({ code: z.string(), label: z.string() }));

export const codeAnswer = z
  .object({
    typed: z.string(),
    date: z.string(),
    meanings: z.array(
      z.object({
        scheme: z.string(),
        code: z.string(),
        form: z.string(),
        label: z.string().nullable(),
        parents: named.describe('from the widest down'),
        children: named,
        controls: z.array(
          z.object({
            entry: controlEntry,
            relation: z.enum(['is', 'above', 'below']).describe('the list names this code, a wider one, or a narrower one'),
            by: z.string(),
            ...onDay,
          }),
        ),
        concepts: words,
        notes: words,
      }),
    ),
    problem: z.string().nullable(),
    nearest: z.string().nullable(),
  })
  .meta({ id: 'CodeAnswer' });

export const controlList = z
  .object({
    id: z.string(),
    regime: z.string(),
    name: z.string(),
    asOf: day.describe('of the newest text that was read'),
    texts: z
      .array(z.object({ asOf: day, entries: z.number().int() }))
      .describe('how many entries come from the text of which day, newest first'),
    completeness: z.string(),
    secondary: z.string(),
    credit: z.string(),
    basis: z.enum(['entry', 'hs', 'mixed']),
    entries: z.number().int(),
  })
  .meta({ id: 'ControlList' });
