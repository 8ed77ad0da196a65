import { ERROR_KINDS } from '../model/errors.ts';
import { escaped } from '../text/escaped.ts';
import { prose } from './html-text.ts';
import { typeHtml, type Schema } from './schema-html.ts';

type Json = { readonly [key: string]: unknown };
type Content = Readonly<Record<string, { readonly schema?: Schema; readonly example?: unknown }>>;

interface Operation {
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly 'x-access': string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly description?: string;
  readonly schema: Schema;
}

/** An OpenAPI document as one page to read: no script, everything escaped. */
export function docsPage(document: Json): string {
  const paths = document['paths'] as Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags))];
  const { schemas } = document['components'] as { schemas: Readonly<Record<string, Schema>> };
  const sections = tags.map((tag) => {
    const of = operations.filter(({ operation }) => operation.tags.includes(tag));
    return `<h2 id="${escaped(slug(tag))}">${escaped(tag)}</h2>${of.map(operationHtml).join('')}`;
  });
  const links = [...tags, 'Shapes', 'Errors'].map((tag) => `<li><a href="#${escaped(slug(tag))}">${escaped(tag)}</a></li>`);
  const { title, version, description } = document['info'] as { title: string; version: string; description: string };
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escaped(title)} API</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/api/docs.css"></head><body><main>
<h1>${escaped(title)} API ${escaped(version)}</h1><p>${escaped(description)} For programs: <a href="/api/v1/openapi.json">openapi.json</a>.</p>
<p>Send a key as <code>Authorization: Bearer &lt;key&gt;</code>. Lists take <code>limit</code> and <code>cursor</code> and answer <code>{items, nextCursor}</code>; errors are <code>application/problem+json</code>.
The examples of answers are what this server said in a story that is made up, cut short: two items of each list, the beginnings of long texts, and no secrets.</p>
<nav><ul>${links.join('')}</ul></nav>${sections.join('')}
<h2 id="shapes">Shapes</h2>${Object.entries(schemas).map(shapeHtml).join('')}
<h2 id="errors">Errors</h2><table><thead><tr><th>code</th><th>status</th><th>meaning</th></tr></thead><tbody>${Object.entries(ERROR_KINDS)
    .map(
      ([code, { status, meaning }]) =>
        `<tr id="error-${code}"><td><code>${code}</code></td><td>${status}</td><td>${prose(meaning)}</td></tr>`,
    )
    .join('')}</tbody></table></main></body></html>`;
}

/** What is inside is opened by whoever follows a link to it. */
function shapeHtml([name, schema]: readonly [string, Schema]): string {
  const said = schema.description === undefined ? '' : `<p>${prose(schema.description)}</p>`;
  return `<details><summary><code>${escaped(name)}</code></summary><div id="shape-${escaped(name)}">${said}<pre>${typeHtml(schema)}</pre></div></details>`;
}

function operationHtml({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  const { summary, description, parameters, requestBody, responses } = operation;
  const answers = Object.entries(responses).filter(([status]) => status !== 'default');
  return `<details><summary><span class="method">${method}</span> <code>${escaped(path)}</code> ${prose(summary)} <span class="access">${escaped(operation['x-access'])}</span></summary><div>
${description === undefined ? '' : `<p>${prose(description)}</p>`}${parameters.length === 0 ? '' : `<table><tbody>${parameters.map(parameterHtml).join('')}</tbody></table>`}
${requestBody === undefined ? '' : contentHtml('Body', requestBody.content)}${answers.map(([status, { content = {} }]) => contentHtml(status, content)).join('')}</div></details>`;
}

function parameterHtml({ name, in: place, required, description = '', schema }: Parameter): string {
  return `<tr><td><code>${escaped(name)}</code></td><td>${place}${required ? ', required' : ''}</td><td>${prose(description)} <code>${typeHtml(schema)}</code></td></tr>`;
}

function contentHtml(head: string, content: Content): string {
  const kinds = Object.entries(content);
  if (kinds.length === 0) return `<h4>${escaped(head)}</h4>`;
  return kinds
    .map(([type, { schema, example }]) => {
      const shape = schema === undefined || schema.format === 'binary' ? '' : `<pre>${typeHtml(schema)}</pre>`;
      const shown =
        example === undefined ? '' : `<p>Example</p><pre class="example" tabindex="0">${escaped(JSON.stringify(example, null, 2))}</pre>`;
      return `<h4>${escaped(head)} <span class="access">${escaped(type)}</span></h4>${shape}${shown}`;
    })
    .join('');
}

function slug(text: string): string {
  return text.toLowerCase().replace(/\W+/g, '-');
}
