import { openApiOf } from '../src/server/openapi.ts';
import { ROUTES } from '../src/server/routes.ts';
import type { Schema } from '../src/server/schema-html.ts';

interface Operation {
  readonly parameters: readonly {
    readonly name: string;
    readonly in: 'path' | 'query';
    readonly required: boolean;
    readonly schema: Schema;
  }[];
  readonly requestBody?: { readonly required: boolean; readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>>;
}

/** The types of the web app's requests and answers, as a TypeScript file made of the OpenAPI document. */
export function webTypes(): string {
  const { paths, components } = openApiOf(ROUTES) as unknown as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
    readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  };
  const shapes = Object.entries(components.schemas).map(([name, schema]) => `export type ${name} = ${typeText(schema)};\n`);
  const routes = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) =>
      routeText(`${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`, operation),
    ),
  );
  return `// Made of the OpenAPI document by "npm run docs". Edit the shapes in src/server instead.\n\n${shapes.join('\n')}\n/** Every route: what it takes and what it answers. */\nexport interface Routes {\n${routes.join('')}}\n`;
}

function routeText(name: string, { parameters, requestBody, responses }: Operation): string {
  const given = (place: 'path' | 'query'): string => {
    const own = parameters.filter((one) => one.in === place);
    if (own.length === 0) return 'undefined';
    return `{ ${own.map((one) => `readonly ${keyText(one.name)}${one.required ? '' : '?'}: ${typeText(one.schema, '    ')}`).join('; ')} }`;
  };
  const body = requestBody?.content['application/json'];
  const bodyText = requestBody === undefined ? 'undefined' : body === undefined ? 'Blob' : typeText(body.schema, '    ');
  const [status, answer] = Object.entries(responses)[0] ?? [];
  const shape = answer?.content?.['application/json'];
  const answerText = status === '204' ? 'undefined' : shape === undefined ? 'Blob' : typeText(shape.schema, '    ');
  return `  '${name}': {\n    readonly params: ${given('path')};\n    readonly query: ${given('query')};\n    readonly body: ${bodyText};\n    readonly answer: ${answerText};\n  };\n`;
}

function typeText(schema: Schema, indent = ''): string {
  const { $ref, type, enum: values, items, prefixItems, properties, additionalProperties, anyOf, oneOf, allOf } = schema;
  if ($ref !== undefined) return $ref.split('/').at(-1) ?? 'unknown';
  if (values !== undefined) return values.map((value) => JSON.stringify(value)).join(' | ');
  if ('const' in schema) return JSON.stringify(schema.const);
  const either = anyOf ?? oneOf;
  if (either !== undefined) return [...new Set(either.map((one) => typeText(one, indent)))].join(' | ');
  if (allOf !== undefined) return allOf.map((one) => typeText(one, indent)).join(' & ');
  if (prefixItems !== undefined) return `readonly [${prefixItems.map((one) => typeText(one, indent)).join(', ')}]`;
  if (items !== undefined) {
    const one = typeText(items, indent);
    return `readonly ${/ [|&] |^readonly /.test(one) ? `(${one})` : one}[]`;
  }
  if (properties !== undefined && Object.keys(properties).length > 0) return objectText(schema, indent);
  if (typeof additionalProperties === 'object' && Object.keys(additionalProperties).length > 0)
    return `Readonly<Record<string, ${typeText(additionalProperties, indent)}>>`;
  if (Array.isArray(type)) return (type as readonly string[]).map(plain).join(' | ');
  return typeof type === 'string' ? plain(type) : 'unknown';
}

function objectText({ properties = {}, required = [], additionalProperties }: Schema, indent: string): string {
  const inner = `${indent}  `;
  const lines = Object.entries(properties).map(([name, one]) => {
    const said = one.description === undefined ? '' : `${inner}/** ${one.description.replaceAll('*/', '* /')} */\n`;
    return `${said}${inner}readonly ${keyText(name)}${required.includes(name) ? '' : '?'}: ${typeText(one, inner)};`;
  });
  const loose = typeof additionalProperties === 'object' ? [`${inner}readonly [more: string]: unknown;`] : [];
  return `{\n${[...lines, ...loose].join('\n')}\n${indent}}`;
}

function plain(type: string): string {
  if (type === 'integer') return 'number';
  if (type === 'object') return 'Readonly<Record<string, unknown>>';
  return type === 'array' ? 'readonly unknown[]' : type;
}

function keyText(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}
