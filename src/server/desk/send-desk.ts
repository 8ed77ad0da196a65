import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Served } from '../served.ts';
import { builtDesk } from './built-files.ts';

/** The desk's page with a nonce and a policy of its own, ready to be sent; undefined where it is not built. */
export function sendDesk(request: FastifyRequest, reply: FastifyReply, served: Served): string | undefined {
  const page = builtDesk()?.page;
  if (page === undefined) return undefined;
  const nonce = randomBytes(16).toString('base64');
  void reply.type('text/html; charset=utf-8').headers({
    'cache-control': 'no-store',
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      // Pages as they were are framed from the viewer's origin alone.
      `frame-src ${served.viewer()?.origin(request.headers.host) ?? "'none'"}`,
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
  });
  return page.replace('__NONCE__', nonce);
}

/** Whether somebody went to an address with a browser, as they would to a screen. */
export function isVisit({ method, url, headers }: FastifyRequest): boolean {
  return method === 'GET' && (headers.accept ?? '').includes('text/html') && !url.startsWith('/api/');
}
