import { z } from 'zod';

/** Values of a property stand alone or in lists; what is no text is written as text. */
export const example = z
  .object({
    id: z.string().max(500).nullish(),
    schema: z.string().max(100).describe('of FollowTheMoney: Person, Company, Organization, LegalEntity, Vessel …'),
    properties: z.record(
      z.string().max(100),
      z.union([z.string().max(10_000), z.array(z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()])).max(500), z.null()]),
    ),
  })
  .meta({ id: 'EntityExample' });

const moment = z.string().nullable().describe('UTC, as 2026-11-26T10:00:00');

export interface Entity {
  readonly id: string;
  readonly caption: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly (string | Entity)[]>>;
  readonly datasets: readonly string[];
  readonly referents: readonly string[];
  readonly target: boolean;
  readonly first_seen: string | null;
  readonly last_seen: string | null;
  readonly last_change: string | null;
}

const shape = {
  id: z.string(),
  caption: z.string(),
  schema: z.string(),
  datasets: z.array(z.string()).describe('lists that have it'),
  referents: z.array(z.string()).describe('ids of its other listings'),
  target: z.boolean(),
  first_seen: moment,
  last_seen: moment,
  last_change: moment,
};

/** An entity as the API of OpenSanctions gives it; entities beside it stand in its properties. */
export const entity: z.ZodType<Entity, Entity> = z
  .lazy(() => z.object({ ...shape, properties: z.record(z.string(), z.array(z.union([z.string(), entity]))) }))
  .meta({ id: 'Entity' });

const feature = z.object({
  score: z.number(),
  detail: z.string().nullable(),
  query: z.string().nullable().optional(),
  candidate: z.string().nullable().optional(),
});

export const scoredEntity = z
  .object({
    ...shape,
    properties: z.record(z.string(), z.array(z.string())),
    score: z.number().describe('0 to 1: how likely both are one'),
    match: z.boolean().describe('whether the score is at or above `threshold`'),
    features: z.record(z.string(), z.number()),
    explanations: z.record(z.string(), feature).describe('how the names correspond, what beside them agrees and what contradicts'),
  })
  .meta({ id: 'ScoredEntity' });

export const total = z.object({ value: z.number().int(), relation: z.enum(['eq', 'gte']) });
