import type { CustomFetch } from 'openid-client';
import { openedHost } from '../../capture/visit-policy.ts';
import type { Client } from '../../fetch/client.ts';
import { DualwatchError } from '../../model/errors.ts';

/** A provider answers at once; keys and tokens are small. */
const LIMITS = { connectMs: 10_000, firstByteMs: 15_000, totalMs: 20_000, bodyBytes: 1024 * 1024, decodedBytes: 1024 * 1024, redirects: 0 };

/**
 * Asks the provider through our own client: what a discovery document names as its addresses leads into no private network but the provider's own, where
 * that was allowed. Throws `fetch-failed`.
 */
export function guardedFetch(client: Client, issuer: string, allowPrivate: boolean): CustomFetch {
  const opened = openedHost({ allowPrivate }, issuer);
  return async (url, { method, headers: given, body }) => {
    const headers = new Headers(given);
    const authorization = headers.get('authorization');
    const credentials = authorization === null ? {} : { credentials: { Authorization: authorization } };
    const common = { url, limits: LIMITS, allowPrivate: opened, ...credentials };
    const result =
      method === 'POST'
        ? await client.post({
            ...common,
            body: bytesOf(body),
            contentType: headers.get('content-type') ?? 'application/x-www-form-urlencoded',
            headers: { Accept: 'application/json' },
          })
        : await client.get(common);
    if (!result.ok) throw new DualwatchError('fetch-failed', `the OpenID provider cannot be asked: ${result.failure.message}`);
    const kept = new Headers();
    for (const [name, value] of result.headers)
      if (/^(?:content-type|www-authenticate|cache-control|retry-after)$/i.test(name)) kept.append(name, value);
    const bare = result.status === 204 || result.status === 304;
    return new Response(bare ? null : new Uint8Array(result.body), { status: result.status, headers: kept });
  };
}

/** The library sends forms. */
function bytesOf(body: CustomFetchBody): Uint8Array {
  if (body === null || body === undefined) return new Uint8Array();
  if (typeof body === 'string' || body instanceof URLSearchParams) return Buffer.from(body.toString());
  throw new DualwatchError('internal', 'a request to the OpenID provider has a body that is no form');
}

type CustomFetchBody = Parameters<CustomFetch>[1]['body'];
