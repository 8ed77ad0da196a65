import { z } from 'zod';
import { CUTS } from '../../model/mention.ts';
import { lang } from './notice.ts';

const offsets = { start: z.number().int(), end: z.number().int() };
const words = z.array(z.string());
const reasons = z.array(z.object({ text: z.string(), span: z.object(offsets).optional() }));

/** Offsets are UTF-16 of the text that was read. */
export const mention = z
  .object({
    ...offsets,
    kind: z.enum(['good', 'party', 'place', 'parameter', 'code', 'tradeName', 'intent', 'date', 'contact']),
    text: z.string(),
    lang,
    concept: z.string().optional(),
    id: z.string().optional(),
    role: z.string().optional().describe('what the term does in its sentence; only `goods` counts'),
    counted: z.boolean(),
    strength: z.enum(['hard', 'soft']),
    note: z.string().optional(),
    rule: z
      .object({ term: z.string(), kind: z.string(), lang, source: z.string() })
      .optional()
      .describe('the line of the catalogue that found it: the term as its file has it, of which kind, in which file'),
  })
  .meta({ id: 'Mention' });

export const finding = z
  .object({
    indicator: z.string().optional(),
    alsoIn: words.optional().describe('the same red flag in other documents'),
    partOf: words.optional().describe('red flags that say more than a notice can show: this is a part of them'),
    control: z
      .object({
        regime: z.string(),
        list: z.string(),
        entry: z.string(),
        inForceFrom: z.string().nullable(),
        inForceTo: z.string().nullable(),
      })
      .optional(),
    goods: words.optional(),
    title: z.string(),
    status: z.enum(['met', 'unmet', 'unstated', 'candidate', 'seen', 'absent']),
    for: reasons,
    against: reasons,
    missing: words.describe('what the text would have to say'),
    source: z.string(),
    confidence: z.enum(['verbatim', 'transcribed', 'secondary']).optional(),
    item: z.number().int().nullable(),
  })
  .meta({
    id: 'Finding',
    description: 'A control that may apply, or a red flag: a candidate for a person to check, never a classification.',
  });

const item = z.object({
  ...offsets,
  number: z.number().int(),
  text: z.string(),
  goods: words,
  quantity: z.object({ value: z.number(), unit: z.string() }).nullable(),
  budget: z.object({ value: z.number(), currency: z.string() }).nullable(),
  orEquivalent: z.boolean(),
});

const parameter = z.object({
  ...offsets,
  text: z.string(),
  measured: z.string(),
  label: z.string().nullable(),
  property: z.string().optional(),
  comparator: z.enum(['=', '>', '>=', '<', '<=', 'range', 'about']),
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.string(),
  writtenUnit: z.string(),
  item: z.number().int().nullable(),
});

const party = z.object({
  ...offsets,
  role: z.enum(['buyer', 'seller', 'endUser', 'consignee', 'agent', 'publisher', 'destination', 'transit', 'contact']),
  text: z.string(),
  named: z.boolean(),
  kind: z.enum(['organisation', 'person', 'place', 'phone', 'mail', 'address', 'messenger']),
  place: z.string().optional(),
  because: z.string(),
  masked: z.boolean().optional(),
  acts: z.enum(['forItself', 'onBehalf']).optional(),
  field: z.string().optional(),
});

const term = z.object({
  ...offsets,
  term: z.enum(['deadline', 'channel']),
  text: z.string(),
  date: z.string().nullable(),
  because: z.string(),
  masked: z.boolean().optional(),
});

/** What is said of a text, beside its language and goods. */
export const weighed = {
  mentions: z.array(mention),
  parties: z.array(party),
  terms: z.array(term),
  items: z.array(item),
  parameters: z.array(parameter),
  findings: z.array(finding),
  cut: z
    .array(z.enum(CUTS))
    .optional()
    .describe(
      'only where the text has more than 10,000 mentions of one term, 50,000 codes, 5,000 line items or 10,000 values: what stands behind these is not told',
    ),
  garbled: z
    .object({ written: z.string().nullable(), readAs: z.string().nullable() })
    .optional()
    .describe(
      'only where the text is evidently not as it was written, and what it names cannot be found: bytes in one encoding (`written`) were read as another, or letters were lost (both null)',
    ),
};

export const analysis = z.object({ lang, goods: words, recipe: z.string(), ...weighed }).meta({ id: 'Analysis' });

export const textMatch = z
  .object({
    ...offsets,
    key: z.string().describe('names the match for a decision'),
    id: z.string(),
    caption: z.string(),
    matchedName: z.string(),
    score: z.number(),
    list: z.string(),
    listing: z.string(),
    explanation: z.object({
      text: z.string(),
      alignment: z.array(
        z.object({ a: z.string().nullable(), b: z.string().nullable(), kind: z.string(), link: z.string(), similarity: z.number() }),
      ),
      for: words,
      against: words,
    }),
    text: z.string(),
    field: z.string().optional(),
    role: z.string().optional(),
    decision: z.looseObject({ verdict: z.enum(['hit', 'cleared', 'unsure']) }).optional(),
  })
  .meta({ id: 'TextMatch' });
