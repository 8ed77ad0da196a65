import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../model/config.ts';

/**
 * The cookie of a session: no script reads it, no other site's page sends it (`SameSite=Strict`), and under https no other host of the domain can have set it
 * (`__Host-`, RFC 6265bis).
 */
export function sessionCookie(config: Config) {
  const secure = /^https:/i.test(config.server.publicUrl);
  const name = secure ? '__Host-dualwatch' : 'dualwatch';
  const kept = { path: '/', httpOnly: true, secure, sameSite: 'strict' } as const;
  return {
    of: (request: FastifyRequest): string | undefined => request.cookies[name],
    give(reply: FastifyReply, token: string, expiresAt: number): void {
      void reply.header('Cache-Control', 'no-store').setCookie(name, token, { ...kept, expires: new Date(expiresAt) });
    },
    take: (reply: FastifyReply): void => void reply.clearCookie(name, kept),
  };
}
