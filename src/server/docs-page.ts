import { ERROR_KINDS } from '../model/errors.ts';

type Json = { readonly [key: string]: unknown };

interface Operation {
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly 'x-access': string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly description?: string;
    readonly schema: Json;
  }[];
  readonly requestBody?: { readonly content: Json };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Json }>>;
}

/** An OpenAPI document as one page to read: no script, everything escaped. */
export function docsPage(document: Json): string {
  const paths = document['paths'] as Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags))];
  const { schemas } = document['components'] as { schemas: Json };
  const sections = tags.map((tag) => {
    const of = operations.filter(({ operation }) => operation.tags.includes(tag));
    return `<h2 id="${escaped(slug(tag))}">${escaped(tag)}</h2>${of.map(operationHtml).join('')}`;
  });
  const links = [...tags, 'Shapes', 'Errors'].map((tag) => `<li><a href="#${escaped(slug(tag))}">${escaped(tag)}</a></li>`);
  const { title, version, description } = document['info'] as { title: string; version: string; description: string };
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escaped(title)} API</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/api/docs.css"></head><body><main>
<h1>${escaped(title)} API ${escaped(version)}</h1><p>${escaped(description)} For programs: <a href="/api/v1/openapi.json">openapi.json</a>.</p>
<p>Send a key as <code>Authorization: Bearer &lt;key&gt;</code>. Lists take <code>limit</code> and <code>cursor</code> and answer <code>{items, nextCursor}</code>; errors are <code>application/problem+json</code>.</p>
<nav><ul>${links.join('')}</ul></nav>${sections.join('')}
<h2 id="shapes">Shapes</h2>${Object.entries(schemas)
    .map(
      ([name, schema]) =>
        `<details id="shape-${escaped(name)}"><summary><code>${escaped(name)}</code></summary><div>${json(schema)}</div></details>`,
    )
    .join('')}
<h2 id="errors">Errors</h2><table><thead><tr><th>code</th><th>status</th><th>meaning</th></tr></thead><tbody>${Object.entries(ERROR_KINDS)
    .map(
      ([code, { status, meaning }]) =>
        `<tr id="error-${code}"><td><code>${code}</code></td><td>${status}</td><td>${escaped(meaning)}</td></tr>`,
    )
    .join('')}</tbody></table></main></body></html>`;
}

function operationHtml({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  const { summary, description, parameters, requestBody, responses } = operation;
  const rows = parameters.map(
    (one) =>
      `<tr><td><code>${escaped(one.name)}</code></td><td>${one.in}${one.required ? ', required' : ''}</td><td>${escaped(one.description ?? '')} <code>${escaped(briefly(one.schema))}</code></td></tr>`,
  );
  return `<details><summary><span class="method">${method}</span> <code>${escaped(path)}</code> ${escaped(summary)} <span class="access">${escaped(operation['x-access'])}</span></summary><div>
${description === undefined ? '' : `<p>${escaped(description)}</p>`}${rows.length === 0 ? '' : `<table><tbody>${rows.join('')}</tbody></table>`}
${requestBody === undefined ? '' : `<h4>Body</h4>${json(requestBody.content)}`}${Object.entries(responses)
    .filter(([status]) => status !== 'default')
    .map(([status, { content }]) => `<h4>${escaped(status)}</h4>${content === undefined ? '' : json(content)}`)
    .join('')}</div></details>`;
}

function briefly(schema: Json): string {
  return JSON.stringify(schema).replaceAll('"', '').slice(1, -1).slice(0, 300);
}

function json(value: unknown): string {
  return `<pre>${escaped(JSON.stringify(value, null, 2))}</pre>`;
}

function slug(text: string): string {
  return text.toLowerCase().replace(/\W+/g, '-');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (one) => ENTITIES[one] ?? one);
}
