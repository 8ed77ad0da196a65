import { Ajv2020 } from 'ajv/dist/2020.js';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerExamples } from '../../src/server/answer-examples.ts';
import { escaped } from '../../src/text/escaped.ts';
import { prose } from '../../src/server/html-text.ts';
import { openApiOf, operationIdOf } from '../../src/server/openapi.ts';
import { pathExample } from '../../src/server/path-examples.ts';
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

  describe('examples of answers', () => {
    const examples = answerExamples();
    const answering = DOCUMENTED.filter(({ answer, status }) => answer instanceof z.ZodType && status !== 204);
    const document = openApiOf(ROUTES) as { paths: Record<string, Record<string, { responses: Record<string, { content?: Json }> }>> };
    const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
    ajv.addSchema({ ...document, $id: 'dualwatch' });

    it.each(answering.map((route) => [`${route.method} ${route.path}`, route] as const))(
      '%s shows an answer that its schema describes whole; "npm run docs" records it',
      (_, route) => {
        const path = route.path.replace(/:(\w+)/g, '{$1}');
        const place = ['paths', path, route.method.toLowerCase(), 'responses', String(route.status ?? 200), 'content', 'application/json'];
        const shown = place.reduce<unknown>((inner, key) => (inner as Json)[key], document) as { readonly example?: unknown };
        expect(shown.example).toBeDefined();
        const pointer = [...place, 'schema'].map((one) => encodeURIComponent(one.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
        const validate = ajv.compile({ $ref: `dualwatch#/${pointer}` });
        validate(shown.example);
        expect(validate.errors ?? []).toEqual([]);
        // What the schema does not name would be left out.
        expect((route.answer as z.ZodType).parse(shown.example)).toEqual(shown.example);
      },
    );

    it('are about what the example of the path names', () => {
      for (const route of answering) {
        const answer = examples[operationIdOf(route)] as { readonly id?: unknown };
        if (!route.path.includes('/:id') || answer.id === undefined) continue;
        const { id: shown = pathExample(route.path, 'id') }: { readonly id?: unknown } = route.example?.params ?? {};
        expect(answer.id, `${route.method} ${route.path}`).toBe(shown);
      }
      const made = examples['postExports'] as { readonly url: string };
      expect(made.url).toBe(`/api/v1/exports/${pathExample('/api/v1/exports/:id', 'id')}`);
    });

    it('are of routes that there are, and hold nothing of the machine that recorded them', () => {
      expect(Object.keys(examples).toSorted()).toEqual(answering.map(operationIdOf).toSorted());
      const text = JSON.stringify(examples);
      expect(text.match(/127\.0\.0\.\d+(?!:8787|\d|")|localhost|\/(?:tmp|root|home|work)\/|\bdw_|"[\w-]{43}"/g) ?? []).toEqual([]);
    });
  });

  it('is there to read', async () => {
    const answer = await home.app.inject('/api/docs');
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['content-security-policy']).not.toContain('unsafe-inline');
    for (const { summary } of DOCUMENTED) expect(answer.body).toContain(prose(summary));
    for (const example of Object.values(answerExamples())) expect(answer.body).toContain(escaped(JSON.stringify(example, null, 2)));
    // Links to shapes lead somewhere.
    for (const [, id] of answer.body.matchAll(/href="#([^"]+)"/g)) expect(answer.body).toContain(`id="${id ?? ''}"`);
  });
});
