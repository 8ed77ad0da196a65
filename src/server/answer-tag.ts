import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Larger answers are not hashed. */
const MOST = 4 * 1024 * 1024;

/** Gives each JSON answer to GET and HEAD an `ETag`, and answers 304 without a body where the client has it already. */
export async function answerTag(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  const given = reply.getHeader('etag');
  const isTagged = Buffer.isBuffer(payload) && typeof given === 'string';
  if (
    (request.method !== 'GET' && request.method !== 'HEAD') ||
    reply.statusCode !== 200 ||
    !(isTagged || (typeof payload === 'string' && payload.length <= MOST))
  )
    return payload;
  const tag = typeof given === 'string' ? given : `"${createHash('sha256').update(String(payload)).digest('base64url').slice(0, 22)}"`;
  void reply.header('ETag', tag).header('Cache-Control', 'private, no-cache');
  if (!matches(request.headers['if-none-match'], tag)) return payload;
  void reply.code(304).removeHeader('content-type').removeHeader('content-length');
  return '';
}

function matches(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header.trim() === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}
