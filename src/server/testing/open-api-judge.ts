import { Ajv2020 } from 'ajv/dist/2020.js';
import type { LightMyRequestResponse } from 'fastify';
import { openApiOf } from '../openapi.ts';
import { ROUTES } from '../routes.ts';

interface Described {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> } | undefined>>;
}

/** Says what is wrong with an answer by the OpenAPI document alone; empty where nothing is. `path` as in the document: `/api/v1/notices/{id}`. */
export function openApiJudge(): (method: string, path: string, answer: LightMyRequestResponse) => readonly string[] {
  const document = openApiOf(ROUTES);
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema({ ...document, $id: 'dualwatch' });
  const paths = document['paths'] as Readonly<Record<string, Readonly<Record<string, Described>> | undefined>>;
  return (method, path, answer) => {
    const status = String(answer.statusCode);
    const responses = paths[path]?.[method.toLowerCase()]?.responses;
    const described = responses?.[status] === undefined ? 'default' : status;
    const content = responses?.[described]?.content;
    if (responses === undefined) return [`${method} ${path} is not described`];
    if (content === undefined) return answer.body === '' ? [] : ['a body where none is described'];
    const type = String(answer.headers['content-type'] ?? '');
    const known = Object.keys(content).find((one) => type.split(';', 1)[0] === one.split(';', 1)[0]);
    if (known === undefined) return [`it is ${type}, and not ${Object.keys(content).join(', ')}`];
    if (!known.includes('json')) return [];
    const pointer = ['paths', path, method.toLowerCase(), 'responses', described, 'content', known, 'schema'];
    const validate = ajv.compile({
      $ref: `dualwatch#/${pointer.map((one) => encodeURIComponent(one.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`,
    });
    if (validate(answer.json())) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
  };
}
