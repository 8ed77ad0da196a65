import { escaped } from '../text/escaped.ts';

/** What of JSON Schema our shapes use. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

/** A schema as types are written, with links to the shapes that it names; HTML for `<pre>` and `<code>`. */
export function typeHtml(schema: Schema, indent = ''): string {
  const { $ref, type, enum: values, items, prefixItems, properties, additionalProperties, anyOf, oneOf, allOf } = schema;
  if ($ref !== undefined) {
    const name = escaped($ref.split('/').at(-1) ?? '');
    return `<a href="#shape-${name}">${name}</a>`;
  }
  if (values !== undefined) return values.map((value) => escaped(JSON.stringify(value))).join(' | ');
  if ('const' in schema) return escaped(JSON.stringify(schema.const));
  const either = anyOf ?? oneOf;
  if (either !== undefined) return [...new Set(either.map((one) => typeHtml(one, indent)))].join(' | ');
  if (allOf !== undefined) return allOf.map((one) => typeHtml(one, indent)).join(' &amp; ');
  if (prefixItems !== undefined) return `[${prefixItems.map((one) => typeHtml(one, indent)).join(', ')}]`;
  if (items !== undefined) {
    const one = typeHtml(items, indent);
    return `${one.includes(' | ') ? `(${one})` : one}[]${bounds(schema)}`;
  }
  if (properties !== undefined && Object.keys(properties).length > 0) return objectHtml(schema, indent);
  if (typeof additionalProperties === 'object' && Object.keys(additionalProperties).length > 0)
    return `{ [name]: ${typeHtml(additionalProperties, indent)} }`;
  const named = Array.isArray(type) ? (type as readonly string[]).join(' | ') : typeof type === 'string' ? type : 'any';
  return escaped(`${named}${bounds(schema)}`);
}

function objectHtml({ properties = {}, required = [], additionalProperties }: Schema, indent: string): string {
  const inner = `${indent}  `;
  const lines = Object.entries(properties).map(([name, one]) => {
    const said = one.description === undefined ? '' : `  <i>${escaped(one.description)}</i>`;
    return `${inner}${escaped(name)}${required.includes(name) ? '' : '?'}: ${typeHtml(one, inner)}${said}`;
  });
  const more = typeof additionalProperties === 'object' ? [`${inner}…`] : [];
  return `{\n${[...lines, ...more].join('\n')}\n${indent}}`;
}

function bounds({ minimum, maximum, maxLength, maxItems, default: fallback }: Schema): string {
  const least = minimum === undefined ? '' : ` ≥ ${minimum}`;
  const most = maximum === undefined ? '' : ` ≤ ${maximum}`;
  const length = maxLength === undefined ? '' : `, at most ${maxLength} characters`;
  const count = maxItems === undefined ? '' : `, at most ${maxItems}`;
  return `${least}${most}${length}${count}${fallback === undefined ? '' : `, default ${JSON.stringify(fallback)}`}`;
}
