import { z } from 'zod';

const one = z.union([
  z.string().max(10_000),
  z.number(),
  z.boolean(),
  z.object({ id: z.string().max(1000), name: z.string().max(10_000).optional() }),
]);

/** A batch of queries as the protocol has it. */
export const queryBatch = z.record(
  z.string().max(500),
  z.object({
    query: z.string().max(10_000).optional(),
    type: z.union([z.string().max(200), z.array(z.string().max(200)).max(50)]).optional(),
    limit: z.number().int().min(1).max(100).optional(),
    properties: z
      .array(z.object({ pid: z.string().max(200), v: z.union([one, z.array(one).max(200)]) }))
      .max(100)
      .optional(),
    type_strict: z.enum(['any', 'should', 'all']).optional(),
  }),
);

/** Which values of which parties are wanted. */
export const extendQuery = z.object({
  ids: z.array(z.string().max(1000)).max(500),
  properties: z
    .array(z.object({ id: z.string().max(200), settings: z.object({ limit: z.coerce.number().int().min(0).optional() }).optional() }))
    .max(100),
});

export const type = z.object({ id: z.string(), name: z.string(), description: z.string().nullable().optional() });

export const candidate = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  type: z.array(type),
  score: z.number().describe('0 to 100'),
  match: z.boolean().describe('the only candidate that is a match'),
  features: z.array(z.object({ id: z.string(), value: z.union([z.number(), z.boolean()]) })),
});

const location = z.object({ service_url: z.string(), service_path: z.string() });

export const manifest = z
  .object({
    versions: z.array(z.string()),
    name: z.string(),
    identifierSpace: z.string(),
    schemaSpace: z.string(),
    documentation: z.string(),
    serviceVersion: z.string(),
    defaultTypes: z.array(type),
    view: z.object({ url: z.string() }),
    preview: z.object({ url: z.string(), width: z.number().int(), height: z.number().int() }),
    suggest: z.object({ entity: location, type: location, property: location }),
    extend: z.object({
      propose_properties: location,
      property_settings: z.array(
        z.object({ name: z.string(), label: z.string(), type: z.literal('number'), default: z.number(), help_text: z.string() }),
      ),
    }),
  })
  .meta({ id: 'ReconciliationManifest' });

export const results = z.record(z.string(), z.object({ result: z.array(candidate) }));

export const extended = z.object({
  meta: z.array(z.object({ id: z.string(), name: z.string() })),
  rows: z.record(z.string(), z.record(z.string(), z.array(z.object({ str: z.string() })))),
});

/** What every answer of `suggest` holds beside its results. */
export const suggested = { code: z.literal('/api/status/ok'), status: z.literal('200 OK'), prefix: z.string() };
