import type { FastifyRequest } from 'fastify';
import { DualwatchError } from '../model/errors.ts';

/** The fields of a form, or the members of a JSON object, as text; JSON members that are objects stand as JSON. Throws `media-type`, `input-too-large`, `usage`. */
export async function readForm(request: FastifyRequest, mostBytes: number): Promise<ReadonlyMap<string, string>> {
  const type = (request.headers['content-type'] ?? '').toLowerCase();
  if (/^application\/(?:[\w.+-]+\+)?json\b/.test(type)) {
    const body = request.body;
    if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new DualwatchError('usage', 'body: expected an object');
    return new Map(Object.entries(body).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]));
  }
  if (!type.startsWith('application/x-www-form-urlencoded'))
    throw new DualwatchError('media-type', 'send the body as application/x-www-form-urlencoded or application/json');
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request.raw) {
    bytes += (chunk as Buffer).length;
    if (bytes > mostBytes) throw new DualwatchError('input-too-large', `the body is larger than ${mostBytes} bytes; send fewer queries`);
    chunks.push(chunk as Buffer);
  }
  return new Map(new URLSearchParams(Buffer.concat(chunks).toString('utf8')));
}
