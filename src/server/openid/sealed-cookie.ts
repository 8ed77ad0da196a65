import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';

/** What a login that went to the provider must find again when it comes back. */
export interface Begun {
  readonly state: string;
  readonly nonce: string;
  /** The secret half of PKCE (RFC 7636). */
  readonly verifier: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

const begun = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), until: z.number() });

/**
 * Hands a begun login to the browser, sealed (AES-256-GCM under a key that this process alone has): the server keeps nothing for whoever never comes back, and nobody
 * can begin a login in somebody else's browser.
 */
export function cookieSeal(): { seal(login: Begun): string; open(sealed: string, now: number): Begun | undefined } {
  const key = randomBytes(32);
  return {
    seal(login) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      return Buffer.concat([iv, cipher.update(JSON.stringify(login)), cipher.final(), cipher.getAuthTag()]).toString('base64url');
    },
    open(sealed, now) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < 29 || bytes.length > 4000) return undefined;
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 });
        decipher.setAuthTag(bytes.subarray(-16));
        const text = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8');
        const login = begun.parse(JSON.parse(text));
        return login.until > now ? login : undefined;
      } catch {
        return undefined;
      }
    },
  };
}
