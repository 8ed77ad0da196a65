import { z } from 'zod';

/** The JSON that others build on, as it was promised: no key more, none less. */

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const time = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
const state = z.enum(['present', 'changed', 'removed', 'blocked', 'unreachable']);
const removalKind = z.enum(['publisher', 'platform', 'account', 'moved', 'expired', 'status']);
const lang = z.enum(['zh', 'ru', 'uk', 'en', 'kk', 'und']);

const noticeKeys = {
  id: z.string().regex(/^n[0-9a-z]+$/),
  url: z.url(),
  aliases: z.array(z.string()),
  sources: z.array(z.strictObject({ id: z.string().regex(/^s[0-9a-z]+$/), name: z.string(), firstSeenAt: time })),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  publishedAt: z.string().nullable(),
  firstSeenAt: time,
  lagSeconds: z.number().int().nullable(),
  lastSeenPresentAt: time.nullable(),
  state,
  reason: z.string().nullable(),
  removal: z.strictObject({ kind: removalKind, firstSeenGoneAt: time, confirmedAt: time.nullable(), evidence: z.array(digest) }).optional(),
  pending: z
    .strictObject({ state: z.literal('removed'), reason: z.string().nullable(), since: time, waitsFor: z.enum(['sighting', 'person']) })
    .optional(),
  versions: z.number().int().min(0),
  goods: z.array(z.string()),
  tradeNames: z.array(z.string()),
  intents: z.array(z.string()),
  places: z.array(z.string()),
  destination: z.array(z.string().regex(/^[A-Z]{2}$/)),
  indicators: z.array(z.string()),
  controls: z.array(z.string()),
  copies: z.int().nonnegative(),
  copiesStanding: z.int().nonnegative(),
  copiesBefore: z.int().nonnegative(),
  listed: z.array(
    z.strictObject({
      list: z.string(),
      listing: z.string(),
      id: z.string(),
      caption: z.string(),
      score: z.number().min(0).max(1),
      verdict: z.enum(['hit', 'unsure']).optional(),
      publisher: z.literal(true).optional(),
    }),
  ),
  priority: z.number().int().min(0).max(100),
  reasons: z.array(z.string()),
  type: z.enum(['notice', 'report']),
  triage: z.strictObject({ state: z.enum(['new', 'dismissed', 'escalated']), assignee: z.string().nullable() }),
  /** An addition of ours: the language of the latest reading. */
  lang,
} as const;

export const mentionShape = z.strictObject({
  kind: z.enum(['good', 'party', 'place', 'parameter', 'code', 'tradeName', 'intent', 'date', 'contact']),
  concept: z.string().optional(),
  id: z.string().optional(),
  role: z.string().optional(),
  counted: z.boolean(),
  start: z.number().int().min(0),
  end: z.number().int().min(1),
  text: z.string().min(1),
  lang,
  strength: z.enum(['hard', 'soft']),
  note: z.string().optional(),
  rule: z.strictObject({ term: z.string().min(1), kind: z.string(), lang, source: z.string().regex(/^[\w/-]+\.yaml$/) }).optional(),
});

export const noticeShape = z.strictObject(noticeKeys);

export const captureShape = z.strictObject({
  ...noticeKeys,
  capture: digest.nullable(),
  observed: state,
  observedReason: z.string().nullable(),
  /** Captures made beside that of the visit. */
  beside: z.array(z.strictObject({ mode: z.enum(['browser', 'images']), capture: digest })).optional(),
});

const observation = z.strictObject({
  url: z.url(),
  at: time,
  state,
  reason: z.string().nullable(),
  basis: z.string().nullable(),
  removalKind: removalKind.nullable(),
  capture: digest.nullable(),
  confirms: digest.nullable(),
  reading: digest.nullable(),
  logIndex: z.number().int().min(0),
});

export const textMatchShape = z.strictObject({
  key: z.string().regex(/^m[0-9a-f]{24}$/),
  id: z.string(),
  caption: z.string(),
  matchedName: z.string(),
  score: z.number().min(0).max(1),
  list: z.string(),
  listing: z.string(),
  explanation: z.strictObject({
    text: z.string(),
    alignment: z.array(z.unknown()),
    for: z.array(z.string()),
    against: z.array(z.string()),
  }),
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  text: z.string().min(1),
  field: z.string().optional(),
  role: z.enum(['buyer', 'seller', 'endUser', 'consignee', 'agent', 'publisher']).optional(),
  decision: z
    .strictObject({
      verdict: z.enum(['hit', 'cleared', 'unsure']),
      why: z.string(),
      by: z.string(),
      at: time,
      holds: z.boolean(),
      lapsed: z.string().optional(),
    })
    .optional(),
});

export const changedNoticeShape = z.strictObject({
  notice: z.string(),
  title: z.string().nullable(),
  added: z.array(textMatchShape),
  changed: z.array(textMatchShape),
  removed: z.array(textMatchShape),
  lapsed: z.array(textMatchShape),
});

export const tradeShape = {
  parties: z.array(
    z.strictObject({
      role: z.enum(['buyer', 'seller', 'endUser', 'consignee', 'agent', 'publisher', 'destination', 'transit', 'contact']),
      start: z.number().int().min(0),
      end: z.number().int().min(0),
      text: z.string().min(1),
      named: z.boolean(),
      kind: z.enum(['organisation', 'person', 'place', 'phone', 'mail', 'address', 'messenger']),
      place: z.string().optional(),
      because: z.string().min(1),
      masked: z.literal(true).optional(),
      acts: z.enum(['forItself', 'onBehalf']).optional(),
      field: z.string().optional(),
    }),
  ),
  terms: z.array(
    z.strictObject({
      term: z.enum(['deadline', 'channel']),
      start: z.number().int().min(0),
      end: z.number().int().min(1),
      text: z.string().min(1),
      date: z.iso.date().nullable(),
      because: z.string().min(1),
      masked: z.literal(true).optional(),
    }),
  ),
} as const;

const reason = z.strictObject({
  text: z.string().min(1),
  span: z.strictObject({ start: z.number().int().min(0), end: z.number().int().min(0) }).optional(),
});
const orNull = <T extends z.ZodType>(shape: T) => shape.nullable();

/** What is weighed of a text: items, values, what may apply. */
export const weighedShape = {
  items: z.array(
    z.strictObject({
      number: z.number().int().min(1),
      start: z.number().int().min(0),
      end: z.number().int().min(0),
      text: z.string(),
      goods: z.array(z.string()),
      quantity: orNull(z.strictObject({ value: z.number(), unit: z.string() })),
      budget: orNull(z.strictObject({ value: z.number(), currency: z.string() })),
      orEquivalent: z.boolean(),
    }),
  ),
  parameters: z.array(
    z.strictObject({
      start: z.number().int().min(0),
      end: z.number().int().min(1),
      text: z.string().min(1),
      measured: z.string(),
      label: z.string().nullable(),
      property: z.string().optional(),
      comparator: z.enum(['=', '>', '>=', '<', '<=', 'range', 'about']),
      low: z.number().nullable(),
      high: z.number().nullable(),
      unit: z.string(),
      writtenUnit: z.string(),
      item: z.number().int().nullable(),
    }),
  ),
  findings: z.array(
    z.strictObject({
      indicator: z.string().optional(),
      alsoIn: z.array(z.string()).optional(),
      partOf: z.array(z.string()).optional(),
      control: z
        .strictObject({
          regime: z.string(),
          list: z.string(),
          entry: z.string(),
          inForceFrom: z.string().nullable(),
          inForceTo: z.string().nullable(),
        })
        .optional(),
      goods: z.array(z.string()).optional(),
      title: z.string().min(1),
      status: z.enum(['met', 'unmet', 'unstated', 'candidate', 'seen', 'absent']),
      for: z.array(reason),
      against: z.array(reason),
      missing: z.array(z.string()),
      source: z.string().min(1),
      confidence: z.enum(['verbatim', 'transcribed', 'secondary']).optional(),
      item: z.number().int().nullable(),
    }),
  ),
} as const;

export const showShape = z.strictObject({
  ...weighedShape,
  ...noticeKeys,
  ...tradeShape,
  captures: z.array(
    z.strictObject({
      sha256: digest,
      url: z.url(),
      at: time,
      status: z.number().int().nullable(),
      ip: z.string().nullable(),
      warc: z
        .string()
        .regex(/^captures\//)
        .nullable(),
      mode: z.enum(['browser', 'rendered', 'images']).optional(),
      logIndex: z.number().int().nonnegative(),
      forgotten: z.strictObject({ at: time, why: z.string() }).nullable(),
    }),
  ),
  observations: z.array(observation),
  reading: z
    .strictObject({
      text: z.string(),
      lang,
      fields: z.record(z.string(), z.string()),
      capture: digest,
      reader: z.string(),
      rendered: z.literal(true).optional(),
    })
    .nullable(),
  mentions: z.array(mentionShape),
  matches: z.array(textMatchShape),
});

export type Notice = z.infer<typeof noticeShape>;
export type Shown = z.infer<typeof showShape>;

const failure = z.strictObject({ code: z.string(), message: z.string() });
const scanned = {
  ...tradeShape,
  ...weighedShape,
  lang,
  mentions: z.array(mentionShape),
  goods: z.array(z.string()),
  recipe: z.string().min(1),
} as const;

export const scanLineShape = z.strictObject({ id: z.union([z.string(), z.number()]), ...scanned });
export const scanFileShape = z.strictObject({ input: z.string(), ...scanned });
export const failedInputShape = z.strictObject({ input: z.string(), error: failure });

export const readShape = z.strictObject({
  input: z.string(),
  url: z.string().nullable(),
  state: z.enum(['present', 'removed', 'blocked', 'unreachable']),
  removal: z.strictObject({ kind: removalKind }).optional(),
  basis: z.string().optional(),
  reason: z.string().nullable(),
  site: z.string().optional(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  author: z.string().nullable(),
  publishedAt: z.string().nullable(),
  publishedUncertaintySeconds: z.number().nullable(),
  publishedZone: z.enum(['stated', 'site', 'assumed']).nullable(),
  lang,
  charset: z.string(),
  reader: z.string(),
  text: z.string(),
  images: z.array(z.string()),
  links: z.array(z.strictObject({ url: z.string(), text: z.string() })),
  aliases: z.array(z.string()),
  items: z.array(z.strictObject({ title: z.string(), url: z.string(), date: z.string().optional() })).optional(),
  fields: z.record(z.string(), z.string()),
});

export const sourceShape = z.strictObject({
  id: z.string().regex(/^s[0-9a-z]+$/),
  kind: z.enum(['feed', 'page', 'folder']),
  url: z.string(),
  name: z.string(),
  everyMs: z.number().int(),
  followMs: z.number().int(),
  robots: z.enum(['obey', 'ignore']),
  robotsReason: z.string().nullable(),
  paceMs: z.number().nullable(),
  allowPrivate: z.boolean(),
  keep: z.enum(['changes', 'all']),
  selector: z.string().nullable(),
  credentials: z.array(z.string()),
  createdAt: time,
  paused: z.boolean(),
  health: z.strictObject({
    lastCheckAt: time.nullable(),
    lastSuccessAt: time.nullable(),
    nextCheckAt: time.nullable(),
    errorStreak: z.number().int(),
    lastError: z.string().nullable(),
    warnings: z.array(z.string()).optional(),
    lagSeconds: z.number().nullable(),
    notices: z.number().int(),
  }),
  host: z.strictObject({
    host: z.string(),
    heldUntil: time.nullable(),
    heldReason: z.string().nullable(),
    removalsHeldSince: time.nullable(),
    removalsHeld: z.number().int(),
    stretch: z.number(),
  }),
});

export const verifiedShape = z.strictObject({
  ok: z.literal(true),
  entries: z.number().int(),
  signed: z.number().int(),
  captures: z.number().int(),
  dropped: z.number().int(),
  forgotten: z.number().int(),
  checkpoint: z.string().nullable(),
  key: z.string().nullable(),
  anchors: z.strictObject({ count: z.number().int(), trusted: z.number().int(), newestAt: z.string().nullable() }),
});
export const unsoundShape = z.strictObject({ ok: z.literal(false), index: z.number().int().nullable(), why: z.string() });
export const checkpointShape = z.strictObject({
  origin: z.string(),
  size: z.number().int(),
  root: z.string(),
  key: z.string(),
  checkpoint: z.string(),
});
export const proofShape = z.strictObject({ digest, index: z.number().int(), entry: z.string(), proof: z.string(), key: z.string() });
