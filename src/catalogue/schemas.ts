import { z } from 'zod';
import { commaWords } from './comma-words.ts';

/** Shapes of the YAML files; unknown keys are errors, so that a misspelt one is noticed. */

const lang = z.enum(['zh', 'ru', 'uk', 'en']);
const strength = z.enum(['hard', 'soft']).default('hard');
const words = z.array(z.string().min(1));
const noWords = commaWords.optional();

const guardLists = { notBefore: noWords, notAfter: noWords, needs: noWords };

export const guardsFileSchema = z.record(z.string(), z.strictObject(guardLists));

/** Options that one line of a list of terms may have. */
export const TERM_OPTIONS = ['maker', 'guards', 'notBefore', 'notAfter', 'needs', 'yields', 'also'] as const;

const termGroup = z.strictObject({
  lang,
  kind: z.enum(['term', 'translationese', 'abbreviation', 'slang', 'designation', 'tradeName', 'partNumber']).default('term'),
  strength,
  case: z.boolean().default(false),
  list: z.string().min(1),
});

const codeList = z.array(z.string().regex(/^[\dA-Z][\dA-Za-z.-]{1,15}$/)).optional();

export const goodsFileSchema = z.strictObject({
  concept: z.string().regex(/^[a-z][a-z_]*$/),
  definition: z.string().min(1),
  civilUse: z.enum(['low', 'medium', 'high']),
  sources: words.min(1),
  hs6: z.array(z.string().regex(/^\d{6}$/)),
  controls: words,
  notControls: z.record(z.string(), z.string().min(1)).default({}),
  chpl: z.record(z.string().regex(/^\d{6}$/), z.string()).default({}),
  codes: z
    .strictObject({
      hs: codeList,
      /** HS headings whose own name is these goods, though others fall under them too. */
      headings: codeList,
      eccn: codeList,
      okpd2: codeList,
      cpv: codeList,
      cas: codeList,
      cnProcurement: codeList,
      cnTariff: codeList,
      cnControl: codeList,
      fsc: codeList,
    })
    .default({}),
  terms: z.array(termGroup),
});

export const notGoodsFileSchema = z.array(z.strictObject({ lang, list: z.string().min(1) }));

export const intentsFileSchema = z.array(
  z.strictObject({
    intent: z.string().regex(/^[a-z_]+$/),
    lang,
    strength,
    notBefore: noWords,
    notAfter: noWords,
    beside: noWords,
    list: z.string().min(1),
  }),
);

const placeNames = {
  zh: noWords,
  ru: noWords,
  uk: noWords,
  en: noWords,
  zhSoft: noWords,
  ruSoft: noWords,
  ukSoft: noWords,
  enSoft: noWords,
};

export const placesFileSchema = z.array(
  z.strictObject({
    place: z.string().regex(/^[A-Z0-9-]{2,10}$/),
    type: z.enum(['country', 'city', 'region', 'occupied', 'territory', 'group']),
    iso: z.string().optional(),
    ...placeNames,
  }),
);

export const rolesFileSchema = z.array(
  z.strictObject({
    role: z.enum(['goods', 'part', 'service', 'show', 'toy', 'software', 'place', 'news', 'merchandise', 'other']),
    lang,
    side: z.enum(['before', 'after', 'both']),
    within: z.int().min(0).max(60),
    closes: z.boolean().default(false),
    frame: z.boolean().default(false),
    needsHead: z.boolean().default(false),
    concepts: words.optional(),
    list: z.string().min(1),
  }),
);

export const makersFileSchema = z.record(z.string().regex(/^[A-Z]{2}$/), words);
