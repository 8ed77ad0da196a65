import fastifyHelmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** Gives every answer the headers of helmet. It would work them out for each request, and they are the same for all: it is asked at the first, and never again. */
export async function securityHeaders(app: FastifyInstance, options: FastifyHelmetOptions): Promise<void> {
  await app.register(fastifyHelmet, { ...options, global: false } as FastifyHelmetOptions);
  let headers: readonly (readonly [name: string, value: string])[] | undefined;
  app.addHook('onRequest', async (_request, reply) => {
    const { raw } = reply;
    if (headers !== undefined) {
      for (const [name, value] of headers) raw.setHeader(name, value);
      return;
    }
    const before = new Set(raw.getHeaderNames());
    reply.helmet();
    headers = raw
      .getHeaderNames()
      .filter((name) => !before.has(name))
      .map((name) => [name, String(raw.getHeader(name))]);
  });
}
