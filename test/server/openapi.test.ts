import { Ajv2020 } from 'ajv/dist/2020.js';
import type { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prose } from '../../src/server/html-text.ts';
import { openApiOf, operationIdOf } from '../../src/server/openapi.ts';
import { ROUTES } from '../../src/server/routes.ts';
import { serveNewHome, type ServedHome } from '../../src/server/testing/served-home.ts';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly example?: unknown;
}

/** All but the pages for people and what these load. */
const DOCUMENTED = ROUTES.filter(({ documented }) => documented !== false);

type Json = { readonly [key: string]: unknown };

describe('the OpenAPI document', () => {
  let home: ServedHome;
  beforeAll(async () => void (home = await serveNewHome()));
  afterAll(() => home.close());

  it('is served, and says of every route what the table says', async () => {
    const answer = await home.app.inject('/api/v1/openapi.json');
    expect(answer.statusCode).toBe(200);
    const document = answer.json<{ paths: Record<string, Record<string, Json>> }>();
    const described = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => String(operationId)),
    );
    expect(described.toSorted()).toEqual(DOCUMENTED.map(operationIdOf).toSorted());
    expect(new Set(described).size).toBe(DOCUMENTED.length);
    expect(document).toEqual(JSON.parse(JSON.stringify(openApiOf(ROUTES))));
  });

  it('has only references that lead somewhere, and schemas that a validator takes', () => {
    const document = openApiOf(ROUTES) as { components: { schemas: Json } } & Json;
    const text = JSON.stringify(document);
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g))
      expect(document.components.schemas).toHaveProperty([name ?? '']);
    const ajv = new Ajv2020({ strict: false, logger: false });
    ajv.addSchema({ ...document, $id: 'dualwatch' }, 'dualwatch');
    for (const name of Object.keys(document.components.schemas))
      expect(ajv.compile({ $ref: `dualwatch#/components/schemas/${name}` })).toBeTypeOf('function');
  });

  it.each(ROUTES.filter(({ body }) => body !== undefined).map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s shows a body that it would read',
    (_, { body, example }) => {
      expect(example?.body).toBeDefined();
      expect(body?.safeParse(example?.body)).toMatchObject({ success: true });
    },
  );

  it('shows what could stand wherever a request needs something, and it is what the route takes', () => {
    for (const route of ROUTES) {
      const { paths } = openApiOf([route]) as { paths: Record<string, Record<string, { parameters: readonly Parameter[] }>> };
      for (const { parameters } of Object.values(paths).flatMap((methods) => Object.values(methods)))
        for (const { name, in: place, required, example } of parameters) {
          const told = `${route.method} ${route.path}: ${name}`;
          if (required) expect(example, told).toBeDefined();
          const schema = (place === 'path' ? route.params : route.query) as z.ZodObject;
          if (example !== undefined) expect((schema.shape[name] as z.ZodType).safeParse(example).success, told).toBe(true);
        }
    }
  });

  it('is there to read', async () => {
    const answer = await home.app.inject('/api/docs');
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['content-security-policy']).not.toContain('unsafe-inline');
    for (const { summary } of DOCUMENTED) expect(answer.body).toContain(prose(summary));
    // Links to shapes lead somewhere.
    for (const [, id] of answer.body.matchAll(/href="#([^"]+)"/g)) expect(answer.body).toContain(`id="${id ?? ''}"`);
  });
});
